"""What the coming days hold: a forecast of answers a day, and the way to an exam."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from quizapp.scheduling import recall
from quizapp.scheduling.balancing import lightest, window
from quizapp.scheduling.cards import due_after
from quizapp.scheduling.days_off import NONE_OFF, DaysOff
from quizapp.scheduling.queue import Limits
from quizapp.scheduling.sm2 import LONGEST_INTERVAL, NEW, Memory, review

RUNS: Final = 5
"""A forecast is the middle of so many made-up courses of things: who passes what nobody can know."""

FAR: Final = 56
"""Days. Over a longer time one course is enough: its days are told by the week, in which chance evens out."""

PASSES: Final = 0.9
"""The share of reviews that pass, where nothing is known of a learner."""

_PASSED, _FAILED = (3, 4, 5), 1


@dataclass(frozen=True, slots=True)
class Planned:
    """An objective as far as a forecast depends on it: the day it is due (None: new), SM-2's memory of it, the facts by which siblings
    know each other, FSRS's memory, the days of a forecast on which it was met and asked last, and whether the first day still asks it."""

    due: date | None = None
    memory: Memory = NEW
    facts: frozenset[str] = frozenset()
    fsrs: recall.Memory | None = None
    met: date | None = None
    asked: date | None = None
    today: bool = False


@dataclass(frozen=True, slots=True)
class Habits:
    """How a learner studies, as far as a forecast depends on it.

    `limits` bound a day, on days `off` nothing is asked; `done` is what was answered today already (reviews, new ones among them), `passes`
    the share (0 to 1) of answers that pass, `first` that of first ones (None: the same), and `grades` how many of those that pass are
    graded 3, 4 and 5, in any measure. Where there is a `goal` for recall (whole percent), things come back as FSRS has it, otherwise as
    SM-2 has it. What the first day asks is told by the limits or, where it is `queued`, by the queue of that day: each of what is planned
    knows whether it is in it.
    """

    limits: Limits = Limits()
    off: DaysOff = NONE_OFF
    done: Limits = Limits(0, 0)
    passes: float = PASSES
    first: float | None = None
    grades: tuple[float, float, float] = (0, 1, 0)
    goal: int | None = None
    queued: bool = False

    def share_of(self, one: Planned) -> float:
        """How likely an answer to it passes."""
        return self.passes if one.due is not None or self.first is None else self.first

    def room_on(self, day: date, today: date) -> Limits:
        """How much may still be asked on a day from today on."""
        if day in self.off:
            return Limits(0, 0)
        done = self.done if day == today else Limits(0, 0)
        return Limits(max(self.limits.reviews - done.reviews, 0), max(self.limits.new - done.new, 0))


USUAL: Final = Habits()


@dataclass(frozen=True, slots=True)
class DayLoad:
    """What a day is expected to hold: questions that come back, new ones, and what stays over since a limit or a day off holds it back."""

    day: date
    reviews: int
    new: int
    left_over: int
    off: bool = False

    @property
    def questions(self) -> int:
        """All that is asked, but for what is asked once more the same day."""
        return self.reviews + self.new


def forecast(objectives: Iterable[Planned], today: date, days: int, habits: Habits = USUAL) -> tuple[DayLoad, ...]:
    """The load of so many days (1 up), today first, if the learner does each day what it asks.

    `objectives` are all that may be asked (none suspended), new ones in the order in which they are introduced. What is overdue comes
    first, a day at a time as the limits allow; new ones fill what is left, so that after a gap they wait for the backlog; siblings never
    share a day. What is answered comes back as the scheduler and the balance of days have it. Nothing is drawn by chance: equal arguments
    give equal days.
    """
    return middle(courses(list(objectives), today, days, habits))


@dataclass(frozen=True, slots=True)
class Course:
    """One course that things may take: the load of its days, and how all that was planned stands after them, in the order given."""

    load: tuple[DayLoad, ...]
    after: tuple[Planned, ...]


def courses(objectives: Sequence[Planned], today: date, days: int, habits: Habits = USUAL) -> tuple[Course, ...]:
    """The courses of which a forecast is the middle. The arguments are those of `forecast`."""
    return tuple(course(objectives, today, days, habits, run) for run in range(RUNS if days <= FAR else 1))


