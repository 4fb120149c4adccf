"""SM-2 (P. A. Wozniak 1990, supermemo.com, "ol/sm2"), with easiness in whole hundredths so that no interval is a day too long."""

from typing import Final, NamedTuple

PASS: Final = 3
"""The lowest grade that passes."""

FLOOR: Final = 130
"""The lowest easiness, in hundredths. A card that sits on it is an alarm about its content."""

LONGEST_INTERVAL: Final = 36_500
"""Days. `review` itself knows no ceiling; what is stored and what makes a due day is capped here (`cards.py`)."""


class Memory(NamedTuple):
    """What SM-2 keeps of one card: passes in a row (0 up), days to the next asking (0 up), easiness in hundredths (130 up)."""

    repetitions: int = 0
    interval: int = 0
    easiness: int = 250


NEW: Final = Memory()

_memory = tuple.__new__  # twice as quick as the constructor of a NamedTuple, which takes its arguments by name


def review(memory: Memory, grade: int) -> Memory:
    """The memory after an answer graded 0 to 5.

    A pass (3 and up) gives 1 day, then 6, then the interval times the easiness before this answer, rounded up; 5 raises the easiness
    by 10 hundredths, 3 lowers it by 14 (to the floor at most), 4 leaves it. A fail starts again at 1 day and leaves the easiness.
    The interval is free: it grows for as long as answers pass. Raises ValueError for a grade that is not a whole number from 0 to 5.
    Source: SM-2 steps 3 to 6; 0.1 − (5 − q) × (0.08 + (5 − q) × 0.02) is +0.10, 0 and −0.14 for q = 5, 4 and 3.
    """
    if type(grade) is not int or not 0 <= grade <= 5:
        raise ValueError(f"A grade is a whole number from 0 to 5, not {grade!r}.")
    repetitions, interval, easiness = memory
    if grade < PASS:
        return _memory(Memory, (0, 1, easiness))
    interval = (interval * easiness + 99) // 100 if repetitions > 1 else 6 if repetitions else 1
    if grade == 5:
        easiness += 10
    elif grade == 3:
        easiness = easiness - 14 if easiness - 14 > FLOOR else FLOOR
    return _memory(Memory, (repetitions + 1, interval, easiness))
