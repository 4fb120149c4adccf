"""What a learner fills in to be given a quiz, read from a form."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, get_args

from quizapp.models.people import MOST_EXTRA_TIME
from quizapp.models.quizzes import Mode, Pool
from quizapp.queries.practice import Choice
from quizapp.usecases.wording import Problems, sentence

T = TypeVar("T", bound=str)

MOST = 50
LONGEST = 240
"""Minutes."""
USUAL = 10


@dataclass(frozen=True, slots=True)
class Wished:
    """A quiz as somebody wishes it: what is asked, how much of it, in which mode, with which time limit in seconds (None: none) and
    how much extra time in per cent."""

    choice: Choice
    number: int = USUAL
    mode: Mode = "study"
    seconds: int | None = None
    extra_time: int = 0


def read_wish(form: Mapping[str, Sequence[str]], topics: Collection[str], item_types: Collection[str]) -> Wished | Problems:
    """The quiz that a form asks for, out of these topics and types of items; a time limit is for exams alone."""
    mode, pool = _one_of(form, "mode", get_args(Mode)), _one_of(form, "pool", get_args(Pool))
    number, minutes, extra = _number(form, "number"), _number(form, "minutes"), _number(form, "extra")
    problems: Problems = {}
    if number is None or not 1 <= number <= MOST:
        problems["number"] = sentence("Type how many questions you want, from 1 to 50.")
    if _given(form, "minutes") and (minutes is None or not 1 <= minutes <= LONGEST):
        problems["minutes"] = sentence("Type a time from 1 to 240 minutes, or leave it empty.")
    if _given(form, "extra") and (extra is None or extra > MOST_EXTRA_TIME):
        problems["extra"] = sentence("Type a number from 0 to 200, or leave it empty.")
    if problems:
        return problems
    choice = Choice(_known(form, "topic", topics), pool, _known(form, "type", item_types))
    return Wished(choice, number or USUAL, mode, minutes * 60 if minutes and mode == "exam" else None, extra or 0)


def _one_of(form: Mapping[str, Sequence[str]], field: str, values: tuple[T, ...]) -> T:
    return next((value for value in values if value in form.get(field, ())), values[0])


def _known(form: Mapping[str, Sequence[str]], field: str, known: Collection[str]) -> tuple[str, ...]:
    return tuple(value for value in dict.fromkeys(form.get(field, ())) if value in known)


def _given(form: Mapping[str, Sequence[str]], field: str) -> str:
    return next(iter(form.get(field, ())), "").strip()


def _number(form: Mapping[str, Sequence[str]], field: str) -> int | None:
    text = _given(form, field)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
