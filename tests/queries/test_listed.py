"""Where something stands with what its learner is asked."""

from datetime import timedelta

from quizapp.models.transactions import changing
from quizapp.queries.listed import Listed, listed
from quizapp.queries.today import candidates
from quizapp.usecases.ask_sooner import ask_sooner
from quizapp.usecases.change_days_off import change_days_off
from quizapp.usecases.next_question import next_question
from quizapp.usecases.pause_topic import pause_topic
from tests.learner import Learner

BY_ITSELF = {"wished": False, "can_be_sooner": False}


def stands(student: Learner, objective: int) -> Listed | None:
    student.session.rollback()
    return listed(student.session, student.signed_up.person, [objective], student.at).get(objective)


def asked_first(student: Learner) -> int:
    objective = next_question(student.session, student.signed_up.person, student.at)
    assert objective is not None
    return objective


def wished(student: Learner, objective: int) -> None:
    changing(student.session, lambda: ask_sooner(student.session, student.signed_up.person, objective, student.at))


def test_what_today_asks_is_on_its_list_and_what_its_limit_holds_back_can_be_put_there(student: Learner) -> None:
    last = max(candidates(student.session, student.signed_up.person), key=lambda one: one.position).objective
    assert stands(student, asked_first(student)) == Listed(today=True, comes=None, **BY_ITSELF)
    assert stands(student, last) == Listed(today=False, comes=None, wished=False, can_be_sooner=True)
    wished(student, last)
    assert stands(student, last) == Listed(today=True, comes=None, wished=True, can_be_sooner=False)


def test_what_was_answered_today_can_come_tomorrow_at_the_soonest(student: Learner) -> None:
    objective, tomorrow = asked_first(student), student.at.date() + timedelta(days=1)
    student.answers(objective)
    assert stands(student, objective) == Listed(today=False, comes=tomorrow, **BY_ITSELF)


def test_what_is_missed_today_is_on_the_list_since_it_comes_once_more(student: Learner) -> None:
    objective = asked_first(student)
    student.answers(objective, right=False)
    assert stands(student, objective) == Listed(today=True, comes=None, **BY_ITSELF)


def test_no_day_off_is_named(student: Learner) -> None:
    objective = asked_first(student)
    student.answers(objective)
    tuesday = str((student.at.date() + timedelta(days=1)).weekday())
    changing(student.session, lambda: change_days_off(student.session, student.id, [tuesday]))
    assert stands(student, objective) == Listed(today=False, comes=student.at.date() + timedelta(days=2), **BY_ITSELF)


def test_what_comes_later_by_itself_can_be_put_on_the_list(student: Learner) -> None:
    objective = asked_first(student)
    student.answers(objective)
    student.let_pass(days=1)
    student.answers(objective)
    student.let_pass(days=1)
    due = student.card(objective).due
    assert stands(student, objective) == Listed(today=False, comes=due, wished=False, can_be_sooner=True)


def test_after_a_gap_a_wish_is_on_the_list_though_the_portion_is_done(student: Learner) -> None:
    for _ in range(3):
        for _ in range(10):
            student.answers(asked_first(student))
        student.let_pass(days=1)
    student.let_pass(days=30)
    for _ in range(12):
        student.answers(asked_first(student))
    last = max(candidates(student.session, student.signed_up.person), key=lambda one: one.position).objective
    wished(student, last)
    assert stands(student, last) == Listed(today=True, comes=None, wished=True, can_be_sooner=False)
    assert asked_first(student) == last


def test_what_rests_by_itself_stands_nowhere_and_what_rests_with_its_topic_can_be_wished_for(student: Learner) -> None:
    kidney, lung = (student.objective(f"metastatic-cancer/spread.{primary}#sites") for primary in ("kidney", "lung"))
    student.suspends(lung)
    assert stands(student, lung) is None
    changing(student.session, lambda: pause_topic(student.session, student.id, "metastatic-cancer", "spread", student.at))
    assert stands(student, kidney) == Listed(today=False, comes=None, wished=False, can_be_sooner=True)
    assert stands(student, lung) is None
    wished(student, kidney)
    assert stands(student, kidney) == Listed(today=False, comes=None, wished=True, can_be_sooner=False)
