"""Skipping as patients with an account do it, and as they slip: nothing is logged, and the next question comes."""

import json
from datetime import timedelta

import pytest
from flask import Flask, session

from quizapp.models import Base
from quizapp.web.extensions import db
from quizapp.web.study.skipping import FIELD, MOST, forget_skipped, keep_skipped, skipped
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page, filled_in
from tests.web.people import answers, question_form, starts_everything

pytestmark = pytest.mark.every_database

SKIP = r"/study/\d+/skips"
ALL_SKIPPED = "The questions you skipped are all that is left. They come again when you go on, or tomorrow."


@pytest.fixture
def robin(patient: Browser) -> Browser:
    return starts_everything(patient)


def rows(app: Flask) -> dict[str, list[tuple[object, ...]]]:
    with app.app_context():
        tables = [table for table in Base.metadata.sorted_tables if table.name != "sessions"]
        return {table.name: [tuple(row) for row in db.session.execute(table.select().order_by(*table.primary_key))] for table in tables}


def skips(browser: Browser, page: Page) -> Page:
    return browser.send(page.form(SKIP))


def test_a_skip_changes_nothing_that_is_kept_and_the_next_question_comes(app: Flask, robin: Browser) -> None:
    page, before = robin.open("/study?more=1"), rows(app)
    after = skips(robin, page)
    assert rows(app) == before
    assert question_form(after) != question_form(page)
    assert robin.open("/study").path == after.path
    assert "Question 1 of" in after.text


def test_pressed_twice_or_sent_again_after_going_back_it_skips_no_other(robin: Browser) -> None:
    page = robin.open("/study?more=1")
    assert skips(robin, page).path == skips(robin, page).path != page.path
    assert robin.open(page.path).path == page.path, "whoever goes back sees it again"


def test_what_was_skipped_comes_again_when_the_day_is_gone_on_with(app: Flask, robin: Browser) -> None:
    first = page = robin.open("/study?more=1")
    seen = set()
    while page.has_form(SKIP):
        assert page.path not in seen
        seen.add(page.path)
        page = skips(robin, page)
    assert page.path == "/study/summary"
    assert ALL_SKIPPED in page.text
    assert page.heading == "You skipped 10 questions"
    assert len(seen) == 10
    assert robin.open("/study").path == "/study/summary"
    assert robin.open(page.link("See them again")).path == first.path
    assert ALL_SKIPPED not in robin.open("/study/summary").text, "whoever goes on has skipped nothing"


def test_whoever_answered_some_and_skipped_the_rest_is_told_both(app: Flask, robin: Browser) -> None:
    robin.send(robin.open("/settings").form("/settings"), {"new_a_day": ["3"]})
    answers(app, robin, robin.open("/study?more=1"), name="robin")
    page = skips(robin, skips(robin, robin.open("/study")))
    assert page.heading == "You looked at 1 question"
    assert ALL_SKIPPED in page.text
    assert "left for today" not in page.text


def test_next_question_says_that_all_others_were_skipped(app: Flask, robin: Browser) -> None:
    robin.send(robin.open("/settings").form("/settings"), {"new_a_day": ["2"]})
    other = skips(robin, robin.open("/study?more=1"))
    feedback = answers(app, robin, other, name="robin")
    page = robin.open(feedback.link("Next question"))
    assert page.path == "/study/summary"
    assert ALL_SKIPPED in page.text


def test_a_day_that_is_done_says_nothing_of_skipped_ones(app: Flask, robin: Browser) -> None:
    robin.send(robin.open("/settings").form("/settings"), {"new_a_day": ["1"]})
    first = robin.open("/study?more=1")
    skips(robin, first)
    feedback = answers(app, robin, robin.open(first.path), name="robin")
    page = robin.open(feedback.link("Next question"))
    assert page.path == "/study/summary"
    assert ALL_SKIPPED not in page.text


def test_a_skipped_question_can_be_answered_and_is_asked_once_more_if_missed(app: Flask, robin: Browser) -> None:
    missed = robin.open("/study?more=1")
    skips(robin, missed)
    answers(app, robin, robin.open(missed.path), right=False, name="robin")
    for _ in range(3):
        answers(app, robin, robin.open("/study"), name="robin")
    again = robin.open("/study")
    assert (again.path, "once more today" in again.text) == (missed.path, True)
    other = skips(robin, again)
    assert other.has_form(SKIP)
    assert other.path != missed.path


def test_of_two_drills_the_other_comes_where_the_first_is_skipped(app: Flask, robin: Browser) -> None:
    robin.send(robin.open("/settings").form("/settings"), {"new_a_day": ["2"]})
    for _ in range(2):
        answers(app, robin, robin.open("/study?more=1"), right=False, name="robin")
    first = robin.open("/study?more=1")
    other = skips(robin, first)
    assert other.has_form(SKIP)
    assert other.path != first.path
    assert skips(robin, other).path == "/study/summary"


def test_tomorrow_nothing_is_skipped(robin: Browser, clock: StandingClock) -> None:
    page = robin.open("/study?more=1")
    skips(robin, page)
    clock.let_pass(days=1)
    assert robin.open("/study").path == page.path


def test_a_question_that_rests_is_not_kept_as_skipped(robin: Browser, student: Browser) -> None:
    page = robin.open("/study?more=1")
    assert "paused" in robin.send(robin.open("/library").form("/studies/pauses")).text
    assert skips(robin, page).status == 200
    robin.client.post("/studies", data=filled_in(robin.open("/library").form("/studies")))  # where that leads, nothing is skipped
    assert robin.open("/study").path == page.path
    assert not student.open("/study?more=1").has_form(SKIP), "students are offered “I don’t know”, as exams are"


def test_the_cookie_stays_small(app: Flask, clock: StandingClock) -> None:
    with app.test_request_context():
        day = clock.at.date()
        for objective in range(900_000, 900_000 + 3 * MOST):
            keep_skipped(day, objective)
        keep_skipped(day, 900_149)
        assert skipped(day) == frozenset(range(900_100, 900_150))
        assert skipped(day + timedelta(days=1)) == frozenset()
        assert len(json.dumps(session[FIELD])) < 500
        forget_skipped(900_100)
        assert 900_100 not in skipped(day)
        forget_skipped()
        assert not skipped(day)
