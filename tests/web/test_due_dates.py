"""The dates of courses in words, wherever their learners are."""

from datetime import UTC, datetime

import pytest

from quizapp.models import Assignment, Course
from quizapp.queries.due_soon import DueSoon
from quizapp.web.due_dates import due_in_words

pytestmark = pytest.mark.usefixtures("in_english")
DUE = datetime(2026, 3, 8, 22, 59, tzinfo=UTC)


def soon(*, opens: datetime | None = None) -> DueSoon:
    course = Course(id=1, title="Nursing", zone="Europe/Berlin")
    return DueSoon(Assignment(id=2, title="Kinds", opens_at=opens, due_at=DUE), course, DUE, open=opens is None)


def test_a_date_is_told_by_the_clock_of_the_course() -> None:
    assert due_in_words(soon(), "Europe/Vienna").sentence == "“Kinds” (Nursing) is due 8 March 2026, 23:59."


def test_whoever_lives_by_another_clock_is_told_by_which_one_it_is() -> None:
    words = due_in_words(soon(opens=datetime(2026, 3, 5, 7, tzinfo=UTC)), "America/New_York")
    assert words.when == "8 March 2026, 23:59 (Europe/Berlin time)"
    assert words.opens == "5 March 2026, 08:00 (Europe/Berlin time)"
    assert words.day.day == 8
