"""Paths and scales that several drawings share. Numbers are short, since each weighs in every page."""

from collections.abc import Iterable, Sequence

from quizapp.web.progress.figure import WIDTH, Label

LEFT = 34
TOP, BOTTOM = 12, 132
BELOW = 150
HEIGHT = 156
STEPS = (1, 2, 3, 4, 5)


def number(value: float) -> str:
    """A number with one decimal at most, and none where it is whole."""
    return f"{value:.1f}".removesuffix(".0")


def box(x: float, y: float, width: float, height: float) -> str:
    """A filled rectangle, as a part of a path."""
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h-{number(width)}z"


def line(points: Iterable[tuple[float, float]]) -> str:
    """A line from point to point."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def across(share: float) -> float:
    """How far from the left a share (0 to 1) of the way stands."""
    return LEFT + share * (WIDTH - LEFT)


def down(value: float, most: float) -> float:
    """How far down a value stands, of which `most` stands at the top."""
    return BOTTOM - value / most * (BOTTOM - TOP)


def round_up(most: float) -> int:
    """The next of 2, 4, 6, 8, 10, 20, 40 … which all can be halved: where the scale ends."""
    power = 1
    while True:
        for step in STEPS:
            if most <= 2 * step * power:
                return 2 * step * power
        power *= 10


def scale(ticks: Sequence[tuple[float, str]], most: float) -> tuple[str, tuple[Label, ...]]:
    """Lines across the drawing at some values, and what stands at their left ends."""
    lines = "".join(f"M{LEFT} {number(down(value, most))}H{WIDTH}" for value, _ in ticks)
    return lines, tuple(Label(LEFT - 6, down(value, most) + 4, words, "end") for value, words in ticks)
