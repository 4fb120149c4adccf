"""What is said of how much is still to be gone over before a date, in its plural forms."""

import pytest

from quizapp.queries.ways import Ahead
from quizapp.web.set_dates import not_seen_in_words

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.mark.parametrize(
    ("left", "every", "a_day", "said"),
    [
        (0, 9, 0, ""),
        (1, 1, 1, "You have not gone over it yet in this last week."),
        (
            9,
            9,
            2,
            "You have not gone over any of the 9 things yet in this last week. That is about 2 a day, counting those that you are asked anyway.",
        ),
        (
            3,
            9,
            1,
            "Of 9 things 3 are still to be gone over in this last week. That is about 1 a day, counting those that you are asked anyway.",
        ),
        (1, 9, 1, "Of 9 things 1 is still to be gone over in this last week."),
        (5, 9, 5, "Of 9 things 5 are still to be gone over in this last week."),
    ],
)
def test_it_is_told_what_is_left_of_how_much_and_how_much_that_is_a_day(left: int, every: int, a_day: int, said: str) -> None:
    ahead = Ahead(4, too_many=False, practice=(), objectives=every, not_seen=tuple(range(left)), a_day=a_day)
    assert " ".join(not_seen_in_words(ahead)) == said
