"""What is over by the clock, while somebody else keeps the database: pages are read, and the time is kept."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import text

from quizapp.models.engines import PATIENCE, WRITING
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.practice.taking import ANSWER, EXAM, answers, begins, sheet_of
from tests.web.test_exams_of_courses import sets
from tests.web.test_teaching import course  # noqa: F401

pytestmark = pytest.mark.every_database


@contextmanager
def kept_by_somebody_else(app: Flask) -> Iterator[None]:
    """A writer who takes longer than anybody waits."""
    with app.app_context():
        engine = db.engine
    with engine.connect().execution_options(**WRITING) as other, other.begin():
        if engine.dialect.name == "postgresql":  # where many write at once
            other.execute(text("LOCK TABLE attempts IN EXCLUSIVE MODE"))
        yield


def opens_soon(browser: Browser, path: str) -> Page:
    began = time.monotonic()
    page = browser.open(path)
    assert time.monotonic() - began < PATIENCE / 2
    return page


@pytest.fixture
def over(app: Flask, student: Browser, clock: StandingClock) -> Page:
    """The page of an exam's second question, whose time is over, and that nobody has ended."""
    page = answers(app, student, begins(student, number=["2"], minutes=["10"], **EXAM))
    clock.let_pass(minutes=11)
    return page


def test_who_reads_on_waits_for_no_writer_to_hear_that_an_exam_is_over(app: Flask, student: Browser, over: Page) -> None:
    with kept_by_somebody_else(app):
        for path in ("/practice", "/practice/results", "/progress/days", "/exams", "/exports"):
            page = opens_soon(student, path)
            assert page.status == 200
            assert "Go on where you were" not in page.text
    assert sheet_of(app).open
    student.open("/progress/days")
    assert (sheet_of(app).attempt.ended_because, sheet_of(app).attempt.ended_at) == ("time", sheet_of(app).attempt.ends_at)


def test_the_exam_itself_is_not_shown_while_its_end_cannot_be_noted(app: Flask, student: Browser, over: Page) -> None:
    paths = [f"/practice/attempts/1{part}" for part in ("", "/1", "/2", "/check", "/leaving", "/result")]
    with kept_by_somebody_else(app):
        for path in paths:
            refused = opens_soon(student, path)
            assert (refused.status, refused.heading) == (503, "Many are at it just now")
            assert int(refused.response.headers["Retry-After"]) > 0
            assert not refused.has_form(ANSWER)
    late = student.send(over.form(ANSWER), {"dont-know": ["1"]})
    assert "Your time was over before this answer came" in late.text
    assert [one.answered for one in sheet_of(app).asked] == [True, False]
    assert sheet_of(app).attempt.ended_at == sheet_of(app).attempt.ends_at
    assert {student.open(path).status for path in paths} == {200}


def test_another_quiz_goes_on_meanwhile(app: Flask, student: Browser, clock: StandingClock) -> None:
    begins(student, number=["2"], **EXAM)
    begins(student, number=["2"], minutes=["10"], **EXAM)
    clock.let_pass(minutes=11)
    with kept_by_somebody_else(app):
        assert opens_soon(student, "/practice/attempts/1/1").has_form(ANSWER)
        assert opens_soon(student, "/practice/attempts/2/1").status == 503


def test_who_teaches_reads_on_however_many_have_not_looked_since(
    app: Flask,
    student: Browser,
    outsider: Browser,
    course: str,  # noqa: F811
    clock: StandingClock,
) -> None:
    page = sets(outsider, course)
    student.send(student.open(page.path).form(r".*/beginnings"))
    clock.let_pass(minutes=11)
    with kept_by_somebody_else(app):
        for path in (course, page.path):
            assert opens_soon(outsider, path).status == 200
    assert sheet_of(app).open
    outsider.open(page.path)
    assert sheet_of(app).attempt.ended_because == "time"
