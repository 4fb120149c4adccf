"""How recall fades, against the package's own numbers and arithmetic by hand."""

from datetime import UTC, date, datetime, timedelta

from fsrs import Card, Scheduler, State

from quizapp.scheduling.fading import fading
from quizapp.scheduling.recall import recall, remember

TODAY = date(2026, 3, 2)
FRESH = remember(None, 4, TODAY)
OLD = remember(remember(None, 4, TODAY - timedelta(days=40)), 4, TODAY - timedelta(days=30))
FORGETFUL = remember(None, 1, TODAY - timedelta(days=3))


def by_the_package(stability: float, difficulty: float, last: date, day: date) -> float:
    """What the package says, without anything of ours."""
    noon = [datetime(one.year, one.month, one.day, 12, tzinfo=UTC) for one in (last, day)]
    card = Card(1, State.Review, None, stability, difficulty, noon[1], noon[0])
    return float(Scheduler(enable_fuzzing=False).get_card_retrievability(card, noon[1]))


def test_without_reviews_it_is_the_mean_of_what_fsrs_expects_of_each() -> None:
    for faded in fading([FRESH, OLD, FORGETFUL], TODAY, range(0, 31, 5)):
        each = [by_the_package(one.stability, one.difficulty, one.day, faded.day) for one in (FRESH, OLD, FORGETFUL)]
        assert abs(faded.without - sum(each) / 3) < 1e-12


def test_with_reviews_each_is_known_again_on_the_day_on_which_it_falls_to_the_goal() -> None:
    due = (FRESH.due or TODAY) - TODAY
    before, on, after = fading([FRESH], TODAY, [due.days - 1, due.days, due.days + 1])
    assert before.with_reviews == before.without == recall(FRESH, before.day)
    assert on.with_reviews == 1
    assert on.without < 0.91
    assert after.with_reviews == recall(remember(FRESH, 4, on.day), after.day)


def test_what_is_overdue_is_reviewed_today() -> None:
    assert (OLD.due or TODAY) < TODAY or recall(OLD, TODAY) > 0.9
    overdue = remember(None, 4, TODAY - timedelta(days=90))
    now, *_ = fading([overdue], TODAY, [0, 10])
    assert now.with_reviews == 1
    assert now.without == recall(overdue, TODAY) < 0.9


def test_reviews_never_leave_less_than_doing_nothing_and_less_stays_of_a_lower_goal() -> None:
    memories = [FRESH, OLD, FORGETFUL]
    high, low = fading(memories, TODAY, range(0, 31, 3), 95), fading(memories, TODAY, range(0, 31, 3), 75)
    for one, other in zip(high, low, strict=True):
        assert one.without == other.without
        assert one.with_reviews >= one.without
    assert high[-1].with_reviews > low[-1].with_reviews


def test_several_reviews_are_due_in_a_long_time() -> None:
    assert fading([FORGETFUL], TODAY, [200])[0].with_reviews > 0.88
