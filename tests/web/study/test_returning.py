from dataclasses import replace
from datetime import date, timedelta

import pytest

from quizapp.scheduling.cards import Answered
from quizapp.scheduling.sm2 import Memory
from quizapp.scheduling.why import why_after, why_then
from quizapp.web.coming_days import day_in_words
from quizapp.web.study.returning import returning

pytestmark = pytest.mark.usefixtures("in_english")
TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (6, "in 6 days, on Sunday 8 March"),
        (400, "in 400 days, on 6 April 2027"),
    ],
)
def test_a_day_is_counted_and_named(days: int, words: str) -> None:
    assert day_in_words(TODAY + timedelta(days), TODAY) == words


@pytest.mark.parametrize(
    ("memory", "grade", "why"),
    [
        (Memory(), 4, "Why then: after the first right answer in a row the wait is one day."),
        (Memory(1, 1, 250), 4, "Why then: after the second right answer in a row the wait is six days."),
        (Memory(2, 6, 260), 4, "Why then: the last wait was 6 days, and this question’s factor is 2.60, which makes 16 days."),
        (Memory(2, 6, 260), 1, "Why then: a missed answer begins again at one day."),
        (Memory(9, 36_500, 260), 5, "Why then: this is the longest wait there is."),
    ],
)
def test_each_rule_has_its_reason(memory: Memory, grade: int, why: str) -> None:
    then = why_after(memory, grade, TODAY)
    assert returning(then.due, TODAY, then, drilling=False).why == why


def test_what_is_in_drill_comes_once_more_today() -> None:
    said = returning(TODAY + timedelta(1), TODAY, None, drilling=True)
    assert said.when == "It comes once more today, after a few others, and then tomorrow."
    assert said.why == ""


def test_what_was_right_by_a_guess_comes_once_more_for_that_reason() -> None:
    said = returning(TODAY + timedelta(1), TODAY, None, drilling=True, guess=True)
    assert said.when == "It was a guess, so it comes once more today, after a few others, and then tomorrow."
    assert returning(TODAY + timedelta(1), TODAY, None, drilling=False, guess=True).when == "It comes back tomorrow."


def test_after_practice_it_is_said_what_set_the_day() -> None:
    then = why_after(Memory(), 1, TODAY)
    assert returning(then.due, TODAY, then, drilling=False, practice=True).why == (
        "Why then: a missed answer begins again at one day. Answers after the first of a day are practice, and move no day."
    )


def test_a_day_that_has_passed_is_told_as_past() -> None:
    then = why_after(Memory(), 4, TODAY - timedelta(4))
    said = returning(then.due, TODAY, then, drilling=False)
    assert said.when == "It was to come back on Friday 27 February 2026."
    assert said.why == "Why then: after the first right answer in a row the wait is one day."


@pytest.mark.parametrize(
    ("grade", "why"),
    [
        (4, "Why then: after 2 days you are expected to know it 91 times in 100."),
        (1, "Why then: a day is the shortest wait. By then you are expected to know it 77 times in 100."),
    ],
)
def test_by_ones_goal_the_reason_is_how_likely_one_knows_it_then(grade: int, why: str) -> None:
    then = why_then([Answered(1, grade, TODAY)], "fsrs")
    assert then is not None
    assert returning(then.due, TODAY, then, drilling=False, practice=True).why == why


@pytest.mark.parametrize(
    ("moved", "why"),
    [
        (1, "It comes 1 day later than that, so that your days are even."),
        (-2, "It comes 2 days earlier than that, so that your days are even."),
    ],
)
def test_a_day_that_was_moved_says_so_in_a_second_sentence(moved: int, why: str) -> None:
    then = replace(why_after(Memory(2, 15, 260), 4, TODAY), moved=moved)
    assert returning(then.due, TODAY, then, drilling=False).why.endswith(f"which makes 39 days. {why}")
    practised = returning(then.due, TODAY, then, drilling=False, practice=True).why
    assert practised.endswith(
        "39 days. Answers after the first of a day are practice, and the day was moved a little, so that your days are even."
    )


def test_what_was_wanted_sooner_says_so_and_when_it_would_come_by_itself() -> None:
    then = why_after(Memory(2, 15, 260), 4, TODAY)
    said = returning(then.due, TODAY, then, drilling=False, sooner=TODAY + timedelta(1))
    assert said.when == "It comes back tomorrow."
    assert said.why == "Why then: you wanted it sooner. By itself it would come back in 39 days, on Friday 10 April."


@pytest.mark.parametrize(
    ("because", "when"),
    [
        ("wished", "You are not asked this any more."),
        ("known", "You know this already, so you are not asked."),
        ("leech", "This keeps slipping, so it rests now."),
    ],
)
def test_what_is_not_asked_says_why(because: str, when: str) -> None:
    then = why_after(Memory(2, 15, 260), 4, TODAY)
    assert returning(then.due, TODAY, then, drilling=False, because=because).when == when
