"""Begin a quiz: choose its questions, and lay them out for a learner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from quizapp.models import Attempt, Person, Quiz
from quizapp.models.transactions import begin_counting
from quizapp.queries.attempts import attempt_of_seed
from quizapp.queries.practice import Practisable
from quizapp.usecases.beginning import are_current, items_of, open_attempt
from quizapp.usecases.choosing import Wished
from quizapp.usecases.wording import sentence

NOTHING = sentence("Nothing matches what you chose. Choose another topic, or “Everything”.")
CORRECTED = sentence("Some questions were corrected just now. Begin once more: you will be asked the new ones.")


@dataclass(frozen=True, slots=True)
class Begun:
    """The attempt, and how many questions it has: fewer than wished where others would give each other away."""

    attempt: int
    questions: int


@dataclass(frozen=True, slots=True)
class NothingMatches:
    """There is nothing to ask, and why."""

    why: str = NOTHING


def begin_attempt(
    session: Session, person: Person, practisable: Sequence[Practisable], wished: Wished, seed: str, at: datetime
) -> Begun | NothingMatches:
    """Compose a quiz by its seed, and open an attempt at it. The same seed once more is the same attempt."""
    items = items_of(practisable, wished, seed)
    if not items:
        return NothingMatches()
    person_id, ids = person.id, {one.candidate.objective: one.objective_id for one in practisable}
    begin_counting(session, Attempt)
    if (again := session.scalar(attempt_of_seed(person_id, seed))) is not None:
        return Begun(again, len(items))
    if not are_current(session, items):
        return NothingMatches(CORRECTED)
    number = open_attempt(session, _quiz(person_id, wished, at), seed, items, ids, _ends_at(wished, at))
    session.get_one(Person, person_id).extra_time = wished.extra_time
    session.flush()
    return Begun(number, len(items))


def _ends_at(wished: Wished, at: datetime) -> datetime | None:
    return None if wished.seconds is None else at + timedelta(seconds=wished.seconds * (100 + wished.extra_time) // 100)


def _quiz(learner_id: int, wished: Wished, at: datetime) -> Quiz:
    return Quiz(
        learner_id=learner_id,
        mode=wished.mode,
        pool=wished.choice.pool,
        topics=wished.choice.topics,
        item_types=wished.choice.item_types,
        number=wished.number,
        seconds=wished.seconds,
        extra_time=wished.extra_time,
        made_at=at,
    )
