"""The better a card is known, the harder the form of its question."""

import pytest

from quizapp.scheduling.levels import level_for


@pytest.mark.parametrize(
    ("passes", "level"),
    [(0, "recognise"), (1, "recognise"), (2, "tell apart"), (3, "tell apart"), (4, "recall"), (5, "recall"), (40, "recall")],
)
def test_the_form_follows_the_passes_in_a_row(passes, level):
    assert level_for(passes) == level
