"""Every page in a language that is a third longer and that nobody speaks, also from right to left."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.ui.gallery import opened
from tests.ui.test_axe import REFUSED, SCENES, Visitor
from tests.ui.watch import Devices

LANGUAGE = "en_SE"  # of which Babel knows how days are written, and which nobody made a catalogue for
WIDTHS = (320, 1280)
SIDEWAYS = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
CUT = """() => {
    const boxed = (one) => { const style = getComputedStyle(one); return one === document.body || style.overflowX !== "visible" || parseFloat(style.borderInlineStartWidth) || style.backgroundColor !== "rgba(0, 0, 0, 0)"; };
    const box = (one) => (boxed(one) || !one.parentElement ? one : box(one.parentElement));
    const beyond = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 2 || inner.bottom > outer.bottom + 2;
    const cut = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const on = text.parentElement;
        if (!text.data.trim() || on.closest(".unseen, .skip, .scrolls, select, script, noscript, [hidden]") || !on.checkVisibility() || getComputedStyle(on).clipPath !== "none") continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const outer = (on.closest("svg") ?? box(on)).getBoundingClientRect();
        const inner = on.closest("svg") ? [on.getBoundingClientRect()] : [...range.getClientRects()]; // a text with a length of its own is as long as that
        if (inner.some((one) => one.width > 1 && beyond(one, outer))) cut.push(`${on.tagName} in ${box(on).className}: ${text.data.trim()}`);
    }
    for (const one of document.querySelectorAll("select, input[placeholder]")) {
        const [style, pen] = [getComputedStyle(one), document.createElement("canvas").getContext("2d")];
        pen.font = style.font;
        const said = one.placeholder || one.selectedOptions?.[0]?.text || "";
        const room = one.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
        if (one.checkVisibility() && !["zone", "from"].includes(one.name) && pen.measureText(said).width > room + 1) cut.push(`${one.tagName} ${one.name}: ${said}`);
    }
    return cut;
}"""
NOT_TURNED = """() => {
    const all = [...document.querySelectorAll("body *")].filter((one) => !one.closest(".unseen, .skip, svg *:not(:is(.chart, .graph, .drawing, .bars svg) *)") && one.checkVisibility());
    const shown = all.filter((one) => !["inline", "contents"].includes(getComputedStyle(one).display));
    const boxes = () => shown.map((one) => one.getBoundingClientRect());
    const [before, width] = [boxes(), document.documentElement.clientWidth];
    const direction = document.documentElement.dir;
    document.documentElement.dir = "rtl";
    const after = boxes();
    const sideways = document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth;
    document.documentElement.dir = direction;
    const named = (one) => `${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 40)}`;
    const wrong = shown.filter((one, place) => Math.abs(width - after[place].right - before[place].left) > 4 || Math.abs(after[place].width - before[place].width) > 4);
    return [...(sideways ? ["it scrolls sideways"] : []), ...wrong.map(named)];
}"""
SAID = """() => {
    const said = [["title", document.title]];
    for (const one of document.querySelectorAll("body *")) {
        if (one.matches("script, code, code *, [translate=no], option[lang], select[name=zone] *")) continue;
        for (const name of ["aria-label", "title", "alt", "placeholder", "label", "aria-description"])
            if (one.hasAttribute(name) && !one.closest("select[name=zone]")) said.push([name, one.getAttribute(name)]);
        for (const node of (one.content ?? one).childNodes)
            if (node.nodeType === Node.TEXT_NODE && node.data.trim()) said.push([one.tagName.toLowerCase(), node.data.replace(/<[^>]*>/g, "")]);
    }
    return said;
}"""
NAMED = "asked|zebra crossing|lymph nodes|What it brings along, not what it becomes|Oncology nursing, spring|Before the first shift|How cancer spreads"  # what somebody typed
CALLED = r"Dr\. Ada Lind|Zoë Ames-Whitfield|Learner \d+|Mid-term exam|Ann Lee|Ben Ode|Cid|Ward \d|ben@example\.org|Europe/Berlin|CSV|Excel|xlsx|[0-9a-f]{12}"  # and what names or counts something
DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"  # days come from Babel, which knows every language but this one
SHORT = "Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NOT_TRANSLATED = re.compile(rf"\b({NAMED}|{CALLED}|({DAYS})day|{SHORT}|{MONTHS})\b")
AS_KEPT = {
    "facts of a topic",
    "a fact",
    "a fact, checked",
    "a fact, with a mistake",
    "adding a fact",
    "a new fact",
    "retiring a fact",
    "corrections",
    "a correction",
    "a correction, and what it would change",
}
"""Where questions are shown in the language in which they were asked, and facts with the names that the code has for their fields and for ways
of asking: there it is not asked whether each word is in a catalogue, only that all of it fits and turns round."""
ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(scope="module")
def visitor(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with opened(tmp_path_factory.mktemp("gallery"), LANGUAGE) as gallery:
        devices = Devices(browser, gallery.site.address)
        yield Visitor(gallery, devices.open(*REFUSED, locale=LANGUAGE.replace("_", "-")))
        devices.close()


def test_what_is_shown_as_it_is_kept_is_there() -> None:
    assert set(SCENES) >= AS_KEPT


@pytest.mark.parametrize("scene", SCENES)
def test_every_page_is_said_whole_uncut_and_turned_round_in_another_language(visitor: Visitor, scene: str) -> None:
    page = visitor.comes_to(scene)
    said = page.evaluate(SAID)
    wrong: dict[str, list[Any]] = {
        "in no catalogue": [(where, text) for where, text in said if scene not in AS_KEPT and ENGLISH.search(NOT_TRANSLATED.sub("", text))]
    }
    for width in WIDTHS:
        visitor.sees("light", width)
        wrong[f"wider than {width}"] = ["it scrolls sideways"] if page.evaluate(SIDEWAYS) else []
        wrong[f"cut at {width}"] = page.evaluate(CUT)
        wrong[f"not turned round at {width}"] = page.evaluate(NOT_TURNED)
    assert {what: found for what, found in wrong.items() if found} == {}
