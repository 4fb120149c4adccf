"""How much stays with a learner: of what came back, how much they still knew."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from quizapp.models import Review
from quizapp.queries.reviews import counted_grade, scheduled_reviews
from quizapp.scheduling.sm2 import PASS

AGES: Final = (1, 2, 7, 21, 60)
"""Where bands of age begin, in days: a band ends a day before the next begins. From 21 days on a card is called mature (Anki)."""


@dataclass(frozen=True, slots=True)
class Band:
    """Scheduled answers to cards whose interval was from so many days on, and how many of them passed."""

    first_day: int
    last_day: int | None
    answers: int
    passed: int


def retention_by_age(session: Session, learner_id: int) -> tuple[Band, ...]:
    """True retention: of scheduled answers to cards that had been answered before, how many passed, by the interval they had then. A band
    without any is in it as well. Source: Anki's "true retention" (first answer of a day, passed or not, by the age of the card)."""
    found = {first: (answers, passed) for first, answers, passed in session.execute(_by_age(learner_id))}
    lasts: list[int | None] = [following - 1 for following in AGES[1:]]
    return tuple(Band(first, last, *found.get(first, (0, 0))) for first, last in zip(AGES, [*lasts, None], strict=True))


def _by_age(learner_id: int) -> Select[tuple[int, int, int]]:
    band = case(*((Review.interval_before >= first, first) for first in reversed(AGES)))
    passed = func.sum(case((counted_grade() >= PASS, 1), else_=0))
    return select(band, func.count(), passed).where(scheduled_reviews(learner_id), Review.interval_before >= AGES[0]).group_by(band)
