"""The sheet for the doctor in a real browser: it changes at once, prints on one page, and tells the server nothing that is written on it."""

import io
from functools import partial
from urllib.parse import unquote_plus

import pikepdf
import pytest
from playwright.sync_api import Page, Request, expect

from quizapp.web.cookie import Cookie
from tests.ui.site import Site
from tests.ui.watch import Devices

SHEET = "/doctor-questions"
WRITTEN = ("Can I still drive?", "Two tablets at noon", "Ines Moreau", "Doctor Okafor", "3 March")


@pytest.fixture
def desk(devices: Devices, site: Site) -> Page:
    page = devices.open(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(SHEET)
    return page


@pytest.fixture
def phone(devices: Devices, site: Site) -> Page:
    page = devices.open(
        java_script_enabled=False, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page.goto(SHEET)
    return page


def asked(page: Page) -> list[str]:
    """What stands on the sheet, from top to bottom."""
    questions = page.locator("#sheet li:not([hidden]) .ask")
    shown: list[str] = questions.evaluate_all("all => all.map(one => one.querySelector('textarea')?.value ?? one.textContent.trim())")
    return shown


def ticks(page: Page, *questions: str) -> None:
    for question in questions:
        page.locator("#picks .option").filter(has_text=question).click()


def moves(page: Page, question: str, way: str) -> None:
    page.locator("#sheet li:not([hidden])").filter(has_text=question).first.locator(f"[name={way}]").click()


def writes(page: Page) -> None:
    own, told, *names = WRITTEN
    page.locator("#sheet .own-question .ask textarea").first.fill(own)
    page.locator("#sheet li:not([hidden]) .room").first.fill(told)
    for place, name in enumerate(names):
        page.locator("#sheet .heads input").nth(place).fill(name)


def test_ticking_and_moving_change_the_sheet_at_once_and_keep_what_is_written(desk: Page) -> None:
    ticks(desk, "Which treatments can I choose from?", "What side effects", "Where in my body")
    writes(desk)
    with desk.expect_response(lambda answer: answer.request.method == "POST"):
        moves(desk, "Where in my body", "up")
    expect(desk.locator("[data-moved]")).to_contain_text("is now in place 2 of 5")
    in_order = [
        "Which treatments can I choose from?",
        "Where in my body did this cancer start?",
        "What side effects could each treatment have?",
    ]
    assert asked(desk) == [*in_order, "Can I still drive?", ""]
    moves(desk, "My own question", "up")
    assert asked(desk) == [*in_order[:2], "Can I still drive?", in_order[2], ""]
    expect(desk.locator("#sheet .room").first).to_have_value("Two tablets at noon")
    desk.get_by_role("button", name="Add a question of my own").click()
    names = desk.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(names) == len(set(names))
    assert len(asked(desk)) == 6
    with desk.expect_response(lambda answer: answer.request.method == "POST"):
        ticks(desk, "What side effects")
    desk.goto(SHEET)
    assert asked(desk) == [*in_order[:2], "", ""]


def test_without_scripts_all_of_it_is_done_by_forms_and_own_questions_are_boxes_that_print(phone: Page) -> None:
    assert len(asked(phone)) == 14
    ticks(phone, "Which treatments can I choose from?", "Where in my body")
    phone.get_by_role("button", name="Put these on my sheet").click()
    assert asked(phone) == ["Where in my body did this cancer start?", "Which treatments can I choose from?", "", ""]
    moves(phone, "Which treatments", "up")
    expect(phone.locator("#sheet li:not([hidden]) .ask").first).to_have_text("Which treatments can I choose from?")
    phone.locator(".own-question .ask textarea").first.fill("Can I still drive?")
    phone.emulate_media(media="print")
    expect(phone.locator(".own-question .ask textarea").first).to_be_visible()
    expect(phone.locator("#picks")).to_be_hidden()


def test_nothing_that_is_written_on_the_sheet_leaves_the_browser(desk: Page, phone: Page) -> None:
    for page in (desk, phone):
        sent: list[str] = []
        page.on("request", partial(notes, sent))
        ticks(page, "Which treatments can I choose from?", "Where in my body")
        writes(page)
        if page is phone:
            page.get_by_role("button", name="Put these on my sheet").click()
            writes(page)
        moves(page, asked(page)[1], "up")
        writes(page)
        page.get_by_role("link", name="Your health privacy").click()
        page.wait_for_url("**/health-privacy")
        kept = [f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies()]
        assert len([one for one in sent if one.startswith("POST")]) >= 2
        assert not [(word, one) for one in (*sent, *kept) for word in WRITTEN if word in unquote_plus(one)]


def notes(sent: list[str], request: Request) -> None:
    """Note all that a request tells the server."""
    sent.append(f"{request.method} {request.url} {request.all_headers()} {request.post_data or ''}")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sheet_prints_on_one_page_or_where_it_is_long_and_large_on_two_sides(desk: Page, paper: str) -> None:
    boxes, pages = desk.locator("#picks input[type=checkbox]"), {}
    for count in range(12):
        boxes.nth(count).check()
        if count + 1 in (1, 3, 4, 6, 7, 9, 10, 12):
            pages[count + 1] = printed(desk, paper)
    assert {count: found for count, found in pages.items() if found != [1, 1 if count < 10 else 2]} == {}
    expect(desk.locator("p.two-sides")).to_be_visible()


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
def test_there_is_room_to_write_under_every_question(desk: Page, large: bool) -> None:
    desk.locator("#large-print").set_checked(large)
    assert len(asked(desk)) == 14
    desk.emulate_media(media="print")
    rooms = desk.locator("#sheet li:not([hidden]) .room")
    assert [one for one in rooms.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)") if one < 15] == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sheet_that_holds_all_there_is_prints_on_one_sheet(site: Site, desk: Page, paper: str) -> None:
    desk.context.add_cookies([{"name": "quizapp", "value": visited(site), "url": site.address}])
    desk.goto(SHEET)
    assert len(asked(desk)) == 17
    assert printed(desk, paper) == [1, 2]
    for box in desk.locator("#picks input[type=checkbox]").all():
        box.check()
    assert len(asked(desk)) == 18
    assert printed(desk, paper) == [1, 2]
    for box in desk.locator("#picks input[type=checkbox]").all():
        box.uncheck()
    assert len(asked(desk)) == 17


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_what_does_not_go_on_one_page_goes_on_two_sides_of_one_sheet_and_says_so(site: Site, desk: Page, paper: str) -> None:
    desk.context.add_cookies([{"name": "quizapp", "value": visited(site), "url": site.address}])
    desk.goto(SHEET)
    for box in desk.locator("#picks input[type=checkbox]").all():
        box.check()
    said, on_paper = desk.locator("p.two-sides"), desk.locator("#sheet .two-sides")
    for rows in range(18, 31):
        assert len(asked(desk)) == rows
        expect(said).to_be_visible(visible=rows > 18)
        expect(on_paper).to_be_visible(visible=rows > 18)
        if rows in (18, 19, 24, 30):
            usual, large = printed(desk, paper)
            desk.locator("#large-print").uncheck()
            assert usual <= (2 if rows > 18 else 1) <= 2 == large
        desk.get_by_role("button", name="Add a question of my own").click()
        desk.locator("#sheet .own-question .ask textarea").last.fill("Can I still drive to work, or is that too much?")
    ticks(
        desk, *desk.locator("#picks .option > span").evaluate_all("all => all.slice(0, 14).map(one => one.firstChild.textContent.trim())")
    )
    expect(said).to_be_hidden()


def printed(desk: Page, paper: str) -> list[int]:
    """How many pages the sheet has in usual and in large print."""
    return [_pages(desk, paper, large) for large in (False, True)]


def _pages(desk: Page, paper: str, large: bool) -> int:
    desk.locator("#large-print").set_checked(large)
    with pikepdf.open(io.BytesIO(desk.pdf(format=paper))) as sheet:
        return len(sheet.pages)


def visited(site: Site) -> str:
    """The cookie of a visit in which four things were not clear, the longest first."""
    given = {
        key: [1, 0] for key in ("treatments.reach#because", "treatments.choice#holds", "tests.staging-when#holds", "basics.routes#holds")
    }
    began = int(site.clock.at.timestamp())
    visit = {"began": began, "seed": "s", "revision": "r", "helping": False, "asked": list(given), "given": given}
    signing = Cookie().get_signing_serializer(site.app)
    assert signing
    return str(signing.dumps({"visit": visit}))


def test_large_print_is_larger_without_scripts(phone: Page) -> None:
    def size() -> float:
        return float(phone.locator("#sheet .ask").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)"))

    phone.emulate_media(media="print")
    usual = size()
    phone.emulate_media(media="screen")
    phone.get_by_text("Large print").click()
    phone.emulate_media(media="print")
    assert usual < 15 < 21.3 < size()


def test_going_back_ticks_what_was_picked_and_nothing_else(desk: Page) -> None:
    with desk.expect_response(lambda answer: answer.request.method == "POST"):
        ticks(desk, "Which treatments can I choose from?")
    desk.get_by_role("link", name="Your health privacy").click()
    desk.wait_for_url("**/health-privacy")
    desk.go_back()
    assert ticked(desk) == ["Which treatments can I choose from?"] == asked(desk)[:-2]


def test_without_scripts_nothing_is_ticked_after_hiding_and_going_back(phone: Page) -> None:
    ticks(phone, "Which treatments can I choose from?", "Where in my body")
    phone.get_by_role("button", name="Stop here and hide this").click()
    phone.wait_for_url("**/blank")
    phone.go_back()
    assert phone.url.endswith(SHEET)
    assert ticked(phone) == []


def ticked(page: Page) -> list[str]:
    """The questions that are ticked, from top to bottom."""
    boxes = page.locator("#picks .option:has(:checked) > span")
    found: list[str] = boxes.evaluate_all("all => all.map(one => one.firstChild.textContent.trim())")
    return found
