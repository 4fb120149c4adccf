"""Reload, Back, a double click, two tabs, two devices: never a turn twice, never an answer lost."""

import re
from collections.abc import Sequence
from contextlib import suppress
from time import sleep

import pytest
from playwright.sync_api import TimeoutError, expect
from sqlalchemy import select

from quizapp.models import Review
from quizapp.models.engines import Busy
from tests.learner import right_answer
from tests.ui.hands import FEEDBACK, QUESTION, Hand, Mouse, Phone, WithoutScripts
from tests.ui.site import Site
from tests.ui.student import Student
from tests.ui.watch import Devices

HANDS = pytest.mark.parametrize("hands", [Mouse, WithoutScripts], ids=["with scripts", "without scripts"])


def begins(site: Site, devices: Devices, kind: type[Hand], *expected: int) -> Hand:
    """A student who has just started, in front of the first question."""
    student = Student(site, kind(devices.open(*expected, **kind.device)))
    student.signs_up()
    student.starts_everything()
    return student.hand


def other_tab(hand: Hand) -> Hand:
    """A second tab of the same browser."""
    return type(hand)(hand.page.context.new_page())


def other_device(site: Site, devices: Devices, hand: Hand) -> Hand:
    """A phone on which the same person signs in, and is asked the same question."""
    student = Student(site, Phone(devices.open(**Phone.device)))
    student.signs_in()
    student.hand.page.goto(hand.page.url)
    return student.hand


def fills_in(site: Site, hand: Hand) -> None:
    interaction = site.item(hand.page).interaction
    hand.fill_in(interaction, right_answer(interaction))


def answers(site: Site, hand: Hand) -> str:
    """Answer the question; the address of its feedback."""
    fills_in(site, hand)
    hand.check()
    return hand.page.url


def logged(site: Site) -> list[tuple[int, int]]:
    """Every answer in the log: objective and turn."""
    site.session.rollback()
    found: Sequence[Review] = site.session.scalars(select(Review).order_by(Review.received_at)).all()
    return [(one.objective_id, one.turn) for one in found]


@HANDS
def test_what_is_filled_in_stays_when_the_display_is_changed(site: Site, devices: Devices, hands: type[Hand]) -> None:
    hand = begins(site, devices, hands)
    page = hand.page
    fills_in(site, hand)
    page.locator("[popovertarget=display]").click()
    page.locator("#display").get_by_text("Dark", exact=True).click()
    if hand.scripts:
        hand.press(page.locator("#display").get_by_role("button", name="Save"))
        expect(page.locator("#display")).to_be_hidden()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    else:
        with page.context.expect_page() as other:
            hand.press(page.locator("#display").get_by_role("button", name="Save"))
        other.value.wait_for_url("/display")
        other.value.close()
        page.keyboard.press("Escape")
    hand.check()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    site.session.rollback()
    review = site.session.scalars(select(Review)).one()
    assert review.marks == review.maximum


@HANDS
def test_a_reload_asks_the_same_question(site: Site, devices: Devices, hands: type[Hand]) -> None:
    hand = begins(site, devices, hands)
    before = site.item(hand.page)
    hand.page.reload()
    assert site.item(hand.page) == before
    answers(site, hand)
    assert len(logged(site)) == 1


def test_the_time_of_a_question_goes_on_when_it_is_shown_once_more(site: Site, devices: Devices) -> None:
    hand = begins(site, devices, Mouse, 422)
    hand.page.wait_for_timeout(1000)
    hand.page.reload()
    seen = [sends_nothing(hand)]
    assert seen[0] >= 1000
    hand.page.wait_for_timeout(500)
    seen.append(sends_nothing(hand))
    assert seen[1] >= seen[0] + 500


def sends_nothing(hand: Hand) -> int:
    """Check an answer that is not there; the milliseconds that were sent with it."""
    with hand.page.expect_response(re.compile("/reviews$")):
        hand.press(hand.button("Check answer"))
    expect(hand.page.locator(".problems")).to_be_visible()
    return int(hand.field("milliseconds").input_value())


@HANDS
def test_a_reload_of_the_feedback_sends_nothing_again(site: Site, devices: Devices, hands: type[Hand]) -> None:
    hand = begins(site, devices, hands)
    feedback = answers(site, hand)
    hand.page.reload()
    assert hand.page.url == feedback
    expect(hand.page.locator("h1")).to_have_text("Right")
    assert len(logged(site)) == 1


@HANDS
def test_whoever_goes_back_after_an_answer_cannot_answer_that_turn_twice(site: Site, devices: Devices, hands: type[Hand]) -> None:
    hand = begins(site, devices, hands)
    feedback = answers(site, hand)
    hand.page.go_back()
    with suppress(TimeoutError):  # a question that the browser kept for a moment gives way to its feedback, if anything asks the server
        hand.page.wait_for_url(feedback, timeout=3_000)
    if QUESTION.search(hand.page.url):
        hand.press(hand.button("I don’t know"))
    hand.page.wait_for_url(feedback)
    expect(hand.page.locator("h1")).to_have_text("Right")
    assert len(logged(site)) == 1


