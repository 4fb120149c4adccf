from dataclasses import replace
from datetime import date

import pytest

from quizapp.queries.sitting import Looked, Summary
from quizapp.queries.today import Today
from quizapp.web.study.words import words_for_summary, words_for_today

pytestmark = pytest.mark.usefixtures("in_english")
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
DONE = Today(
    day=MONDAY,
    waiting=0,
    reviews=0,
    new=0,
    drills=0,
    held_reviews=0,
    held_new=0,
    answered=3,
    next_day=TUESDAY,
    next_day_count=3,
    suspended=0,
)
LOOKED = Looked(1, 1, "Name the sites", 4, 1, 1, TUESDAY)
SUMMARY = Summary(got=(LOOKED, LOOKED), again=(LOOKED,), next_day=TUESDAY, next_day_count=3, days_this_week=4)


def test_a_day_with_questions_counts_them() -> None:
    assert words_for_today(replace(DONE, waiting=1)).heading == "1 question for today"
    assert words_for_today(replace(DONE, waiting=14)).heading == "14 questions for today"


def test_what_the_limits_hold_back_is_said_once() -> None:
    assert "8 more wait for another day." in words_for_today(replace(DONE, waiting=14, held_new=8)).sentences


def test_a_day_that_is_done_says_when_to_come_back() -> None:
    words = words_for_today(DONE)
    assert words.heading == "That is all for today"
    assert words.sentences == ("3 questions come back tomorrow.",)


def test_a_day_without_topics_says_where_they_are() -> None:
    assert words_for_today(replace(DONE, answered=0, next_day=None, next_day_count=0)).heading == "Nothing to study yet"


def test_a_summary_counts_what_was_got_and_names_the_rhythm() -> None:
    words = words_for_summary(SUMMARY, DONE)
    assert words.heading == "You got 2 of 3"
    assert words.sentences == ("You studied on 4 days this week.", "3 questions come back tomorrow.")


def test_a_summary_says_what_is_left_of_the_day() -> None:
    assert "2 questions are left for today." in words_for_summary(SUMMARY, replace(DONE, waiting=2)).sentences


def test_a_summary_of_nothing_says_what_to_do() -> None:
    assert words_for_summary(replace(SUMMARY, got=(), again=()), DONE).heading == "Nothing answered yet"
