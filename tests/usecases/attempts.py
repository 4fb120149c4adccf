"""A learner who takes quizzes through the use-cases."""

from collections.abc import Mapping, Sequence
from typing import Any

from questions.items import Item
from quizapp.models.transactions import changing
from quizapp.queries.attempts import Asked, Sheet, sheet
from quizapp.queries.items import item_in_attempt
from quizapp.queries.practice import Choice, Offered, offered
from quizapp.usecases.answer_in_attempt import Outcome, answer_in_attempt
from quizapp.usecases.begin_attempt import Begun, NothingMatches, begin_attempt
from quizapp.usecases.choosing import Wished
from quizapp.usecases.finish_attempt import finish_attempt
from quizapp.usecases.flag_in_attempt import flag_in_attempt
from tests.learner import Learner, right_answer

EXAM: dict[str, Any] = {"mode": "exam"}


def offers(learner: Learner) -> Offered:
    learner.session.rollback()
    return offered(learner.session, learner.signed_up.person, learner.at)


def asks_for(learner: Learner, number: int = 5, seed: str = "seed", choice: Choice | None = None, **how: Any) -> Begun | NothingMatches:
    practisable, wished = offers(learner).practisable, Wished(choice or Choice(), number, **how)
    return changing(
        learner.session, lambda: begin_attempt(learner.session, learner.signed_up.person, practisable, wished, seed, learner.at)
    )


def begins(learner: Learner, number: int = 5, seed: str = "seed", choice: Choice | None = None, **how: Any) -> Sheet:
    begun = asks_for(learner, number, seed, choice, **how)
    assert isinstance(begun, Begun), begun
    return looks_at(learner, begun.attempt)


def looks_at(learner: Learner, attempt: int) -> Sheet:
    learner.session.rollback()
    found = sheet(learner.session, learner.id, attempt)
    assert found
    return found


def item_of(learner: Learner, asked: Asked) -> Item:
    item = item_in_attempt(learner.session, asked.answer)
    assert item
    return item


def sends(learner: Learner, attempt: int, position: int, form: Mapping[str, Sequence[str]]) -> Outcome:
    person = learner.signed_up.person
    return changing(learner.session, lambda: answer_in_attempt(learner.session, person, attempt, position, form, learner.at))


def answers(learner: Learner, attempt: int, position: int, *, right: bool = True, **more: Sequence[str]) -> Outcome:
    asked = looks_at(learner, attempt).at(position)
    assert asked
    form = right_answer(item_of(learner, asked).interaction) if right else {"dont-know": ["1"]}
    return sends(learner, attempt, position, {**form, **more})


def finishes(learner: Learner, attempt: int) -> bool:
    return changing(learner.session, lambda: finish_attempt(learner.session, learner.id, attempt, learner.at))


def flags(learner: Learner, attempt: int, position: int, *, flagged: bool = True) -> None:
    changing(learner.session, lambda: flag_in_attempt(learner.session, learner.id, attempt, position, learner.at, flagged=flagged))
