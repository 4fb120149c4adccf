"""The form for what is set: new, or changed; and picking single objectives for it."""

from collections.abc import Collection
from zoneinfo import ZoneInfo

from flask import flash, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Assignment, Course, Enrolment, Objective
from quizapp.models.courses import TEACHES
from quizapp.queries.assignments import objectives_in
from quizapp.queries.exam_attempts import learners_begun
from quizapp.queries.library import library
from quizapp.queries.nursing import objectives_for_nurses
from quizapp.scheduling.days import study_day
from quizapp.scheduling.recall import GOAL
from quizapp.usecases.exam_terms import AtMost, ExamTerms, Otherwise
from quizapp.usecases.set_assignment import Picked, set_assignment
from quizapp.web.courses.assigning import found_in
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import changing_course, going_on_or_404, place_or_404
from quizapp.web.courses.words import zone_name
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

CARRIED = ("title", "mode", "goal", "number", "attempts", "minutes", "pass_mark", "answers", "opens", "due")
"""What the form holds beside what is chosen."""
Form = MultiDict[str, str]
Answer = Response | str | tuple[str, int]


@bp.get("/courses/<int:course_id>/assignments/new")
@signed_in
def new_assignment(course_id: int) -> str:
    """The form for what is to be known by when."""
    course, _place = going_on_or_404(course_id)
    usual = {"mode": "study", "goal": str(GOAL), "number": "20", "attempts": "1", "pass_mark": "60"}
    return _form(course, MultiDict({**usual, "opens": study_day(now(), course.zone).isoformat()}), {})


@bp.post("/courses/<int:course_id>/assignments")
@signed_in
def assign(course_id: int) -> Answer:
    """Set it; or look for what to pick first."""
    return _answer(course_id, None)


@bp.get("/courses/<int:course_id>/assignments/<int:assignment_id>/settings")
@signed_in
def assignment_settings(course_id: int, assignment_id: int) -> str:
    """The form for what is set already."""
    course, _place = going_on_or_404(course_id)
    found = found_in(course_id, assignment_id)
    return _form(course, _given(course, found), {}, found)


@bp.post("/courses/<int:course_id>/assignments/<int:assignment_id>/settings")
@signed_in
def change_assignment(course_id: int, assignment_id: int) -> Answer:
    """Keep what is changed; or look for what to pick first."""
    return _answer(course_id, assignment_id)


def _answer(course_id: int, assignment_id: int | None) -> Answer:
    form, at = request.form, now()
    course, _place = place_or_404(course_id, TEACHES)
    found = None if assignment_id is None else found_in(course_id, assignment_id)
    if "pick" in form:
        return _picking(course, form, found)
    if "back" in form:
        return _form(course, form, {}, found)

    def once(course: Course, _place: Enrolment) -> Assignment | dict[str, str] | AtMost | Otherwise:
        changed = None if assignment_id is None else found_in(course_id, assignment_id)
        what = (form.get("title", ""), form.getlist("topic"), form.get("goal", ""), form.get("opens", ""), form.get("due", ""))
        picked = Picked(form.getlist("bank"), picked_in(form))
        return set_assignment(db.session(), course, *what, at, picked=picked, exam=_terms(form), changed=changed)

    outcome = changing_course(course_id, once)
    if not isinstance(outcome, Assignment):
        course, _place = place_or_404(course_id, TEACHES)
        found = None if assignment_id is None else found_in(course_id, assignment_id)
        return _form(course, form, _in_their_language(outcome), found, outcome if isinstance(outcome, Otherwise) else None), 422
    flash(_("It is set. Learners find it on the page of the course.") if outcome.opens_at else _("It is kept. Give it dates to open it."))
    return redirect(url_for(".assignment", course_id=course_id, assignment_id=outcome.id), 303)


def _in_their_language(outcome: dict[str, str] | AtMost | Otherwise) -> dict[str, str]:
    """What is wrong with the form, by field."""
    if isinstance(outcome, Otherwise):
        return {"answers": " ".join(_warning(outcome))}
    if isinstance(outcome, AtMost):
        return {"number": _at_most(outcome.questions)}
    return {field: _(why) for field, why in outcome.items()}


def _warning(otherwise: Otherwise) -> list[str]:
    """Of whom it is, and what it does to them."""
    return [
        ngettext("%(num)d learner has begun this exam.", "%(num)d learners have begun this exam.", otherwise.begun),
        ngettext("%(num)d is in it now.", "%(num)d are in it now.", otherwise.going_on) if otherwise.going_on else "",
        _("Whoever has finished would not be told any more what was right, until it is due for everybody.")
        if otherwise.wait
        else _("Whoever has finished would be told at once what was right, and could pass it on to those who have not."),
        _("To change it all the same, send the form once more."),
    ]


