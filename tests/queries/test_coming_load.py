"""What the coming days hold: overdue and new questions are counted."""

from datetime import date, timedelta
from random import Random

import pytest

from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.coming_load import ENOUGH, coming_load, habits_of, planned
from quizapp.queries.today import PORTION, today
from quizapp.scheduling.planning import Habits
from quizapp.scheduling.queue import Limits
from quizapp.usecases.next_question import next_question
from quizapp.usecases.study_more import study_more
from tests.learner import Learner

MONDAY = date(2026, 3, 2)


def answers_all_of_today(student: Learner) -> int:
    count = 0
    while (objective := next_question(student.session, student.signed_up.person, student.at)) is not None:
        student.answers(objective)
        count += 1
    return count


def load(student: Learner, days: int = 28) -> list[tuple[date, int, int]]:
    return [(one.day, one.reviews, one.new) for one in coming_load(student.session, student.signed_up.person, student.at, days)]


def test_whoever_has_just_begun_is_told_of_new_ones_and_of_their_coming_back(student: Learner) -> None:
    days = load(student)
    assert [day for day, _, _ in days] == [MONDAY + timedelta(days=ahead) for ahead in range(28)]
    assert days[0] == (MONDAY, 0, 10)
    assert days[1][1:] == (10, 10)  # SM-2 asks a first pass again on the next day


def test_today_tells_what_is_left_as_the_day_itself_does(student: Learner) -> None:
    student.answers(next_question(student.session, student.signed_up.person, student.at) or 0)
    day = today(student.session, student.signed_up.person, student.at)
    assert load(student)[0] == (MONDAY, day.reviews, day.new) == (MONDAY, 0, 9)
    answers_all_of_today(student)
    assert load(student)[0] == (MONDAY, 0, 0)


def test_what_is_overdue_is_spread_as_the_limits_allow_and_new_ones_wait(student: Learner) -> None:
    for _ in range(4):
        answers_all_of_today(student)
        student.let_pass(days=1)
    changing(student.session, lambda: limit(student, 8))
    student.let_pass(days=30)
    days = load(student)
    assert days[0][1:] == (8, 0)
    assert all(reviews + new <= 8 for _, reviews, new in days)
    assert days[0][0] == MONDAY + timedelta(days=34)


def test_the_share_of_each_grade_that_was_had_of_late_is_expected_once_enough_tell(student: Learner) -> None:
    day, person = MONDAY + timedelta(days=1), student.signed_up.person
    asked = student.objectives()[:40]
    for place, objective in enumerate(asked):
        student.answers(objective, right=place >= 10)
    student.let_pass(days=1)
    for place, objective in enumerate(asked[:ENOUGH]):
        assert habits_of(student.session, person, day) == Habits(done=Limits(place, 0), first=0.75, queued=True)
        student.answers(objective, right=place >= 6, sure="guessing" if place >= 20 else None)
    habits = habits_of(student.session, person, day)
    assert habits.grades == (10, 14, 0)
    assert habits.passes == pytest.approx(0.8)
    assert habits.first == pytest.approx(0.75)


def limit(student: Learner, reviews: int) -> None:
    begin_writing(student.session)
    student.signed_up.person.reviews_a_day, student.signed_up.person.new_a_day = reviews, 5
    student.session.add(student.signed_up.person)


def test_what_is_suspended_is_not_counted(student: Learner) -> None:
    first = student.objectives()[0]
    assert first in dict(planned(student.session, student.signed_up.person, MONDAY))
    student.suspends(first)
    assert first not in dict(planned(student.session, student.signed_up.person, MONDAY))


def test_the_first_day_is_what_today_still_asks_whatever_was_answered_and_asked_for(student: Learner) -> None:
    """Siblings of what was answered, misses, more for today and studying ahead are all counted as the queue counts them."""
    chance = Random("a walk")
    for ahead in range(6):
        for step in range(14):
            objective = next_question(student.session, student.signed_up.person, student.at)
            if objective is None:
                asks_for_more(student)
            else:
                student.answers(objective, right=chance.random() < 0.7)
            if step % 5 == 0:
                found = today(student.session, student.signed_up.person, student.at)
                assert load(student, 1)[0][1:] == (found.reviews, found.new)
        student.let_pass(days=1 + ahead % 2)


def asks_for_more(student: Learner) -> None:
    found = today(student.session, student.signed_up.person, student.at)
    changing(student.session, lambda: study_more(student.session, student.id, student.at, more=found.more, until=found.next_day))


def test_after_a_gap_the_first_day_is_all_that_its_limit_lets_in_though_today_names_a_portion_and_nothing_new(student: Learner) -> None:
    for _ in range(3):
        answers_all_of_today(student)
        student.let_pass(days=1)
    student.let_pass(days=30)
    found = today(student.session, student.signed_up.person, student.at)
    assert found.back_since
    assert found.reviews > PORTION
    changing(student.session, lambda: limit(student, PORTION + 3))
    assert load(student)[0][1:] == (PORTION + 3, 0)
    student.answers(next_question(student.session, student.signed_up.person, student.at) or 0)
    assert load(student)[0][1:] == (PORTION + 2, 0)
