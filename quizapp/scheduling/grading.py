"""From marks and certainty to a grade, by one table that can be read at a glance."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Final

LONGEST_TIME: Final = 120_000
"""Milliseconds. Who took longer was elsewhere."""


class Certainty(StrEnum):
    """How sure the learner said they were, before the verdict."""

    GUESSING = "guessing"  # under 2 in 3
    FAIRLY = "fairly"  # about 3 in 4
    CERTAIN = "certain"  # over 4 in 5


MAPPING_VERSION: Final = 1
"""Stored with each review. A changed table is a new version."""

Table = Mapping[Fraction, tuple[int, int, int]]

TABLE: Final[Table] = {
    # share of the marks, at least:  certain, fairly sure (or not said), guessing
    Fraction(1): (5, 4, 3),
    Fraction(3, 4): (3, 3, 2),
    Fraction(1, 2): (2, 2, 2),
    Fraction(0): (0, 1, 1),
}
MAPPINGS: Final[Mapping[int, Table]] = {MAPPING_VERSION: TABLE}
"""Every table there was, by its version."""

DONT_KNOW: Final = 0
_COLUMNS = (Certainty.CERTAIN, Certainty.FAIRLY, Certainty.GUESSING)


def grade_answer(
    marks: int, maximum: int, certainty: Certainty | None, *, dont_know: bool, recalled_before: bool, milliseconds: int | None, words: int
) -> int:
    """The grade (0 to 5) of an answer that won `marks` of `maximum` (whole, 0 ≤ marks ≤ maximum, maximum over 0).

    `certainty` is None where none was said, `dont_know` also stands for a blank, `recalled_before` says that an earlier live scheduled
    review passed, `milliseconds` is None where no time is known, `words` counts the stem and options (0 up). An answer quicker than
    the item can be read counts as guessing where no certainty was said, and is never a five. Raises ValueError for impossible marks.
    Source: the table above, version 1, made for this project; the bands are those of certainty-based marking (Gardner-Medwin 1995).
    """
    return regrade(
        marks,
        maximum,
        certainty,
        dont_know=dont_know,
        recalled_before=recalled_before,
        milliseconds=milliseconds,
        reading_milliseconds=milliseconds_to_read(words),
    )


def regrade(
    marks: int,
    maximum: int,
    certainty: str | None,
    *,
    dont_know: bool,
    recalled_before: bool,
    milliseconds: int | None,
    reading_milliseconds: int,
    table: Table = TABLE,
) -> int:
    """The same for an answer that was logged, by this or another table: the time that its item takes to read is known."""
    if dont_know:
        return DONT_KNOW
    quick = too_quick(milliseconds, reading_milliseconds)
    grade = _cell(marks, maximum, Certainty.GUESSING if quick and certainty is None else certainty, table)
    return 4 if grade == 5 and (quick or not recalled_before) else grade


def is_confident_error(marks: int, maximum: int, certainty: str | None, *, dont_know: bool) -> bool:
    """Whether an answer (0 ≤ marks ≤ maximum) is a misconception held with certainty: certain, and under half of the marks."""
    return certainty == Certainty.CERTAIN and not dont_know and 2 * marks < maximum


def lost_by_haste(
    marks: int, maximum: int, certainty: str | None, *, dont_know: bool, milliseconds: int | None, reading_milliseconds: int
) -> bool:
    """Whether an answer has a lower grade since it came too quickly and nothing was said of certainty. ValueError for impossible marks."""
    if certainty is not None or dont_know or not too_quick(milliseconds, reading_milliseconds):
        return False
    return _cell(marks, maximum, Certainty.GUESSING) < _cell(marks, maximum, None)


def guessing_grade(marks: int, maximum: int, dont_know: bool, table: Table = TABLE) -> int:
    """The grade (0 to 3) such an answer has when it was a guess. Raises ValueError for impossible marks."""
    return DONT_KNOW if dont_know else _cell(marks, maximum, Certainty.GUESSING, table)


def lowered(grade: int, marks: int, maximum: int, dont_know: bool) -> int | None:
    """What "I was guessing" lowers a grade (0 to 5) to; None where it is no higher already. Raises ValueError for impossible marks."""
    guess = guessing_grade(marks, maximum, dont_know)
    return guess if guess < grade else None


def counted_time(milliseconds: int | None) -> int | None:
    """The time that is stored: at most two minutes; None where none is known, or where a clock ran backwards."""
    return None if milliseconds is None or milliseconds < 0 else min(milliseconds, LONGEST_TIME)


def milliseconds_to_read(words: int) -> int:
    """How long an item of so many words (0 up) takes to read: a second, and a fifth of one for each word."""
    return 1000 + 200 * words


def too_quick(milliseconds: int | None, reading_milliseconds: int) -> bool:
    """Whether an answer came before the item could be read; never where no time is known, nor after two minutes."""
    time = counted_time(milliseconds)
    return time is not None and time < min(reading_milliseconds, LONGEST_TIME)


def _cell(marks: int, maximum: int, certainty: str | None, table: Table = TABLE) -> int:
    if not 0 <= marks <= maximum or maximum == 0:
        raise ValueError(f"{marks} marks of {maximum} are not possible.")
    row = next(row for share, row in table.items() if marks * share.denominator >= share.numerator * maximum)
    return row[_COLUMNS.index(Certainty(certainty or Certainty.FAIRLY))]
