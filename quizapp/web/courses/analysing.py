"""Item analysis: the figures of a test, of each of its questions, and of each option; as pages and as files."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from types import MappingProxyType
from typing import Any

from flask import abort, render_template, request, send_file
from sqlalchemy import Row
from werkzeug.wrappers import Response

from questions.items import Item
from questions.offers import parts
from quizapp.analysis.findings import FEW
from quizapp.clock import now
from quizapp.course_tables.item_analysis import TABLES
from quizapp.models import Assignment, Course, Objective
from quizapp.models.courses import TEACHES
from quizapp.queries.asides import put_aside_in
from quizapp.queries.assignments import assignment_in, assignments_of, objective_set
from quizapp.queries.item_statistics import Question, Statistics, Way, by_need, item_statistics
from quizapp.queries.items import item_counted, topic_titles
from quizapp.queries.told_apart import ToldApart
from quizapp.spreadsheets import write_csv
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import named_after, place_or_404
from quizapp.web.courses.findings import finding_in_words, needs_a_look
from quizapp.web.courses.statistics_tables import of_option, of_question, of_test, written
from quizapp.web.extensions import db
from quizapp.web.looking_after import look_after
from quizapp.web.numbers import number
from quizapp.web.roles import signed_in

AT_A_TIME = 15


@bp.get("/courses/<int:course_id>/analysis")
@signed_in
def analysis(course_id: int) -> str:
    """The test as a whole, and its questions: what needs a look first."""
    course, _place = place_or_404(course_id, TEACHES)
    at, about = now(), _about(course)
    found = _found(course, about, at)
    if course.archived_at is None:
        look_after(course_id, list(found.questions), at)
    titles = topic_titles(db.session())
    topic, page = request.args.get("topic", ""), max(request.args.get("page", 1, type=number), 1)
    questions = [one for one in by_need(found.questions) if topic in ("", _topic(one.objective))]
    return render_template(
        "courses/analysis.html",
        course=course,
        about=about,
        assignments=[one for one, _ in db.session.execute(assignments_of(course_id)).all()],
        test=of_test(found.test),
        everything=any(None not in row for row in found.marks),
        questions=questions[(page - 1) * AT_A_TIME : page * AT_A_TIME],
        topic=topic,
        topics={_topic(one.objective): titles.get((one.objective.bank, one.objective.topic), "") for one in found.questions},
        page=page,
        pages=-(-len(questions) // AT_A_TIME),
        number=len(questions),
        said=question_in_words,
        needs_a_look=needs_a_look,
        aside=put_aside_in(db.session(), course_id),
        written=written,
        few=FEW,
    )


@bp.get("/courses/<int:course_id>/analysis/<int:objective_id>")
@signed_in
def question_analysis(course_id: int, objective_id: int) -> str:
    """One question: its figures, its options, and the question as it was asked, variant by variant."""
    course, _place = place_or_404(course_id, TEACHES)
    at, template = now(), request.args.get("template", "")
    objective = db.session.scalar(objective_set(course_id, objective_id)) or abort(404)
    about = _about(course)
    found = item_statistics(db.session(), course, at, about, each_template=bool(template) and about is None)
    question = found.asked(objective_id, template)
    if question is None:
        return render_template("courses/question_not_asked.html", course=course, objective=objective, about=about)
    rows = [row for _, row in sorted(found.answers[found.questions.index(question)].items())]
    items = [item_counted(db.session(), row, objective.key) for row in rows]
    worded = _worded(found, objective, rows, items)
    variant = min(max(request.args.get("variant", 1, type=number), 1), len(rows))
    return render_template(
        "courses/question_analysis.html",
        course=course,
        about=about,
        question=question,
        said=question_in_words(question, worded),
        figures=of_question(question.figures),
        options=[(one, _words(objective, one.id, worded), of_option(one)) for one in found.options(question)],
        aside=template in put_aside_in(db.session(), course_id).of(objective_id),
        item=items[variant - 1],
        parts=parts,
        variant=variant,
        variants=len(rows),
        few=FEW,
    )


@bp.get("/courses/<int:course_id>/analysis.csv")
@signed_in
def analysis_file(course_id: int) -> Response:
    """The same figures as a table for spreadsheets: of the questions, of their options, or of the test."""
    course, _place = place_or_404(course_id, TEACHES)
    at = now()
    of = request.args.get("of", "questions")
    make = TABLES.get(of) or abort(404)
    file, found = BytesIO(), _found(course, _about(course), at)
    table = make(found)
    write_csv(file, table.heads, table.rows)
    file.seek(0)
    response = send_file(file, "text/csv", as_attachment=True, download_name=f"{named_after(course)}quizapp-{of}-{at:%Y-%m-%d}.csv")
    response.headers["Cache-Control"] = "no-store"
    return response


def _about(course: Course) -> Assignment | None:
    """The assignment that is asked for, if one is."""
    wanted = request.args.get("assignment", type=number)
    return db.session.scalar(assignment_in(course.id, wanted)) or abort(404) if wanted else None


def _found(course: Course, about: Assignment | None, at: datetime) -> Statistics:
    """The figures: each way of asking is a question of the course, and each objective one of an assignment."""
    return item_statistics(db.session(), course, at, about, each_template=about is None)


def _topic(objective: Objective) -> str:
    return f"{objective.bank}/{objective.topic}"


def question_in_words(question: Question | Way, worded: Mapping[str, str] = MappingProxyType({})) -> str:
    """What its figures say of a question, with an option as it was `worded`."""
    option = question.finding.option
    return finding_in_words(question.finding, question.figures, _words(question.objective, option, worded) if option else "")


def _words(objective: Objective, option: str, worded: Mapping[str, str]) -> str:
    """An option as it was asked, else as its bank words it."""
    return worded.get(option) or ToldApart(db.session()).in_words(objective, option)


def _worded(found: Statistics, objective: Objective, rows: Sequence[Row[Any]], items: Sequence[Item | None]) -> dict[str, str]:
    """The options of these answers as they are counted, each as somebody was asked it first."""
    worded: dict[str, str] = {}
    for row, item in zip(rows, items, strict=True):
        named = found.apart(row, objective)
        for part in parts(item.interaction) if item else ():
            for offer in part.offers:
                worded.setdefault(named(offer.id), f"{part.label}: {offer.text}" if part.label else offer.text)
    return worded
