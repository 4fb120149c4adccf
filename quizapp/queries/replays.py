"""All cards and all answers, one card after the other, for who works them out again."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from questions.responses import DontKnow, response_from_json
from quizapp.models import Card, Person, Review
from quizapp.queries.card_logs import CardKey, card_logs
from quizapp.scheduling.cards import Answered

AT_ONCE = 1000


class Chosen(NamedTuple):
    """What a person chose of their schedule: scheduler, and goal for recall in percent."""

    scheduler: str
    goal: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A card as it is kept, the answers it is to come from, and what its owner chose."""

    key: CardKey
    card: Row[Any] | None  # None: there is none
    log: list[Answered]
    chosen: Chosen


class Scored(NamedTuple):
    """A review as far as its grade depends on it."""

    marks: int
    maximum: int
    certainty: str | None
    dont_know: bool
    milliseconds: int | None
    reading_milliseconds: int
    was_lowered: bool


def kept_cards(session: Session) -> Iterator[Kept]:
    """Every card that is kept or has live answers, in the order of people and objectives."""
    chosen = {person: Chosen(*rest) for person, *rest in session.execute(select(Person.id, Person.scheduler, Person.goal_recall))}
    rows = session.execute(_cards(), execution_options={"yield_per": AT_ONCE})
    both = merge(((_key(row), row) for row in rows), card_logs(session), key=itemgetter(0))
    for key, found in groupby(both, key=itemgetter(0)):
        here = [one for _, one in found]
        card = next((one for one in here if isinstance(one, Row)), None)
        log = next((one for one in here if isinstance(one, list)), [])
        yield Kept(key, card, log, chosen[key.learner_id])


def scored_reviews(session: Session) -> Iterator[tuple[CardKey, dict[int, Scored]]]:
    """What the grades of each card's live reviews depend on, by turn, in the order of people and objectives."""
    rows = session.execute(_scored(), execution_options={"yield_per": AT_ONCE})
    for key, reviews in groupby(rows, key=_key):
        yield key, {one.turn: _score(one) for one in reviews}


def _key(row: Row[Any]) -> CardKey:
    return CardKey(row.learner_id, row.objective_id)


def _score(one: Row[Any]) -> Scored:
    dont_know = isinstance(response_from_json(one.response), DontKnow)
    return Scored(one.marks, one.maximum, one.certainty, dont_know, one.milliseconds, one.reading_milliseconds, one.lowered_to is not None)


def _cards() -> Select[Any]:
    return select(*Card.__table__.columns).order_by(Card.learner_id, Card.objective_id)


def _scored() -> Select[Any]:
    columns = ("learner_id", "objective_id", "turn", "marks", "maximum", "certainty", "response", "milliseconds", "reading_milliseconds")
    wanted = select(*(getattr(Review, name) for name in (*columns, "lowered_to"))).where(Review.undone_at.is_(None))
    return wanted.order_by(Review.learner_id, Review.objective_id, Review.turn)
