"""What bounds a learner's day: their limits, what they asked for beyond them, days off, and coming back after a gap."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case
from sqlalchemy.orm import Session

from quizapp.models import Card, Person
from quizapp.queries.days_off import days_off_of
from quizapp.queries.study_days import days_studied, last_day_studied
from quizapp.scheduling.comeback import LOOKED_BACK, came_back
from quizapp.scheduling.queue import Limits

NOTHING = Limits(0, 0)


@dataclass(frozen=True, slots=True)
class DayRules:
    """How much a study day may hold, until which day things count as due, whether it is off, and since when the learner is back."""

    limits: Limits
    more: Limits  # what was asked for beyond the limits, and is among them
    ahead_to: date | None
    off: bool
    back_since: date | None


def day_rules(session: Session, person: Person, day: date, *, overdue: bool) -> DayRules:
    """What bounds this study day of a learner, of whom something is `overdue` or not."""
    days_off = days_off_of(session, person, day)
    off = day in days_off
    more = Limits(person.more_reviews, person.more_new) if person.more_on == day else NOTHING
    usual = NOTHING if off else Limits(person.reviews_a_day, person.new_a_day)
    back_since = came_back(_days_studied(session, person.id, day), day, days_off.weekdays) if overdue else None
    limits = Limits(usual.reviews + more.reviews, usual.new + more.new)
    return DayRules(limits, more, ahead_on(person, day), off, back_since)


def _days_studied(session: Session, learner_id: int, day: date) -> list[date]:
    """The days studied lately, the latest first, and the last one before these: a gap may be longer than what is looked back on."""
    lately = session.scalars(days_studied(learner_id, day, LOOKED_BACK)).all()
    before = session.scalar(last_day_studied(learner_id, min([*lately, day])))
    return [*lately, *([before] if before else [])]


def ahead_on(person: Person, day: date) -> date | None:
    """Until which day's questions a learner studies ahead on this study day, if they do."""
    return person.ahead_to if person.more_on == day else None


def due_of(card: Card) -> date | None:
    """The day on which a card is asked again: the one that is due or, if the learner wishes, a sooner one. None while it is new."""
    if card.due is None or card.asked_sooner is None:
        return card.due
    return min(card.due, card.asked_sooner)


def due_column() -> ColumnElement[date | None]:
    """The same as `due_of`, for a query over cards."""
    return case((Card.asked_sooner < Card.due, Card.asked_sooner), else_=Card.due)
