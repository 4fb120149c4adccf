"""Who needs help, and why."""

from dataclasses import replace
from datetime import date

import pytest

from quizapp.analysis.needs import Next, Reason, Standing, Why, only_slow, reasons

TESTS, SIGNS = ("metastatic-cancer", "tests"), ("metastatic-cancer", "signs")
WELL = Standing(objectives=60, seen=30, at_goal=25, due=4, confident_errors={}, days_away=1, days_open=14, days_left=20)


def test_somebody_who_studies_and_has_time_needs_no_help():
    assert reasons(WELL) == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"days_away": 6}, Reason(Why.AWAY, 6)),
        ({"confident_errors": {TESTS: 2, SIGNS: 2}}, Reason(Why.ERRORS, 4)),
        ({"confident_errors": {TESTS: 2, SIGNS: 1}}, Reason(Why.ERRORS, 3, topic=TESTS)),
        ({"due": 24}, Reason(Why.BACKLOG, 24)),
        ({"due": 24, "came_due": 9, "answered": 9}, Reason(Why.BACKLOG, 24)),
        ({"due": 12, "came_due": 9, "answered": 8}, Reason(Why.GROWING, 12)),
        ({"days_left": 2}, Reason(Why.BEHIND, 18)),
        ({"days_left": 0}, Reason(Why.BEHIND, 35)),
        ({"foreseen": 0.37, "elapsed": 0.5}, Reason(Why.UNREADY, 37)),
        ({"next_due": Next(date(2026, 5, 1), 47, 0), "foreseen": 0.0, "elapsed": 0.25}, Reason(Why.UNMET, 47, date(2026, 5, 1))),
        ({"seen": 0, "at_goal": 0, "days_away": None}, Reason(Why.NOT_STARTED, 60)),
    ],
)
def test_each_reason_is_found_with_its_figure(change, reason):
    assert reason in reasons(replace(WELL, **change))


def test_the_most_pressing_reason_comes_first():
    found = reasons(replace(WELL, days_away=9, due=40, confident_errors={TESTS: 5}, days_left=1))
    assert [one.why for one in found] == [Why.BEHIND, Why.AWAY, Why.ERRORS, Why.BACKLOG]


def test_a_backlog_that_is_small_or_shrinks_is_none():
    assert reasons(replace(WELL, due=11, came_due=11)) == ()
    assert reasons(replace(WELL, due=23, came_due=5, answered=5)) == ()


def test_whoever_studies_and_is_only_slow_is_told_from_others():
    slow = reasons(replace(WELL, foreseen=0.37, elapsed=0.5))
    assert only_slow(slow)
    assert not only_slow(())
    assert not only_slow(reasons(replace(WELL, foreseen=0.37, elapsed=0.5, days_away=6)))


def test_whoever_knows_everything_is_left_in_peace():
    assert reasons(replace(WELL, at_goal=60, days_away=30, due=50)) == ()


def test_whoever_is_on_the_way_to_the_date_is_not_called_unready():
    assert reasons(replace(WELL, foreseen=0.38, elapsed=0.5)) == ()


def test_whoever_took_an_exam_that_tells_nothing_yet_has_begun():
    taken = replace(WELL, seen=0, at_goal=0)
    assert reasons(taken) == ()
    assert reasons(replace(taken, days_away=6)) == (Reason(Why.AWAY, 6),)
    assert [one.why for one in reasons(replace(taken, next_due=Next(date(2026, 5, 1), 47, 0), elapsed=0.5))] == [Why.UNMET]


def test_nobody_is_measured_by_a_date_when_they_have_just_joined():
    assert reasons(replace(WELL, foreseen=0.0, elapsed=0.24, next_due=Next(date(2026, 5, 1), 47, 0))) == ()


def test_one_reason_says_that_nothing_of_it_was_met():
    found = reasons(replace(WELL, foreseen=0.0, elapsed=0.5, days_left=2, next_due=Next(date(2026, 5, 1), 47, 0)))
    assert [one.why for one in found] == [Why.UNMET]


def test_nobody_is_late_for_what_was_opened_today():
    assert reasons(replace(WELL, seen=0, at_goal=0, days_away=None, days_open=0)) == ()


@pytest.mark.parametrize(("elapsed", "found"), [(0.1, []), (0.25, [Why.NOT_STARTED])])
def test_who_joins_when_it_is_nearly_due_has_a_quarter_of_the_time_to_begin(elapsed, found):
    joined = replace(WELL, seen=0, at_goal=0, days_away=None, days_open=0, days_left=3, elapsed=elapsed)
    assert [one.why for one in reasons(joined)] == found


def test_where_nothing_is_set_nobody_needs_help():
    assert reasons(replace(WELL, objectives=0, seen=0, at_goal=0)) == ()
