"""How many questions the coming days hold for a learner."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from quizapp.models import Card, Person, Review
from quizapp.queries.cards import memory_of
from quizapp.queries.days_off import days_off_of
from quizapp.queries.reviews import counted_grade, reviews_of_day, scheduled_reviews
from quizapp.queries.study_days import study_day_of
from quizapp.queries.today import DaySoFar, candidates, day_so_far
from quizapp.scheduling import recall
from quizapp.scheduling.planning import DayLoad, Habits, Planned, forecast
from quizapp.scheduling.queue import Candidate, Limits
from quizapp.scheduling.sm2 import NEW, PASS, Memory

BY_GOAL: Final = "fsrs"
"""The scheduler that goes by a goal for recall."""

LOOKED_BACK = timedelta(days=90)
ENOUGH = 30
"""So many answers tell how often a learner passes; fewer do not."""


def coming_load(session: Session, person: Person, at: datetime, days: int) -> tuple[DayLoad, ...]:
    """What each of so many days is expected to hold, today first, without what was done today: what is overdue and what is new counted, as
    the learner's limits and days off allow, and at the share of answers that they passed of late."""
    today = study_day_of(session, person, at)
    return forecast([one for _, one in planned(session, person, today)], today, days, habits_of(session, person, today))


def habits_of(session: Session, person: Person, today: date) -> Habits:
    """How a learner studies, as a forecast takes it: with the grades that they had of late, where enough of them tell."""
    habits = Habits(
        limits=Limits(person.reviews_a_day, person.new_a_day),
        off=days_off_of(session, person, today),
        done=done_on(session, person.id, today),
        goal=person.goal_recall if person.scheduler == BY_GOAL else None,
        queued=True,
    )
    first, later = grades_lately(session, person.id, today)
    if first.total() >= ENOUGH:
        habits = replace(habits, first=_share_passed(first))
    if later.total() >= ENOUGH:
        habits = replace(habits, passes=_share_passed(later), grades=(later[3], later[4], later[5]))
    return habits


def planned(session: Session, person: Person, today: date) -> Iterator[tuple[int, Planned]]:
    """All that a learner may be asked, by its number, in the order in which new ones are met; and whether this study day still asks it."""
    known, remembered = (
        list(candidates(session, person)),
        {row.objective_id: memory_of(row) for row in session.execute(_remembered(person.id))},
    )
    return planned_of(known, day_so_far(session, person, today, known), memories_of(session, person.id), remembered)


def planned_of(
    may_be_asked: Collection[Candidate], so_far: DaySoFar, memories: Mapping[int, Memory], remembered: Mapping[int, recall.Memory | None]
) -> Iterator[tuple[int, Planned]]:
    """The same of what may be asked on a day, with what each scheduler remembers of it."""
    asks = frozenset(so_far.queue_of(may_be_asked).today)  # all of it, though whoever comes back is shown a portion at a time
    for one in sorted((one for one in may_be_asked if not one.suspended), key=lambda one: one.position):
        memory, fsrs = memories.get(one.objective, NEW), remembered.get(one.objective)
        yield one.objective, Planned(one.due, memory, one.facts, fsrs, today=one.objective in asks)


def done_on(session: Session, learner_id: int, day: date) -> Limits:
    """How many scheduled answers were given on a study day, and how many of them were first ones."""
    done = [one for one in session.scalars(reviews_of_day(learner_id, day)) if one.kind == "scheduled"]
    return Limits(len(done), sum(one.step == 0 for one in done))


def grades_lately(session: Session, learner_id: int, today: date) -> tuple[Counter[int], Counter[int]]:
    """How often this learner had each grade of late: at first answers, and at those to what they had met before."""
    found = session.execute(_graded(learner_id, today - LOOKED_BACK)).all()
    first, later = (Counter({row.grade: row.answers for row in found if row.first is was_first}) for was_first in (True, False))
    return first, later


def memories_of(session: Session, learner_id: int) -> dict[int, Memory]:
    """By objective, SM-2's memory of what this learner was asked."""
    return {row.objective_id: Memory(*row[1:]) for row in session.execute(_memories(learner_id))}


def _memories(learner_id: int) -> Select[tuple[int, int, int, int]]:
    return select(Card.objective_id, Card.repetitions, Card.interval, Card.easiness).where(Card.learner_id == learner_id, Card.steps > 0)


def _remembered(learner_id: int) -> Select[Any]:
    columns = (Card.objective_id, Card.stability, Card.difficulty, Card.seen_on, Card.due_fsrs)
    return select(*columns).where(Card.learner_id == learner_id, Card.stability.is_not(None))


def _graded(learner_id: int, since: date) -> Select[tuple[bool, int, int]]:
    """Of scheduled answers, whether they were first ones, the grade that counts, and how many there were."""
    first, grade = (Review.step == 0).label("first"), counted_grade().label("grade")
    lately = scheduled_reviews(learner_id), Review.study_day >= since
    return select(first, grade, func.count().label("answers")).where(*lately).group_by(first, grade)


def _share_passed(grades: Counter[int]) -> float:
    return sum(count for grade, count in grades.items() if grade >= PASS) / grades.total()
