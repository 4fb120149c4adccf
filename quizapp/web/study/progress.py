"""How far a learner is in a portion, as the bar over a question and over its feedback shows it."""

from dataclasses import dataclass

from quizapp.queries.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Progress:
    """The number of the question shown, of how many, how many are answered, and the minutes left (0 where nothing is)."""

    number: int
    of: int
    done: int
    minutes_left: int


def before_an_answer(sitting: Sitting) -> Progress:
    """Where the question to come stands."""
    return Progress(sitting.number, sitting.of, sitting.number - 1, sitting.minutes_left)


def after_an_answer(sitting: Sitting) -> Progress | None:
    """Where the last answer stands; None where the sitting is over, and its feedback is only looked at again."""
    if sitting.portion_done:
        return Progress(sitting.done, sitting.done, sitting.done, 0)
    return Progress(sitting.done, sitting.of, sitting.done, sitting.minutes_left) if sitting.done else None
