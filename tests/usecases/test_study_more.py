from datetime import date

import pytest

from quizapp.models import Break, Person
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.today import Today, today
from quizapp.usecases.next_question import next_question
from quizapp.usecases.study_more import study_more
from tests.learner import Learner

TUESDAY, WEDNESDAY = date(2026, 3, 3), date(2026, 3, 4)


def day_of(student: Learner) -> Today:
    student.session.rollback()
    return today(student.session, student.signed_up.person, student.at)


def asks_for_more(student: Learner, more: int | None = None, until: date | None = None) -> bool:
    more = day_of(student).more if more is None else more
    return changing(student.session, lambda: study_more(student.session, student.id, student.at, more=more, until=until))


def answers_all(student: Learner) -> list[int]:
    answered = []
    while (objective := next_question(student.session, student.signed_up.person, student.at)) is not None:
        student.answers(objective)
        answered.append(objective)
    return answered


@pytest.fixture
def few_a_day(student: Learner) -> Learner:
    """Somebody who wants two questions a day."""

    def set_limits() -> None:
        begin_writing(student.session)
        person = student.session.get_one(Person, student.id)
        person.reviews_a_day = person.new_a_day = 2

    changing(student.session, set_limits)
    return student


def test_a_portion_more_is_asked_once_the_limits_are_reached(few_a_day: Learner) -> None:
    assert not asks_for_more(few_a_day)
    assert len(answers_all(few_a_day)) == 2
    assert day_of(few_a_day).offered == 12
    assert asks_for_more(few_a_day)
    assert len(answers_all(few_a_day)) == 12
    assert day_of(few_a_day).held_back > 0


def test_a_second_press_adds_nothing(few_a_day: Learner) -> None:
    answers_all(few_a_day)
    assert asks_for_more(few_a_day, more=0)
    assert not asks_for_more(few_a_day, more=0)
    answers_all(few_a_day)
    assert not asks_for_more(few_a_day, more=0)
    assert len(answers_all(few_a_day)) == 0


def test_more_counts_for_its_day_only(few_a_day: Learner) -> None:
    answers_all(few_a_day)
    asks_for_more(few_a_day)
    few_a_day.let_pass(days=1)
    assert day_of(few_a_day).more == 0
    assert len(answers_all(few_a_day)) == 2


def test_an_answer_taken_back_is_asked_again_and_nothing_beyond_it(few_a_day: Learner) -> None:
    answers_all(few_a_day)
    asks_for_more(few_a_day)
    last = answers_all(few_a_day)[-1]
    before = day_of(few_a_day)
    few_a_day.undoes()
    assert answers_all(few_a_day) == [last]
    assert day_of(few_a_day) == before


def test_where_nothing_is_held_back_what_is_due_next_is_studied_ahead(student: Learner) -> None:
    first, second = student.objectives()[0], student.objectives()[20]
    _study_only(student, first, second)
    answers_all(student)
    assert (day_of(student).offered, day_of(student).next_day) == (2, TUESDAY)
    assert not asks_for_more(student, until=WEDNESDAY)
    assert not asks_for_more(student)
    assert asks_for_more(student, until=TUESDAY)
    student.session.rollback()
    assert next_question(student.session, student.signed_up.person, student.at) is None, "what was answered today is not asked twice"
    student.let_pass(days=1)
    assert len(answers_all(student)) == 2
    assert (day_of(student).next_day, day_of(student).more) == (date(2026, 3, 9), 0)


def test_studied_ahead_a_question_is_a_review_like_any_other_and_taking_it_back_gives_its_day_back(student: Learner) -> None:
    first, *_ = student.objectives()
    _study_only(student, first)
    answers_all(student)
    student.let_pass(days=1)
    answers_all(student)
    student.let_pass(days=1)
    before, next_day = student.card(first), day_of(student).next_day
    assert asks_for_more(student, until=next_day)
    assert answers_all(student) == [first]
    assert student.card(first).memory.repetitions == 3
    student.undoes()
    assert student.card(first) == before
    assert answers_all(student) == [first]


def test_on_a_day_off_nothing_is_asked_and_one_can_study_all_the_same(student: Learner) -> None:
    def away() -> None:
        begin_writing(student.session)
        student.session.add(Break(learner_id=student.id, first_day=date(2026, 3, 2), last_day=TUESDAY))

    changing(student.session, away)
    day = day_of(student)
    assert (day.off, day.waiting, day.offered) == (True, 0, 12)
    assert answers_all(student) == []
    assert asks_for_more(student)
    assert len(answers_all(student)) == 12
    assert day_of(student).next_day == WEDNESDAY, "what is due on a day off comes after it"
    student.let_pass(days=2)
    assert not day_of(student).off
    assert day_of(student).reviews == 12


def _study_only(student: Learner, *objectives: int) -> None:
    for objective in student.objectives():
        if objective not in objectives:
            student.suspends(objective)
