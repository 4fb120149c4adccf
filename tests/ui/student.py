"""Somebody with a browser in hand, and what each answer should come to by the pure functions alone."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from questions.items import Item
from questions.responses import Malformed, read_response
from questions.scoring import score
from quizapp.scheduling.cards import Answered, CardState, fold, kind_on
from quizapp.scheduling.days import study_day
from quizapp.scheduling.grading import Certainty, grade_answer
from tests.learner import Form, Learner, right_answer
from tests.ui.hands import QUESTION, Hand
from tests.ui.site import BANK, Site
from tests.ui.ways import way_of, wrong_answer

PASSWORD = "lamp orbit velvet"
ZONE = "Europe/Berlin"


@dataclass
class Mind:
    """What a student's cards should be, by the pure functions alone."""

    cards: defaultdict[int, list[Answered]] = field(default_factory=lambda: defaultdict(list))

    def card(self, objective: int) -> CardState:
        return fold(self.cards[objective])

    def answers(self, objective: int, turn: int, item: Item, form: Form, sure: str, day: date) -> None:
        """Note an answer that was sure of itself, so that its time does not matter."""
        response = read_response(item.interaction, form)
        assert not isinstance(response, Malformed)
        before = self.card(objective)
        grade = grade_answer(
            *score(item.interaction, response),
            Certainty(sure),
            dont_know=False,
            recalled_before=before.recalled_before,
            milliseconds=None,
            words=item.words(),
        )
        self.cards[objective].append(Answered(turn, grade, day, kind_on(before, day)))

    def learns_day(self, objective: int, day: date | None) -> None:
        """Note on which day it comes back, which the program may choose near the one that SM-2 says."""
        self.cards[objective][-1] = replace(self.cards[objective][-1], due=day)

    def due(self, day: date) -> set[int]:
        return {objective for objective in self.cards if (due := self.card(objective).due) and due <= day}


@dataclass
class Student:
    """Somebody with a browser in hand, and what each answer should come to."""

    site: Site
    hand: Hand
    mind: Mind = field(default_factory=Mind)
    wrong: set[str] = field(default_factory=set)
    right: set[str] = field(default_factory=set)

    @property
    def today(self) -> date:
        return study_day(self.site.clock.at, ZONE)

    @cached_property
    def device(self) -> Learner:
        return self.site.learner("student")

    def signs_up(self) -> None:
        hand = self.hand
        hand.page.goto("/")
        hand.press(hand.page.locator("main").get_by_role("link", name="Create an account"))
        hand.page.wait_for_url("/sign-up?words=nursing")
        hand.write("student", hand.field("name"))
        hand.write(PASSWORD, hand.field("password"))
        if not hand.scripts:
            hand.choose(ZONE, hand.field("zone"))
        assert hand.field("zone").input_value() == ZONE
        hand.tick(hand.field("stay"))
        hand.press(hand.button("Create account"))
        hand.page.wait_for_url("/library")

    def signs_in(self) -> None:
        hand = self.hand
        hand.page.goto("/today")
        hand.write("student", hand.field("name"))
        hand.write(PASSWORD, hand.field("password"))
        hand.tick(hand.field("stay"))
        hand.press(hand.button("Sign in"))
        hand.page.wait_for_url("/today")

    def starts_everything(self) -> None:
        of_the_bank = self.hand.page.locator(f'[name="bank"][value="{BANK}"]')
        self.hand.press(self.hand.page.locator("main form").filter(has=of_the_bank).get_by_role("button", name="Start with everything"))
        self.hand.page.wait_for_url(QUESTION)

    def lives_a_day(self) -> set[int]:
        """Answer all that is asked today, each way of answering wrong first and taken back; what was asked that had been asked before."""
        asked: set[int] = set()
        self.hand.page.goto("/today")
        number, _, words = self.hand.page.locator("h1").inner_text().partition(" ")
        assert words in ("question for today", "questions for today", "for today"), words
        self.hand.begin()
        while self._is_asked():
            objective = self.site.ticket(self.hand.page).objective
            if kind_on(self.mind.card(objective), self.today) == "scheduled":
                asked.add(objective)
            self._answers_somehow(objective, failing=len(asked) % 4 == 3)
            self.hand.go_on()
        assert int(number) == len(asked) or words == "for today"  # after weeks away it is a portion
        return asked

    def _is_asked(self) -> bool:
        """Whether there is a question, once the summary of a portion is put aside."""
        more = self.hand.page.get_by_role("link", name="Study some more")
        if not QUESTION.search(self.hand.page.url) and more.count():
            self.hand.begin()
        return bool(QUESTION.search(self.hand.page.url))

    def _answers_somehow(self, objective: int, failing: bool) -> None:
        item = self.site.item(self.hand.page)
        way, drill = way_of(item.interaction), self.mind.card(objective).last_day == self.today
        if way not in self.wrong:
            self.wrong.add(way)
            self._answers(objective, item, wrong_answer(item.interaction), "guessing")
            self._takes_back(objective, item)
        elif failing and not drill:
            self._answers(objective, item, wrong_answer(item.interaction), "fairly")
            return
        self.right.add(way)
        self._answers(objective, item, right_answer(item.interaction), "fairly")

    def _answers(self, objective: int, item: Item, form: Form, sure: str) -> None:
        hand, turn = self.hand, self.site.ticket(self.hand.page).turn
        assert hand.page.locator("h1").inner_text() == item.stem
        hand.fill_in(item.interaction, form)
        hand.says_how_sure(sure)
        hand.check()
        self.mind.answers(objective, turn, item, form, sure, self.today)
        verdict = hand.page.locator("h1").inner_text()
        assert (verdict == "Right") is (form == right_answer(item.interaction)), verdict
        self._finds_what_sm_2_says(objective)
        self.site.clock.let_pass(seconds=20)

    def _finds_what_sm_2_says(self, objective: int) -> None:
        self.mind.learns_day(objective, self.device.card(objective).due)
        card = self.mind.card(objective)
        assert self.device.card(objective) == card
        assert card.due
        days = (card.due - self.today).days
        said = self.hand.page.locator(".back").inner_text()
        assert ("tomorrow" if days == 1 else f"in {days} days, on ") in said
        assert ("once more today" in said) is (card.drilling == self.today)

    def _takes_back(self, objective: int, item: Item) -> None:
        self.hand.undo()
        self.mind.cards[objective].pop()
        assert self.site.item(self.hand.page) == item
        assert self.device.card(objective) == self.mind.card(objective)
