"""Scores as bars: of the topics of quizzes, and of one quiz after the other."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizapp.queries.attempts import Asked, Sheet
from quizapp.web.wording import format_moment

MOST_SHOWN = 12
LEFT, WIDE, WIDEST, BOTTOM = 30, 326, 60, 130


@dataclass(frozen=True, slots=True)
class Bar:
    """What a bar is about, and marks of maximum marks."""

    id: str
    words: str
    marks: int
    maximum: int

    @property
    def percent(self) -> int:
        """The share of the marks, in whole percent."""
        return round(100 * self.marks / self.maximum)


@dataclass(frozen=True, slots=True)
class Column:
    """A bar that stands among others in a picture."""

    bar: Bar
    x: float
    y: float
    width: float
    height: float
    middle: float


def by_topic(sheets: Sequence[Sheet], title: Callable[[str, str], str]) -> list[Bar]:
    """Each topic of which something counts, in the order of their titles."""
    found: dict[tuple[str, str], list[Asked]] = defaultdict(list)
    for sheet in sheets:
        for one in sheet.counting:
            found[one.objective.bank, one.objective.topic].append(one)
    bars = (_bar(f"{bank}/{topic}", title(bank, topic), asked) for (bank, topic), asked in found.items())
    return sorted(bars, key=lambda bar: bar.words)


def over_time(sheets: Sequence[Sheet], zone: str) -> list[Column]:
    """The last of these quizzes, which come with the latest first, from the earliest to the latest."""
    bars = [
        Bar(str(sheet.number), format_moment(sheet.attempt.ended_at, zone), sheet.marks, sheet.maximum)
        for sheet in reversed(sheets[:MOST_SHOWN])
        if sheet.attempt.ended_at
    ]
    step = min(WIDE / max(len(bars), 1), WIDEST)
    return [Column(bar, *_drawn(bar, LEFT + step * place, step)) for place, bar in enumerate(bars)]


def _drawn(bar: Bar, x: float, step: float) -> tuple[float, float, float, float, float]:
    """Where a column stands in a picture of 360 by 150, in which a hundred percent are 110 high."""
    high = 1.1 * bar.percent
    return round(x + 0.15 * step, 1), round(BOTTOM - high, 1), round(0.7 * step, 1), round(high, 1), round(x + step / 2, 1)


def _bar(id: str, words: str, asked: Sequence[Asked]) -> Bar:
    return Bar(id, words, sum(one.answer.marks or 0 for one in asked), sum(one.answer.maximum for one in asked))
