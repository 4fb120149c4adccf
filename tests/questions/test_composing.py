"""A quiz in which every item can stand beside every other, and no place holds more keys than its share."""

from collections import Counter, defaultdict

import pytest

from questions.bank import shipped_banks
from questions.composing import Candidate, compose, draw_test, lay_out, vary
from questions.interactions import OneOf, of_size
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.writing import templates_of, write_item
from tests.amounts import amount
from tests.questions.together import given_away


@pytest.fixture(scope="module")
def banks() -> list[Knowledge]:
    return [Knowledge(read_bank(folder)) for folder in shipped_banks()]


@pytest.fixture(scope="module")
def candidates(banks):
    return [Candidate(knowledge, objective, "recognise", "nursing", "en") for knowledge in banks for objective in knowledge.objectives]


SEEDS = [f"quiz {number}" for number in range(amount(4, 40))]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_item_of_a_quiz_gives_away_another_nor_stands_beside_its_sibling_or_table(banks, candidates, seed):
    items = compose(candidates, 40, seed)
    assert len(items) == 40
    for knowledge in banks:
        assert not given_away([item for item in items if item.objective in knowledge.objectives], knowledge)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_place_holds_as_many_keys_as_any_other_or_one_more(candidates, seed):
    places: dict[int, Counter[int]] = defaultdict(Counter)
    for item in compose(candidates, 40, seed):
        match item.interaction:
            case OneOf(options) if not of_size(options):
                places[len(options)][[option.correct for option in options].index(True)] += 1
    assert places
    for count, keys in places.items():
        counts = [keys[place] for place in range(count)]
        assert max(counts) - min(counts) <= 1


def test_a_quiz_follows_from_its_seed_alone(candidates):
    assert compose(candidates, 20, "one") == compose(candidates, 20, "one")
    assert [item.objective for item in compose(candidates, 20, "one")] != [item.objective for item in compose(candidates, 20, "other")]


def test_only_the_types_that_are_wished_for_are_asked(candidates):
    wished = frozenset({"select all that apply", "matrix multiple choice"})
    assert {item.item_type for item in compose(candidates, 20, "seed", wished)} == wished


def test_an_objective_is_asked_on_its_level_where_a_template_has_it(banks):
    knowledge = banks[0]
    for objective, templates in list(knowledge.templates.items())[:40]:
        (item,) = compose([Candidate(knowledge, objective, "recall", "nursing", "en")], 1, "seed")
        assert item.level == "recall" or "recall" not in {template.level for template in templates}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_quiz_of_one_topic_ends_where_nothing_more_fits_and_no_question_about_its_table_drives_out_all_rows(banks, seed):
    knowledge = banks[0]
    spread = [Candidate(knowledge, one.id, "recognise", "patient", "en") for one in knowledge.objectives.values() if one.topic == "spread"]
    items = compose(spread, 100, seed)
    assert len(spread) / 2 <= len(items) < len(spread)
    assert not given_away(items, knowledge)


def test_every_item_is_of_a_type_that_its_objective_is_said_to_have(banks):
    for knowledge in banks:
        for objective, types in knowledge.item_types.items():
            written = {
                write_item(knowledge, objective, *template, seed).item_type
                for template in templates_of(knowledge, objective)
                for seed in "ab"
            }
            assert written == types


@pytest.mark.parametrize("seed", SEEDS[:2])
def test_a_test_varied_for_somebody_else_asks_the_same_and_nothing_in_it_is_given_away(banks, candidates, seed):
    drawn, by_id = draw_test(candidates, 30, seed), {one.objective: one for one in candidates}
    varied = vary(drawn, by_id, "somebody else")
    assert sorted((item.objective, item.template) for item in varied) == sorted((item.objective, item.template) for item in drawn)
    assert len({item.seed for item in varied} & {item.seed for item in drawn}) < 3
    for knowledge in banks:
        assert not given_away([item for item in varied if item.objective in knowledge.objectives], knowledge)


def test_who_goes_from_a_test_takes_no_other_along(candidates):
    whole = [item.objective for item in draw_test(candidates, 20, "seed")]
    fewer = [item.objective for item in draw_test([one for one in candidates if one.objective != whole[4]], 20, "seed")]
    assert [one for one in whole if one != whole[4]][:4] == fewer[:4]
    assert len(set(whole) & set(fewer)) >= 17


def test_two_forms_of_a_test_hold_the_same_in_another_order(candidates):
    drawn = draw_test(candidates, 20, "seed")
    a, b = lay_out(drawn, "A"), lay_out(drawn, "B")
    assert [item.objective for item in a] != [item.objective for item in b]
    assert {item.stem for item in a} == {item.stem for item in b} == {item.stem for item in drawn}