def test_back_and_forward_show_each_page_as_it_is_now(site: Site, devices: Devices) -> None:
    hand = begins(site, devices, Mouse)
    first = answers(site, hand)
    hand.go_on()
    second = hand.page.url
    hand.page.go_back()
    hand.page.wait_for_url(first)
    expect(hand.page.locator("h1")).to_have_text("Right")
    hand.page.go_forward()
    hand.page.wait_for_url(second)
    answers(site, hand)
    assert len(logged(site)) == 2


@HANDS
def test_a_double_click_on_check_logs_one_answer(site: Site, devices: Devices, hands: type[Hand]) -> None:
    hand = begins(site, devices, hands)
    fills_in(site, hand)
    hand.button("Check answer").dblclick(no_wait_after=True)
    hand.page.wait_for_url(FEEDBACK)
    expect(hand.page.locator("h1")).to_have_text("Right")
    assert len(logged(site)) == 1


@HANDS
def test_a_double_click_on_undo_takes_back_one_answer(site: Site, devices: Devices, hands: type[Hand]) -> None:
    hand = begins(site, devices, hands)
    answers(site, hand)
    hand.go_on()
    answers(site, hand)
    hand.button("Undo").dblclick(no_wait_after=True)
    expect(hand.page).to_have_url(QUESTION)  # the second press breaks off what the first asked for, which is no failure to wait on
    site.session.rollback()
    assert [one.undone_at is None for one in site.session.scalars(select(Review).order_by(Review.received_at))] == [True, False]


@HANDS
def test_a_double_click_on_next_leaves_no_question_out(site: Site, devices: Devices, hands: type[Hand]) -> None:
    hand = begins(site, devices, hands)
    answers(site, hand)
    hand.page.locator("main .actions a.button").dblclick(no_wait_after=True)
    expect(hand.page).to_have_url(QUESTION)
    hand.page.wait_for_load_state("networkidle")  # the second press brings the page once more, perhaps after the first has come
    expect(hand.button("Check answer")).to_be_visible()
    asked = site.ticket(hand.page).objective
    answers(site, hand)
    assert [objective for objective, _ in logged(site)][1:] == [asked]


@HANDS
def test_two_tabs_with_one_question_log_one_answer(site: Site, devices: Devices, hands: type[Hand]) -> None:
    one = begins(site, devices, hands)
    other = other_tab(one)
    other.page.goto(one.page.url)
    feedback = answers(site, one)
    other.does_not_know()
    assert other.page.url == feedback
    expect(other.page.locator("h1")).to_have_text("Right")
    assert len(logged(site)) == 1


def test_two_devices_with_one_question_log_one_answer(site: Site, devices: Devices) -> None:
    desk = begins(site, devices, Mouse)
    phone = other_device(site, devices, desk)
    feedback = answers(site, phone)
    desk.does_not_know()
    assert desk.page.url == feedback
    expect(desk.page.locator("h1")).to_have_text("Right")
    assert len(logged(site)) == 1


def test_two_devices_with_two_questions_lose_neither_answer(site: Site, devices: Devices) -> None:
    desk = begins(site, devices, Mouse)
    phone = other_device(site, devices, desk)
    answers(site, phone)
    phone.go_on()
    answers(site, phone)
    desk.does_not_know()  # the question that was open all the time
    desk.go_on()
    answers(site, desk)
    assert len(logged(site)) == len(set(logged(site))) == 3


def test_an_answer_taken_back_on_one_device_is_asked_for_once_more_on_the_other(site: Site, devices: Devices) -> None:
    desk = begins(site, devices, Mouse, 422)
    phone = other_device(site, devices, desk)
    answers(site, phone)
    phone.undo()
    fills_in(site, desk)
    desk.press(desk.button("Check answer"))
    expect(desk.page.locator(".problems")).to_contain_text("You took this answer back.")
    desk.check()
    assert len(logged(site)) == 2


def test_an_answer_that_could_not_be_kept_in_time_comes_back_at_once_and_was_sent_once(site: Site, devices: Devices) -> None:
    hand, sent = begins(site, devices, Mouse, 503), list[int]()
    review, page = site.app.view_functions["study.review"], hand.page

    def waits_in_vain(**_: object) -> str:
        sent.append(1)
        sleep(3)
        raise Busy("full")

    site.app.view_functions["study.review"] = waits_in_vain
    fills_in(site, hand)
    hand.button("Check answer").click(no_wait_after=True)
    expect(page.get_by_text("Still saving…")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Many are at it just now")
    expect(page.locator("h1")).to_be_focused()
    assert sent == [1]
    site.app.view_functions["study.review"] = review
    hand.press(page.get_by_role("button", name="Try again"))
    page.wait_for_url(FEEDBACK)
    expect(page.locator("h1")).to_have_text("Right")
    assert len(logged(site)) == 1


def test_an_answer_survives_that_its_page_was_left_at_once(site: Site, devices: Devices) -> None:
    hand = begins(site, devices, WithoutScripts)
    fills_in(site, hand)
    with hand.page.expect_request(re.compile("/reviews$")):
        hand.button("Check answer").click(no_wait_after=True)
    hand.page.goto("/today")
    assert len(logged(site)) == 1
