"""Reading, looking up and the picture quiz, in a browser without JavaScript on a phone, and what modules add."""

import pytest
from playwright.sync_api import Page, expect

from tests.ui.site import Site
from tests.ui.watch import Devices

MAP = "/maps/metastatic-cancer/spread"
A_VOICE = """
    const said = (globalThis.said = []);
    Object.defineProperty(globalThis, "speechSynthesis", {value: {
        getVoices: () => [{lang: "en-GB"}], cancel() {}, speak: (one) => said.push(one.text), addEventListener() {},
    }});
    globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


@pytest.fixture
def phone(devices: Devices, site: Site) -> Page:
    return devices.open(java_script_enabled=False, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def test_a_round_of_pictures_is_answered_by_touch_without_javascript(phone: Page) -> None:
    phone.goto(f"{MAP}/quiz")
    for number in range(1, 6):
        expect(phone.get_by_text(f"Picture {number} of 5")).to_be_visible()
        phone.get_by_text("The picture in words").tap()
        expect(phone.locator("details li").first).to_be_visible()
        phone.locator(".option").first.tap()
        phone.get_by_role("button", name="See the answer").tap()
        expect(phone.locator("svg.body text").first).to_be_visible()
        phone.get_by_role("link", name="Next picture" if number < 5 else "See how it went").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("You looked at 5 pictures")


def test_somebody_reads_looks_up_and_comes_to_the_map_without_javascript(phone: Page) -> None:
    phone.goto("/library")
    phone.get_by_label("Search words and facts").fill("angiogenisis")
    phone.get_by_role("button", name="Search").tap()
    phone.get_by_role("link", name="angiogenesis", exact=True).tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Angiogenesis")
    assert phone.locator(".speak").count() == 0
    phone.get_by_role("link", name="The phases of metastasis").tap()
    expect(phone.locator("ol.flow li")).to_have_count(8)
    phone.goto("/library")
    phone.get_by_role("navigation", name="To look things up").get_by_role("link", name="Where cancers spread").tap()
    phone.get_by_role("link", name="To where it spreads").tap()
    phone.get_by_role("navigation", name="sites").get_by_role("link", name="Skin").tap()
    expect(phone.locator("tbody th")).to_have_count(2)


def test_a_word_is_said_where_there_is_a_voice_and_no_button_stands_where_there_is_none(devices: Devices) -> None:
    silent, speaking = devices.open(), devices.open()
    silent.goto("/words/metastatic-cancer/angiogenesis")
    assert silent.evaluate("speechSynthesis.getVoices().length") or silent.locator(".speak").count() == 0
    speaking.context.add_init_script(A_VOICE)
    speaking.goto("/words/metastatic-cancer/angiogenesis")
    speaking.get_by_role("button", name="Say “angiogenesis” aloud").click()
    assert speaking.evaluate("said") == ["angiogenesis"]


BROKEN_WORDS = """heads => heads.flatMap(head => {
    const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT), broken = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode())
        for (const word of text.data.matchAll(/[\\w’'-]+/g)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map(box => box.top)).size > 1 && !word[0].includes("-")) broken.push(word[0]);
        }
    return broken;
})"""


def test_no_word_in_the_head_of_a_row_is_broken_on_a_phone(phone: Page) -> None:
    for address in ("/topics/metastatic-cancer/spread", MAP, f"{MAP}?from=colon-rectum"):
        phone.goto(address)
        assert phone.locator("table").count()
        assert phone.locator("th").evaluate_all(BROKEN_WORDS) == [], address
