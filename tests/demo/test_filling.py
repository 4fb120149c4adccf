"""A demonstration is the same whenever it is made for the same moment, and what it holds is real."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, create_engine, func, select
from sqlalchemy.orm import Session

from questions.bank import Bank, shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.demo.filling import demonstration, fill
from quizapp.demo.scenes import Scene, scenes
from quizapp.demo.stages import PASSWORD
from quizapp.models import Base, Card, Person, Review
from quizapp.models.engines import WRITING, keep_safely
from quizapp.models.transactions import changing
from quizapp.queries.cards import own_card, state_of
from quizapp.queries.reviews import answered, reviews_of_card
from quizapp.scheduling.cards import fold
from quizapp.usecases.sign_in import SignedIn, sign_in
from tests.learner import KEY, MONDAY_NOON, published
from tests.people_who_learned import Row, rows

SMALL = [scene for scene in scenes() if scene.name in ("new", "patient")]


@pytest.fixture(scope="session")
def bank() -> Bank:
    return read_bank(shipped_banks()[0])


@pytest.fixture
def another_engine(another_database_url: str) -> Iterator[Engine]:
    another = create_engine(another_database_url)
    keep_safely(another)
    with another.connect().execution_options(**WRITING) as connection, connection.begin():
        Base.metadata.create_all(connection)
    yield another
    another.dispose()


def filled(engine: Engine, bank: Bank, played: list[Scene]) -> dict[str, list[Row]]:
    with Session(engine, expire_on_commit=False) as session:
        published(session, bank, MONDAY_NOON - timedelta(days=100))
        assert changing(session, lambda: fill(session, KEY, MONDAY_NOON, played))
    kept = rows(engine)
    hashes = [column.name for column in Person.__table__.columns].index("password_hash")
    return kept | {"people": [(*row[:hashes], *row[hashes + 1 :]) for row in kept["people"]]}


def test_two_runs_for_one_moment_give_the_same_rows(engine: Engine, another_engine: Engine, bank: Bank) -> None:
    one, other = filled(engine, bank, SMALL), filled(another_engine, bank, SMALL)
    assert one == other
    assert len(one["reviews"]) > 30


def test_people_answer_well_and_badly_take_answers_back_and_are_sure_of_what_is_wrong(engine: Engine, bank: Bank) -> None:
    filled(engine, bank, [scene for scene in scenes() if scene.name in ("patient", "returning")])
    with Session(engine) as session:
        count = select(func.count()).select_from(Review)
        for happens in (
            Review.marks == Review.maximum,
            Review.marks == 0,
            Review.undone_at.is_not(None),
            Review.kind == "drill",
            (Review.certainty == "certain") & (2 * Review.marks < Review.maximum),
            (Review.grade < 3) & (Review.interval_before > 0),
            Review.level == "tell apart",
        ):
            assert session.scalar(count.where(happens)), happens


def test_every_card_is_what_its_answers_make_of_it_and_no_answer_is_of_the_future(engine: Engine, bank: Bank) -> None:
    filled(engine, bank, SMALL)
    with Session(engine) as session:
        cards = session.scalars(select(Card)).all()
        assert len(cards) > 10
        for card in cards:
            log = session.scalars(reviews_of_card(card.learner_id, card.objective_id)).all()
            found = session.scalar(own_card(card.learner_id, card.objective_id))
            assert state_of(found) == fold(answered(review) for review in log)
            assert all(review.received_at < MONDAY_NOON for review in log)


def test_everybody_who_is_shown_can_sign_in_with_the_password_that_is_shown(engine: Engine, bank: Bank) -> None:
    filled(engine, bank, SMALL)
    shown = demonstration()
    assert shown.password == PASSWORD
    assert {name for scene in scenes() for name in scene.people} == set(shown.people)
    with Session(engine) as session:
        for name in (name for scene in SMALL for name in scene.people):
            assert isinstance(sign_in(session, name, PASSWORD, "192.0.2.1", MONDAY_NOON, KEY), SignedIn)


def test_a_database_in_which_somebody_is_already_is_left_as_it_is(engine: Engine, bank: Bank) -> None:
    before = filled(engine, bank, SMALL[:1])
    with Session(engine) as session:
        assert not changing(session, lambda: fill(session, KEY, MONDAY_NOON, SMALL))
    assert len(rows(engine)["people"]) == len(before["people"]) == 1
