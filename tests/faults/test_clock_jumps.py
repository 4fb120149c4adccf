"""A clock that is set forward and back, and people who move: no answer is lost, and none comes before the one before it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.models import Person, Review
from quizapp.models.transactions import changing
from quizapp.scheduling.days import study_day
from quizapp.usecases.answer_question import Logged
from quizapp.usecases.ask_question import Question, ask_question
from quizapp.usecases.change_settings import change_settings
from tests.amounts import amount
from tests.learner import KEY, Learner, published, right_answer, signs_up, studies
from tests.standing_clock import StandingClock
from tests.web.browser import Browser
from tests.web.people import signs_up as signs_up_there
from tests.web.people import starts_everything

pytestmark = pytest.mark.faults

ANSWERS = amount(40, 1_500)
JUMPS = [
    *(timedelta(seconds=seconds) for seconds in (0, 1, -1, 3600, -3600)),
    *(timedelta(days=days) for days in (1, -1, 4, -4)),
]
ZONES = ["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns", "UTC"]
Studying = Callable[[str], Learner]


@pytest.fixture
def studying(session: Session) -> Studying:
    """Makes somebody who lives in a zone and studies all there is."""
    bank = read_bank(shipped_banks()[0])
    published(session, bank)
    return lambda zone: studies(signs_up(session, zone=zone), bank)


def test_whatever_the_clock_does_the_log_keeps_its_order_and_days_never_go_back(studying: Studying, chance: Random) -> None:
    student = studying(ZONES[0])
    given: list[tuple[int, int]] = []
    while len(given) < ANSWERS:
        student.at += chance.choice(JUMPS)
        if chance.random() < 0.1:
            moves(student, chance.choice(ZONES))
        if logged := answers_something(student, chance):
            given.append((logged.objective_id, logged.turn))
    log = student.session.scalars(select(Review).order_by(Review.received_at)).all()
    assert [(review.objective_id, review.turn) for review in log] == given
    assert len({review.received_at for review in log}) == len(log)
    days = [review.study_day for review in log]
    assert days == sorted(days)
    assert all(review.due_after > review.study_day for review in log if review.kind == "scheduled")
    for objective in student.objectives():
        assert student.card(objective) == student.folded(objective)


@pytest.mark.parametrize(
    ("zone", "change"),
    [
        ("Europe/Berlin", datetime(2026, 3, 29, 1, tzinfo=UTC)),  # an hour is lost
        ("Europe/Berlin", datetime(2026, 10, 25, 1, tzinfo=UTC)),  # an hour comes twice
        ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, tzinfo=UTC)),  # half an hour comes twice
        ("America/Havana", datetime(2026, 3, 8, 5, tzinfo=UTC)),  # midnight is lost
    ],
)
def test_no_day_is_lost_or_comes_twice_when_the_clocks_change(studying: Studying, zone: str, change: datetime) -> None:
    student = studying(zone)
    student.at = student.began_at = change - timedelta(days=20)  # so that a session of its time is opened
    for place, objective in enumerate(student.objectives()[:13]):
        student.at = change + timedelta(hours=12 * (place - 6))
        student.answers(objective)
    log = student.session.scalars(select(Review).order_by(Review.received_at)).all()
    days = [review.study_day for review in log]
    assert days == [study_day(review.answered_at, zone) for review in log]
    assert sorted(set(days)) == [days[0] + timedelta(days=number) for number in range((days[-1] - days[0]).days + 1)]
    assert {review.due_after - review.study_day for review in log} == {timedelta(days=1)}


def test_a_session_ends_by_the_clock_and_is_there_again_when_the_clock_was_wrong(app: Flask, clock: StandingClock) -> None:
    student = starts_everything(signs_up_there(Browser(app.test_client()), "student"))
    clock.let_pass(days=200)
    assert student.open("/today").path.startswith("/sign-in")
    clock.let_pass(days=-200)
    assert student.open("/today").path == "/today"
    clock.let_pass(days=-30)
    assert student.open("/today").path == "/today"


def moves(student: Learner, zone: str) -> None:
    wishes = {"reviews_a_day": "60", "new_a_day": "10", "zone": zone, "language": "en", "languages": ["en"]}
    moved = changing(student.session, lambda: change_settings(student.session, student.id, student.at, **wishes))  # type: ignore[arg-type]
    assert isinstance(moved, Person)


def answers_something(student: Learner, chance: Random) -> Logged | None:
    """Answer some objective, if it is asked now."""
    student.token()  # of a session that lasts, wherever the clock went
    question = ask_question(student.session, student.signed_up.person, chance.choice(student.objectives()), student.at, KEY)
    if not isinstance(question, Question):
        return None
    outcome = student.sends(question, right_answer(question.item.interaction) if chance.random() < 0.7 else {"dont-know": ["1"]})
    assert isinstance(outcome, Logged), outcome
    return outcome
