"""How far numbers lie apart, and how they move together. Sample moments: sums are divided by one less than there are numbers."""

from collections.abc import Sequence
from math import fsum, sqrt
from statistics import fmean

Numbers = Sequence[float]

DUST = 1e-12
"""Numbers this near to each other, by their size, are the same: what adding floats leaves behind is no spread."""


def covariance(xs: Numbers, ys: Numbers) -> float | None:
    """The sample covariance of two rows of one length; None for fewer than two pairs."""
    if len(xs) < 2:
        return None
    mean_x, mean_y = fmean(xs), fmean(ys)
    products = [(x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)]
    together = fsum(products)
    return together / (len(xs) - 1) if abs(together) > DUST * fsum(map(abs, products)) else 0.0


def variance(xs: Numbers) -> float | None:
    """The sample variance (0 up, exactly 0 where all are the same); None for fewer than two numbers."""
    return covariance(xs, xs) if len(xs) < 2 or spreads(xs) else 0.0


def deviation(xs: Numbers) -> float | None:
    """The sample standard deviation (0 up); None for fewer than two numbers."""
    spread = variance(xs)
    return None if spread is None else sqrt(spread)


def correlation(xs: Numbers, ys: Numbers) -> float | None:
    """Pearson's correlation (−1 to 1); None for fewer than two pairs, or where one of the rows does not vary."""
    together, x, y = covariance(xs, ys), variance(xs), variance(ys)
    return together / sqrt(x * y) if together is not None and x and y else None


def spreads(xs: Numbers) -> bool:
    """Whether the numbers are not all the same."""
    return bool(xs) and max(xs) - min(xs) > DUST * max(1.0, abs(max(xs)), abs(min(xs)))
