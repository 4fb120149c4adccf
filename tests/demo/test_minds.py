from datetime import timedelta

import pytest

from quizapp.demo.minds import Mind, Trace, met, recall
from tests.learner import MONDAY_NOON

MIND = Mind(knew_before=0.3, lasts=10)


def test_what_was_never_met_is_known_as_often_as_it_was_known_before() -> None:
    assert recall(MIND, None, MONDAY_NOON) == 0.3


def test_what_was_met_is_forgotten_little_by_little() -> None:
    trace = met(MIND, None, MONDAY_NOON, recalled=False)
    likely = [recall(MIND, trace, MONDAY_NOON + timedelta(days=days)) for days in (0, 1, 5, 30, 300)]
    assert likely[0] == 1
    assert likely == sorted(likely, reverse=True)
    assert likely[-1] < 0.01


@pytest.mark.parametrize(("recalled", "lasts"), [(True, 60), (False, 10)])
def test_what_is_remembered_lasts_longer_and_what_is_forgotten_begins_afresh(recalled: bool, lasts: float) -> None:
    assert met(MIND, Trace(MONDAY_NOON, 20), MONDAY_NOON, recalled=recalled).lasts == lasts
