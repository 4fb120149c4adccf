"""How far a learner is in a portion, as the bar over a question and over its feedback shows it."""

from dataclasses import dataclass

from quizapp.queries.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Progress:
    """The number of the question shown (None: it is shown once more), of how many, how many of them are answered, how many come once more,
    and the minutes left (0 where nothing is)."""

    number: int | None
    of: int
    done: int
    again: int
    minutes_left: int


def before_an_answer(sitting: Sitting, objective_id: int) -> Progress:
    """Where the question to come stands."""
    number = None if objective_id in sitting.seen else sitting.number
    return Progress(number, sitting.of, len(sitting.seen), sitting.again, sitting.minutes_left)


def after_an_answer(sitting: Sitting) -> Progress | None:
    """Where the last answer stands; None where the sitting is over, and its feedback is only looked at again."""
    number = None if sitting.repeated else sitting.done
    if sitting.portion_done:
        return Progress(number, sitting.done, sitting.done, 0, 0)
    return Progress(number, sitting.of, sitting.done, sitting.again, sitting.minutes_left) if sitting.done else None
