"""Who chose which option, and how well they did: what tells a key that is wrong from a question that is hard."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean

from quizapp.analysis.groups import grouped
from quizapp.analysis.spread import spreads


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """One option, over those to whom it was offered and who answered. Shares are 0 to 1; in a group, of those in that group."""

    option: str
    count: int
    share: float | None
    point_biserial: float | None  # Canvas's: population moments, the total holds the question itself; −1 to 1
    in_top: float | None
    in_middle: float | None
    in_bottom: float | None


def option_figures(options: Sequence[str], chosen: Sequence[Collection[str] | None], totals: Sequence[float]) -> tuple[OptionFigures, ...]:
    """The figures of each option: what each learner chose (None where they were not asked or said nothing), and their totals.

    The groups are the top 27 %, the bottom 27 % and those between, of all whose totals are given. Raises ValueError for rows of
    different lengths.
    """
    if len(chosen) != len(totals):
        raise ValueError("Each learner has one answer and one total.")
    groups = grouped(totals)
    return tuple(
        OptionFigures(
            option,
            count=sum(option in picked for picked in chosen if picked is not None),
            share=_share(option, chosen, range(len(chosen))),
            point_biserial=point_biserial(*_split(option, chosen, totals)),
            in_top=_share(option, chosen, groups.top),
            in_middle=_share(option, chosen, groups.middle),
            in_bottom=_share(option, chosen, groups.bottom),
        )
        for option in options
    )


def point_biserial(chosen_by: Sequence[float], others: Sequence[float]) -> float | None:
    """(mean of those who chose − mean of the others) / σ × √(p (1 − p)), σ over both, all moments of a population, as Canvas works it.

    The arguments are totals. None where nobody is on one side, or all did equally well.
    """
    everybody = [*chosen_by, *others]
    if not chosen_by or not others or not spreads(everybody):
        return None
    mean, share = fmean(everybody), len(chosen_by) / len(everybody)
    deviation = sqrt(fsum((total - mean) ** 2 for total in everybody) / len(everybody))
    return (fmean(chosen_by) - fmean(others)) / deviation * sqrt(share * (1 - share))


def _split(option: str, chosen: Sequence[Collection[str] | None], totals: Sequence[float]) -> tuple[list[float], list[float]]:
    answered = [(option in picked, total) for picked, total in zip(chosen, totals, strict=True) if picked is not None]
    return [total for picked, total in answered if picked], [total for picked, total in answered if not picked]


def _share(option: str, chosen: Sequence[Collection[str] | None], learners: Collection[int]) -> float | None:
    answered = [picked for learner in learners if (picked := chosen[learner]) is not None]
    return sum(option in picked for picked in answered) / len(answered) if answered else None
