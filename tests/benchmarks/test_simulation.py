"""Half a year of made-up learners under three ways of scheduling, as a table. It prints, and judges only that they end.

The learners stand in simulated_learners.py. What they are asked is the first bank's objectives, as the program asks: one queue a day, drills,
siblings, limits, and grades from marks and certainty. Recall and answers are those of people who study on the days on which they would; even
days and the forecast those of people who study every day and meet new things nearly to the end; the pile that of people who are away for three
weeks and answer thirty a day. The three ways differ in what sets the day on which something comes back:

    plain SM-2   right is 4 and wrong is 1, as tutorials have it; to the day, all that is due is asked
    ours         SM-2 with the grades that certainty makes, days balanced, at most so many a day
    FSRS         the same with FSRS's days, goal 90 %
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import takewhile
from statistics import fmean, median

import pytest

from questions.bank import shipped_banks
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from quizapp.queries.coming_load import ENOUGH
from quizapp.scheduling.balancing import lightest, window
from quizapp.scheduling.cards import CardState, Due, answer, kind_on
from quizapp.scheduling.comeback import came_back
from quizapp.scheduling.grading import grade_answer
from quizapp.scheduling.levels import level_for
from quizapp.scheduling.planning import Habits, Planned, forecast
from quizapp.scheduling.queue import Asked, Candidate, Limits, day_queue
from quizapp.scheduling.recall import GOAL
from quizapp.scheduling.schedulers import schedulers
from quizapp.scheduling.sm2 import PASS
from tests.amounts import amount
from tests.benchmarks.simulated_learners import Answer, SimulatedLearner

LEARNERS = amount(1, 8)
DAYS = amount(60, 180)
ASKED_ABOUT = amount(80, 10_000)  # so many objectives at most
BEGINNING = date(2026, 3, 2)
SECONDS_EACH = 40
NO_LIMIT = 10_000
AHEAD = 14
LATELY = 100  # so many answers tell how somebody answers now
AWAY_FROM, AWAY = amount(25, 60), 21
CALM, WEEKS = 30, 28  # days: after the first the load is to be even; within the second
STEADY = amount(5, 2)  # new ones a day, so that they last for nearly all the days, where it is asked how even days are


@dataclass(frozen=True)
class Way:
    """A way of scheduling: what makes the day, how an answer is graded, whether days are balanced, and how many a day."""

    name: str
    due: Due
    grade: Callable[[Answer, CardState], int]
    balanced: bool
    limits: Limits


@dataclass
class Life:
    """What happened to one learner: answers and scheduled answers of each day, what was left over, and forecasts beside what came."""

    seen: int = 0
    recall_of_seen: float = 0.0
    remembered: float = 0.0
    answers: int = 0
    load: dict[int, int] = field(default_factory=dict)
    overdue: dict[int, int] = field(default_factory=dict)
    pile: dict[int, bool] = field(default_factory=dict)  # whether at the end of a day something is left from before coming back
    held: dict[int, bool] = field(default_factory=dict)  # whether the limit holds something back that is due
    errors: list[float] = field(default_factory=list)


def by_certainty(given: Answer, card: CardState) -> int:
    return grade_answer(
        int(given.right),
        1,
        given.certainty,
        dont_know=given.dont_know,
        recalled_before=card.recalled_before,
        milliseconds=None,
        words=20,
    )


def right_or_wrong(given: Answer, card: CardState) -> int:
    return 4 if given.right else 1


def ways(limit: int, new: int = 10) -> tuple[Way, ...]:
    return (
        Way("plain SM-2", schedulers()["sm2"], right_or_wrong, balanced=False, limits=Limits(NO_LIMIT, new)),
        Way("ours", schedulers()["sm2"], by_certainty, balanced=True, limits=Limits(limit, new)),
        Way("FSRS", schedulers()["fsrs"], by_certainty, balanced=True, limits=Limits(limit, new)),
    )


@cache
def objectives() -> tuple[Candidate, ...]:
    knowledge = Knowledge(read_bank(shipped_banks()[0]))
    return tuple(
        Candidate(place, place, frozenset((one.fact, *one.kin)), frozenset(one.beside))
        for place, one in enumerate(one for one in knowledge.objectives.values() if "nursing" in one.audiences)
        if place < ASKED_ABOUT
    )


@dataclass
class _Living:
    """One learner under one way, while the days pass."""

    way: Way
    learner: SimulatedLearner
    life: Life = field(default_factory=Life)
    cards: dict[int, CardState] = field(default_factory=dict)
    studied: list[date] = field(default_factory=list)  # the latest first
    first: list[int] = field(default_factory=list)  # grades of scheduled answers to what was new
    later: list[int] = field(default_factory=list)  # and to what was met before

    def card(self, objective: int) -> CardState:
        return self.cards.get(objective, CardState())

    def day(self, number: int) -> None:
        """Answer all that a day holds."""
        day, asked, seed = BEGINNING + timedelta(days=number), list[Asked](), str(self.learner.number)
        late = self._due(day)
        back = came_back(self.studied, day) if late else None
        self.life.overdue[number] = len(late)
        may_be = [replace(one, due=self.card(one.objective).due) for one in objectives()]
        today = {one.objective: one for one in may_be if one.due is None or one.due <= day}
        while (objective := (queue := day_queue(today.values(), asked, day, seed, self.way.limits, back)).next) is not None:
            before = self.card(objective)
            given = self.learner.answers(objective, number, len(asked) * SECONDS_EACH, level_for(before.passes_in_a_row))
            kind, grade = kind_on(before, day), self.way.grade(given, before)
            self.cards[objective] = self._moved(objective, before, answer(before, grade, day, kind, self.way.due))
            asked.append(Asked(objective, kind, grade, new=before.steps == 0))
            if kind == "scheduled":
                (self.later if before.steps else self.first).append(grade)
            today[objective] = replace(today[objective], due=self.cards[objective].due)
        if asked:
            self.studied.insert(0, day)
        self.life.pile[number] = queue.backlog
        self.life.held[number] = queue.held_reviews > 0
        self.life.answers += len(asked)
        self.life.load[number] = sum(one.kind == "scheduled" for one in asked)

    def _due(self, day: date) -> list[CardState]:
        return [card for card in self.cards.values() if card.due and card.due <= day]

    def _moved(self, objective: int, before: CardState, after: CardState) -> CardState:
        """The card on the lightest day near the one that is due, as the program has it."""
        exact = self.way.due(after)
        if not self.way.balanced or exact is None or after.last_day is None or after.due != exact or before.last_day == after.last_day:
            return after
        waited = before.due_fsrs if self.way.name == "FSRS" else before.due_sm2
        passed = after.memory.repetitions > 0 and waited is not None and before.last_day is not None
        near = window(after.last_day, exact, (waited - before.last_day).days if passed and waited and before.last_day else 0)
        load = Counter(card.due for other, card in self.cards.items() if other != objective and card.due)
        days = {day: load[day] for day in near}
        return replace(after, due=lightest(near, days, f"{self.learner.number}/{objective}/{before.steps}"))

    def foresees(self, number: int) -> int:
        """How many questions the next two weeks are forecast to hold, with this one."""
        today = BEGINNING + timedelta(days=number)
        cards = [(one, self.card(one.objective)) for one in objectives()]
        known = [Planned(card.due, card.memory, one.facts, card.fsrs) for one, card in cards]
        goal = GOAL if self.way.name == "FSRS" else None
        habits, first, later = Habits(self.way.limits, goal=goal), self.first[-LATELY:], self.later[-LATELY:]
        if len(first) >= ENOUGH:
            habits = replace(habits, first=fmean(grade >= PASS for grade in first))
        if len(later) >= ENOUGH:
            grades = later.count(3), later.count(4), later.count(5)
            habits = replace(habits, passes=fmean(grade >= PASS for grade in later), grades=grades)
        return sum(day.questions for day in forecast(known, today, AHEAD, habits))


def lives(way: Way, number: int, studies: Callable[[SimulatedLearner, int], bool]) -> Life:
    """Let one learner live for all the days, on those on which they study."""
    living = _Living(way, SimulatedLearner(number))
    life, foreseen = living.life, dict[int, int]()
    for day in range(DAYS):
        if day % AHEAD == 0 and day + AHEAD <= DAYS:
            foreseen[day] = living.foresees(day)
        if studies(living.learner, day):
            living.day(day)
    end = [living.learner.recall(objective, DAYS) for objective in living.cards]
    life.seen, life.recall_of_seen, life.remembered = len(end), fmean(end), sum(end)
    for first, expected in foreseen.items():
        came = sum(life.load.get(day, 0) for day in range(first, first + AHEAD))
        if first >= CALM and came:
            life.errors.append(abs(expected - came) / came)
    return life


def every_day(learner: SimulatedLearner, day: int) -> bool:
    return True


def as_they_are(learner: SimulatedLearner, day: int) -> bool:
    return learner.studies_on(day)


def away_for_three_weeks(learner: SimulatedLearner, day: int) -> bool:
    return not AWAY_FROM <= day < AWAY_FROM + AWAY


@dataclass(frozen=True)
class Figures:
    """One row of the table."""

    name: str
    recall_of_all: float
    recall_of_seen: float
    answers_each: float
    busiest: float  # day after the first thirty, of the median of them all
    of_weeks: float  # of the median of its four weeks
    forecast: float
    pile: float  # days until what had come due while away is done
    held: float  # days until the limit holds nothing back: what is left then waits for a sibling to go first
    clear: float  # days until one holds all that is due, siblings that wait included
    most: int


def figures(name: str, some: Sequence[Life], even: Sequence[Life], back: Sequence[Life]) -> Figures:
    loads = [[load for day, load in sorted(life.load.items()) if day >= CALM] for life in even]
    errors = [error for life in even for error in life.errors]
    return Figures(
        name,
        fmean(life.remembered for life in some) / len(objectives()),
        fmean(life.recall_of_seen for life in some),
        sum(life.answers for life in some) / sum(life.remembered for life in some),
        fmean(busiest(load) for load in loads),
        fmean(max(busiest(load[first : first + WEEKS]) for first in range(0, len(load) - WEEKS + 1, WEEKS)) for load in loads),
        fmean(errors) if errors else 0.0,
        fmean(_days(life.pile[day] for day in range(AWAY_FROM + AWAY, DAYS)) for life in back),
        fmean(_days(life.held[day] for day in range(AWAY_FROM + AWAY, DAYS)) for life in back),
        fmean(_days(life.overdue[day] > life.load[day] for day in range(AWAY_FROM + AWAY, DAYS)) for life in back),
        max(load for life in back for load in life.load.values()),
    )


def busiest(load: Sequence[int]) -> float:
    """The highest of these loads, of their median."""
    return max(load) / max(median(load), 1)


def _days(still: Iterable[bool]) -> int:
    """How many days it takes, the first one counted, until something is over."""
    return sum(1 for _ in takewhile(bool, still)) + 1


def _one(asked: tuple[int, int, int]) -> Life:
    """A life, in another process: which way, which learner, and which of the three ways to spend the days."""
    way, number, spent = asked
    if spent == 2:
        return lives(ways(30)[way], number, away_for_three_weeks)
    return lives(ways(60, STEADY)[way], number, every_day) if spent else lives(ways(60)[way], number, as_they_are)


def simulated() -> list[Figures]:
    pieces = [(way, number, spent) for spent in range(3) for way in range(3) for number in range(LEARNERS)]
    with ProcessPoolExecutor(os.cpu_count() or 1) as pool:
        found = dict(zip(pieces, pool.map(_one, pieces), strict=True))
    return [figures(name, *(_of(found, way, spent) for spent in range(3))) for way, name in enumerate(one.name for one in ways(60))]


def _of(found: dict[tuple[int, int, int], Life], way: int, spent: int) -> list[Life]:
    return [found[way, number, spent] for number in range(LEARNERS)]


def table(rows: Iterable[Figures]) -> str:
    head = f"{'':<12}{'recall, all':>12}{'of seen':>9}{'answers each':>14}{'busiest/median':>16}{'of 4 weeks':>12}{'forecast off':>14}{'pile gone':>12}{'none held':>12}{'all clear':>12}{'most a day':>12}"
    lines = [
        f"{one.name:<12}{one.recall_of_all:>11.1%} {one.recall_of_seen:>8.1%}{one.answers_each:>14.1f}{one.busiest:>16.2f}{one.of_weeks:>12.2f}"
        f"{one.forecast:>13.1%} {one.pile:>7.1f} days{one.held:>7.1f} days{one.clear:>7.1f} days{one.most:>12}"
        for one in rows
    ]
    return "\n".join([head, *lines])


def test_half_a_year_under_three_ways_of_scheduling(capsys: pytest.CaptureFixture[str]) -> None:
    rows = simulated()
    with capsys.disabled():
        print(f"\n{LEARNERS} learners, {DAYS} days, {len(objectives())} objectives; comeback after {AWAY} days at 30 a day")
        print(table(rows))
        print("Aims: busiest day at most 1.5 of the median after day 30; forecast off by 10 %; clear within 14 days, no day above 30.")
    assert [one.name for one in rows] == ["plain SM-2", "ours", "FSRS"]
    assert all(0 < one.recall_of_all <= 1 for one in rows)
    assert all(one.most <= 30 for one in rows[1:])
