import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models import Study
from quizapp.models.transactions import changing
from quizapp.usecases.next_question import next_question
from quizapp.usecases.pause_topic import pause_topic
from quizapp.usecases.start_topics import start_topics
from tests.learner import Learner, published, signs_up


@pytest.fixture
def newcomer(session: Session, bank: Bank) -> Learner:
    published(session, bank)
    return signs_up(session)


def starts(learner: Learner, bank: Bank, *topics: str) -> tuple[str, ...]:
    return changing(learner.session, lambda: start_topics(learner.session, learner.id, bank.name, topics, learner.at))


def pauses(learner: Learner, bank: Bank, topic: str) -> bool:
    return changing(learner.session, lambda: pause_topic(learner.session, learner.id, bank.name, topic, learner.at))


def test_a_newcomer_is_asked_once_a_topic_is_started(newcomer: Learner, bank: Bank) -> None:
    assert next_question(newcomer.session, newcomer.signed_up.person, newcomer.at) is None
    assert starts(newcomer, bank, "spread", "spread") == ("spread",)
    assert next_question(newcomer.session, newcomer.signed_up.person, newcomer.at) is not None


def test_a_topic_that_rests_is_not_asked_until_it_is_started_again(newcomer: Learner, bank: Bank) -> None:
    starts(newcomer, bank, "spread")
    assert pauses(newcomer, bank, "spread") is True
    assert next_question(newcomer.session, newcomer.signed_up.person, newcomer.at) is None
    began = newcomer.at
    newcomer.let_pass(days=3)
    starts(newcomer, bank, "spread")
    assert next_question(newcomer.session, newcomer.signed_up.person, newcomer.at) is not None
    study = newcomer.session.scalars(select(Study)).one()
    assert (study.started_at, study.paused_at) == (began, None)


def test_what_is_not_studied_cannot_rest(newcomer: Learner, bank: Bank) -> None:
    assert pauses(newcomer, bank, "spread") is False


def test_a_topic_that_the_bank_does_not_have_starts_nothing(newcomer: Learner, bank: Bank) -> None:
    with pytest.raises(LookupError):
        starts(newcomer, bank, "spread", "astronomy")
    with pytest.raises(LookupError):
        changing(newcomer.session, lambda: start_topics(newcomer.session, newcomer.id, "no bank", ["spread"], newcomer.at))
    assert not newcomer.session.scalars(select(Study)).all()
