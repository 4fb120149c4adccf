"""The way to the dates that courses have set for a learner."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Objective, Person, Study
from quizapp.queries.assignments import held_by
from quizapp.queries.due_soon import SOON, DueSoon, due_soon
from quizapp.queries.study_days import study_day_of
from quizapp.queries.ways import Ahead, Named, Way, way_to, ways_ahead
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
    every = [(soon, named) for soon, named in zip(found, _named(session, person, found, at), strict=True)]
    planned = [(soon, named) for soon, named in every if named.also]
    aheads = ways_ahead(session, person, [named for _, named in planned], study_day_of(session, person, at))
    by_number = {soon.assignment.id: ahead for (soon, _), ahead in zip(planned, aheads, strict=True)}
    all_of_it = [SetAhead(soon, _told(soon, by_number.get(soon.assignment.id))) for soon in found]
    return tuple(one for one in all_of_it if one.soon.due_at <= at + SOON or (one.ahead and one.ahead.too_many))


def way_to_set(session: Session, person: Person, soon: DueSoon, at: datetime) -> Way:
    """All of the way to something that is set."""
    (named,) = _named(session, person, [soon], at)
    return way_to(session, person, named, at)


def not_studied(session: Session, learner_id: int, soon: DueSoon, at: datetime) -> int:
    """How many of the objectives by which a date is planned no study day asks, as their topics are not begun, or are paused."""
    inside = select(Objective).where(Objective.id.in_(_asked_for(session, [soon.assignment], at)[0])).subquery()
    studied = select(Study).where(
        Study.learner_id == learner_id, Study.bank == inside.c.bank, Study.topic == inside.c.topic, Study.paused_at.is_(None)
    )
    return session.scalar(select(func.count()).select_from(inside).where(~studied.exists())) or 0


def _told(soon: DueSoon, ahead: Ahead | None) -> Ahead | None:
    """What of the way to something is told: before it opens nothing of what is in it."""
    opened = soon.open or soon.assignment.exam
    return ahead if opened or ahead is None else replace(ahead, practice=(), not_seen=())


def _named(session: Session, person: Person, found: Sequence[DueSoon], at: datetime) -> list[Named]:
    asked_for = _asked_for(session, [soon.assignment for soon in found], at)
    return [_by(_day(soon.due_at, person.zone), held) for soon, held in zip(found, asked_for, strict=True)]


def _by(day: date, held: frozenset[int]) -> Named:
    return Named(day, lambda one: one.objective_id in held, held)


def _asked_for(session: Session, assignments: Sequence[Assignment], at: datetime) -> list[frozenset[int]]:
    """The objectives that learners may know each to ask for: of what is set to be studied its own; an exam tells of none, so that all
    stands for it that its course has opened to be studied."""
    opened: dict[int, set[int]] = {one.course_id: set() for one in assignments if one.exam}
    for course_id, assignment_id in session.execute(_opened(opened, at)).tuples() if opened else ():
        opened[course_id].add(assignment_id)
    own = {one.id for one in assignments if not one.exam}
    held: dict[int, set[int]] = defaultdict(set)
    for assignment_id, objective_id in session.execute(held_by(own.union(*opened.values()))).tuples():
        held[assignment_id].add(objective_id)
    inside = ((opened[one.course_id] if one.exam else {one.id}) for one in assignments)
    return [frozenset[int]().union(*(held[number] for number in numbers)) for numbers in inside]


def _opened(courses: Collection[int], at: datetime) -> Select[tuple[int, int]]:
    """What these courses have opened to be studied, each with its course."""
    found = select(Assignment.course_id, Assignment.id)
    return found.where(Assignment.course_id.in_(courses), Assignment.mode == "study", Assignment.opens_at <= at)


def _day(due_at: datetime, zone: str) -> date:
    """The first study day on which it is too late to learn for it: its own, or the next where most of its own comes before."""
    return study_day(due_at + MOST_OF_A_DAY, zone)
