from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models import Objective
from quizapp.models.transactions import changing
from quizapp.queries.items import current_knowledge
from quizapp.usecases.ask_question import NotStudied, Waits, ask_question
from quizapp.usecases.pause_topic import pause_topic
from quizapp.usecases.tickets import read_ticket
from tests.learner import KEY, Learner, published, signs_up, studies
from tests.usecases.test_publish_bank import without


def test_a_question_is_drawn_from_the_learner_the_objective_and_the_step(student: Learner, outsider: Learner) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    assert question.item.seed == f"{student.id}/{question.item.objective}/0"
    assert outsider.asked(objective).item.seed != question.item.seed
    student.answers(objective, right=False)
    assert student.asked(objective).item.seed.endswith("/1")


def test_a_ticket_says_what_was_asked(student: Learner) -> None:
    question = student.asked(student.objectives()[0])
    ticket = read_ticket(question.ticket, KEY)
    assert ticket is not None
    assert (ticket.learner, ticket.objective, ticket.turn, ticket.step) == (student.id, question.objective_id, 1, 0)
    assert (ticket.revision, ticket.template, ticket.version) == (question.item.revision, question.item.template, question.item.version)


def test_what_is_well_known_is_asked_in_a_harder_form(student: Learner) -> None:
    objective = student.objective("metastatic-cancer/spread.kidney#sites")
    levels = []
    for _ in range(5):
        levels.append(student.asked(objective).item.level)
        student.answers(objective)
        due = student.card(objective).due
        assert due is not None
        student.at += due - student.at.date()
    assert levels == ["recognise", "recognise", "tell apart", "tell apart", "recall"]


def test_what_was_answered_waits_for_its_day(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    assert ask_question(student.session, student.signed_up.person, objective, student.at, KEY) == Waits(date(2026, 3, 3))
    assert student.asked_on(objective, student.at + timedelta(days=1)).kind == "scheduled"


def test_what_was_missed_is_asked_again_the_same_day(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective, right=False)
    assert student.asked(objective).kind == "drill"
    student.answers(objective)
    assert ask_question(student.session, student.signed_up.person, objective, student.at, KEY) == Waits(date(2026, 3, 3))


def test_a_question_that_was_answered_and_taken_back_is_not_timed_again(student: Learner) -> None:
    objective, another = student.objectives()[:2]
    assert student.asked(objective).timed
    student.answers(objective, right=False)
    assert student.asked(objective).timed
    student.undoes()
    assert not student.asked(objective).timed
    student.answers(objective, right=False)
    assert student.asked(objective).timed
    assert student.asked(another).timed


def test_a_topic_that_rests_and_an_objective_that_is_retired_are_not_asked(student: Learner, bank: Bank) -> None:
    objective = student.session.get_one(Objective, student.objective("metastatic-cancer/spread.kidney#sites"))
    published(student.session, without(bank, "spread.kidney"))
    assert ask_question(student.session, student.signed_up.person, objective.id, student.at, KEY) == Waits(None)
    published(student.session, bank)
    changing(student.session, lambda: pause_topic(student.session, student.id, bank.name, objective.topic, student.at))
    assert ask_question(student.session, student.signed_up.person, objective.id, student.at, KEY) == Waits(None)


def test_who_does_not_study_an_objective_cannot_tell_that_it_exists(session: Session, student: Learner) -> None:
    guest = signs_up(session, "stranger")
    for objective in (student.objectives()[0], 999_999):
        with pytest.raises(NotStudied):
            ask_question(session, guest.signed_up.person, objective, guest.at, KEY)


def test_a_patient_is_not_asked_what_is_for_nurses_alone(session: Session, student: Learner, bank: Bank) -> None:
    patient = studies(signs_up(session, "patient", audience="patient"), bank)
    for_nurses = [key for key, one in current_knowledge(session, bank.name).objectives.items() if "patient" not in one.audiences]
    assert for_nurses
    for objective in map(student.objective, for_nurses):
        with pytest.raises(NotStudied):
            ask_question(session, patient.signed_up.person, objective, patient.at, KEY)
        assert student.asked(objective)
