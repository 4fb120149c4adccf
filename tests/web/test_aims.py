from datetime import date, timedelta

import pytest

from questions.objectives import Objective
from quizapp.queries.topics import Known
from quizapp.web.topics.aims import Aim, aim_of, how_far

pytestmark = pytest.mark.usefixtures("in_english")
TODAY = date(2026, 3, 2)
OBJECTIVES = [Objective(name, "fact", ("fact",), "topic", f"Tell {name}", None) for name in ("this", "that", "more")]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("likely", "days", "aim"),
    [
        (0.954, 6, Aim("Tell this", "Known, 95 %", "comes back in 6 days, on Sunday 8 March", "right")),
        (0.9, 0, Aim("Tell this", "Known, 90 %", "due today", "right")),
        (0.89, 1, Aim("Tell this", "Shaky, 89 %", "comes back tomorrow", "filled")),
        (0.6, -3, Aim("Tell this", "Shaky, 60 %", "due today", "filled")),
        (0.32, 1, Aim("Tell this", "Weak, 32 %", "comes back tomorrow", "partly")),
    ],
)
def test_each_thing_says_how_likely_it_is_known_and_when_it_comes_back(likely: float, days: int, aim: Aim) -> None:
    assert aim_of(OBJECTIVES[0], Known(likely, TODAY + timedelta(days), suspended=False), TODAY, 90) == aim


def test_what_is_not_asked_says_so() -> None:
    assert aim_of(OBJECTIVES[0], None, TODAY, 90).known == "Not met yet"
    assert aim_of(OBJECTIVES[0], Known(0.95, TODAY, suspended=True), TODAY, 90).back == "not asked"
    assert aim_of(OBJECTIVES[0], Known(0.95, None, suspended=False), TODAY, 90).back == "practised, and not on your list yet"


def test_a_goal_that_is_higher_calls_less_of_it_known() -> None:
    known = {"this": Known(0.92, TODAY, suspended=False), "that": Known(0.8, TODAY, suspended=False)}
    assert how_far(OBJECTIVES, known, 90) == "You have met 2 of 3. 1 is at your goal of 90 %."
    assert how_far(OBJECTIVES, known, 95) == "You have met 2 of 3. 0 are at your goal of 95 %."
    assert how_far(OBJECTIVES, known, 80) == "You have met 2 of 3. 2 are at your goal of 80 %."
    assert how_far(OBJECTIVES, {}, 90) == ""
