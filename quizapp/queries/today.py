"""What a learner's day holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from quizapp.models import Card, Objective, Person, Study
from quizapp.queries.items import current_revisions, knowledge_of
from quizapp.queries.reviews import reviews_of_day
from quizapp.queries.study_days import study_day_of
from quizapp.scheduling.queue import Asked, Candidate, DayQueue, Limits, day_queue

__all__ = ["Today", "candidates", "queue_of", "study_day_of", "today"]


@dataclass(frozen=True, slots=True)
class Today:
    """What is left of the day, what was done, and when there is more."""

    day: date
    waiting: int  # all that is left today
    reviews: int
    new: int
    drills: int
    held_reviews: int  # due, but over the daily limit
    held_new: int
    answered: int
    next_day: date | None  # the next day on which something comes back
    next_day_count: int
    suspended: int  # would be asked on this or another day, but the learner wishes otherwise

    @property
    def held_back(self) -> int:
        """How many the daily limits keep for another day."""
        return self.held_reviews + self.held_new


def today(session: Session, person: Person, at: datetime) -> Today:
    """What this day holds for a learner."""
    day = study_day_of(session, person, at)
    may_be_asked = list(candidates(session, person))
    queue, answered = _queue(session, person, day, may_be_asked)
    next_day, count = next_due(session, person.id, day)
    return Today(
        day=day,
        waiting=waiting(queue),
        reviews=queue.reviews,
        new=queue.new,
        drills=queue.drills,
        held_reviews=queue.held_reviews,
        held_new=queue.held_new,
        answered=answered,
        next_day=next_day,
        next_day_count=count,
        suspended=sum(one.suspended for one in may_be_asked),
    )


def queue_of(session: Session, person: Person, day: date) -> tuple[DayQueue, int]:
    """The queue of a study day, and how many answers were given in it."""
    return _queue(session, person, day, candidates(session, person))


def _queue(session: Session, person: Person, day: date, may_be_asked: Iterable[Candidate]) -> tuple[DayQueue, int]:
    asked = [
        Asked(one.objective_id, one.kind, one.counted_grade, new=one.step == 0) for one in session.scalars(reviews_of_day(person.id, day))
    ]
    limits = Limits(person.reviews_a_day, person.new_a_day)
    return day_queue(may_be_asked, asked, day, str(person.id), limits), len(asked)


def waiting(queue: DayQueue) -> int:
    """How many questions are left in a queue, each drill counted once."""
    return queue.drills + queue.reviews + queue.new


def candidates(session: Session, person: Person) -> Iterator[Candidate]:
    """Every objective of topics studied and not paused, not retired, and for people like this one; and whether it is suspended."""
    rows = session.execute(_studied(person.id)).all()
    known = [knowledge_of(session, revision) for _, revision in session.execute(current_revisions()).all()]
    before = 0
    for knowledge in sorted(known, key=lambda knowledge: knowledge.bank.about.place):
        bank, objectives = knowledge.bank.name, knowledge.objectives
        places = {key: place for place, key in enumerate(objectives, before)}
        before += len(objectives)
        for row in (row for row in rows if row.bank == bank and row.key in places):
            objective = objectives[row.key]
            if person.audience in objective.audiences:
                facts = frozenset(f"{bank}/{fact}" for fact in (objective.fact, *objective.kin))
                beside = frozenset(f"{bank}/{fact}" for fact in objective.beside)
                yield Candidate(row.id, places[row.key], facts, beside, row.due_sm2, row.suspended_at is not None)


def next_due(session: Session, learner_id: int, day: date) -> tuple[date | None, int]:
    """The first day after this one on which something comes back, and how much."""
    found = session.execute(_due_after(learner_id, day)).first()
    return (None, 0) if found is None else (found.due_sm2, found.cards)


def _studied(learner_id: int) -> Select[tuple[int, str, str, date | None, datetime | None]]:
    return (
        select(Objective.id, Objective.key, Objective.bank, Card.due_sm2, Card.suspended_at)
        .join(Study, and_(Study.bank == Objective.bank, Study.topic == Objective.topic))
        .outerjoin(Card, and_(Card.learner_id == Study.learner_id, Card.objective_id == Objective.id))
        .where(Study.learner_id == learner_id, Study.paused_at.is_(None), Objective.retired_at.is_(None))
    )


def _due_after(learner_id: int, day: date) -> Select[tuple[date | None, int]]:
    studied = _studied(learner_id).subquery()
    return (
        select(studied.c.due_sm2, func.count().label("cards"))
        .where(studied.c.due_sm2 > day, studied.c.suspended_at.is_(None))
        .group_by(studied.c.due_sm2)
        .order_by(studied.c.due_sm2)
        .limit(1)
    )