def middle(taken: Sequence[Course]) -> tuple[DayLoad, ...]:
    """The load of each day in the middle of some courses, one or more."""
    return tuple(_middle(day) for day in zip(*(one.load for one in taken), strict=True))


def course(objectives: Sequence[Planned], today: date, days: int, habits: Habits = USUAL, run: int = 0) -> Course:
    """One of the courses of which a forecast is the middle. The arguments are those of `forecast`, and which of them (0 up)."""
    way = _Way(list(objectives), habits, Random(f"{run}/{today}"))
    load = tuple(_day(way, today + timedelta(days=ahead), today) for ahead in range(days))
    return Course(load, tuple(way.planned))


@dataclass(slots=True)
class _Way:
    """Where a course has got to: how everything stands, and how much comes back on each day."""

    planned: list[Planned]
    habits: Habits
    chance: Random
    coming: dict[date, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.planned:
            if one.due is not None:
                self.coming[one.due] = self.coming.get(one.due, 0) + 1


def _day(way: _Way, day: date, today: date) -> DayLoad:
    due = sorted((one.due, place) for place, one in enumerate(way.planned) if one.due is not None and one.due <= day)
    unmet = [place for place, one in enumerate(way.planned) if one.due is None]
    queued = way.habits.queued and day == today
    reviews, new = _queued(way.planned) if queued else _by_limits(way, day, today, [place for _, place in due], unmet)
    for place in (*reviews, *new):
        way.planned[place] = _answered(way, way.planned[place], day)
    left_over = len({place for _, place in due}.difference(reviews))
    return DayLoad(day, len(reviews), len(new), left_over, day in way.habits.off)


def _queued(planned: Sequence[Planned]) -> tuple[list[int], list[int]]:
    """The places of what the queue of the first day asks: what comes back, and what is new."""
    places = [place for place, one in enumerate(planned) if one.today]
    return [place for place in places if planned[place].due is not None], [place for place in places if planned[place].due is None]


def _by_limits(way: _Way, day: date, today: date, due: Iterable[int], unmet: Iterable[int]) -> tuple[list[int], list[int]]:
    """The same for any day, as its limits and siblings have it."""
    room, taken = way.habits.room_on(day, today), set[str]()
    reviews = _apart(way.planned, due, taken, room.reviews)
    return reviews, _apart(way.planned, unmet, taken, min(room.new, room.reviews - len(reviews)))


def _apart(planned: Sequence[Planned], places: Iterable[int], taken: set[str], most: int) -> list[int]:
    """The first of these places, as many as there is room for, none of them of a sibling of another."""
    some: list[int] = []
    for place in places:
        if len(some) >= most:
            break
        if taken.isdisjoint(planned[place].facts):
            taken |= planned[place].facts
            some.append(place)
    return some


def _answered(way: _Way, one: Planned, day: date) -> Planned:
    passed = way.chance.random() < way.habits.share_of(one)
    grade = way.chance.choices(_PASSED, way.habits.grades)[0] if passed else _FAILED
    after = review(one.memory, grade)
    after = after._replace(interval=min(after.interval, LONGEST_INTERVAL))
    goal = way.habits.goal
    fsrs = None if goal is None else recall.remember(one.fsrs, grade, day, goal)
    exact = fsrs.due if fsrs and fsrs.due else due_after(day, after.interval)
    due = lightest(window(day, exact, _waited(one, goal)), way.coming, str(way.chance.random()), way.habits.off)
    way.coming[due] = way.coming.get(due, 0) + 1
    return replace(one, due=due, memory=after, fsrs=fsrs, met=one.met or (day if one.due is None else None), asked=day)


def _waited(one: Planned, goal: int | None) -> int:
    """The interval before, in days, by the scheduler that counts."""
    if goal is None:
        return one.memory.interval
    return (one.fsrs.due - one.fsrs.day).days if one.fsrs and one.fsrs.due else 0


def _middle(of_runs: Sequence[DayLoad]) -> DayLoad:
    reviews, new, left_over = (round(sum(getattr(one, name) for one in of_runs) / len(of_runs)) for name in ("reviews", "new", "left_over"))
    return DayLoad(of_runs[0].day, reviews, new, left_over, of_runs[0].off)
