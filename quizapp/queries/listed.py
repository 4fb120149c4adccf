"""Where objectives stand with what their learner is asked: on this study day, on a day to come, and as they wished."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from quizapp.models import Card, Objective, Person, Study
from quizapp.queries.cards import state_of
from quizapp.queries.days_off import days_off_of
from quizapp.queries.study_days import study_day_of
from quizapp.queries.today import candidates, left_of
from quizapp.scheduling.cards import in_drill
from quizapp.scheduling.days_off import DaysOff
from quizapp.scheduling.queue import Candidate


@dataclass(frozen=True, slots=True)
class Listed:
    """Whether this study day still asks an objective, or else on which it comes (None: nobody can tell), whether its learner wished for it
    sooner than it is due, and whether such a wish would change anything."""

    today: bool
    comes: date | None
    wished: bool
    can_be_sooner: bool


def listed(session: Session, person: Person, objective_ids: Collection[int], at: datetime) -> dict[int, Listed]:
    """By its number, each of these objectives that a learner may be asked, also one whose topic rests; none that rests by itself."""
    day = study_day_of(session, person, at)
    may_be_asked = list(candidates(session, person))
    left, off = left_of(session, person, day, may_be_asked), days_off_of(session, person, day)
    cards = {card.objective_id: card for card in session.scalars(_cards(person.id, objective_ids))}
    drilled = {number for number, card in cards.items() if in_drill(state_of(card), day)}
    reviewed = {number for number, card in cards.items() if card.last_day == day}
    paused = {number: Listed(False, None, wished, not wished) for number, wished in _paused(session, person.id, objective_ids)}
    return paused | {
        one.objective: _listed(one, day, off, today=one.objective in left | drilled, reviewed=one.objective in reviewed)
        for one in may_be_asked
        if one.objective in objective_ids and not one.suspended
    }


def _listed(one: Candidate, day: date, off: DaysOff, *, today: bool, reviewed: bool) -> Listed:
    tomorrow = day + timedelta(days=1)
    named = one.sooner or (one.due if one.due and one.due > day else None)  # what is due and held back comes when there is room
    comes = None if today or named is None else off.first_on_from(max(named, tomorrow))
    soonest = off.first_on_from(tomorrow) if reviewed else day
    wished = one.sooner is not None
    return Listed(today, comes, wished, not today and not wished and (comes is None or comes > soonest))


def _paused(session: Session, learner_id: int, objective_ids: Collection[int]) -> list[tuple[int, bool]]:
    """What is in topics that rest, and whether it is wished for when they are taken up."""
    rows = session.execute(_in_paused_topics(learner_id, objective_ids))
    return [(number, sooner is not None) for number, sooner in rows]


def _in_paused_topics(learner_id: int, objective_ids: Collection[int]) -> Select[tuple[int, date | None]]:
    return (
        select(Objective.id, Card.asked_sooner)
        .join(Study, and_(Study.bank == Objective.bank, Study.topic == Objective.topic))
        .outerjoin(Card, and_(Card.learner_id == Study.learner_id, Card.objective_id == Objective.id))
        .where(Study.learner_id == learner_id, Study.paused_at.is_not(None), Objective.id.in_(list(objective_ids)))
        .where(Objective.retired_at.is_(None), Card.suspended_at.is_(None))
    )


def _cards(learner_id: int, objective_ids: Collection[int]) -> Select[tuple[Card]]:
    return select(Card).where(Card.learner_id == learner_id, Card.objective_id.in_(list(objective_ids)))
