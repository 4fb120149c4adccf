"""What is asked next, and what waits."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.queue import Asked, Candidate, DayQueue, Limits, day_queue

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
USUAL = Limits()


def due(objective: int, days_ago: int = 0, fact: str | None = None, beside: Iterable[str] = ()) -> Candidate:
    return Candidate(objective, objective, frozenset({fact or f"fact {objective}"}), frozenset(beside), TODAY - days_ago * DAY)


def new(objective: int, fact: str | None = None, beside: Iterable[str] = ()) -> Candidate:
    return replace(due(objective, fact=fact, beside=beside), due=None)


def asked(*objectives: int, grade: int = 4, kind: str = "scheduled") -> list[Asked]:
    return [Asked(objective, kind, grade) for objective in objectives]  # type: ignore[arg-type]


def queue(candidates: Iterable[Candidate], log: Iterable[Asked] = (), limits: Limits = USUAL, seed: str = "7") -> DayQueue:
    return day_queue(candidates, list(log), TODAY, seed, limits)


def a_whole_day(
    candidates: Iterable[Candidate], grades: Callable[[int], int] = lambda place: 4, limits: Limits = USUAL, seed: str = "7"
) -> list[Asked]:
    """Answer until nothing is left (a drill at most four times)."""
    cards = {one.objective: one for one in candidates}
    log: list[Asked] = []
    while (objective := queue(cards.values(), log, limits, seed).next) is not None:
        times = sum(one.objective == objective for one in log)
        card = cards[objective]
        log.append(
            Asked(objective, "drill" if times else "scheduled", 5 if times > 3 else grades(len(log)), new=not times and card.due is None)
        )
        cards[objective] = replace(card, due=card.due if times else TODAY + DAY)
    return log


def objectives(log: Iterable[Asked]) -> list[int]:
    return [one.objective for one in log]


def test_nothing_is_asked_where_nothing_is_due():
    assert queue([]) == DayQueue(None, 0, 0, 0, 0, 0, 0)
    assert queue([due(1, days_ago=-1)]).next is None


def test_the_longest_due_is_asked_first():
    assert objectives(a_whole_day([due(1, 2), due(2, 9), due(3, 0), due(4, 5)])) == [2, 4, 1, 3]


def test_reviews_of_one_day_are_shuffled_by_the_seed():
    cards = [due(number) for number in range(20)]
    orders = [objectives(a_whole_day(cards, seed=str(seed))) for seed in range(5)]
    assert len({tuple(order) for order in orders}) == 5
    assert all(sorted(order) == list(range(20)) for order in orders)


def test_another_day_shuffles_anew():
    cards = [due(number) for number in range(20)]
    assert len({day_queue(cards, [], TODAY + days * DAY, "7").next for days in range(8)}) > 1


def test_new_objectives_come_in_the_order_of_the_bank():
    assert objectives(a_whole_day([new(3), new(1), new(2)])) == [1, 2, 3]


def test_new_objectives_lie_evenly_between_the_reviews():
    log = a_whole_day([due(number) for number in range(50)] + [new(number) for number in range(100, 110)])
    places = [place for place, one in enumerate(log) if one.new]
    assert len(places) == 10
    assert {after - before for before, after in pairwise(places)} == {6}
    assert 2 <= places[0] <= 4


def test_a_day_holds_sixty_reviews_ten_of_them_new():
    log = a_whole_day([due(number) for number in range(55)] + [new(number) for number in range(100, 120)])
    assert len(log) == 60
    assert sum(one.new for one in log) == 5
    assert sum(one.new for one in a_whole_day([new(number) for number in range(40)])) == 10


def test_nothing_new_while_the_reviews_alone_fill_the_day():
    cards = [due(number, number) for number in range(80)] + [new(100)]
    assert queue(cards) == DayQueue(79, 0, 60, 0, 20, 1, 0)
    assert min(objectives(a_whole_day(cards))) == 20


def test_a_limit_says_what_it_holds_back():
    cards = [due(1), due(2), due(3), new(4), new(5)]
    some = queue(cards, limits=Limits(reviews=4, new=1))
    assert (some.reviews, some.new, some.held_reviews, some.held_new) == (3, 1, 0, 1)
    few = queue(cards, asked(1), Limits(reviews=2, new=1))
    assert (few.reviews, few.new, few.held_reviews, few.held_new) == (1, 0, 1, 2)
    full = queue(cards, asked(1, 2), Limits(reviews=2, new=1))
    assert full == DayQueue(None, 0, 0, 0, 1, 2, 0)


def test_more_today_is_a_larger_limit():
    cards = [due(number) for number in range(6)]
    log = a_whole_day(cards, limits=Limits(4, 0))
    assert queue(cards, log, Limits(4, 0)).next is None
    assert queue(cards, log, Limits(6, 0)).next in set(range(6)) - set(objectives(log))


def test_a_wish_goes_before_all_else_and_beyond_the_limits():
    wish = replace(due(9, days_ago=-40), sooner=TODAY)
    assert objectives(a_whole_day([due(1, 5), due(2, 4), wish], limits=Limits(2, 0))) == [9, 1]
    assert queue([wish, due(1)], asked(2, 3), Limits(2, 0)) == DayQueue(9, 0, 1, 0, 1, 0, 0)
    fresh = replace(new(9), sooner=TODAY)
    assert queue([fresh, new(1)], limits=Limits(60, 0)) == DayQueue(9, 0, 0, 1, 0, 1, 0)


def test_on_a_day_off_only_what_was_wished_for_that_day_is_asked():
    off = Limits(0, 0)
    assert queue([replace(due(9, -40), sooner=TODAY)], limits=off).next == 9
    assert queue([replace(due(9, -40), sooner=TODAY - DAY)], limits=off).next is None
    assert queue([replace(due(9, -40), sooner=TODAY - DAY)]).next == 9


def test_a_wish_waits_for_a_sibling_that_was_asked():
    wish = replace(due(9, -40, "kidney"), sooner=TODAY)
    assert queue([wish, due(1, -1, "kidney")], asked(1)) == DayQueue(None, 0, 0, 0, 0, 0, 1)
    assert queue([wish, due(1, 7, "kidney")]) == DayQueue(9, 0, 1, 0, 0, 0, 1)


def test_what_could_be_asked_now_keeps_to_limits_and_siblings_though_not_to_the_order():
    cards = [due(1, 5, "kidney"), due(2, 4, "kidney"), due(3, 3), new(4), new(5)]
    assert queue(cards, limits=Limits(9, 1)).may == {1, 2, 3, 4, 5}
    assert queue(cards, asked(1), Limits(9, 1)).may == {3, 4, 5}
    assert queue(cards, [*asked(1), Asked(4, "scheduled", 4, new=True)], Limits(9, 1)).may == {3}
    assert queue(cards, asked(1), Limits(1, 1)).may == frozenset()
    assert queue(cards, asked(1, grade=1), Limits(1, 1)).may == {1}


def test_of_siblings_the_longer_due_goes_first_and_the_other_waits():
    cards = [due(1, 1, "kidney"), due(2, 5, "kidney"), due(3)]
    assert queue(cards) == DayQueue(2, 0, 2, 0, 0, 0, 1)
    assert objectives(a_whole_day(cards)) == [2, 3]


def test_a_new_objective_waits_for_a_sibling_that_is_due_and_for_one_that_was_asked():
    assert objectives(a_whole_day([new(1, "kidney"), due(2, 0, "kidney"), new(3)])) in ([2, 3], [3, 2])
    assert queue([new(1, "kidney"), due(2, -5, "kidney")], asked(2)).next is None


def test_a_drill_is_asked_again_after_three_other_items():
    cards = [due(number, 20 - number) for number in range(10)]
    log = a_whole_day(cards, grades=lambda place: 1 if place == 0 else 4)
    assert objectives(log)[:6] == [0, 1, 2, 3, 0, 4]
    assert [one.kind for one in log[:6]] == ["scheduled"] * 4 + ["drill", "scheduled"]


def test_a_drill_comes_at_once_when_nothing_else_is_left():
    assert objectives(a_whole_day([due(1)], grades=lambda place: 1 if place < 2 else 4)) == [1, 1, 1]
    assert objectives(a_whole_day([due(1, 2), due(2, 1)], grades=lambda place: 1 if place < 2 else 4)) == [1, 2, 1, 2]


def test_what_is_missed_again_and_again_does_not_fill_the_day():
    log: list[Asked] = []
    while len(log) < 40:
        following = queue([due(one) for one in range(20)], log).next
        assert following is not None
        drill = any(one.objective == following for one in log)
        log += asked(
            following,
            grade=1 if following in {one.objective for one in log[:4]} or len(log) < 4 else 4,
            kind="drill" if drill else "scheduled",
        )
    kinds = [one.kind for one in log]
    assert "drill,drill,drill" not in ",".join(kinds)[: ",".join(kinds).rfind("scheduled")]
    assert kinds.count("scheduled") >= 15


def test_drills_count_in_no_limit():
    log = a_whole_day([due(number) for number in range(6)], grades=lambda place: place % 4, limits=Limits(5, 0))
    assert Counter(one.kind for one in log)["scheduled"] == 5
    assert Counter(one.kind for one in log)["drill"] > 5


def test_the_drills_of_yesterday_are_over():
    assert queue([due(1, -1)]).next is None


def test_an_objective_that_may_no_longer_be_asked_is_not_drilled_but_counts():
    assert queue([due(2)], asked(1, grade=0), Limits(reviews=1)) == DayQueue(None, 0, 0, 0, 1, 0, 0)


def test_what_is_suspended_is_neither_asked_nor_drilled_nor_counted():
    log = [Asked(1, "scheduled", 1), *asked(2, 3, 4)]
    cards = [replace(due(1), suspended=True), due(2), due(3), due(4), replace(due(5), suspended=True), replace(new(6), suspended=True)]
    assert queue(cards, log) == DayQueue(None, 0, 0, 0, 0, 0, 0)


def test_what_is_suspended_after_it_was_asked_still_keeps_its_siblings_for_another_day():
    siblings = [due(1, fact="kidney"), due(2, fact="kidney")]
    assert queue([replace(siblings[0], suspended=True), siblings[1]], asked(1)).next is None


def test_what_is_suspended_makes_no_sibling_wait():
    assert queue([replace(due(1, 9, fact="kidney"), suspended=True), due(2, fact="kidney")]).next == 2


def test_a_table_and_its_reverse_never_stand_next_to_each_other():
    table, reverse = due(1, 9, "row", {"table"}), due(2, 8, "table")
    assert objectives(a_whole_day([table, reverse, due(3, 0)])) == [1, 3, 2]
    assert objectives(a_whole_day([table, reverse, new(3)])) == [1, 3, 2]


def test_what_goes_between_a_table_and_its_reverse_is_kept_for_that():
    rows, reverse = [due(number, number, f"row {number}", {"table"}) for number in range(1, 6)], due(9, 7, "table")
    order = objectives(a_whole_day([*rows, reverse, due(20, 8)]))
    assert sorted(order) == [1, 2, 3, 4, 5, 9, 20]
    assert order[:3] == [9, 20, 5]


def test_a_reverse_with_nothing_between_waits_for_the_next_day():
    table, reverse = due(1, 9, "row", {"table"}), due(2, 8, "table")
    assert objectives(a_whole_day([table, reverse])) == [1]
    assert queue([replace(table, due=TODAY + DAY), reverse], asked(1)) == DayQueue(None, 0, 0, 0, 0, 0, 1)
    assert queue([due(1, 9, "row"), due(2, 8, "table", {"row"})], asked(1)).next is None


@pytest.mark.parametrize("seed", "abcdefgh")
def test_a_table_never_strands_its_rows(seed):
    rows = [due(number, 1, f"row {number}", {"table"}) for number in range(10)]
    table = due(99, 1, "table", {f"row {number}" for number in range(10)})
    assert sorted(objectives(a_whole_day([table, *rows], seed=seed))) == list(range(10))
    assert queue([table, *rows], asked(*range(10))).waiting == 1
    assert 99 in objectives(a_whole_day([table, *rows, due(50, 1)], seed=seed))


def test_a_drill_is_asked_even_beside_its_reverse_when_nothing_else_is_left():
    table, reverse, between = due(1, 9, "row", {"table"}), due(2, 7, "table"), due(3, 8)
    log = [Asked(1, "scheduled", 1), *asked(3, 2)]
    there = [replace(one, due=TODAY + DAY) for one in (table, reverse, between)]
    assert queue(there, log) == DayQueue(1, 1, 0, 0, 0, 0, 0)
    assert queue(there, [*log, *asked(1, kind="drill")]).next is None


def test_a_drill_beside_its_reverse_lets_what_fits_go_first():
    there = [due(1, -1, "row", {"table"}), due(2, -1, "table"), due(3, 0)]
    assert queue(there, [Asked(1, "scheduled", 1), *asked(2)]).next == 3


def test_an_answer_taken_back_brings_the_same_question_back():
    cards = [due(number, number % 3) for number in range(12)] + [new(number) for number in range(20, 25)]
    log = a_whole_day(cards, grades=lambda place: place % 6)
    for length in range(len(log)):
        before = {one.objective for one in log[:length] if one.kind == "scheduled"}
        there = [replace(one, due=TODAY + DAY) if one.objective in before else one for one in cards]
        assert queue(there, log[:length]).next == log[length].objective


@st.composite
def banks(draw: st.DrawFn) -> list[Candidate]:
    """Up to 16 candidates in families, some of them reverses of a table."""
    return [
        Candidate(
            objective,
            draw(st.integers(0, 30)),
            frozenset({draw(st.sampled_from("abcdefghijkl"))}),
            frozenset(draw(st.sets(st.sampled_from("abc"), max_size=2))),
            draw(st.none() | st.integers(-1, 9).map(lambda days: TODAY - days * DAY)),
        )
        for objective in range(draw(st.integers(0, 16)))
    ]


limits = st.builds(Limits, st.integers(0, 14), st.integers(0, 6))
grades = st.lists(st.integers(0, 5), min_size=8, max_size=8).map(lambda some: lambda place: some[place % 8])


@given(banks(), grades, limits)
def test_limits_are_kept(bank, grades, limits):
    scheduled = [one for one in a_whole_day(bank, grades, limits) if one.kind == "scheduled"]
    assert len(scheduled) <= limits.reviews
    assert sum(one.new for one in scheduled) <= limits.new


@given(banks(), grades, limits, st.sets(st.integers(0, 15)))
def test_suspended_objectives_are_to_the_others_as_if_they_were_not_there(bank, grades, limits, wished):
    there = a_whole_day([replace(one, suspended=one.objective in wished) for one in bank], grades, limits)
    assert there == a_whole_day([one for one in bank if one.objective not in wished], grades, limits)


@given(banks(), grades, limits)
def test_siblings_are_never_scheduled_on_one_day(bank, grades, limits):
    facts = {one.objective: one.facts for one in bank}
    scheduled = [one.objective for one in a_whole_day(bank, grades, limits) if one.kind == "scheduled"]
    assert max(Counter(fact for objective in scheduled for fact in facts[objective]).values(), default=0) <= 1


def never_beside(one: Candidate, other: Candidate) -> bool:
    return bool(one.beside & other.facts or other.beside & one.facts)


@given(banks(), grades, limits)
def test_no_two_in_a_row_are_a_table_and_its_reverse_but_for_a_drill_with_nothing_to_put_between(bank, grades, limits):
    cards = {one.objective: one for one in bank}
    log = a_whole_day(bank, grades, limits)
    for place, (before, after) in enumerate(pairwise(log), 1):
        if before.objective != after.objective and never_beside(cards[before.objective], cards[after.objective]):
            assert after.kind == "drill"
            assert all(never_beside(cards[before.objective], cards[later.objective]) for later in log[place:])


@given(banks(), grades, limits)
def test_every_drill_is_asked_until_it_is_known(bank, grades, limits):
    last = {one.objective: one.grade for one in a_whole_day(bank, grades, limits)}
    assert all(grade >= 4 for grade in last.values())


@given(banks(), grades, limits)
def test_a_drill_waits_for_three_others_unless_only_drills_are_left(bank, grades, limits):
    bank = [replace(one, beside=frozenset()) for one in bank]
    log = a_whole_day(bank, grades, limits)
    for place, one in enumerate(log):
        if one.kind == "drill":
            since = place - 1 - max(earlier for earlier in range(place) if log[earlier].objective == one.objective)
            assert since >= 3 or all(later.kind == "drill" for later in log[place:])


@given(banks(), grades, limits)
def test_answers_do_not_reorder_the_rest_of_the_day(bank, grades, limits):
    bank = [replace(one, beside=frozenset()) for one in bank]
    known = objectives(a_whole_day(bank, limits=limits))
    assert [one.objective for one in a_whole_day(bank, grades, limits) if one.kind == "scheduled"] == known


@given(banks(), grades, limits)
def test_everything_that_is_not_over_a_limit_nor_beside_a_sibling_is_asked(bank, grades, limits):
    bank = [replace(one, beside=frozenset()) for one in bank]
    plan = queue(bank, limits=limits)
    log = a_whole_day(bank, grades, limits)
    assert sum(one.kind == "scheduled" for one in log) == plan.reviews + plan.new
    assert sum(one.due is not None and one.due <= TODAY for one in bank) == plan.reviews + plan.held_reviews + plan.waiting


@given(banks(), limits, st.randoms(use_true_random=False))
def test_the_order_in_which_candidates_are_given_does_not_matter(bank, limits, chance):
    mixed = chance.sample(bank, len(bank))
    assert queue(mixed, limits=limits) == queue(bank, limits=limits)


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_the_order_is_the_same_in_every_process(hash_seed):
    code = "from tests.scheduling.test_queue import *; print(objectives(a_whole_day([due(n, fact=f'f{n % 9}') for n in range(30)])))"
    shown = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert shown == f"{objectives(a_whole_day([due(number, fact=f'f{number % 9}') for number in range(30)]))}\n"


def test_after_a_gap_nothing_is_new_until_what_was_due_before_it_is_done():
    cards = [due(1, 30), due(2, 10), due(3), new(4)]
    back = day_queue(cards, [], TODAY, "7", USUAL, back_since=TODAY)
    assert (back.next, back.reviews, back.new, back.held_new, back.backlog) == (1, 3, 0, 0, True)
    done = [replace(one, due=TODAY + DAY) if one.objective in (1, 2) else one for one in cards]
    caught_up = day_queue(done, asked(1, 2), TODAY, "7", USUAL, back_since=TODAY)
    assert (caught_up.reviews, caught_up.new, caught_up.backlog) == (1, 1, False)


def test_a_sibling_that_has_to_wait_is_no_backlog():
    cards = [replace(due(1, 30, "kidney"), due=TODAY + DAY), due(2, 20, "kidney"), new(4)]
    assert day_queue(cards, asked(1), TODAY, "7", USUAL, back_since=TODAY).new == 1


def test_what_is_studied_ahead_comes_after_what_is_due():
    cards = [due(1, -1), due(2, -2), due(3)]
    assert queue(cards).reviews == 1
    ahead = day_queue(cards, [], TODAY, "7", USUAL, ahead_to=TODAY + DAY)
    assert (ahead.next, ahead.reviews) == (3, 2)
    done = [replace(one, due=TODAY + DAY) if one.objective == 3 else one for one in cards]
    assert day_queue(done, asked(3), TODAY, "7", USUAL, ahead_to=TODAY + DAY).next == 1


@given(banks(), st.integers(0, 9), limits)
def test_coming_back_changes_nothing_but_when_new_ones_come(bank, ago, limits):
    usual, back = queue(bank, limits=limits), day_queue(bank, [], TODAY, "7", limits, back_since=TODAY - ago * DAY)
    known = {one.objective for one in bank if one.due is not None}
    assert known & {*back.today, *back.waits} == known & {*usual.today, *usual.waits}
    assert back.held_reviews == usual.held_reviews
    if back.backlog:
        assert (back.new, back.held_new) == (0, 0)
    else:
        assert (back.new, back.held_new) == (usual.new, usual.held_new)


def test_new_ones_that_come_once_the_backlog_is_done_are_counted_with_the_day():
    back = day_queue([due(1, 30), new(2), new(3), new(4)], [], TODAY, "7", Limits(9, 2), back_since=TODAY)
    assert (back.reviews, back.new, back.after, back.left, back.today) == (1, 0, 2, 3, (1, 2, 3))


def test_what_nothing_is_left_to_put_beside_waits_and_is_not_counted_with_the_day():
    table, reverse = due(1, 2, "table"), due(2, 1, "reverse", beside=["table"])
    alone = queue([table, reverse])
    assert (alone.next, alone.left, alone.waits) == (1, 1, frozenset({2}))
    assert queue([table, reverse, due(3)]).left == 3


@given(banks(), grades, limits, st.none() | st.integers(0, 9), st.integers(0, 3), st.integers(0, 6), st.sets(st.integers(0, 15)))
def test_as_many_are_asked_as_the_day_says_are_left(bank, grades, limits, ago, ahead, done, wished):
    bank = [replace(one, sooner=TODAY if one.objective in wished else None) for one in bank]
    back_since = None if ago is None else TODAY - ago * DAY
    log: list[Asked] = []
    said = None
    while (day := day_queue(bank, log, TODAY, "7", limits, back_since, TODAY + ahead * DAY)).next is not None:
        if len(log) == done:
            said = day.left
        again = any(one.objective == day.next for one in log)
        card = next(one for one in bank if one.objective == day.next)
        grade = 4 if said is not None or again else grades(len(log))
        log.append(Asked(day.next, "drill" if again else "scheduled", grade, new=not again and card.due is None))
    assert said in (None, len(log) - done)


def after_skipping(cards: list[Candidate], log: list[Asked], limits: Limits = USUAL) -> list[int]:
    """What is asked one after the other by whoever skips all of it."""
    skipped: list[int] = []
    while (chosen := day_queue(cards, log, TODAY, "7", limits, skipped=skipped).next) is not None:
        skipped.append(chosen)
    return skipped


def test_after_a_skip_a_table_does_not_stand_next_to_its_reverse():
    table, reverse = due(1, 3, "table"), due(2, 2, "reverse", beside=["table"])
    assert after_skipping([replace(table, due=TODAY + DAY), reverse, due(3, 1), due(4)], asked(1)) == [3, 4]


def test_after_a_skip_new_ones_are_spread_among_what_is_left():
    cards = [*(due(number, 9 - number) for number in range(6)), new(10), new(11)]
    assert after_skipping(cards, []) == [0, 1, 2, 3, 4, 10, 5, 11]


def test_what_is_skipped_keeps_its_room_within_the_limits():
    assert after_skipping([new(number) for number in range(5)], [], Limits(9, 2)) == [0, 1]


def test_a_drill_goes_before_all_else_after_a_skip_too():
    log = [*asked(1, 2, grade=1), *asked(3, 4, 5)]
    cards = [*(due(number, -1) for number in range(1, 6)), due(6)]
    assert after_skipping(cards, log) == [1, 2, 6]
