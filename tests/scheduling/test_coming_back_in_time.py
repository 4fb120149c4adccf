"""Whoever comes back after three weeks catches up in two, with thirty answers a day and the bank of the article."""

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

from questions.bank import shipped_banks
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from quizapp.scheduling.balancing import lightest
from quizapp.scheduling.cards import CardState, Kind, answer, days_near
from quizapp.scheduling.comeback import came_back
from quizapp.scheduling.queue import Asked, Candidate, DayQueue, Limits, day_queue
from tests.scheduling.histories import DAY, MONDAY

A_DAY, AWAY, STUDIED = 30, 21, 45
PASSES = 0.85


class Life:
    """Somebody who answers all that is asked each day, and passes more often than not."""

    def __init__(self) -> None:
        knowledge = Knowledge(read_bank(shipped_banks()[0]))
        known = [one for one in knowledge.objectives.values() if "nursing" in one.audiences]
        self.all = {
            number: Candidate(number, number, frozenset((one.fact, *one.kin)), frozenset(one.beside)) for number, one in enumerate(known)
        }
        self.cards: dict[int, CardState] = {}
        self.studied: list[date] = []
        self.chance = Random("a life")

    def queue(self, asked: list[Asked], day: date) -> DayQueue:
        cards = [replace(one, due=self.cards[number].due if number in self.cards else None) for number, one in self.all.items()]
        return day_queue(cards, asked, day, "7", Limits(A_DAY, 10), came_back(sorted(self.studied, reverse=True), day))

    def lives(self, day: date) -> list[Asked]:
        asked: list[Asked] = []
        while (number := self.queue(asked, day).next) is not None:
            before = self.cards.get(number, CardState())
            kind: Kind = "drill" if any(one.objective == number for one in asked) else "scheduled"
            grade = 4 if kind == "drill" or self.chance.random() < PASSES else 1
            after = answer(before, grade, day, kind)
            if kind == "scheduled":
                load = Counter(card.due for card in self.cards.values() if card.due)
                after = replace(after, due=lightest(days_near(before, after), load, f"{number}/{before.steps}"))
            self.cards[number] = after
            asked.append(Asked(number, kind, grade, new=before.steps == 0))
        self.studied.append(day)
        return asked


def test_a_backlog_of_three_weeks_is_clear_in_two_and_no_day_passes_the_limit():
    life, day = Life(), MONDAY
    for _ in range(STUDIED):
        life.lives(day)
        day += DAY
    back = day + AWAY * DAY
    backlog = sum(card.due is not None and card.due < back for card in life.cards.values())
    assert backlog > 4 * A_DAY, "it is a pile"
    day = back
    while life.queue([], day).backlog:
        scheduled = [one for one in life.lives(day) if one.kind == "scheduled"]
        assert len(scheduled) <= A_DAY
        day += DAY
    assert (day - back).days <= 14