def _at_most(questions: int) -> str:
    if not questions:
        return _("Nothing of what is chosen can be asked here now, since it is put aside. Choose more.")
    return ngettext(
        "At most %(num)d question can be asked of what is chosen: others would tell its answer, or are put aside. Type 1, or choose more.",
        "At most %(num)d questions can be asked together of what is chosen: others would tell their answers, or are put aside. "
        "Type %(num)d, or choose more.",
        questions,
    )


def picked_in(form: Form) -> frozenset[int]:
    """The objectives that are picked one by one: those that are ticked, and those that the form carries along."""
    numbers = [*form.getlist("objective"), *form.get("objectives", "").split()]
    return frozenset(int(one) for one in numbers if one.isascii() and one.isdigit() and len(one) < 10)


def _terms(form: Form) -> ExamTerms:
    return ExamTerms(
        form.get("mode") == "exam", *(form.get(name, "") for name in ("number", "attempts", "minutes", "pass_mark", "answers", "warned"))
    )


def _given(course: Course, found: Assignment) -> Form:
    """The form as it was filled in: topics of which all is held are ticked, the rest was picked one by one."""
    held = {one.id for one in db.session.scalars(objectives_in(found.id))}
    topics: dict[str, set[int]] = {}
    for one in objectives_for_nurses(db.session()):
        topics.setdefault(f"{one.bank}/{one.topic}", set()).add(one.id)
    whole = [topic for topic, inside in topics.items() if inside <= held]
    single = held - {one for topic in whole for one in topics[topic]}
    given: Form = MultiDict([("topic", topic) for topic in whole])
    given.update({"title": found.title, "mode": found.mode, "goal": str(found.goal), "objectives": " ".join(map(str, sorted(single)))})
    for name in ("number", "attempts", "pass_mark"):
        given[name] = str(getattr(found, name) or "")
    given["minutes"] = str(found.seconds // 60) if found.seconds else ""
    given["answers"] = "wait" if found.answers_wait else ""
    given["opens"], given["due"] = (
        one.astimezone(ZoneInfo(course.zone)).date().isoformat() if one else "" for one in (found.opens_at, found.due_at)
    )
    return given


def _form(
    course: Course, given: Form, problems: dict[str, str], found: Assignment | None = None, otherwise: Otherwise | None = None
) -> str:
    picked = picked_in(given)
    return render_template(
        "courses/assigning.html",
        course=course,
        assignment=found,
        given=given,
        begun=db.session.scalar(learners_begun(found.id)) if found is not None and found.exam else 0,
        topics=given.getlist("topic"),
        banks=given.getlist("bank"),
        picked=" ".join(map(str, sorted(picked))),
        picked_in_words=_in_words(picked),
        shelves=library(db.session(), None, None, "nursing"),
        problems=problems,
        otherwise=otherwise,
        zone=zone_name(course.zone),
        action=_action(course, found),
        here=_action(course, found) if found else url_for(".new_assignment", course_id=course.id),
    )


def _picking(course: Course, form: Form, found: Assignment | None) -> str:
    """One topic's objectives to tick; all else of the form is carried along."""
    picked, topic = picked_in(form), form.get("from", "")
    inside = [one for one in objectives_for_nurses(db.session()) if f"{one.bank}/{one.topic}" == topic]
    return render_template(
        "courses/picking.html",
        course=course,
        objectives=inside,
        title=_title(topic),
        picked=picked,
        carried=[(name, value) for name in ("topic", "bank") for value in form.getlist(name)]
        + [(name, form.get(name, "")) for name in CARRIED]
        + [("objectives", " ".join(map(str, sorted(picked - {one.id for one in inside}))))],
        action=_action(course, found),
        here=url_for(".new_assignment", course_id=course.id),
    )


def _in_words(picked: Collection[int]) -> str:
    if not picked:
        return ""
    found: list[Objective] = [one for one in objectives_for_nurses(db.session()) if one.id in picked]
    topics = dict.fromkeys(_title(f"{one.bank}/{one.topic}") for one in found)
    return ngettext("%(num)d picked: %(topics)s", "%(num)d picked: %(topics)s", len(found), topics=", ".join(topics))


def _title(topic: str) -> str:
    shelves = library(db.session(), None, None, "nursing")
    return next((one.title for shelf in shelves for one in shelf.topics if f"{shelf.bank}/{one.topic}" == topic), "")


def _action(course: Course, found: Assignment | None) -> str:
    if found is None:
        return url_for(".assign", course_id=course.id)
    return url_for(".change_assignment", course_id=course.id, assignment_id=found.id)
