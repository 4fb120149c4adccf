from datetime import date, timedelta

import pytest

from quizapp.scheduling.sm2 import Memory
from quizapp.scheduling.why import why_after
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
