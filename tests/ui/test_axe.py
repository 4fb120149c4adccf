"""Every page, in both themes and at three widths, is one that everybody can use."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.amounts import LONG
from tests.ui.gallery import Gallery, opened
from tests.ui.watch import Devices
from tests.ui.ways import WAYS

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEIGHT = {320: 640, 390: 844, 1280: 800}
LIGHTS = [*product(("light", "dark"), HEIGHT)] if LONG else [("light", 320), ("dark", 390), ("light", 1280)]
LEAST_TARGET = 44
MAP = "/maps/metastatic-cancer/spread"
SMALL_TARGETS = """least => [...document.querySelectorAll("a, button, summary, select, input:not([type=hidden])")]
    .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter(one => !(one.matches("a") && getComputedStyle(one).display === "inline" && one.closest("p")))
    .map(one => one.closest("label") ?? one)
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width && box.bottom > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(([one, box]) => `${one.outerHTML.slice(0, 120)} is ${Math.round(box.width)} x ${Math.round(box.height)}`)"""

Scene = Callable[[Gallery, Page], None]


def at(path: str, who: str | None = None) -> Scene:
    return lambda gallery, page: gallery.open(page, path, who)


def question(way: str) -> Scene:
    return lambda gallery, page: gallery.open(page, gallery.question("asked", way), "asked")


def feedback(who: str, way: str = "", *, unfolded: bool = False) -> Scene:
    def show(gallery: Gallery, page: Page) -> None:
        gallery.open(page, gallery.feedback(who, way), who)
        if unfolded:
            page.locator("details.fold summary").click()

    return show


def malformed(way: str) -> Scene:
    """What a form gets that is not filled in, or has all steps in one place."""

    def show(gallery: Gallery, page: Page) -> None:
        question(way)(gallery, page)
        page.locator("main [name^='step.']").evaluate_all("steps => steps.forEach(step => (step.value = '1'))")
        page.get_by_role("button", name="Check answer").click()
        page.locator(".problems").wait_for()
        assert page.title().startswith("Error: ")

    return show


def sent_empty(path: str) -> Scene:
    def show(gallery: Gallery, page: Page) -> None:
        gallery.open(page, path)
        page.locator("main form button.button").click()
        page.locator(".problems").wait_for()

    return show


def unfolded(scene: Scene) -> Scene:
    """A page with all that is folded on it shown."""

    def show(gallery: Gallery, page: Page) -> None:
        scene(gallery, page)
        page.locator("main details").evaluate_all("folds => folds.forEach(fold => (fold.open = true))")

    return show


def pictured(button: str) -> Scene:
    """What comes of a picture when this button is pressed and nothing is picked."""

    def show(gallery: Gallery, page: Page) -> None:
        gallery.open(page, f"{MAP}/quiz")
        page.get_by_role("button", name=button).click()

    return show


def round_done(gallery: Gallery, page: Page) -> None:
    """The end of a round of pictures."""
    pictured("I don’t know")(gallery, page)
    page.goto(re.sub(r"\bn=1\b", "n=6", page.url))
    page.get_by_role("heading", name="You got 0 of 5").wait_for()


def with_display(scene: Scene) -> Scene:
    def show(gallery: Gallery, page: Page) -> None:
        scene(gallery, page)
        page.locator("[popovertarget=display]").click()
        page.locator("#display").wait_for()

    return show


def with_keys(scene: Scene) -> Scene:
    def show(gallery: Gallery, page: Page) -> None:
        scene(gallery, page)
        page.keyboard.press("?")
        page.locator("#keys").wait_for()

    return show


ADDRESSES = {
    **dict.fromkeys(("/", "/about", "/accessibility", "/forgotten", "/help", "/letters", "/privacy", "/recovery", "/sign-in", "/sign-up")),
    **dict.fromkeys(("/account", "/account/codes", "/account/email", "/account/erasure", "/account/name", "/account/password"), "asked"),
    **dict.fromkeys(("/display", "/settings", "/library", "/today", "/study/reports", "/study/set-aside"), "asked"),
    "/study/summary": "done",
    "/editing": "edits",
    **dict.fromkeys(("/words", "/search")),
}  # and who looks at them
NO_PAGES = {"/healthz", "/readyz", "/study"}

SCENES: dict[str, Scene] = {
    **{path: at(path, who) for path, who in ADDRESSES.items()},
    "sign up, with errors": sent_empty("/sign-up"),
    "sign in, refused": sent_empty("/sign-in"),
    "library of a guest": at("/library"),
    "library, nothing started": at("/library", "settles"),
    "today, nothing started": at("/today", "settles"),
    "today, new": at("/today", "begins"),
    "today, done": at("/today", "done"),
    "summary, something to look at again": at("/study/summary", "wonders"),
    "summary of nothing": at("/study/summary", "settles"),
    "report of a question": lambda gallery, page: gallery.open(page, gallery.question("asked", "one of") + "/report", "asked"),
    "not found": at("/nowhere"),
    "topic of a guest": at("/topics/metastatic-cancer/kinds?words=nursing"),
    "topic with steps, of a learner": unfolded(at("/topics/metastatic-cancer/phases", "right")),
    "topic with a table": at("/topics/metastatic-cancer/spread"),
    "word": at("/words/metastatic-cancer/angiogenesis"),
    "search, found": at("/search?q=lymph+nodes"),
    "map": at(MAP),
    "map from a primary": at(f"{MAP}?from=kidney"),
    "map to a site": at(f"{MAP}?to=liver"),
    "picture": unfolded(at(f"{MAP}/quiz")),
    "picture, malformed": pictured("Check answer"),
    "picture, answered": unfolded(pictured("I don’t know")),
    "round of pictures": round_done,
    "report on a bank": unfolded(at("/editing/metastatic-cancer", "edits")),
    "display, opened over a page": with_display(at("/today", "asked")),
    "keys, opened over a question": with_keys(question("one of")),
    "feedback, counted as a guess": feedback("guesses"),
    "feedback, taken back": feedback("undoes"),
    "feedback, not known": feedback("wonders"),
    **{f"question, {way}": question(way) for way in WAYS},
    **{f"question, {way}, malformed": malformed(way) for way in WAYS},
    **{f"feedback, {way}, right": feedback("right", way, unfolded=True) for way in WAYS},
    **{f"feedback, {way}, wrong": feedback("wrong", way) for way in WAYS},
}


@dataclass
class Visitor:
    """Somebody who walks through the gallery with one page, and looks at each scene in many lights."""

    gallery: Gallery
    page: Page
    scene: str = ""

    def sees(self, scene: str, theme: Any, width: int) -> Page:
        self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        self.page.set_viewport_size({"width": width, "height": HEIGHT[width]})
        if scene != self.scene:
            SCENES[scene](self.gallery, self.page)
            self.page.evaluate(AXE_SCRIPT)
            self.scene = scene
        return self.page


@pytest.fixture(scope="module")
def visitor(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with opened(tmp_path_factory.mktemp("gallery")) as gallery:
        devices = Devices(browser, gallery.site.address)
        yield Visitor(gallery, devices.open(404, 422))
        devices.close()


@pytest.mark.parametrize(("theme", "width"), LIGHTS, ids=str)
@pytest.mark.parametrize("scene", SCENES)
def test_every_page_can_be_used_by_everybody(visitor: Visitor, scene: str, theme: str, width: int) -> None:
    page = visitor.sees(scene, theme, width)
    assert page.evaluate("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"), "it scrolls sideways"
    assert page.evaluate(SMALL_TARGETS, LEAST_TARGET) == []
    page.evaluate("scrollTo(0, document.body.scrollHeight)")  # at the end the bar that sticks to the bottom covers nothing
    assert violations(page) == []


def test_every_address_is_looked_at(visitor: Visitor) -> None:
    rules = visitor.gallery.site.app.url_map.iter_rules()
    assert {rule.rule for rule in rules if "GET" in (rule.methods or ()) and not rule.arguments} - NO_PAGES == set(ADDRESSES)


def violations(page: Page) -> list[str]:
    """What axe has against a page, each with the elements that it is about."""
    found = page.evaluate("tags => axe.run({ runOnly: tags, resultTypes: ['violations'] })", TAGS)
    assert tuple(int(part) for part in found["testEngine"]["version"].split(".")) >= (4, 10)
    return [f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes']]}" for one in found["violations"]]
