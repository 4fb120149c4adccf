"""Classical item analysis, by the formulas that Moodle publishes ("Quiz statistics calculations", docs.moodle.org/dev).

All moments are sample moments. What the formulas leave undefined is None. Ratios are shares where Moodle shows per cent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean, median
from typing import NamedTuple

from quizapp.analysis.groups import Groups, grouped
from quizapp.analysis.spread import correlation, covariance, deviation, spreads, variance

Marks = Sequence[Sequence[float | None]]
"""A row for each learner, a column for each question: the mark, or None where this learner was not asked."""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One question, over those who were asked it."""

    answers: int
    facility: float | None  # mean mark as a share of the maximum: 0 (nobody) to 1 (everybody)
    standard_deviation: float | None  # of the mark, as a share of the maximum
    random_guess: float | None  # the share of the marks that a blind answer is expected to earn, where it was given
    intended_weight: float  # its maximum as a share of all maxima
    effective_weight: float | None  # its share of what makes totals differ; none where it runs against them
    discrimination_index: float | None  # correlation of its mark with the rest of the total, −1 to 1
    discriminative_efficiency: float | None  # covariance with the rest, as a share of the greatest that its marks allow, to 1
    upper_minus_lower: float | None  # facility in the top 27 % less facility in the bottom 27 %, −1 to 1
    alpha_if_deleted: float | None  # Cronbach's alpha of the test without it, to 1


class OwnFigures(NamedTuple):
    """Those figures of one question that are made without the other columns, but for what each learner earned in all; as above."""

    answers: int
    facility: float | None
    random_guess: float | None
    discrimination_index: float | None


@dataclass(frozen=True, slots=True)
class TestFigures:
    """The test as a whole. Mean, median, standard deviation and standard error are in marks, of `maximum`."""

    __test__ = False  # not a case for pytest, for all its name

    learners: int
    maximum: float
    mean: float | None
    median: float | None
    standard_deviation: float | None
    skewness: float | None
    kurtosis: float | None  # excess: 0 for a normal distribution
    alpha: float | None  # Cronbach's alpha, Moodle's coefficient of internal consistency, to 1
    error_ratio: float | None  # √(1 − alpha), 0 up
    standard_error: float | None  # of one learner's total


@dataclass(frozen=True, slots=True)
class Analysis:
    """The test, and each question in the order of the columns."""

    test: TestFigures
    items: tuple[ItemFigures, ...]


def analyse(marks: Marks, maxima: Sequence[float], random_guesses: Sequence[float | None] | None = None) -> Analysis:
    """The figures of a test: `marks` by learner and question, the greatest mark of each question (over 0), expected shares of a guess.

    Where somebody was not asked everything, totals are compared as shares of what was asked, which for a full table comes to the same as
    marks; alpha, skewness and the like then count only whoever was asked everything. A question that was asked and left blank has a mark
    of 0, not None. Raises ValueError for rows of another length than `maxima`, and for a maximum that is not over 0.
    """
    if any(len(row) != len(maxima) for row in marks):
        raise ValueError(f"Each row of marks has one place for each of the {len(maxima)} questions.")
    if any(not most > 0 for most in maxima):
        raise ValueError("The greatest mark of each question is over 0.")
    sums = [_asked(row, maxima) for row in marks]
    full = [[mark for mark in row if mark is not None] for row in marks if None not in row]
    columns = [_column(marks, sums, place, most) for place, most in enumerate(maxima)]
    groups = grouped([sum.share or 0.0 for sum in sums])
    return Analysis(
        _test(full, maxima),
        tuple(
            ItemFigures(
                **_own(column, guess)._asdict(),
                standard_deviation=_over(deviation(column.marks), column.maximum),
                intended_weight=column.maximum / fsum(maxima),
                effective_weight=weight,
                discriminative_efficiency=_efficiency(column.paired, column.rests),
                upper_minus_lower=_upper_minus_lower(column, groups),
                alpha_if_deleted=alpha,
            )
            for column, guess, weight, alpha in zip(
                columns, random_guesses or [None] * len(maxima), _effective_weights(columns), _alphas_if_deleted(full, maxima), strict=True
            )
        ),
    )


def own_figures(marks: Marks, maxima: Sequence[float], place: int, random_guess: float | None = None) -> OwnFigures:
    """The figures of the question in one column (0 up) that `finding` needs, as `analyse` gives them."""
    return _own(_column(marks, [_asked(row, maxima) for row in marks], place, maxima[place]), random_guess)


def cronbach_alpha(variances: Sequence[float], totals: Sequence[float]) -> float | None:
    """k / (k − 1) × (1 − Σ variance of a question / variance of the totals); None for one question, one learner, or equal totals."""
    questions, spread = len(variances), variance(totals)
    return questions / (questions - 1) * (1 - fsum(variances) / spread) if questions > 1 and spread else None


class _Asked(NamedTuple):
    """What one learner earned, of what could be."""

    marks: float
    maximum: float

    @property
    def share(self) -> float | None:
        return self.marks / self.maximum if self.maximum else None


