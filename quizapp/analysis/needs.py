"""Who needs help, and why: from what a course sees of each learner to reasons that can be said in words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

AWAY: Final = 6
"""Days without an answer after which somebody is away."""

MANY_ERRORS: Final = 3
"""Errors that were certain, within the last weeks, from which on they are a pattern."""

MUCH_DUE: Final = 24
"""Questions that are due, two portions, from which on the rest of a day does not clear them."""

GROWS_FROM: Final = 12
"""Questions that are due, one portion, from which on it matters that more become due than are answered."""

MUCH_A_DAY: Final = 12
"""Objectives that would have to reach the goal on each day left, from which on the date is in danger."""


ON_THE_WAY: Final = 0.75
"""Of what would be known by now at an even pace, which share is enough."""

EARLY: Final = 0.25
"""How much of the way to a date passes before anybody is measured by it."""


class Why(StrEnum):
    """Why somebody needs help, the most pressing first."""

    NOT_STARTED = "not started"
    UNMET = "nothing met"
    BEHIND = "behind"
    UNREADY = "unready"
    AWAY = "away"
    ERRORS = "errors"
    GROWING = "backlog grows"
    BACKLOG = "backlog"


class Reason(NamedTuple):
    """A reason and its figure: days away, errors, questions due, objectives a day, percent foreseen, objectives of which none is begun.

    `day` is by when, where none is begun of what is due next; `topic` (bank and id) the one in which most of the errors are.
    """

    why: Why
    figure: int
    day: date | None = None
    topic: tuple[str, str] | None = None


class Next(NamedTuple):
    """What is due next: on which day, how many objectives, how many of them were met."""

    day: date
    objectives: int
    met: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What a course sees of one learner. Objectives are those that are set and open; figures are 0 up."""

    objectives: int
    seen: int
    at_goal: int
    due: int
    confident_errors: Mapping[tuple[str, str], int]  # by topic (bank and id)
    days_away: int | None  # since the last answer or exam (None: none yet); an exam that keeps what came of it lets nothing be seen
    days_open: int  # since the first of what is set was opened or, if that was later, since they joined
    days_left: int | None  # to the next date by which something is due (None: no date to come)
    foreseen: float | None = None  # mean recall (0 to 1) on that date if nothing is asked before, what was not seen counting as 0
    elapsed: float = 0.0  # how much (0 to 1) of the way from opening to that date has passed
    next_due: Next | None = None
    came_due: int = 0  # of what is due, what became so within the last week
    answered: int = 0  # objectives answered within the last week


def only_slow(reasons: Collection[Reason]) -> bool:
    """Whether all that is wrong is that at this pace the date comes too soon: they study."""
    return bool(reasons) and all(one.why in (Why.UNREADY, Why.BEHIND) for one in reasons)


def reasons(standing: Standing) -> tuple[Reason, ...]:
    """Why this learner needs help, the most pressing first; none where all is well, or nothing is set."""
    return tuple(sorted(_reasons(standing), key=lambda reason: list(Why).index(reason.why)))


def _reasons(one: Standing) -> Iterable[Reason]:
    missing, early = one.objectives - one.at_goal, one.elapsed < EARLY
    if not missing:
        return
    begun = bool(one.seen) or one.days_away is not None
    if not begun:
        if one.days_open >= AWAY or (one.days_left is not None and one.days_left <= AWAY and not early):
            yield Reason(Why.NOT_STARTED, one.objectives)
    elif one.days_away is not None and one.days_away >= AWAY:
        yield Reason(Why.AWAY, one.days_away)
    coming = one.next_due
    if coming and begun and not coming.met and not early:
        yield Reason(Why.UNMET, coming.objectives, coming.day)
    elif one.days_left is not None and one.seen and -(-missing // max(one.days_left, 1)) >= MUCH_A_DAY:
        yield Reason(Why.BEHIND, -(-missing // max(one.days_left, 1)))
    elif one.foreseen is not None and one.seen and not early and one.foreseen < ON_THE_WAY * one.elapsed:
        yield Reason(Why.UNREADY, round(100 * one.foreseen))
    if (errors := sum(one.confident_errors.values())) >= MANY_ERRORS:
        yield Reason(Why.ERRORS, errors, topic=_mostly_in(one.confident_errors))
    if one.due >= GROWS_FROM and one.came_due > one.answered:
        yield Reason(Why.GROWING, one.due)
    elif one.due >= MUCH_DUE:
        yield Reason(Why.BACKLOG, one.due)


def _mostly_in(errors: Mapping[tuple[str, str], int]) -> tuple[str, str] | None:
    """The topic that holds more than half of the errors."""
    return next((topic for topic, number in errors.items() if 2 * number > sum(errors.values())), None)
