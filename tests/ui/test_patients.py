"""A whole visit in a browser, with JavaScript and without it, leaves nothing behind."""

import io

import pikepdf
import pytest
from playwright.sync_api import Browser, Page, PdfMargins, expect
from sqlalchemy import select

from quizapp.models import Base
from tests.ui.site import Site
from tests.ui.student import PASSWORD
from tests.ui.test_reading import A_VOICE
from tests.ui.watch import Devices


def everything(site: Site) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    site.session.rollback()
    return {
        table.name: [tuple(row) for row in site.session.execute(select(table).order_by(*table.primary_key))]
        for table in Base.metadata.sorted_tables
    }


def begins(page: Page, who: str = "It is for me") -> None:
    page.goto("/")
    page.get_by_role("link", name="I am learning for myself or someone close").click()
    page.get_by_role("button", name=who).click()
    expect(page.get_by_text("Question 1 of 10")).to_be_visible()


def signs_up(page: Page) -> None:
    """Make an account as a patient does."""
    page.goto("/sign-up?words=patient")
    page.locator("main [name=name]").fill("robin")
    page.locator("main [name=password]").fill(PASSWORD)
    page.locator("main form .button").click()
    page.wait_for_url("**/today")


def answers(page: Page, place: int) -> None:
    page.locator(".option").nth(place).click()
    page.get_by_role("button", name="See the answer").click()
    expect(page.locator("h1")).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_whole_visit_changes_nothing_in_the_database(site: Site, devices: Devices, scripts: bool) -> None:
    before = everything(site)
    page = devices.open(java_script_enabled=scripts, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    begins(page)
    for number in range(1, 11):
        if number == 4:
            page.get_by_role("link", name="Skip this one").click()
        elif number == 5:
            page.get_by_role("button", name="I don’t know").click()
            page.get_by_role("button", name="Not clear yet").click()
        else:
            answers(page, number % 3)
            page.get_by_role("button", name="This is clear to me").click()
    expect(page.get_by_role("heading", name="What I learned", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Not clear yet")).to_be_visible()
    expect(page.get_by_role("heading", name="You left these out")).to_be_visible()
    page.get_by_role("link", name="Try to tell it to a friend").click()
    page.get_by_label("What would you say?").fill("Cancer keeps its name.")
    page.get_by_text("Compare with the key points").click()
    expect(page.get_by_text("It is named for the place where it began")).to_be_visible()
    page.get_by_role("link", name="Back to what I learned").click()
    page.get_by_role("link", name="What the article says about survival").click()
    page.get_by_role("button", name="Show me the figures").click()
    expect(page.get_by_role("heading", name="What the article says about survival", level=1)).to_be_visible()
    page.get_by_role("link", name="Back", exact=True).click()
    page.get_by_role("button", name="Stop here and hide this").click()
    page.wait_for_url("**/blank")
    assert everything(site) == before


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_what_was_hidden_is_not_found_by_going_back(site: Site, devices: Devices, scripts: bool) -> None:
    page = devices.open(java_script_enabled=scripts, reduced_motion="reduce")
    begins(page)
    answers(page, 0)
    page.get_by_role("button", name="Stop here and hide this").click()
    page.wait_for_url("**/blank")
    expect(page.locator("body")).to_have_text("Blank page")
    page.go_back()
    expect(page.get_by_role("heading", name="Learn at your own pace")).to_be_visible()
    assert "visit" not in page.content().split("</form>")[-1]


@pytest.mark.parametrize("answer", ["none", "an error"])
def test_where_the_server_cannot_be_told_the_page_is_gone_and_says_what_is_left(site: Site, answer: str, browser: Browser) -> None:
    page = browser.new_page(base_url=site.address)
    begins(page)
    page.route("**/visits/ended", lambda route: route.abort() if answer == "none" else route.fulfill(status=503, body="busy"))
    page.get_by_role("button", name="Stop here and hide this").click()
    expect(page.locator("body")).to_have_text("Not everything could be cleared. Please close every window of this browser.")
    assert (page.title(), page.url) == ("", f"{site.address}/blank")
    page.reload()
    expect(page.locator("body")).to_have_text("Blank page")
    page.context.close()


def test_questions_and_answers_are_read_aloud_where_there_is_a_voice(devices: Devices) -> None:
    page = devices.open(reduced_motion="reduce")
    page.context.add_init_script(A_VOICE)
    begins(page)
    page.get_by_role("button", name="Read the question aloud").click()
    (said,) = page.evaluate("said")
    assert said.startswith("What does “metastatic cancer” mean?")
    assert "Cancer that has moved to other parts of the body" in said
    answers(page, 0)
    page.get_by_role("button", name="Read the answer aloud").click()
    assert "Some cells have left the place where the cancer began." in page.evaluate("said")[0]
    silent = devices.open(java_script_enabled=False)
    begins(silent)
    assert silent.get_by_role("button", name="aloud").count() == 0


def test_a_patient_with_an_account_is_read_to_on_each_page_that_takes_the_place_of_another(site: Site, devices: Devices) -> None:
    page = devices.open(reduced_motion="reduce")
    page.context.add_init_script(A_VOICE)
    signs_up(page)
    page.get_by_role("button", name="Show me the first question").click()
    for question, answer in (("Skip this one", None), ("I don’t know", "Next question"), ("Skip this one", None)):
        stem = page.locator("h1").inner_text()
        is_said(page, "Read the question aloud", stem, page.locator(".option > span").last.inner_text())
        page.get_by_role("button", name=question).click()
        if answer:
            page.get_by_role("heading", level=1, name="Here is the answer").wait_for()
            is_said(
                page,
                "Read the answer aloud",
                stem,
                page.locator(".verdict strong").inner_text(),
                page.locator(".why > p").first.inner_text(),
            )
            page.get_by_role("link", name=answer).click()
        expect(page.locator("h1")).not_to_have_text(stem)
        expect(page.locator("h1")).not_to_have_text("Here is the answer")
    page.goto("/practice")
    page.get_by_role("button", name="Start").click()
    is_said(page, "Read the question aloud", page.locator("h1").inner_text())
    page.get_by_role("link", name="Skip this one").click()
    page.wait_for_url("**/attempts/1/2")
    is_said(page, "Read the question aloud", page.locator("h1").inner_text())


def is_said(page: Page, button: str, *words: str) -> None:
    """Nothing was said on this page yet; what is said once the button is pressed has these words in it."""
    page.evaluate("said.length = 0")
    page.get_by_role("button", name=button).click()
    (said,) = page.evaluate("said")
    assert all(one in said for one in words), said


def test_what_is_written_to_a_friend_stays_in_the_browser(devices: Devices) -> None:
    page, sent = devices.open(reduced_motion="reduce"), list[str]()
    begins(page)
    page.goto("/self-test/telling")
    page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    page.get_by_label("What would you say?").fill("zebra crossing")
    page.get_by_text("Compare with the key points").click()
    page.get_by_role("link", name="Back to what I learned").click()
    expect(page.get_by_role("heading", name="What I learned", level=1)).to_be_visible()
    assert not [one for one in sent if "zebra" in one]
    assert "zebra" not in page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie])")


MARGIN: PdfMargins = dict.fromkeys(("top", "right", "bottom", "left"), "1cm")  # type: ignore[assignment]
"""As browsers print where nobody asks for less."""


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("clear", [0, 1], ids=["nothing was clear", "everything was clear"])
def test_what_was_learned_prints_on_one_page(site: Site, devices: Devices, paper: str, clear: int) -> None:
    desk = devices.open(viewport={"width": 1280, "height": 800})
    begins(desk)
    for _ in range(10):
        answers(desk, 0)
        desk.get_by_role("button", name="This is clear to me" if clear else "Not clear yet").click()
    expect(desk.get_by_role("heading", name="What I learned", level=1)).to_be_visible()
    assert desk.locator(".ideas > div").count() == 10
    with pikepdf.open(io.BytesIO(desk.pdf(format=paper, margin=MARGIN))) as sheet:
        assert len(sheet.pages) == 1


def test_on_a_small_phone_the_way_of_patients_is_seen_at_once(site: Site, devices: Devices) -> None:
    phone = devices.open(viewport={"width": 390, "height": 664}, is_mobile=True, has_touch=True)
    phone.goto("/")
    expect(phone.get_by_role("link", name="I am learning for myself or someone close")).to_be_in_viewport(ratio=1)
