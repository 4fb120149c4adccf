"""Every page, in both themes and at three widths, is one that everybody can use: one visit to each scene, seen in every light."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.amounts import LONG
from tests.ui.gallery import PASSWORD, Gallery, opened
from tests.ui.watch import Devices
from tests.ui.ways import WAYS

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEIGHT = {320: 640, 390: 844, 1280: 800}
LIGHTS = [*product(("light", "dark"), HEIGHT)] if LONG else [("light", 320), ("light", 1280), ("dark", 1280), ("dark", 390)]
WHOLE = LIGHTS if LONG else [("light", 320), ("dark", 1280)]
"""Where axe looks at all of a page. Elsewhere it has only the colours left of what was not to be seen in this theme yet: its other
rules ask what is on the page, of which it then has seen the narrow and the wide."""
LEAST_TARGET = 44
REFUSED = (400, 403, 404, 409, 422)
"""With which scenes may be answered."""
PROGRESS = {"topics": "/progress", "days": "/progress/days", "memory": "/progress/memory", "mistakes": "/progress/mistakes"}
MAP = "/maps/metastatic-cancer/spread"
SMALL_TARGETS = """least => [...document.querySelectorAll("a, button, summary, select, input:not([type=hidden])")]
    .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter(one => !(one.matches("a") && getComputedStyle(one).display === "inline" && one.closest("p") && one.closest("p").textContent.trim() !== one.textContent.trim()))
    .map(one => one.closest("label") ?? one)
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width && box.bottom > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(([one, box]) => `${one.outerHTML.slice(0, 120)} is ${Math.round(box.width)} x ${Math.round(box.height)}`)"""

CUT = """() => [...document.querySelectorAll(".wide .scrolls")]
    .filter(one => one.scrollWidth > one.clientWidth)
    .map(one => `${one.textContent.trim().replace(/\\s+/g, " ").slice(0, 80)} … is cut at ${one.clientWidth} of ${one.scrollWidth}`)"""
"""Tables of which a reader does not see the end."""
NARROW = """() => [...document.querySelectorAll(".wide")]
    .filter(one => one.clientWidth < 1100)
    .map(one => `a page of wide tables is ${one.clientWidth} wide`)"""

AXE = """async ([tags, theme, whole]) => {
    const seen = ((globalThis.seen ??= {})[theme] ??= new WeakSet());
    const fresh = [...document.querySelectorAll("body *")].filter(one => !seen.has(one) && one.checkVisibility({ visibilityProperty: true }));
    fresh.forEach(one => seen.add(one));
    const rules = whole ? { type: "tag", values: tags } : { type: "rule", values: ["color-contrast"] };
    if (!fresh.length && !whole) return null;
    return axe.run(whole ? document : fresh, { runOnly: rules, resultTypes: ["violations"], preload: { assets: ["media"] } });
}"""

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
        page.get_by_role("button", name=gallery.says("Check answer")).click()
        page.locator(".problems").wait_for()
        assert page.title().startswith(gallery.says("Error:"))

    return show


def sent_empty(path: str) -> Scene:
    def show(gallery: Gallery, page: Page) -> None:
        gallery.open(page, path)
        page.locator("main form button.button").click()
        page.locator(".problems").wait_for()

    return show


def goal_out_of_reach(gallery: Gallery, page: Page) -> None:
    """The settings, sent with a goal that nobody can have."""
    gallery.open(page, "/settings", "asked")
    page.locator("#goal_recall").fill("100")
    page.locator("form[action$='/settings/schedule'] button").click()
    page.locator(".problems").wait_for()


def sent_late(by: str = "") -> Scene:
    """A form that was filled in, and sent after its owner was signed out in another tab, or after somebody else had signed in there."""

    def show(gallery: Gallery, page: Page) -> None:
        gallery.open(page, "/account/name", "settles")
        page.locator("#name").fill("another-name")
        page.context.clear_cookies(name="sid")
        if by:
            signs_in(gallery, page.context.new_page(), by)
        page.locator("main form button.button").click()
        page.locator("main .lead").wait_for()
        assert page.locator("main a[target=_blank]").count() == (not by)  # to sign in there
        assert page.locator("main form").count() == (not by)

    return show


def signs_in(gallery: Gallery, tab: Page, name: str) -> None:
    """Somebody signs in in another tab, and closes it."""
    tab.goto("/sign-in")
    tab.locator("#name").fill(name)
    tab.locator("#password").fill(PASSWORD)
    tab.locator("main form button.button").click()
    tab.wait_for_url("/today")
    tab.close()


def codes_made(gallery: Gallery, page: Page) -> None:
    """Recovery codes, on the one page on which they stand."""
    gallery.site.clock.let_pass(seconds=1)  # by when they were made they are told from others
    gallery.open(page, "/account/codes", "settles")
    page.locator("#password").fill(PASSWORD)
    page.locator("main form button.button").click()
    page.locator(".codes").wait_for()


def codes_made_before(gallery: Gallery, page: Page) -> None:
    """What their page says when it is loaded once more."""
    codes_made(gallery, page)
    page.reload()
    page.locator("main a.button").wait_for()


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
        page.get_by_role("button", name=gallery.says(button)).click()

    return show


def round_done(gallery: Gallery, page: Page) -> None:
    """The end of a round of pictures."""
    pictured("I don’t know")(gallery, page)
    page.goto(re.sub(r"\bn=1\b", "n=6", page.url))
    page.wait_for_url(re.compile(r"\bn=6\b"))
    page.locator("h1").wait_for()


def all_skipped(gallery: Gallery, page: Page) -> None:
    """What is said where all that was left was skipped."""
    gallery.open(page, "/study?more=1", "heals")
    while not page.url.endswith("/summary"):
        before = page.url
        page.get_by_role("button", name=gallery.says("Skip this one")).click()
        page.wait_for_url(lambda url, before=before: url != before)  # type: ignore[misc]
    page.locator("h1").wait_for()


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


def visiting(then: str = "", *, chosen: int | None = None, largest: bool = False) -> Scene:
    """A visit of the patient side: its first question, what follows an answer, or another of its pages."""

    def show(gallery: Gallery, page: Page) -> None:
        gallery.open(page, "/display?next=/self-test" if largest else "/self-test")
        if largest:
            page.locator("main").get_by_text(gallery.says("Larger"), exact=True).click()
            page.locator("main").get_by_role("button", name=gallery.says("Save")).click()
        page.get_by_role("button", name=gallery.says("It is for me")).click()
        if chosen is not None:
            page.locator(".option").nth(chosen).click()
            page.get_by_role("button", name=gallery.says("See the answer")).click()
            page.locator(".verdict").wait_for()
        if then:
            page.goto(then)

    return show


def figures(gallery: Gallery, page: Page) -> None:
    """What the article says about survival, asked for."""
    gallery.open(page, "/self-test/outlook")
    page.get_by_role("button", name=gallery.says("Show me the figures")).click()
    page.wait_for_url("**/outlook/figures")


def first_of(path: str, link: str = "tbody a") -> Scene:
    """What the first link of this kind leads whoever teaches to, from a page."""

    def show(gallery: Gallery, page: Page) -> None:
        gallery.open(page, path, "teaches")
        page.locator("main").locator(link).first.click()
        page.wait_for_load_state()

    return show


def two_sides(gallery: Gallery, page: Page) -> None:
    """The sheet for the doctor with more than goes on one page."""
    gallery.open(page, "/doctor-questions")
    for _ in range(5):
        page.get_by_role("button", name=gallery.says("Add a question of my own")).click()
    page.locator("p.two-sides").wait_for()


def nothing_chosen(gallery: Gallery, page: Page) -> None:
    visiting()(gallery, page)
    page.get_by_role("button", name=gallery.says("See the answer")).click()
    page.locator(".problems").wait_for()
    assert page.title().startswith(gallery.says("Error:"))


def checked(note: str, **others: str) -> Scene:
    """A fact after the checker has looked at what was typed."""

    def show(gallery: Gallery, page: Page) -> None:
        gallery.open(page, "/editing/electrolytes/facts/ranges.potassium", "edits")
        for name, value in {"note": note, **others}.items():
            page.locator(f"main [name='{name}']").fill(value)
        page.locator("main form[method=post] button.button").last.click()
        page.locator(".problems" if others else "#verdict").wait_for()

    return show


ADDRESSES = {
    **dict.fromkeys(("/", "/about", "/accessibility", "/forgotten", "/help", "/letters", "/privacy", "/recovery", "/sign-in", "/sign-up")),
    **dict.fromkeys(("/account", "/account/codes", "/account/email", "/account/erasure", "/account/name", "/account/password"), "asked"),
    **dict.fromkeys(
        ("/display", "/exports", "/calendar", "/settings", "/library", "/today", "/study/reports", "/study/set-aside"), "asked"
    ),
    "/study/summary": "done",
    **dict.fromkeys(PROGRESS.values(), "wrong"),
    "/editing": "edits",
    **dict.fromkeys(("/words", "/search")),
    **dict.fromkeys(("/courses", "/courses/new", "/join"), "teaches"),
    **dict.fromkeys(("/practice", "/practice/results"), "practises"),
    **dict.fromkeys(("/self-test", "/self-test/outlook", "/self-test/outlook/figures", "/blank")),
    **dict.fromkeys(("/doctor-questions", "/health-privacy")),
    **dict.fromkeys(("/days-off", "/exams"), "plans"),
}  # and who looks at them
IN_A_VISIT = {"/self-test/learned", "/self-test/telling"}
NO_PAGES = {"/doctor-questions.pdf", "/healthz", "/readyz", "/study"}


def warned(gallery: Gallery, page: Page) -> None:
    """An exam that is taken, whose answers are to wait."""
    gallery.open(page, "/courses/1/assignments/2/settings", "teaches")
    page.locator("[name=answers][value=wait]").check()
    page.locator("form.setting button.button").click()
    page.locator(".problems").wait_for()


def picking(gallery: Gallery, page: Page) -> None:
    gallery.open(page, "/courses/1/assignments/new", "teaches")
    page.locator("button[name=pick]").click()


SCENES: dict[str, Scene] = {
    **{path: at(path, who) for path, who in ADDRESSES.items()},
    "sign up, with errors": sent_empty("/sign-up"),
    "sign in, refused": sent_empty("/sign-in"),
    "settings, with a goal out of reach": goal_out_of_reach,
    "sent after signing out elsewhere": sent_late(),
    "sent after somebody else had signed in": sent_late("asked"),
    "recovery codes, made": codes_made,
    "recovery codes, made before": codes_made_before,
    "library of a guest": at("/library"),
    "library, nothing started": at("/library", "settles"),
    "today, nothing started": at("/today", "settles"),
    "today, new": at("/today", "begins"),
    "today, done": at("/today", "done"),
    "summary, something to look at again": at("/study/summary", "wonders"),
    "summary of nothing": at("/study/summary", "settles"),
    "summary, all that is left was skipped": all_skipped,
    "report of a question": lambda gallery, page: gallery.open(page, gallery.question("asked", "one of") + "/report", "asked"),
    "sheet for the doctor of two sides": two_sides,
    "question of a patient": at("/study?more=1", "heals"),
    "feedback of a patient": unfolded(feedback("heals")),
    "sign up of a patient": at("/sign-up?words=patient"),
    "today of a patient, nothing started": at("/today", "arrives"),
    "quiz of a patient": at("/practice/attempts/1/2", "heals"),
    "quiz of a patient, explained": unfolded(at("/practice/attempts/1/1", "heals")),
    "settings of a patient": at("/settings", "heals"),
    "library of a patient": at("/library", "heals"),
    "figures about survival, asked for": figures,
    "not found": at("/nowhere"),
    "self-test, begun": unfolded(at("/self-test")),
    "self-test, question": visiting(),
    "self-test, nothing chosen": nothing_chosen,
    "self-test, an answer": visiting(chosen=0),
    "self-test, another answer": visiting(chosen=1),
    "self-test, learned": visiting("/self-test/learned", chosen=1),
    "self-test, nothing learned": visiting("/self-test/learned"),
    "self-test, telling": unfolded(visiting("/self-test/telling", chosen=2)),
    "self-test, question in the largest text": visiting(largest=True),
    "self-test, answer in the largest text": visiting(chosen=1, largest=True),
    "self-test, learned in the largest text": visiting("/self-test/learned", chosen=1, largest=True),
    "words in a visit": visiting("/words"),
    "today, an exam ahead": at("/today", "plans"),
    "today, a day off": at("/today", "rests"),
    "way to an exam by the week": unfolded(at("/exams/everything", "rests")),
    "way to an exam": unfolded(at("/exams/everything", "plans")),
    "flagged, resting and noted": at("/study/set-aside", "plans"),
    "feedback, keeps slipping": feedback("plans"),
    "about a question": lambda gallery, page: gallery.open(page, f"/study/{gallery.asked['plans', '']}/about", "plans"),
    "topic to begin afresh": at("/studies/metastatic-cancer/kinds/afresh", "plans"),
    "topic of a guest": at("/topics/metastatic-cancer/kinds?words=nursing"),
    "topic with steps, of a learner": unfolded(at("/topics/metastatic-cancer/phases", "right")),
    "topic with a table": at("/topics/metastatic-cancer/spread"),
    "word": at("/words/metastatic-cancer/angiogenesis"),
    "search, found": at("/search?q=lymph+nodes"),
    "map": at(MAP),
    "map from a primary": at(f"{MAP}?from=kidney"),
    "map to a site": at(f"{MAP}?to=liver"),
    "picture": unfolded(at(f"{MAP}/quiz")),
    "picture, malformed": pictured("See the answer"),
    "picture, answered": unfolded(pictured("I don’t know")),
    "round of pictures": round_done,
    "course of who teaches it": at("/courses/1", "teaches"),
    "course of a learner": at("/courses/1", "begins"),
    "way to what a course has set": unfolded(at("/exams/set/3", "begins")),
    "map of a course": at("/courses/1/map", "teaches"),
    "map of a course, on a day that is over": at("/courses/1/map?on=2020-01-01", "teaches"),
    "map without names": at("/courses/1/map?names=no", "teaches"),
    "tables of a course": at("/courses/1/tables", "teaches"),
    "course on paper": at("/courses/1/report", "teaches"),
    "item analysis": at("/courses/1/analysis", "teaches"),
    "item analysis of what is set": at("/courses/1/analysis?assignment=1", "teaches"),
    "figures of a question": first_of("/courses/1/analysis"),
    "figures of a question that few were asked": first_of("/courses/1/analysis", ".few th a"),
    "misconceptions": at("/courses/1/misconceptions", "teaches"),
    "question bank": at("/courses/1/questions", "teaches"),
    "question bank, a topic": at("/courses/1/questions?topic=kinds", "teaches"),
    "question bank, a question": unfolded(at("/courses/1/questions/1", "teaches")),
    "question bank of an editor": unfolded(
        at("/editing/metastatic-cancer/questions?objective=metastatic-cancer/spread.kidney%23sites", "edits")
    ),
    "put aside": at("/courses/1/asides", "teaches"),
    "putting a question aside": at("/courses/1/asides/1", "teaches"),
    "setting something": at("/courses/1/assignments/new", "teaches"),
    "what is set": at("/courses/1/assignments/1", "teaches"),
    "what is set, changed": unfolded(at("/courses/1/assignments/2/settings", "teaches")),
    "what is set, changed while it is taken": warned,
    "picking single things": picking,
    "what is set, of a learner": at("/courses/1/assignments/1", "begins"),
    "exam of a course": unfolded(at("/courses/1/assignments/2", "teaches")),
    "exam of a course, more for one learner": lambda gallery, page: gallery.open(
        page, f"/courses/1/assignments/2?learner={gallery.people['sits'].id}", "teaches"
    ),
    "exam of a course, of a learner": at("/courses/1/assignments/2", "begins"),
    "exam of a course, of a learner who took it": at("/courses/1/assignments/2", "sits"),
    "test on paper": at("/courses/1/assignments/2/paper", "teaches"),
    "test on paper, a form": at("/courses/1/assignments/2/paper/A", "teaches"),
    "test on paper, its key": at("/courses/1/assignments/2/paper/key", "teaches"),
    "exam of a course, its end moved": unfolded(at("/practice/attempts/2/1", "sits")),
    "exam of a course, before its moved end": at("/practice/attempts/2/check", "sits"),
    "exam of a course, its result": at("/practice/attempts/1/result", "sits"),
    "exam of a course, as it was asked": lambda gallery, page: gallery.open(
        page, f"/courses/1/assignments/2/learners/{gallery.people['sits'].id}/attempts/1", "teaches"
    ),
    "learner of a course": lambda gallery, page: gallery.open(page, f"/courses/1/learners/{gallery.people['begins'].id}", "teaches"),
    "learner of a course, a topic": lambda gallery, page: gallery.open(
        page, f"/courses/1/learners/{gallery.people['begins'].id}?topic=metastatic-cancer/kinds", "teaches"
    ),
    "what a course sees": lambda gallery, page: gallery.open(page, f"/courses/1/learners/{gallery.people['begins'].id}", "begins"),
    "courses, none yet": at("/courses", "settles"),
    "people of a course": at("/courses/1/people", "teaches"),
    "place in a course": lambda gallery, page: gallery.open(page, f"/courses/1/people/{gallery.people['begins'].id}/place", "teaches"),
    "settings of a course": at("/courses/1/settings", "teaches"),
    "handing a course over": at("/courses/1/owner", "teaches"),
    "an invitation that does not work": at("/invitations/none", "begins"),
    "roster": at("/courses/1/roster", "teaches"),
    "leaving a course": unfolded(at("/courses/1/leaving", "begins")),
    "practice, all there is to choose from": unfolded(at("/practice", "settles")),
    "results of nobody's quizzes": at("/practice/results", "settles"),
    "exam": unfolded(at("/practice/attempts/2/1", "practises")),
    "exam, before the end": at("/practice/attempts/2/check", "practises"),
    "leaving an exam": at("/practice/attempts/2/leaving", "practises"),
    "exam, by question": at("/practice/attempts/1/result", "practises"),
    "exam, by topic": unfolded(at("/practice/attempts/1/result?by=topic", "practises")),
    "exam, a question without an answer": at("/practice/attempts/1/4", "practises"),
    "quiz": at("/practice/attempts/3/2", "practises"),
    "quiz, explained": unfolded(at("/practice/attempts/3/1", "practises")),
    "quiz, to be ended early": at("/practice/attempts/3/check", "practises"),
    **{f"progress, {name}, with its tables": unfolded(at(path, "wrong")) for name, path in PROGRESS.items()},
    "progress, nothing answered": at("/progress/days", "settles"),
    "facts of a topic": at("/editing/electrolytes/topics/ranges", "edits"),
    "words that are corrected": at("/editing/electrolytes/terms", "edits"),
    "a fact": unfolded(at("/editing/electrolytes/facts/ranges.potassium", "edits")),
    "a fact, checked": unfolded(checked("Typed by hand.")),
    "a fact, with a mistake": checked("", unit="", low="much"),
    "adding a fact": at("/editing/electrolytes/additions", "edits"),
    "a new fact": at("/editing/electrolytes/additions?in-topic=ranges&kind-of-fact=relation", "edits"),
    "retiring a fact": unfolded(at("/editing/electrolytes/facts/ranges.potassium/retirement", "edits")),
    "corrections": at("/editing/electrolytes/corrections", "edits"),
    "a correction": at("/editing/electrolytes/corrections/1", "edits"),
    "a correction, and what it would change": at("/editing/electrolytes/corrections/1?finished=1", "edits"),
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

    def comes_to(self, scene: str) -> Page:
        """Open a scene, where there is least room for it."""
        self.sees("light", min(HEIGHT))
        SCENES[scene](self.gallery, self.page)
        return self.page

    def sees(self, theme: Any, width: int) -> Page:
        """Look at what is open, from its beginning, in some light."""
        self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        self.page.set_viewport_size({"width": width, "height": HEIGHT[width]})
        self.page.evaluate("scrollTo(0, 0)")
        return self.page


@pytest.fixture(scope="module")
def visitor(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with opened(tmp_path_factory.mktemp("gallery")) as gallery:
        devices = Devices(browser, gallery.site.address)
        yield Visitor(gallery, devices.open(*REFUSED))
        devices.close()


@pytest.mark.parametrize("scene", SCENES)
def test_every_page_can_be_used_by_everybody(visitor: Visitor, scene: str) -> None:
    visitor.comes_to(scene).evaluate(AXE_SCRIPT)
    wrong = {(theme, width): [*hindrances(visitor.sees(theme, width), theme, (theme, width) in WHOLE)] for theme, width in LIGHTS}
    assert {light: what for light, what in wrong.items() if what} == {}


def test_every_address_is_looked_at(visitor: Visitor) -> None:
    rules = visitor.gallery.site.app.url_map.iter_rules()
    assert {rule.rule for rule in rules if "GET" in (rule.methods or ()) and not rule.arguments} - NO_PAGES == set(ADDRESSES) | IN_A_VISIT


def hindrances(page: Page, theme: str, whole: bool) -> Iterator[str]:
    """What makes a page hard to use in one light."""
    if page.evaluate("document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"):
        yield "it scrolls sideways"
    yield from page.evaluate(SMALL_TARGETS, LEAST_TARGET)
    if page.viewport_size and page.viewport_size["width"] == max(HEIGHT):
        yield from page.evaluate(NARROW)
        yield from page.evaluate(CUT)  # a desk has the room; on a phone they are pushed
    page.evaluate("scrollTo(0, document.body.scrollHeight)")  # at the end the bar that sticks to the bottom covers nothing
    yield from violations(page, theme, whole)


def violations(page: Page, theme: str, whole: bool) -> list[str]:
    """What axe has against a page, each with the elements that it is about."""
    found = page.evaluate(AXE, [TAGS, theme, whole])
    if found is None:
        return []
    assert tuple(int(part) for part in found["testEngine"]["version"].split(".")) >= (4, 10)
    return [f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes']]}" for one in found["violations"]]
