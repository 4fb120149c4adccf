"""Reading a typed figure: decimal points and commas, groups of thousands, shares, units, and ranges.

"7.5" and "7,5" are one figure. A comma, a space or an apostrophe before each group of three figures marks thousands (500,000), a point does
so from two groups on (1.500.000). Where a share is asked in per cent, "1/3" and "1 in 3" are shares. A range is "5 to 10", "5-10 %" or
"between 5 and 10".
"""

import re
from fractions import Fraction
from typing import NamedTuple

from questions.interactions import Number
from questions.spelling import plain

PER_CENT = ("%", "percent", "per cent", "pct")
TIMES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
ABOUT = re.compile(r"^(?:about|around|approximately|approx\.?|roughly|ca\.?|~|≈)\s*", re.IGNORECASE)
DIGITS = r"[-−+]?(?:[\d.,][\d.,'’ ]*)?\d"
FIGURE = rf"(?P<figure>{DIGITS})(?:\s*(?:/|in|of|out of)\s*(?P<of>{DIGITS}))?\s*(?P<times>thousand|million|billion)?\s*(?P<unit>[^\d\s].*)?"
BETWEEN = re.compile(r"^(?:between|from)\s+", re.IGNORECASE)
TO = re.compile(r"\s+(?:to|and|until)\s+|\s*[–—]\s*|(?<=[\d%])\s*-\s*(?=\d)|\s+-\s+")
THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}(?:(,)\d{3}(?:,\d{3})*|([' ])\d{3}(?:\2\d{3})*|(\.)\d{3}(?:\.\d{3})+)")
PLAIN = re.compile(r"[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)")
LONGEST = 40


class Figure(NamedTuple):
    """What was typed, in the unit that is asked for; both ends are one where it is no range."""

    low: Fraction
    high: Fraction

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high


def read_figure(text: str, number: Number) -> Figure | None:
    """The figure that a text gives in answer to this question; None where it gives none, or in a unit that is not asked for."""
    wanted = ABOUT.sub("", text.strip())
    if len(wanted) > LONGEST or not wanted:
        return None
    ends = TO.split(BETWEEN.sub("", wanted))
    if len(ends) == 1:
        one = _read(ends[0], number)
        return None if one is None or BETWEEN.match(wanted) else Figure(one, one)
    if len(ends) == 2:
        low, high = _read(ends[0] + _times_after(ends), number), _read(ends[1], number)
        return Figure(low, high) if low is not None and high is not None and low <= high else None
    return None


def is_right(text: str, number: Number) -> bool:
    """Whether a typed figure is the one that is asked for, by no more than the margin off.

    Of a range any figure in it is right, and so are its two ends; a part of it is not.
    """
    figure = read_figure(text, number)
    if figure is None:
        return False
    low, high, margin = Fraction(number.low), Fraction(number.high), Fraction(number.margin)
    if figure.is_range:
        return number.is_range and abs(figure.low - low) <= margin and abs(figure.high - high) <= margin
    return low - margin <= figure.low <= high + margin


def _times_after(ends: list[str]) -> str:
    """ " million", where it stands after the second end alone and belongs to both (2 to 3 million)."""
    first, second = (re.fullmatch(FIGURE, end.strip(), re.IGNORECASE) for end in ends)
    return f" {second['times']}" if first and second and second["times"] and not first["times"] and not first["unit"] else ""


def _read(text: str, number: Number) -> Fraction | None:
    """One figure with its unit, if it has one."""
    found = re.fullmatch(FIGURE, text.strip(), re.IGNORECASE)
    if found is None or not _fits(found["unit"] or "", number):
        return None
    value = _value(found["figure"])
    if value is None or found["of"] is None:
        return None if value is None else value * TIMES[(found["times"] or "").lower()]
    of = _value(found["of"])
    share = number.unit in PER_CENT and of and not found["unit"] and not found["times"]
    return value / of * 100 if share and of else None


def _value(digits: str) -> Fraction | None:
    written = digits.replace("−", "-").replace("’", "'")
    if THOUSANDS.fullmatch(written):
        return Fraction(re.sub(r"[,.' ]", "", written))
    return Fraction(written.replace(",", ".")) if PLAIN.fullmatch(written) else None


def _fits(unit: str, number: Number) -> bool:
    """Whether what stands behind a figure is the unit that is asked for, or nothing."""
    known = (number.unit, *number.units, *(PER_CENT if number.unit in PER_CENT else ()))
    written = unit.strip(" .")
    return not written or written in known or plain(written) in {plain(one) for one in known} - {""}
