"""The map of a course: learners and topics, who needs help, and the same without a name."""

from dataclasses import dataclass
from datetime import date

from flask import render_template, request

from quizapp.analysis.needs import only_slow
from quizapp.clock import now
from quizapp.models.courses import TEACHES
from quizapp.queries.course_map import Cell, CourseMap, LearnerOnMap, course_map
from quizapp.queries.courses import sections_of
from quizapp.queries.items import topic_titles
from quizapp.scheduling.days import study_day
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import place_or_404
from quizapp.web.courses.needs import next_step, reason_in_words
from quizapp.web.extensions import db
from quizapp.web.roles import signed_in
from quizapp.web.wording import format_date
from quizapp.web.wording import gettext as _

STEPS = (20, 40, 60, 80)
FIRST = 12
"""So many who need help are named at once; the others are a link away."""

FAR = 730
"""So many days ahead recall is worked out."""

FEW = 5
"""So many learners make a group that may be compared."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A section beside the others: how many learners, mean recall and share at goal in whole percent."""

    title: str
    learners: int
    mean: int
    at_goal: int


@bp.get("/courses/<int:course_id>/map")
@signed_in
def map(course_id: int) -> str | tuple[str, int]:
    """Learners and topics on a day, with names or without. Where no such day can be shown, today with what is wrong."""
    course, _place = place_or_404(course_id, TEACHES)
    at = now()
    today = study_day(at, course.zone)
    chosen = _day(request.args.get("on", ""), today)
    day, problems = (chosen, {}) if isinstance(chosen, date) else (today, {"on": chosen})
    nameless = request.args.get("names") == "no"
    found = course_map(db.session(), course, day, at)
    shown = render_template(
        "courses/map.html",
        course=course,
        found=found,
        titles=topic_titles(db.session()),
        learners=sorted(found.learners, key=lambda one: one.place.pseudonym) if nameless else found.learners,
        nameless=nameless,
        compared=compared(found),
        level=level,
        percent=percent,
        slow=sum(only_slow(one.reasons) for one in found.learners),
        helping=found.needing_help if request.args.get("help") == "all" else found.needing_help[:FIRST],
        reason_in_words=reason_in_words,
        next_step=next_step,
        day=day,
        today=today,
        short_day=short_day,
        shown_day=format_date(day, "d MMMM y"),
        sections=db.session.scalars(sections_of(course_id)).all(),
        problems=problems,
    )
    return (shown, 422) if problems else shown


def short_day(day: date) -> str:
    """A day of this year or the last, as it fits into a table."""
    return format_date(day, "d MMM")


def percent(share: float) -> int:
    """A share (0 to 1) in whole percent."""
    return round(100 * share)


def level(cell: Cell) -> int:
    """How dark a cell is, from 0 (nothing was seen) to 5."""
    return 1 + sum(percent(cell.mean) >= step for step in STEPS) if cell.seen else 0


def compared(found: CourseMap) -> tuple[Compared, ...]:
    """The sections of enough learners, each beside the others."""
    sections: dict[str, list[LearnerOnMap]] = {}
    for learner in found.learners:
        if learner.section:
            sections.setdefault(learner.section, []).append(learner)
    return tuple(_compared(title, learners) for title, learners in sorted(sections.items()) if len(learners) >= FEW)


def _compared(title: str, learners: list[LearnerOnMap]) -> Compared:
    mean = sum(one.whole.mean for one in learners) / len(learners)
    at_goal = sum(one.whole.share_at_goal for one in learners) / len(learners)
    return Compared(title, len(learners), percent(mean), percent(at_goal))


def _day(typed: str, today: date) -> date | str:
    """The day asked for, today where none is; else what is wrong with it."""
    if not typed.strip():
        return today
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError:
        return _("Choose a day, such as %(day)s. This is today.", day=today.isoformat())
    if day < today:
        return _("That day is over, and what was known then is not kept. Choose today or a later day. This is today.")
    return day if (day - today).days <= FAR else _("Choose a day within two years. This is today.")
