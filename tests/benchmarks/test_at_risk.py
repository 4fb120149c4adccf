"""Who will not pass the exam, told fourteen days before: what the course page shows beside four plain rules, on made-up cohorts.

Learners remember as simulated_learners.py has it, which no scheduler knows, and study as often as they do: some every evening, some hardly,
some stop half-way, some begin late. There are sixty objectives; half are due after four weeks, all at the exam after eight. Whoever would answer
fewer than six in ten at the exam does not pass. A rule is judged by the area under its curve (AUC): how often, of one who does not pass and
one who does, it names the one who does not (a tie is half). It prints, and judges only that both kinds are there.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from statistics import fmean

import pytest
from scipy.stats import mannwhitneyu

from quizapp.analysis.needs import Standing, reasons
from quizapp.queries.recalls import reaches
from quizapp.scheduling.cards import CardState, answer
from quizapp.scheduling.grading import grade_answer
from quizapp.scheduling.levels import level_for
from quizapp.scheduling.recall import GOAL, recall
from quizapp.scheduling.schedulers import schedulers
from tests.amounts import amount
from tests.benchmarks.simulated_learners import Answer, SimulatedLearner

COHORTS, LEARNERS = amount(1, 5), 80
OBJECTIVES, EXAM, DEADLINE, LOOK = 60, 56, 28, 42
MOST = 12  # questions a day
SECONDS_EACH = 40
BEGINNING = date(2026, 3, 2)
PASS_MARK = 0.6


@dataclass
class Member:
    """A learner of a cohort, and all that is seen of them."""

    learner: SimulatedLearner
    chance: Random
    cards: dict[int, CardState] = field(default_factory=dict)
    days: list[int] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    sure_and_wrong: list[int] = field(default_factory=list)
    missed: bool = False

    def __post_init__(self) -> None:
        self.share = self.chance.choice((0.8, 0.6, 0.4, 0.25, 0.12))
        self.begins = self.chance.choice((0, 0, 0, 7, 21, 35))
        self.stops = self.chance.choice((EXAM, EXAM, EXAM, 28, 45))

    def lives(self, first: int, last: int) -> None:
        """Study on the days on which they would, from one to before another."""
        for day in range(first, last):
            if self.begins <= day < self.stops and self.chance.random() < self.share:
                self._sits(day)

    def _sits(self, number: int) -> None:
        day = BEGINNING + timedelta(days=number)
        due = sorted((card.due, one) for one, card in self.cards.items() if card.due and card.due <= day)
        new = [one for one in range(OBJECTIVES) if one not in self.cards and (one < OBJECTIVES // 2 or number >= DEADLINE)]
        for place, one in enumerate([*(one for _, one in due), *new][:MOST]):
            before = self.cards.get(one, CardState())
            given = self.learner.answers(one, number, place * SECONDS_EACH, level_for(before.passes_in_a_row))
            self.cards[one] = answer(before, _grade(given, before), day, "scheduled", schedulers()["sm2"])
            self.right.append(given.right)
            if given.certainty == "certain" and not given.right:
                self.sure_and_wrong.append(number)
        self.days.append(number)

    def known_on(self, day: int) -> float:
        """Mean recall as the course page would show it on a day, what was never met counting as nothing."""
        on = BEGINNING + timedelta(days=day)
        return sum(recall(card.fsrs, on) for card in self.cards.values()) / OBJECTIVES

    def passes(self) -> bool:
        """What no page sees: whether they remember enough at the exam."""
        return fmean(self.learner.recall(one, EXAM) for one in range(OBJECTIVES)) >= PASS_MARK

    def standing(self) -> Standing:
        """What the course page knows of them on the day on which somebody looks."""
        today = BEGINNING + timedelta(days=LOOK)
        at_goal = sum(reaches(recall(card.fsrs, today), GOAL) for card in self.cards.values())
        due = sum(card.due is not None and card.due <= today for card in self.cards.values())
        lately = sum(number > LOOK - 28 for number in self.sure_and_wrong)
        away = LOOK - self.days[-1] if self.days else None
        week = today - timedelta(days=7)
        came_due = sum(card.due is not None and week < card.due <= today for card in self.cards.values())
        answered = sum(card.last_day is not None and card.last_day > week for card in self.cards.values())
        return Standing(
            OBJECTIVES,
            len(self.cards),
            at_goal,
            due,
            {("bank", "topic"): lately},
            away,
            LOOK,
            EXAM - LOOK,
            self.known_on(EXAM),
            LOOK / EXAM,
            None,
            came_due,
            answered,
        )


def _grade(given: Answer, card: CardState) -> int:
    return grade_answer(
        int(given.right),
        1,
        given.certainty,
        dont_know=given.dont_know,
        recalled_before=card.recalled_before,
        milliseconds=None,
        words=20,
    )


def rules(cohort: list[Member]) -> dict[str, list[float]]:
    """How strongly each rule names each learner, on the day on which somebody looks."""
    activity = fmean(len(one.right) for one in cohort)
    grade = fmean(fmean(one.right) for one in cohort if one.right)
    return {
        "ours: recall foreseen for the exam": [1 - one.known_on(EXAM) for one in cohort],
        "ours: number of reasons": [len(reasons(one.standing())) for one in cohort],
        "ours: any reason": [bool(reasons(one.standing())) for one in cohort],
        "five days away": [not one.days or LOOK - one.days[-1] >= 5 for one in cohort],
        "20 % under mean activity": [len(one.right) < 0.8 * activity for one in cohort],
        "25 % under mean grade": [not one.right or fmean(one.right) < 0.75 * grade for one in cohort],
        "one missed deadline": [one.missed for one in cohort],
    }


def cohort_of(number: int) -> list[Member]:
    """A cohort on the day on which somebody looks."""
    cohort = [Member(SimulatedLearner(1000 * number + place), Random(f"habits of {number}, {place}")) for place in range(LEARNERS)]
    for one in cohort:
        one.lives(0, DEADLINE)
        one.missed = len(one.cards) < OBJECTIVES // 2
        one.lives(DEADLINE, LOOK)
    return cohort


def test_who_will_not_pass_is_told_fourteen_days_before(capsys: pytest.CaptureFixture[str]) -> None:
    areas: dict[str, list[float]] = {}
    failing = []
    for number in range(COHORTS):
        cohort = cohort_of(number)
        told = rules(cohort)
        for one in cohort:
            one.lives(LOOK, EXAM)
        fails = [not one.passes() for one in cohort]
        failing.append(fmean(fails))
        assert any(fails)
        assert not all(fails)
        for rule, named in told.items():
            those = [float(score) for score, fail in zip(named, fails, strict=True) if fail]
            others = [float(score) for score, fail in zip(named, fails, strict=True) if not fail]
            areas.setdefault(rule, []).append(float(mannwhitneyu(those, others).statistic) / (len(those) * len(others)))
    lines = [f"  {rule:36} {fmean(found):.3f}" for rule, found in areas.items()]
    with capsys.disabled():
        print(f"\nAUC, {COHORTS} cohorts of {LEARNERS}, {100 * fmean(failing):.0f} % do not pass:", *lines, sep="\n")
