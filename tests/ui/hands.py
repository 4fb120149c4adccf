"""How people answer: with a mouse, without scripts, with keys alone, on a phone."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, assert_never

from playwright.sync_api import Locator, Page

from questions.interactions import AnyOf, BowTie, DropDowns, Grid, Highlight, Interaction, Linked, NOf, Number, OneOf, Order, TypedText

Form = Mapping[str, Sequence[str]]
QUESTION = re.compile(r"/study/\d+$")
FEEDBACK = re.compile(r"/study/\d+/reviews/\d+$")
AFTER = re.compile(r"/study/(\d+|summary)$")


@dataclass
class Hand:
    """A hand with a mouse. The others differ in how they do the same."""

    page: Page
    device: ClassVar[dict[str, Any]] = {}
    scripts: ClassVar[bool] = True

    def press(self, target: Locator) -> None:
        target.click()

    def tick(self, box: Locator) -> None:
        """Choose a radio button or tick a box, by its label."""
        self.press(box.locator("xpath=.."))

    def write(self, text: str, field: Locator) -> None:
        field.fill(text)

    def choose(self, value: str, select: Locator) -> None:
        select.select_option(value)

    def button(self, words: str) -> Locator:
        return self.page.get_by_role("button", name=words, exact=True)

    def fill_in(self, interaction: Interaction, form: Form) -> None:
        """Fill in a question's form as it is to be sent."""
        match interaction:
            case OneOf() | AnyOf() | NOf():
                self.pick(form["answer"])
            case Grid() | Highlight():
                for name, values in form.items():
                    for value in values:
                        self.tick(self.field(name, value))
            case DropDowns() | Linked() | BowTie():
                for name, values in form.items():
                    self.choose(values[0], self.field(name))
            case Order():
                self.put_in_order([name for name, _ in sorted(form.items(), key=lambda place: int(place[1][0]))])
            case TypedText() | Number():
                self.write(form["answer"][0], self.field("answer"))
            case _:
                assert_never(interaction)

    def pick(self, ids: Sequence[str]) -> None:
        for one in ids:
            self.tick(self.field("answer", one))

    def put_in_order(self, names: Sequence[str]) -> None:
        """Move steps up until they stand in this order; without scripts there is a list of places beside each."""
        for place, name in enumerate(names, 1):
            if not self.scripts:
                self.choose(str(place), self.field(name))
                continue
            step = self.page.locator("main li").filter(has=self.page.locator(f'[name="{name}"]'))
            while step.locator("select").input_value() != str(place):
                self.press(step.locator("[data-move=up]"))

    def says_how_sure(self, sure: str) -> None:
        self.tick(self.field("sure", sure))

    def check(self) -> None:
        self._and_comes(FEEDBACK, lambda: self.press(self.button("Check answer")))

    def does_not_know(self) -> None:
        self._and_comes(FEEDBACK, lambda: self.press(self.button("I don’t know")))

    def undo(self) -> None:
        self._and_comes(QUESTION, lambda: self.press(self.button("Undo")))

    def begin(self) -> None:
        """From today's page or a summary to the next question."""
        self._and_comes(QUESTION, lambda: self.press(self.page.locator("main .actions a.button")))

    def go_on(self) -> None:
        """To the next question or, after a portion, to the summary."""
        self._and_comes(AFTER, lambda: self.press(self.page.locator("main .actions a.button")))

    def field(self, name: str, value: str | None = None) -> Locator:
        return self.page.locator(f'main [name="{name}"]' + (f'[value="{value}"]' if value is not None else ""))

    def _and_comes(self, address: re.Pattern[str], act: Callable[[], None]) -> None:
        act()
        self.page.wait_for_url(address)


class Mouse(Hand):
    """A desk with a mouse."""

    device: ClassVar[dict[str, Any]] = {"viewport": {"width": 1280, "height": 800}}


class WithoutScripts(Hand):
    """A browser as narrow as a phone, in which scripts are switched off."""

    device: ClassVar[dict[str, Any]] = {"java_script_enabled": False, "viewport": {"width": 390, "height": 844}}
    scripts: ClassVar[bool] = False


class Phone(Hand):
    """A thumb on a phone."""

    device: ClassVar[dict[str, Any]] = {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
        "reduced_motion": "reduce",
    }

    def press(self, target: Locator) -> None:
        target.tap()


class Keys(Hand):
    """A keyboard and nothing else: Tab, arrows, Space and Enter, and the single keys of a sitting."""

    device: ClassVar[dict[str, Any]] = {"reduced_motion": "reduce"}

    def press(self, target: Locator) -> None:
        self._reach(target)
        self._key("Enter")

    def tick(self, box: Locator) -> None:
        """Of radio buttons with one name Tab reaches one alone; arrows go on from there."""
        if box.get_attribute("type") == "checkbox":
            self._reach(box)
            self._key("Space")
            return
        self._reach(self.page.locator(f'main [name="{box.get_attribute("name")}"]'))
        if self._focused(box):
            self._key("Space")
        while not self._focused(box):
            self._key("ArrowDown")

    def write(self, text: str, field: Locator) -> None:
        self._reach(field)
        self._key("Control+A")
        self.page.keyboard.type(text)

    def choose(self, value: str, select: Locator) -> None:
        self._reach(select)
        values = select.locator("option").evaluate_all("options => options.map(option => option.value)")
        steps = values.index(value) - values.index(select.input_value())
        for _ in range(abs(steps)):
            self._key("ArrowDown" if steps > 0 else "ArrowUp")
        assert select.input_value() == value

    def pick(self, ids: Sequence[str]) -> None:
        """By number, as the page shows it beside each option."""
        shown = self.page.locator('main .option input[name="answer"]').evaluate_all("inputs => inputs.map(input => input.value)")
        for one in ids:
            self._key(str(shown.index(one) + 1))

    def does_not_know(self) -> None:
        self._and_comes(FEEDBACK, lambda: self._key("0"))

    def undo(self) -> None:
        self._and_comes(QUESTION, lambda: self._key("u"))

    def go_on(self) -> None:
        self._and_comes(AFTER, lambda: self._key("Enter"))

    def _key(self, key: str) -> None:
        self.page.keyboard.press(key)

    def _reach(self, target: Locator) -> None:
        """Press Tab until the focus is on the target, or on one of them."""
        for _ in range(100):
            if self._focused(target):
                return
            self._key("Tab")
        raise AssertionError(f"Tab does not lead to {target}")

    def _focused(self, target: Locator) -> bool:
        return bool(target.evaluate_all("found => found.includes(document.activeElement)"))
