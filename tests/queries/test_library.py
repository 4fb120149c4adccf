from datetime import date, timedelta

from sqlalchemy.orm import Session

from questions.bank import Bank
from questions.fact import AUDIENCES
from quizapp.models.transactions import changing
from quizapp.queries.items import current_knowledge
from quizapp.queries.library import ShelfTopic, library
from quizapp.usecases.pause_topic import pause_topic
from tests.learner import Learner, published
from tests.usecases.test_publish_bank import without

TODAY = date(2026, 3, 2)


def topic(session: Session, learner_id: int | None, today: date | None = TODAY) -> ShelfTopic:
    return next(one for one in library(session, learner_id, today)[0].topics if one.topic == "spread")


def test_the_library_shows_each_topic_with_how_much_it_holds(session: Session, bank: Bank) -> None:
    assert library(session, None, None) == ()
    published(session, bank)
    shelf = library(session, None, None)[0]
    aims = current_knowledge(session, bank.name).objectives.values()
    assert (shelf.bank, shelf.title, shelf.edition) == (bank.name, bank.title, bank.about.edition)
    assert {one.topic: one.objectives for one in shelf.topics} == {
        name: sum(aim.topic == name for aim in aims) for name in {aim.topic for aim in aims}
    }
    assert not any(one.studied or one.paused or one.met or one.due for one in shelf.topics)


def test_what_is_for_others_is_not_counted(session: Session, bank: Bank) -> None:
    published(session, bank)
    aims = current_knowledge(session, bank.name).objectives.values()
    for audience in AUDIENCES:
        (shelf,) = library(session, None, None, audience)
        assert sum(one.objectives for one in shelf.topics) == sum(audience in aim.audiences for aim in aims)
    assert any("patient" not in aim.audiences for aim in aims)


def test_patients_find_what_they_are_not_asked_about_to_be_read(session: Session, bank: Bank) -> None:
    published(session, bank)
    (shelf,) = library(session, None, None, "patient")
    assert {one.topic: one.objectives for one in shelf.topics}["spread"] == 0


def test_a_learner_sees_how_far_they_are(student: Learner, outsider: Learner) -> None:
    objective = student.objective("metastatic-cancer/spread.kidney#sites")
    student.answers(objective)
    mine, theirs = topic(student.session, student.id), topic(student.session, outsider.id)
    assert (mine.studied, mine.paused, mine.met, mine.due) == (True, False, 1, 0)
    assert topic(student.session, student.id, TODAY + timedelta(days=1)).due == 1
    assert (theirs.studied, theirs.met) == (True, 0)


def test_an_answer_taken_back_is_not_met(student: Learner) -> None:
    student.answers(student.objective("metastatic-cancer/spread.kidney#sites"))
    student.undoes()
    assert topic(student.session, student.id).met == 0


def test_a_topic_that_rests_says_so(student: Learner, bank: Bank) -> None:
    changing(student.session, lambda: pause_topic(student.session, student.id, bank.name, "spread", student.at))
    assert (topic(student.session, student.id).studied, topic(student.session, student.id).paused) == (True, True)


def test_what_is_retired_is_not_counted(student: Learner, bank: Bank) -> None:
    before = topic(student.session, student.id).objectives
    outcome = published(student.session, without(bank, "spread.kidney"))
    assert topic(student.session, student.id).objectives == before - outcome.retired
