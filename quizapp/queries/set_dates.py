"""The way to the dates that courses have set for a learner."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from quizapp.models import AssignedObjective, Assignment, Objective, Person, Study
from quizapp.queries.coming_load import habits_of
from quizapp.queries.due_soon import SOON, DueSoon, due_soon
from quizapp.queries.study_days import study_day_of
from quizapp.queries.ways import Ahead, Named, Way, way_ahead, way_to
from quizapp.scheduling.days import study_day

TOLD_AHEAD = 2 * SOON
"""So long before it is due Today says that something is too much: a week before the last seven days begin."""

MOST_OF_A_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class SetAhead:
    """What is set and due in the time to come, and what Today says of the way to it (None: nothing of it is told)."""

    soon: DueSoon
    ahead: Ahead | None


def set_ahead(session: Session, person: Person, at: datetime) -> tuple[SetAhead, ...]:
    """What courses have set that is due within a week or, where it is too much, within two."""
    found = due_soon(session, person.id, at, TOLD_AHEAD)
    if not found:
        return ()
    today = study_day_of(session, person, at)
    habits = habits_of(session, person, today)
    all_of_it = [SetAhead(soon, None) for soon in found]
    for place, one in enumerate(all_of_it):
        named = _named(session, person, one.soon, at)
        if named.also:
            ahead = way_ahead(session, person, named, today, habits)
            opened = one.soon.open or one.soon.assignment.exam
            all_of_it[place] = replace(one, ahead=ahead if opened else replace(ahead, practice=(), not_seen=()))
    return tuple(one for one in all_of_it if one.soon.due_at <= at + SOON or (one.ahead and one.ahead.too_many))


def way_to_set(session: Session, person: Person, soon: DueSoon, at: datetime) -> Way:
    """All of the way to something that is set."""
    return way_to(session, person, _named(session, person, soon, at), at)


def not_studied(session: Session, learner_id: int, soon: DueSoon, at: datetime) -> int:
    """How many of the objectives by which a date is planned no study day asks, as their topics are not begun, or are paused."""
    inside = select(Objective).where(Objective.id.in_(_told(soon.assignment, at))).subquery()
    studied = select(Study).where(
        Study.learner_id == learner_id, Study.bank == inside.c.bank, Study.topic == inside.c.topic, Study.paused_at.is_(None)
    )
    return session.scalar(select(func.count()).select_from(inside).where(~studied.exists())) or 0


def _named(session: Session, person: Person, soon: DueSoon, at: datetime) -> Named:
    """A patient's account is outside every course."""
    practised = frozenset(session.scalars(_told(soon.assignment, at))) if person.audience == "nursing" else frozenset[int]()
    return Named(_day(soon.due_at, person.zone), lambda one: one.objective_id in practised, practised)


def _told(assignment: Assignment, at: datetime) -> Select[tuple[int]]:
    """The objectives that learners may know to be asked for: of what is set to be studied its own; an exam tells of none, so that all
    stands for it that its course has opened to be studied."""
    exam = (Assignment.course_id == assignment.course_id, Assignment.mode == "study", Assignment.opens_at <= at)
    return (
        select(AssignedObjective.objective_id)
        .join(Assignment, Assignment.id == AssignedObjective.assignment_id)
        .join(Objective, Objective.id == AssignedObjective.objective_id)
        .where(Objective.retired_at.is_(None), *(exam if assignment.exam else (Assignment.id == assignment.id,)))
    )


def _day(due_at: datetime, zone: str) -> date:
    """The first study day on which it is too late to learn for it: its own, or the next where most of its own comes before."""
    return study_day(due_at + MOST_OF_A_DAY, zone)
