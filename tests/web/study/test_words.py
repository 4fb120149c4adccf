from dataclasses import replace
from datetime import date

import pytest

from quizapp.queries.sitting import Looked, Summary
from quizapp.queries.today import Today
from quizapp.web.study.words import numbers_of_today, words_for_summary, words_for_today

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
    unmet=0,
    answered=3,
    next_day=TUESDAY,
    next_day_count=3,
    ahead=3,
    suspended=0,
)
LOOKED = Looked(1, 1, "Name the sites", 4, 1, 1, TUESDAY)
SUMMARY = Summary(got=(LOOKED, LOOKED), again=(LOOKED,), days_this_week=4)


def test_a_day_with_questions_counts_them() -> None:
    assert words_for_today(replace(DONE, waiting=1)).heading == "1 question for today"
    assert words_for_today(replace(DONE, waiting=14)).heading == "14 questions for today"


def test_a_day_says_how_long_it_takes_and_of_a_long_one_how_long_its_portions_do() -> None:
    assert words_for_today(replace(DONE, waiting=5)).sentences == (
        "It takes about 3 minutes. Stop whenever you like: each answer is saved.",
    )
    (long,) = words_for_today(replace(DONE, waiting=39)).sentences
    assert long.startswith("Twelve make a portion, which takes about 7 minutes.")


def test_a_day_is_told_in_numbers_where_there_are_two_or_more_and_none_is_nought() -> None:
    fresh = replace(DONE, waiting=5, reviews=5, answered=0)
    assert numbers_of_today(fresh) == ()
    assert numbers_of_today(replace(fresh, new=2)) == (("to come back to", 5), ("new", 2))
    back = replace(fresh, answered=3, drills=1, back_since=MONDAY)
    assert numbers_of_today(back) == (("once more today", 1), ("answered", 3))


def test_what_the_limits_hold_back_is_said_once_where_the_day_ends() -> None:
    held = ("5 more that are due wait for another day.", "30 that you have not met wait for another day.")
    day = replace(DONE, held_reviews=5, held_new=8, unmet=30)
    assert not set(held) & set(words_for_today(replace(day, waiting=14)).sentences)
    assert words_for_today(day).sentences[-2:] == words_for_summary(SUMMARY, day).sentences[-2:] == held
    assert words_for_today(replace(day, held_reviews=0)).sentences[-1:] == held[1:]


def test_whoever_comes_back_is_welcomed_with_a_portion_and_never_told_of_the_pile() -> None:
    back = replace(DONE, waiting=60, reviews=60, held_reviews=140, answered=0, back_since=MONDAY)
    assert words_for_today(back).heading == "12 for today"
    assert words_for_today(back).sentences[0].startswith("Welcome back.")
    later = [replace(back, answered=5), replace(back, answered=12), replace(back, waiting=0, answered=60), replace(back, day=TUESDAY)]
    assert [words_for_today(one).heading for one in later] == [
        "7 for today",
        "Today’s portion is done",
        "That is all for today",
        "12 for today",
    ]
    for one in (back, *later):
        words = (*words_for_today(one).sentences, *words_for_summary(SUMMARY, one).sentences)
        assert not [sentence for sentence in words if "60" in sentence or "140" in sentence or "200" in sentence]
        assert "Welcome back." not in words_for_today(later[-1]).sentences[0]


def test_of_a_pile_it_is_said_that_it_waits_and_not_how_large_it_is() -> None:
    assert words_for_today(replace(DONE, held_reviews=140)).sentences[-1] == "The rest waits for another day, and nothing is lost by it."


def test_a_day_off_asks_nothing_and_says_that_this_was_planned() -> None:
    words = words_for_today(replace(DONE, off=True, held_reviews=9))
    assert words.heading == "A day off"
    assert "9" not in "".join(words.sentences)


def test_a_day_that_is_done_says_when_to_come_back() -> None:
    words = words_for_today(DONE)
    assert words.heading == "That is all for today"
    assert words.sentences == ("3 questions come back tomorrow.",)


def test_a_day_without_topics_says_where_they_are() -> None:
    assert words_for_today(replace(DONE, answered=0, next_day=None, next_day_count=0)).heading == "Nothing to study yet"


def test_who_studies_nothing_is_told_that_a_course_has_set_something() -> None:
    words = words_for_today(replace(DONE, answered=0, next_day=None, next_day_count=0), is_set=True)
    assert words.heading == "Set by your courses"
    assert words.sentences == ("It stands below, with what to do. What you begin to study comes here by itself.",)


def test_a_day_that_is_done_points_to_practice_for_a_date() -> None:
    assert words_for_today(DONE, practice=True).sentences[-1] == "Below you can practise for a date."
    assert "practise" not in "".join(words_for_today(replace(DONE, waiting=3), practice=True).sentences)


def test_a_summary_counts_what_was_got_and_names_the_rhythm() -> None:
    words = words_for_summary(SUMMARY, DONE)
    assert words.heading == "You got 2 of 3"
    assert words.sentences == ("You studied on 4 days this week.", "3 questions come back tomorrow.")


def test_a_summary_says_what_is_left_of_the_day() -> None:
    assert "2 questions are left for today." in words_for_summary(SUMMARY, replace(DONE, waiting=2)).sentences


def test_a_summary_of_nothing_says_what_to_do() -> None:
    assert words_for_summary(replace(SUMMARY, got=(), again=()), DONE).heading == "Nothing to sum up yet"
