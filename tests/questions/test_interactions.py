"""The order in which an interaction is shown, and what it offers, asks for and claims."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.interactions import DropDowns, Grid, NOf, Order, arrange, arrange_as, claims_made, ids_shown, key_ids, of_size, place_key
from questions.scoring import maximum, score
from tests.questions.making import any_of, bow_tie, drop_downs, grid, highlight, linked, n_of, number, one_of, order, typing
from tests.questions.random_interactions import interactions, responses

SEEDS = [str(seed) for seed in range(200)]


@given(interactions, st.text())
def test_what_is_shown_is_what_was_written_in_another_order(interaction, seed):
    shown = arrange(interaction, seed)
    assert type(shown) is type(interaction)
    assert Counter(ids_shown(shown)) == Counter(ids_shown(interaction))
    assert Counter(key_ids(shown)) == Counter(key_ids(interaction))
    assert Counter(claims_made(shown)) == Counter(claims_made(interaction))
    assert maximum(shown) == maximum(interaction)


@given(interactions, st.text())
def test_one_seed_gives_one_order(interaction, seed):
    assert arrange(interaction, seed) == arrange(interaction, seed)


@given(interactions, st.text())
def test_the_order_that_was_logged_is_found_again(interaction, seed):
    shown = arrange(interaction, seed)
    assert arrange_as(interaction, ids_shown(shown)) == shown


def test_an_order_of_other_things_is_refused():
    with pytest.raises(ValueError, match="other things"):
        arrange_as(one_of("*a b c"), ("a", "b", "d"))


@pytest.mark.parametrize("place", range(4))
def test_a_key_is_put_into_any_place_and_the_others_keep_their_order(place):
    placed = place_key(one_of("a b *c d"), place)
    assert placed.options[place].correct
    assert [option.id for option in placed.options if not option.correct] == ["a", "b", "d"]


@given(interactions.flatmap(lambda interaction: st.tuples(st.just(interaction), responses(interaction))), st.text())
def test_a_response_earns_the_same_in_whichever_order_it_was_shown(asked, seed):
    interaction, response = asked
    assert score(arrange(interaction, seed), response) == score(interaction, response)


@pytest.mark.parametrize(
    "interaction",
    [
        one_of("*a b c d"),
        any_of("*a *b c d"),
        n_of(2, "*a *b c d"),
        grid("x y", {"p": "x", "q": "y", "r": "x", "s": "y"}, one_per_row=True),
        drop_downs({"p": "*a b c"}),
        linked({"p": "*a b c"}),
        highlight("*a *b c d"),
        order("a b c d"),
    ],
    ids=lambda interaction: type(interaction).__name__,
)
def test_every_place_is_taken_by_everything_about_as_often(interaction):
    first = Counter(ids_shown(arrange(interaction, seed))[0] for seed in SEEDS)
    assert set(first) == set(ids_shown(interaction))
    assert max(first.values()) < 3 * min(first.values())


def test_lists_keep_their_order_and_show_what_they_share_in_one_order():
    matching = drop_downs({"p": "*a b c", "q": "a *b c", "r": "a b *c"})
    for seed in SEEDS:
        shown = [tuple(id.split("=")) for id in ids_shown(arrange(matching, seed))]
        assert [blank for blank, _ in shown] == [*"pppqqqrrr"]
        assert [option for _, option in shown[:3]] == [option for _, option in shown[3:6]] == [option for _, option in shown[6:]]


@given(st.permutations("abcdef").flatmap(lambda letters: st.integers(2, 6).map(lambda size: order(letters[:size]))), st.text())
def test_steps_never_start_in_their_right_order(steps, seed):
    assert ids_shown(arrange(steps, seed)) != ids_shown(steps)


def test_two_steps_start_the_other_way_round():
    assert all(ids_shown(arrange(order("a b"), seed)) == ("b", "a") for seed in SEEDS)


@pytest.mark.parametrize(
    "figures",
    [
        one_of(["5 %", "*10 %", "20 %", "40 %"]),
        any_of(["*1 in 10", "*2 in 10", "3 in 10"]),
        n_of(2, ["*1990", "*2000", "2010", "2020"]),
        drop_downs({"p": ["*5 %", "10 %", "20 %"]}),
        linked({"p": ["*5 %", "10 %", "20 %"]}),
    ],
    ids=lambda interaction: type(interaction).__name__,
)
def test_figures_stay_in_the_order_of_their_size(figures):
    assert all(ids_shown(arrange(figures, seed)) == ids_shown(figures) for seed in SEEDS)


def test_words_and_figures_together_are_shuffled():
    mixed = one_of(["*5 %", "ten", "20 %"])
    assert not of_size(mixed.options)
    assert len({ids_shown(arrange(mixed, seed)) for seed in SEEDS}) == 6


def test_columns_and_texts_stay_as_they_are():
    matrix = grid("x y", {"p": "x", "q": "y", "r": "x"}, one_per_row=False)
    assert all(arrange(matrix, seed).columns == matrix.columns for seed in SEEDS)  # type: ignore[union-attr]
    assert arrange(typing("liver"), "1") == typing("liver")
    assert arrange(number("7.5"), "1") == number("7.5")


@pytest.mark.parametrize(
    ("interaction", "shown", "keys"),
    [
        (one_of("a *b c"), ("a", "b", "c"), ("b",)),
        (any_of("*a b *c"), ("a", "b", "c"), ("a", "c")),
        (n_of(2, "a *b *c"), ("a", "b", "c"), ("b", "c")),
        (grid("x y", {"p": "x", "q": "x y", "r": ""}, one_per_row=False), ("p", "q", "r"), ("p=x", "q=x", "q=y")),
        (drop_downs({"p": "*a b", "q": "a *b"}), ("p=a", "p=b", "q=a", "q=b"), ("p=a", "q=b")),
        (linked({"p": "*a b", "q": "a *b"}), ("p=a", "p=b", "q=a", "q=b"), ("p=a", "q=b")),
        (
            bow_tie("*a *b c", "p *q", "*x *y"),
            ("actions=a", "actions=b", "actions=c", "condition=p", "condition=q", "watch=x", "watch=y"),
            ("actions=a", "actions=b", "condition=q", "watch=x", "watch=y"),
        ),
        (highlight("*a b", "c *d", labels=("first", "second")), ("a", "b", "c", "d"), ("a", "d")),
        (number("7.5", "%"), (), ("7.5",)),
        (order("b a c"), ("b", "a", "c"), ("b=1", "a=2", "c=3")),
        (typing("liver"), (), ("liver",)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_offered_and_what_is_right_have_ids(interaction, shown, keys):
    assert ids_shown(interaction) == shown
    assert key_ids(interaction) == keys


@given(interactions)
def test_as_many_claims_count_as_right_as_there_are_keys(interaction):
    assert sum(right for _, right in claims_made(interaction)) == len(key_ids(interaction))


@given(interactions)
def test_every_key_is_offered(interaction):
    slots = {key.partition("=")[0] if isinstance(interaction, Grid | Order) else key for key in key_ids(interaction)}
    assert slots <= set(ids_shown(interaction)) or not ids_shown(interaction)


@given(interactions)
def test_a_select_n_has_n_keys_and_each_blank_one(interaction):
    if isinstance(interaction, NOf):
        assert len(key_ids(interaction)) == interaction.n
    if isinstance(interaction, DropDowns):
        assert [key.partition("=")[0] for key in key_ids(interaction)] == [blank.id for blank in interaction.blanks]
