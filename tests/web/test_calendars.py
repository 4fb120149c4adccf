"""Reminders: a private address, and what is to be read there."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.models import Calendar
from quizapp.models.transactions import begin_writing
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser
from tests.web.people import answers

pytestmark = pytest.mark.every_database


def makes_an_address(browser: Browser) -> str:
    page = browser.send(browser.open("/calendar").form("/calendar"))
    (address,) = page.root.all("input", type_="url")
    return address.attributes["value"].removeprefix("http://localhost")


def events(calendar: str) -> dict[str, str]:
    """By day, what a calendar says."""
    unfolded = calendar.replace("\r\n ", "")
    found = re.findall(r"BEGIN:VEVENT.*?END:VEVENT", unfolded, re.DOTALL)
    return {re.findall(r"DTSTART;VALUE=DATE:(\d+)", one)[0]: re.findall(r"SUMMARY:(.*)\r", one)[0] for one in found}


def test_the_days_to_come_stand_in_it_with_their_questions_and_minutes(student: Browser, guest: FlaskClient) -> None:
    answer = guest.get(makes_an_address(student))
    assert answer.status_code == 200
    assert answer.mimetype == "text/calendar"
    assert answer.headers["Cache-Control"] == "private, max-age=3600"
    assert "Set-Cookie" not in answer.headers
    days = events(answer.text)
    assert days["20260302"] == "10 questions\\, about 6 minutes"
    assert len(days) == 28


def test_what_is_done_today_is_not_asked_for_again(app: Flask, student: Browser, guest: FlaskClient) -> None:
    address, page = makes_an_address(student), student.open("/study")
    while page.path.startswith("/study/") and page.root.all("input", name="ticket"):
        answers(app, student, page)
        page = student.open("/study")
    days = events(guest.get(address).text)
    assert "20260302" not in days
    assert "20260303" in days


def test_a_day_begins_at_four_where_the_learner_is(student: Browser, guest: FlaskClient, clock: StandingClock) -> None:
    address = makes_an_address(student)
    clock.at = clock.at.replace(day=3, hour=2, minute=59)  # 03:59 in Berlin
    assert min(events(guest.get(address).text)) == "20260302"
    clock.at = clock.at.replace(hour=3, minute=0)
    assert min(events(guest.get(address).text)) == "20260303"


def test_whoever_studies_nothing_has_a_calendar_that_says_so(outsider: Browser, guest: FlaskClient) -> None:
    assert events(guest.get(makes_an_address(outsider)).text) == {"20260302": "No questions in these weeks"}


def test_a_calendar_that_has_not_changed_is_not_sent_again(app: Flask, student: Browser, guest: FlaskClient, clock: StandingClock) -> None:
    address = makes_an_address(student)
    tag = guest.get(address).headers["ETag"]
    clock.at = clock.at.replace(minute=30)
    again = guest.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    answers(app, student, student.open("/study"))
    assert guest.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_only_the_hash_of_the_address_is_kept(app: Flask, student: Browser) -> None:
    token = makes_an_address(student).split("/")[-1].removesuffix(".ics")
    with app.app_context():
        kept = db.session.scalars(select(Calendar)).one()
        assert token.split(".")[1].encode() not in kept.token_hash + kept.grain


def test_the_address_is_shown_again_and_a_new_one_ends_it(student: Browser, guest: FlaskClient) -> None:
    first = makes_an_address(student)
    assert first in student.open("/calendar").root.all("input", type_="url")[0].attributes["value"]
    second = makes_an_address(student)
    assert first != second
    assert guest.get(first).status_code == 404
    assert guest.get(second).status_code == 200


def test_it_can_be_switched_off(student: Browser, guest: FlaskClient) -> None:
    address = makes_an_address(student)
    page = student.send(student.open("/calendar").form("/calendar/end"))
    assert not page.root.all("input", type_="url")
    assert guest.get(address).status_code == 404


def test_an_address_goes_on_where_the_key_of_the_program_has_changed_but_is_not_shown(
    app: Flask, student: Browser, guest: FlaskClient
) -> None:
    address = makes_an_address(student)
    with app.app_context():
        begin_writing(db.session())
        db.session.scalars(select(Calendar)).one().grain = b"as if under another key"
        db.session.commit()
    page = student.open("/calendar")
    assert not page.root.all("input", type_="url")
    assert "cannot be shown any more" in page.text
    assert guest.get(address).status_code == 200


@pytest.mark.parametrize("token", ["1.x", "nothing", "1.", "999999999.abc", "١.x"])
def test_what_is_no_address_is_not_found(student: Browser, guest: FlaskClient, token: str) -> None:
    makes_an_address(student)
    assert guest.get(f"/calendars/{token}.ics").status_code == 404


def test_an_address_of_one_is_no_address_of_another(student: Browser, outsider: Browser, guest: FlaskClient) -> None:
    secret = makes_an_address(student).split(".", 1)[1]
    other = makes_an_address(outsider).split("/")[-1].split(".")[0]
    assert guest.get(f"/calendars/{other}.{secret}").status_code == 404


def test_a_program_that_asks_again_and_again_is_asked_to_wait(student: Browser, guest: FlaskClient) -> None:
    address = makes_an_address(student)
    for _ in range(30):
        assert guest.get(address).status_code == 200
    answer = guest.get(address)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "901"


def test_the_address_stands_in_no_log(student: Browser, guest: FlaskClient, capsys: pytest.CaptureFixture[str]) -> None:
    address = makes_an_address(student)
    guest.get(address)
    guest.get(address + "x")
    told = capsys.readouterr().err
    assert "/calendars/<token>.ics" in told
    assert address.split(".")[1] not in told
