"""What went wrong in a quiz is put on today's list."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.models import Person
from quizapp.models.transactions import changing
from quizapp.usecases.pause_topic import pause_topic
from quizapp.usecases.suspend_objective import suspend_objective
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.people import answers as answers_today
from tests.web.practice.taking import answers, begins, sheet_of

SOONER = r"/study/\d+/sooner"
LATER = "metastatic-cancer/prevention"
"""A topic of which the first day asks nothing by itself."""


def test_a_wrong_one_is_put_on_todays_list_and_asked_next(app: Flask, student: Browser, clock: StandingClock) -> None:
    clock.at += timedelta(days=1)
    page = begins(student, number=["2"], topic=[LATER])
    right = answers(app, student, page)
    assert not right.has_form(SOONER)
    wrong = answers(app, student, student.open("/practice/attempts/1/2"), right=False)
    back = student.send(wrong.form(SOONER))
    assert back.path == "/practice/attempts/1/2"
    assert "You are asked this today." in back.text
    assert not back.has_form(SOONER)
    again = student.open(back.path)
    assert "On today’s list" in again.text
    assert not again.has_form(SOONER)
    assert student.open("/practice/attempts/1/result").text.count("On today’s list") == 1
    objective = sheet_of(app).asked[1].objective.id
    assert student.open("/study?more=1").path == f"/study/{objective}"


def test_what_today_asks_by_itself_is_said_to_be_on_its_list_already(app: Flask, student: Browser) -> None:
    objective = int(student.open("/study?more=1").path.rsplit("/", 1)[-1])
    wrong = missed_in_a_quiz(app, student, objective)
    assert "On today’s list" in wrong.text
    assert not wrong.has_form(SOONER)


def test_what_comes_back_tomorrow_anyway_says_so(app: Flask, student: Browser, clock: StandingClock) -> None:
    page = student.open("/study?more=1")
    objective = int(page.path.rsplit("/", 1)[-1])
    answers_today(app, student, page)
    wrong = missed_in_a_quiz(app, student, objective)
    assert "It comes back tomorrow." in wrong.text
    assert not wrong.has_form(SOONER)


@pytest.mark.parametrize("rests", ["suspended", "paused"])
def test_what_rests_is_not_promised_for_today(app: Flask, student: Browser, rests: str) -> None:
    wrong = answers(app, student, begins(student, number=["1"], topic=[LATER]), right=False)
    asked = sheet_of(app).asked[0].objective
    with app.app_context():
        person, at = db.session.scalars(select(Person.id).where(Person.name == "student")).one(), sheet_of(app).attempt.begun_at
        if rests == "suspended":
            changing(db.session(), lambda: suspend_objective(db.session(), person, asked.id, at))
        else:
            changing(db.session(), lambda: pause_topic(db.session(), person, asked.bank, asked.topic, at))
    shown = student.open(wrong.path)
    assert "On today’s list" not in shown.text
    if rests == "suspended":
        assert not shown.has_form(SOONER)
    else:
        assert "On your list for when you start its topic again" in student.send(shown.form(SOONER)).text


def missed_in_a_quiz(app: Flask, browser: Browser, objective: int) -> Page:
    about = browser.open(f"/study/{objective}/about")
    browser.send(about.form(rf"/study/{objective}/flag"))
    page = answers(app, browser, begins(browser, pool=["flagged"], number=["1"]), right=False)
    assert sheet_of(app).asked[0].objective.id == objective
    return page
