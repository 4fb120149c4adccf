from datetime import datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quizapp.clock import told_by
from quizapp.models import Login
from quizapp.models.transactions import begin_writing, changing
from quizapp.usecases.sign_up import SignedUp, sign_up
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock


@pytest.fixture
def token(app: Flask, clock: StandingClock) -> str:
    """The token of somebody who has just signed up."""
    with app.app_context():
        signed_up = changing(db.session(), lambda: sign_up(db.session(), "ann", "lamp orbit velvet", "Europe/Berlin", clock.at))
        assert isinstance(signed_up, SignedUp)
        return signed_up.token


@pytest.fixture
def ann(guest: FlaskClient, token: str) -> FlaskClient:
    """Her browser."""
    guest.set_cookie("sid", token)
    return guest


def seen_at(app: Flask) -> datetime | None:
    with app.app_context():
        return db.session.scalar(select(Login.seen_at))


def test_whoever_brings_the_token_of_a_session_is_signed_in(ann: FlaskClient) -> None:
    assert ann.get("/today").status_code == 200


@pytest.mark.parametrize("token", ["", "nonsense", "0" * 64, "1.nonsense", "ä", "\\000"])
def test_whoever_brings_another_token_is_a_guest(guest: FlaskClient, token: str) -> None:
    guest.set_cookie("sid", token)
    answer = guest.get("/today")
    assert answer.status_code == 303
    assert answer.location.startswith("/sign-in")


def test_a_token_of_a_connection_that_is_not_secure_does_not_count_over_https(app: Flask, ann: FlaskClient) -> None:
    app.config["SESSION_COOKIE_SECURE"] = True
    assert ann.get("/today").status_code == 303


def test_a_session_is_noted_as_seen_every_ten_minutes_and_not_more_often(app: Flask, ann: FlaskClient, clock: StandingClock) -> None:
    began = clock.at
    clock.let_pass(minutes=9)
    ann.get("/today")
    assert seen_at(app) == began
    clock.let_pass(minutes=1)
    ann.get("/today")
    assert seen_at(app) == clock.at


def test_to_note_who_was_seen_the_clock_is_not_asked_again(ann: FlaskClient, clock: StandingClock) -> None:
    asked: list[datetime] = []

    def listening() -> datetime:
        asked.append(clock.at)
        return clock.at

    with told_by(listening):
        ann.get("/account")
        clock.let_pass(minutes=11)
        ann.get("/account")
    assert asked.count(clock.at) == len(asked) / 2


def test_a_page_is_shown_though_nobody_can_note_who_saw_it(app: Flask, ann: FlaskClient, clock: StandingClock) -> None:
    began = clock.at
    clock.let_pass(minutes=11)
    with app.app_context():
        engine = db.engine
    with Session(engine) as somebody:
        begin_writing(somebody)
        somebody.execute(update(Login).values(device="held"))
        answer = ann.get("/today")
    assert answer.status_code == 200
    assert seen_at(app) == began
    ann.get("/today")
    assert seen_at(app) == clock.at


def test_a_session_that_is_used_once_a_week_lasts_for_ninety_days(ann: FlaskClient, clock: StandingClock) -> None:
    for _ in range(12):
        clock.let_pass(days=7)
        assert ann.get("/today").status_code == 200
    clock.let_pass(days=7)
    assert ann.get("/today").status_code == 303


def test_a_session_that_nobody_uses_ends_after_fourteen_days(ann: FlaskClient, clock: StandingClock) -> None:
    clock.let_pass(days=14, seconds=1)
    assert ann.get("/today").status_code == 303