@dataclass(frozen=True, slots=True)
class _Column:
    """One question: who was asked it, their marks and totals; and, of those who were asked another one too, marks and the rest."""

    maximum: float
    learners: Sequence[int]
    marks: Sequence[float]
    totals: Sequence[float]
    paired: Sequence[float]
    rests: Sequence[float]


def _asked(row: Sequence[float | None], maxima: Sequence[float]) -> _Asked:
    return _Asked(
        fsum(mark for mark in row if mark is not None), fsum(most for mark, most in zip(row, maxima, strict=True) if mark is not None)
    )


def _column(marks: Marks, sums: Sequence[_Asked], place: int, most: float) -> _Column:
    given = [(learner, mark, sums[learner]) for learner, row in enumerate(marks) if (mark := row[place]) is not None]
    pairs = [(mark, _Asked(all.marks - mark, all.maximum - most).share) for _, mark, all in given if all.maximum > most]
    return _Column(
        maximum=most,
        learners=[learner for learner, _, _ in given],
        marks=[mark for _, mark, _ in given],
        totals=[all.marks / all.maximum for _, _, all in given],
        paired=[mark for mark, rest in pairs if rest is not None],
        rests=[rest for _, rest in pairs if rest is not None],
    )


def _own(column: _Column, random_guess: float | None) -> OwnFigures:
    return OwnFigures(
        answers=len(column.marks),
        facility=fmean(column.marks) / column.maximum if column.marks else None,
        random_guess=random_guess,
        discrimination_index=correlation(column.paired, column.rests),
    )


def _test(marks: Sequence[Sequence[float]], maxima: Sequence[float]) -> TestFigures:
    totals = [fsum(row) for row in marks]
    alpha, spread = cronbach_alpha([variance(column) or 0.0 for column in zip(*marks, strict=True)], totals), deviation(totals)
    error = None if alpha is None else sqrt(max(1 - alpha, 0.0))
    return TestFigures(
        learners=len(totals),
        maximum=fsum(maxima),
        mean=fmean(totals) if totals else None,
        median=median(totals) if totals else None,
        standard_deviation=spread,
        skewness=_skewness(totals),
        kurtosis=_kurtosis(totals),
        alpha=alpha,
        error_ratio=error,
        standard_error=None if error is None or spread is None else error * spread,
    )


def _skewness(totals: Sequence[float]) -> float | None:
    """k₃ / k₂^(3/2), of the k-statistics of three totals or more (Fisher 1930)."""
    count, k2 = len(totals), variance(totals)
    if count < 3 or not k2:
        return None
    k3 = count**2 * _moment(totals, 3) / ((count - 1) * (count - 2))
    return float(k3 / k2**1.5)


def _kurtosis(totals: Sequence[float]) -> float | None:
    """k₄ / k₂², of the k-statistics of four totals or more (Fisher 1930)."""
    count, k2 = len(totals), variance(totals)
    if count < 4 or not k2:
        return None
    fourth = (count + 1) * _moment(totals, 4) - 3 * (count - 1) * _moment(totals, 2) ** 2
    return count**2 * fourth / ((count - 1) * (count - 2) * (count - 3)) / k2**2


def _moment(totals: Sequence[float], power: int) -> float:
    mean = fmean(totals)
    return fsum((total - mean) ** power for total in totals) / len(totals)


def _efficiency(marks: Sequence[float], rests: Sequence[float]) -> float | None:
    """Covariance over the greatest one, which is that of the same marks and rests, each sorted."""
    together = covariance(marks, rests)
    if together is None or not spreads(marks) or not spreads(rests):
        return None
    greatest = covariance(sorted(marks), sorted(rests))
    return together / greatest if greatest else None


def _effective_weights(columns: Sequence[_Column]) -> list[float | None]:
    """√ of each covariance with the total over the sum of these roots, which leaves out those under 0; they have no weight."""
    together = [covariance(column.marks, column.totals) if spreads(column.marks) else 0.0 for column in columns]
    roots = [None if one is None or one < 0 else sqrt(one) for one in together]
    whole = fsum(root for root in roots if root is not None)
    return [None if root is None or not whole else root / whole for root in roots]


def _alphas_if_deleted(full: Sequence[Sequence[float]], maxima: Sequence[float]) -> list[float | None]:
    totals = [fsum(row) for row in full]
    columns = list(zip(*full, strict=True)) or [()] * len(maxima)
    variances = [variance(column) or 0.0 for column in columns]
    return [
        cronbach_alpha([*variances[:place], *variances[place + 1 :]], [total - mark for total, mark in zip(totals, column, strict=True)])
        for place, column in enumerate(columns)
    ]


def _upper_minus_lower(column: _Column, groups: Groups) -> float | None:
    upper = [mark for learner, mark in zip(column.learners, column.marks, strict=True) if learner in groups.top]
    lower = [mark for learner, mark in zip(column.learners, column.marks, strict=True) if learner in groups.bottom]
    return (fmean(upper) - fmean(lower)) / column.maximum if upper and lower else None


def _over(figure: float | None, most: float) -> float | None:
    return None if figure is None else figure / most
