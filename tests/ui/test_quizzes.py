"""Quizzes in a browser: with a mouse, with keys alone, on a phone, without scripts; and an exam whose time runs out before one's eyes."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.learner import right_answer
from tests.ui.hands import Hand, Keys, Mouse, Phone, WithoutScripts
from tests.ui.site import Site
from tests.ui.student import Student
from tests.ui.watch import Devices
from tests.usecases.attempts import answers, item_of, looks_at

QUESTION, RESULT = re.compile(r"/practice/attempts/\d+/(\d+)$"), re.compile(r"/practice/attempts/\d+/result(\?told=\w+)?$")
EVERY_HAND = pytest.mark.parametrize("by", [Mouse, Keys, Phone, WithoutScripts], ids=lambda by: by.__name__)


def begins(site: Site, devices: Devices, by: type[Hand], *, number: int = 3, exam: bool = True, minutes: str = "") -> Hand:
    """Somebody who has just begun a quiz."""
    student = Student(site, by(devices.open(**by.device)))
    student.signs_up()
    student.starts_everything()
    hand = student.hand
    hand.page.goto("/practice")
    if exam:
        hand.tick(hand.field("mode", "exam"))
    hand.write(str(number), hand.field("number"))
    if minutes:
        hand.write(minutes, hand.field("minutes"))  # the choice of an exam has unfolded it
    hand.press(hand.button("Start"))
    hand.page.wait_for_url(QUESTION)
    return hand


def fills_in(site: Site, hand: Hand) -> None:
    """Fill in the question that is shown, right."""
    found = QUESTION.search(hand.page.url)
    assert found
    learner = site.learner("student")
    asked = looks_at(learner, 1).at(int(found[1]))
    assert asked
    interaction = item_of(learner, asked).interaction
    hand.fill_in(interaction, right_answer(interaction))


def goes(hand: Hand, words: str, to: str) -> None:
    hand.press(hand.button(words))
    hand.page.wait_for_url(re.compile(f"{to}$"))


@EVERY_HAND
def test_an_exam_is_taken_from_the_first_question_to_its_review(site: Site, devices: Devices, by: type[Hand]) -> None:
    hand = begins(site, devices, by)
    fills_in(site, hand)
    goes(hand, "Save and go on", "/2")
    hand.press(hand.button("Flag"))
    expect(hand.button("Remove the flag")).to_be_visible()
    goes(hand, "Save and go on", "/3")
    fills_in(site, hand)
    goes(hand, "Save and go on", "/check")
    main = hand.page.locator("main")
    expect(main).to_contain_text("1 question has no answer yet.")
    expect(main).to_contain_text("1 question is flagged.")
    hand.press(main.get_by_role("link", name="Question 2, not answered, flagged"))
    hand.page.wait_for_url(re.compile("/2$"))
    fills_in(site, hand)
    goes(hand, "Check before you finish", "/check")
    expect(main).to_contain_text("Every question has an answer.")
    hand.press(hand.button("Finish"))
    hand.page.wait_for_url(RESULT)
    sheet = looks_at(site.learner("student"), 1)
    assert sheet.marks == sheet.maximum
    hand.press(main.locator("ol a").first)
    hand.page.wait_for_url(QUESTION)
    expect(hand.page.locator("h1")).to_have_text("Right")


@EVERY_HAND
def test_a_quiz_in_study_mode_explains_each_answer_at_once(site: Site, devices: Devices, by: type[Hand]) -> None:
    hand = begins(site, devices, by, number=2, exam=False)
    for onward in (re.compile("/2$"), RESULT):
        fills_in(site, hand)
        hand.press(hand.button("Check answer"))
        expect(hand.page.locator("h1")).to_have_text("Right")
        hand.press(hand.page.locator("main .actions a.button"))
        hand.page.wait_for_url(onward)


def test_a_number_of_the_palette_takes_along_what_is_filled_in(site: Site, devices: Devices) -> None:
    hand = begins(site, devices, Mouse, number=4)
    fills_in(site, hand)
    hand.press(hand.page.locator("details.palette summary"))
    goes(hand, "4", "/4")
    expect(hand.page.locator("details.palette")).to_have_attribute("open", "")
    assert [one.position for one in looks_at(site.learner("student"), 1).asked if one.answered] == [1]


def test_what_is_filled_in_is_sent_by_itself_when_the_time_runs_out(site: Site, devices: Devices) -> None:
    hand = begins(site, devices, Mouse, minutes="10")
    site.clock.at += timedelta(minutes=9, seconds=57)
    hand.page.reload()
    fills_in(site, hand)
    hand.press(hand.page.locator("[data-stays=clock] summary"))
    expect(hand.page.locator("[data-seconds]")).to_contain_text("left")
    site.clock.at += timedelta(seconds=4)
    hand.page.wait_for_url(RESULT)
    expect(hand.page.locator("main")).to_contain_text("Your time is over. What you had answered counts.")
    sheet = looks_at(site.learner("student"), 1)
    assert (sheet.asked[0].right, sheet.attempt.ended_at) == (True, sheet.attempt.ends_at)


def test_an_idle_tab_takes_nothing_back_when_the_time_runs_out(site: Site, devices: Devices) -> None:
    hand = begins(site, devices, Mouse, minutes="10")
    first = hand.page.url
    fills_in(site, hand)
    goes(hand, "Save and go on", "/2")
    site.clock.at += timedelta(minutes=9, seconds=57)
    idle = Mouse(hand.page.context.new_page())
    idle.page.goto(first)
    learner = site.learner("student")
    answers(learner, 1, 1, right=False)
    site.clock.at += timedelta(seconds=2, milliseconds=600)
    idle.page.reload()
    expect(idle.page.locator("[data-seconds]")).to_contain_text("0:01 left", use_inner_text=False)
    idle.page.wait_for_url(first)
    site.clock.at += timedelta(milliseconds=500)
    idle.page.wait_for_url(RESULT)
    sheet = looks_at(learner, 1)
    assert (sheet.asked[0].answered, sheet.asked[0].right, sheet.attempt.ended_at) == (True, False, sheet.attempt.ends_at)


def test_two_tabs_finish_an_exam_once_and_the_late_one_is_told(site: Site, devices: Devices) -> None:
    hand = begins(site, devices, Mouse)
    other = Mouse(hand.page.context.new_page())
    other.page.goto(hand.page.url)
    fills_in(site, other)
    hand.page.goto("/practice/attempts/1/check")
    hand.press(hand.button("Finish"))
    hand.page.wait_for_url(RESULT)
    ended_at = looks_at(site.learner("student"), 1).attempt.ended_at
    site.clock.at += timedelta(minutes=1)
    other.press(other.button("Save and go on"))
    other.page.wait_for_url(RESULT)
    expect(other.page.locator("main")).to_contain_text("The answer you sent now does not count.")
    sheet = looks_at(site.learner("student"), 1)
    assert (sheet.marks, sheet.attempt.ended_at) == (0, ended_at)


def test_a_page_of_an_exam_with_all_its_numbers_weighs_little(site: Site, devices: Devices) -> None:
    hand = begins(site, devices, Mouse, number=50)
    address, fetched = hand.page.url, []
    phone = devices.open()
    phone.context.add_cookies(hand.page.context.cookies())  # type: ignore[arg-type]
    phone.on("response", lambda response: fetched.append(response))
    phone.goto(address)
    phone.wait_for_load_state("networkidle")
    ours = [response for response in fetched if not response.url.startswith("data:")]
    assert len(ours) <= 3
    assert sum(len(response.body()) for response in ours) <= 50 * 1024
