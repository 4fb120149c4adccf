"""Quizzes that one button begins, which names how many questions come."""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_hex

from quizapp.queries.practice import Choice, Practisable
from quizapp.usecases.beginning import items_of
from quizapp.usecases.choosing import USUAL, Wished


@dataclass(frozen=True, slots=True)
class QuizOffer:
    """What a button asks for, how many questions come (0: nothing can be asked), and by which seed they are chosen."""

    choice: Choice
    questions: int
    seed: str


def quiz_offer(practisable: Sequence[Practisable], choice: Choice, most: int = USUAL) -> QuizOffer:
    """A quiz of up to so many questions of what can be practised, with the number that it will have."""
    seed = token_hex(8)
    return QuizOffer(choice, len(items_of(practisable, Wished(choice, most), seed)), seed)
