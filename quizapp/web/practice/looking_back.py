"""What came of attempts: of one, and over time."""

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.queries.attempts import Asked, Sheet, finished_sheets
from quizapp.queries.items import current_knowledge
from quizapp.queries.withheld import told_from, untold_attempts
from quizapp.web.ends import moved
from quizapp.web.extensions import db
from quizapp.web.overdue import end_what_is_over
from quizapp.web.practice.blueprint import bp
from quizapp.web.practice.on_list import on_list
from quizapp.web.practice.own import own_sheet
from quizapp.web.practice.scores import by_topic, over_time
from quizapp.web.practice.set_by import passes, set_by
from quizapp.web.practice.words import kind_of, what_is_told
from quizapp.web.roles import signed_in
from quizapp.web.spans import span


@dataclass(frozen=True, slots=True)
class Group:
    """Questions under a heading, "" where they stand in the order in which they were asked."""

    heading: str
    asked: tuple[Asked, ...]


@bp.get("/practice/attempts/<int:attempt>/result")
@signed_in
def result(attempt: int) -> Response | str:
    """What came of an attempt: marks, topics, and every question."""
    at = now()
    found = own_sheet(attempt, at)
    if found.open:
        return redirect(url_for(".go_on", attempt=attempt), 303)
    grouped = request.args.get("by") == "topic"
    bars = by_topic([found], _title)
    by_course, waits = set_by(found), told_from(db.session(), found.quiz, at)
    assert found.attempt.ended_at
    return render_template(
        "practice/result.html",
        sheet=found,
        by_course=by_course,
        passed=passes(found, by_course),
        told=what_is_told(request.args.get("told", "")),
        moved=moved(found.attempt, at, current_user.zone),
        kind=kind_of(found),
        took=span(found.attempt.ended_at - found.attempt.begun_at),
        bars=bars,
        grouped=grouped,
        groups=_groups(found) if grouped else [Group("", found.asked)],
        on_list={} if waits else on_list(found.asked, at),
        told_from=waits,
    )


@bp.get("/practice/results")
@signed_in
def results() -> str:
    """The scores of all finished quizzes, over time and by topic."""
    end_what_is_over(at := now())
    sheets, untold = finished_sheets(db.session(), current_user.id), set(db.session.scalars(untold_attempts(current_user.id, at)))
    return render_template(
        "practice/results.html",
        attempts=[(one, kind_of(one)) for one in sheets],
        columns=over_time(sheets, current_user.zone),
        topics=by_topic([one for one in sheets if one.number not in untold], _title),
    )


def _groups(found: Sheet) -> list[Group]:
    """The questions by topic, those that count for nothing too."""
    topics = {(one.objective.bank, one.objective.topic) for one in found.asked}
    in_order = sorted((_title(*topic), topic) for topic in topics)
    return [
        Group(title, tuple(one for one in found.asked if (one.objective.bank, one.objective.topic) == topic)) for title, topic in in_order
    ]


def _title(bank: str, topic: str) -> str:
    return current_knowledge(db.session(), bank).topic_titles.get(topic, topic)
