"""An item that was asked is judged by the bank as it is corrected since, whatever the same seed would ask today."""

import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from questions.bank import bank_of, shipped_banks
from questions.claims import Claim, Verdict
from questions.interactions import AnyOf, Grid, NOf, Number, OneOf, Order, TypedText, claims_made, ids_shown, key_ids
from questions.items import Item
from questions.knowledge import Knowledge
from questions.known_texts import rewritten
from questions.offers import parts
from questions.plainly import PATIENT
from questions.readers.toml_files import read_bank
from questions.rejudging import rejudged
from questions.responses import Picked, Placed, Typed
from questions.scoring import maximum, score
from questions.template import Template, all_templates
from questions.writing import UnknownTemplate, plain_template, write_item
from tests.questions.making import drop_downs, grid, one_of
from tests.usecases.correcting import without_skin

KIDNEY = "metastatic-cancer/spread.kidney#sites"
COMPARES = all_templates()["compare_lists"].version
SEEDS = [str(seed) for seed in range(12)]
Table = dict[str, Any]


@cache
def shipped() -> Knowledge:
    (folder,) = (one for one in shipped_banks() if one.name == "metastatic-cancer")
    return Knowledge(read_bank(folder))


def corrected(fact: str, change: Callable[[Table], None] | None) -> Knowledge:
    """The shipped bank with one fact changed, or without it."""
    content = json.loads(shipped().bank.content)
    for file in content["files"]:
        for tables in file.values():
            if isinstance(tables, list):
                for table in [one for one in tables if isinstance(one, dict) and one.get("id") == fact]:
                    change(table) if change else tables.remove(table)
    return Knowledge(bank_of(content))


def today(asked: Item, now: Knowledge) -> Item | None:
    try:
        return write_item(now, asked.objective, asked.template, asked.version, asked.seed, asked.audience, asked.language)
    except (UnknownTemplate, KeyError):
        return None


def asked_in_all_ways(knowledge: Knowledge, objective: str) -> list[Item]:
    return [write_item(knowledge, objective, one.name, one.version, seed) for one in knowledge.templates[objective] for seed in SEEDS]


@pytest.mark.parametrize("template", all_templates().values(), ids=lambda template: template.name)
@pytest.mark.parametrize("audience", ["nursing", "patient"])
def test_what_any_way_of_asking_claims_is_enough_to_judge_it_by(template: Template, audience: str) -> None:
    """Each item by its claims alone, as if its seed wrote another today, has the right answers that its template gave it."""
    knowledge, looked_at = shipped(), 0
    for objective in knowledge.objectives:
        for seed in SEEDS[:2]:
            try:
                asked = write_item(knowledge, objective, template.name, template.version, seed, audience)
            except UnknownTemplate:
                break
            judged = rejudged(asked, None, knowledge)
            looked_at += 1
            if isinstance(asked.interaction, Number):
                assert judged is None
                continue
            assert judged, asked
            assert sorted(key_ids(judged.interaction)) == sorted(key_ids(asked.interaction))
            assert ids_shown(judged.interaction) == ids_shown(asked.interaction)
            assert maximum(judged.interaction) == maximum(asked.interaction)
            assert (judged.stem, judged.revision) == (asked.stem, asked.revision)
            assert judged.why
            assert all(offer.why and offer.facts for part in parts(judged.interaction) for offer in part.offers)
    assert looked_at or audience == "patient"


def test_every_item_of_a_row_that_lost_an_object_is_judged_by_what_it_offered() -> None:
    now, judged_of = corrected("spread.kidney", without_skin), {}
    for asked in asked_in_all_ways(shipped(), KIDNEY):
        judged = rejudged(asked, today(asked, now), now)
        verdicts = {now.settle(claim).verdict for claim, _ in claims_made(asked.interaction)}
        assert (judged is None) == (Verdict.ENTAILED not in verdicts or Verdict.UNKNOWN in verdicts), asked
        judged_of[asked] = judged
        if judged is None:
            continue
        assert sorted(ids_shown(judged.interaction)) == sorted(ids_shown(asked.interaction))
        assert "skin" not in key_ids(judged.interaction)
        assert set(key_ids(judged.interaction)) >= {id for id in key_ids(asked.interaction) if id.partition("=")[0] != "skin"}
        for claim, right in claims_made(judged.interaction):
            assert now.settle(claim).verdict is (Verdict.ENTAILED if right else Verdict.CONTRADICTED)
        assert rejudged(asked, None, shipped()) != judged
        back = rejudged(judged, None, shipped())
        assert back
        assert set(key_ids(back.interaction)) == set(key_ids(asked.interaction))
    assert len([one for one in judged_of.values() if one is None]) < len(judged_of) / 10


def test_what_is_neither_right_nor_wrong_any_more_cannot_be_judged() -> None:
    def says_elsewhere(table: Table) -> None:
        table["elsewhere"].append({"term": "nodes.neck", "who": "Somebody else"})

    now, seen = corrected("spread.kidney", says_elsewhere), set()
    for asked in asked_in_all_ways(shipped(), KIDNEY):
        if isinstance(asked.interaction, TypedText):
            continue
        offered = any("nodes.neck" in id for id in ids_shown(asked.interaction))
        assert (rejudged(asked, today(asked, now), now) is None) == offered
        seen.add(offered)
    assert seen == {True, False}
    assert not any(rejudged(asked, None, corrected("spread.kidney", None)) for asked in asked_in_all_ways(shipped(), KIDNEY))


def with_both(table: Table) -> None:
    table["objects"] += [{"term": term} for term in ("abdominal-cavity", "nodes.underarm", "nodes.lung", "nodes.neck")]


def test_where_more_is_right_now_each_of_it_earns_its_mark_and_nobody_more_than_there_is() -> None:
    """All that was offered is right: who chose one thing, or as many as were to be chosen, has all marks."""
    now, ways = corrected("spread.kidney", with_both), set()
    for asked in asked_in_all_ways(shipped(), KIDNEY):
        judged = rejudged(asked, None, now)
        assert judged, asked
        ways.add(type(judged.interaction))
        match judged.interaction:
            case OneOf(options) | NOf(_, options):
                n = judged.interaction.n if isinstance(judged.interaction, NOf) else 1
                assert all(option.correct for option in options)
                for first in range(len(options) - n + 1):
                    ids = tuple(option.id for option in options[first : first + n])
                    assert score(judged.interaction, Picked(ids)) == (n, n)
            case Grid(_, rows, True):
                placed = Placed(tuple((row.id, ("listed",)) for row in rows))
                assert score(judged.interaction, placed) == (len(rows), len(rows))
            case AnyOf(options):
                assert score(judged.interaction, Picked(tuple(option.id for option in options))).marks == len(options)
            case TypedText() as typing:
                for right in ("abdominal cavity", typing.accepted[0].text):
                    assert score(judged.interaction, Typed(right)) == (1, 1)
    assert {AnyOf, NOf, Grid, TypedText} <= ways


def test_a_list_or_a_row_in_which_two_things_are_right_takes_either() -> None:
    one = one_of("*a *b c")
    assert [score(one, Picked((id,))).marks for id in "abc"] == [1, 1, 0]
    lists = drop_downs({"x": "*a *b c", "y": "a *b c"})
    assert [score(lists, Placed((("x", (id,)), ("y", ("b",))))) for id in "abc"] == [(2, 2), (2, 2), (1, 2)]
    rows = grid("a b c", {"x": "a b", "y": "c"}, one_per_row=True)
    assert [score(rows, Placed((("x", (id,)), ("y", ("c",))))) for id in "abc"] == [(2, 2), (2, 2), (1, 2)]


def moved(table: Table) -> None:
    """The first step comes last but one."""
    first, *others = table["steps"]
    table["steps"] = [*others[:-1], first, others[-1]]


def test_steps_are_judged_by_the_order_that_they_have_among_each_other_now() -> None:
    (fact,) = {one.id for one in shipped().bank.facts if one.kind == "sequence"}
    now = corrected(fact, moved)
    before, after = ([f"{fact}.{one.id}" for one in known.facts[fact].steps] for known in (shipped(), now))  # type: ignore[attr-defined]
    ways: Counter[tuple[str, bool]] = Counter()
    for asked in asked_in_all_ways(shipped(), f"metastatic-cancer/{fact}#order"):
        judged = rejudged(asked, None, now)
        ways[asked.template, judged is not None] += 1
        if judged is None:
            continue
        if isinstance(judged.interaction, Order):
            places = {step.id: step.position for step in judged.interaction.steps}
            assert sorted(places, key=after.index) == sorted(places, key=lambda id: places[id])
        elif isinstance(judged.interaction, OneOf):
            (key,) = key_ids(judged.interaction)
            asked_after = next(id for id in before if before.index(id) + 1 == before.index(key_ids(asked.interaction)[0]))
            assert after.index(key) == after.index(asked_after) + 1
    assert ways["put_in_order", True]
    assert ways["what_comes_next", True]


def test_a_grid_is_judged_by_the_columns_that_it_had() -> None:
    """Of a second column that is gone its own list judges, not the one that the seed puts beside today."""
    now = corrected("spread.stomach", None)
    asked = write_item(shipped(), "metastatic-cancer/spread.breast#sites", "compare_lists", COMPARES, "11")
    written = today(asked, now)
    assert isinstance(asked.interaction, Grid)
    assert written
    assert isinstance(written.interaction, Grid)
    assert ids_shown(written.interaction) == ids_shown(asked.interaction)
    assert written.interaction.columns != asked.interaction.columns
    assert rejudged(asked, written, now) is None


@pytest.mark.parametrize("fact", ["spread.stomach", "spread.kidney"])
def test_what_is_asked_today_is_taken_only_where_it_claims_what_was_asked(fact: str) -> None:
    now, ways = corrected(fact, None), Counter[tuple[str, bool]]()
    for asked in asked_about_everything():
        written = today(asked, now)
        if isinstance(asked.interaction, TypedText | Number) or written is None:
            continue
        judged = rejudged(asked, written, now)
        ways[asked.template, judged is written] += 1
        if judged is written:
            assert columns(judged) == columns(asked), asked
            assert claims(judged) == claims(asked), asked
    assert {way for way, taken in ways if taken} == {one.template for one in asked_about_everything() if ids_shown(one.interaction)}
    assert any(not taken for _, taken in ways)


SIGNS = "basics.minimal-or-advanced"


def asked_about_the_first_sign() -> list[Item]:
    (objective,) = (key for key in shipped().objectives if key.startswith(f"metastatic-cancer/{SIGNS}#"))
    return [asked for asked in asked_in_all_ways(shipped(), objective) if any("few" in id for id in ids_shown(asked.interaction))]


def texts(item: Item) -> set[str]:
    return {text for part in parts(item.interaction) for text in (part.label, *(offer.text for offer in part.offers))}


def test_what_was_worded_anew_is_told_in_the_words_that_were_read() -> None:
    now = corrected(SIGNS, lambda table: table["differs"][0].update(text="Hardly any cells have settled elsewhere."))
    found = asked_about_the_first_sign()
    assert len({asked.template for asked in found}) > 1
    for asked in found:
        again = rewritten(shipped(), now, asked.objective)
        judged = rejudged(asked, today(asked, now), now, again)
        assert [id.rpartition(".")[2] for id in again] == ["few"]
        assert judged is not None
        assert (texts(judged), sorted(key_ids(judged.interaction))) == (texts(asked), sorted(key_ids(asked.interaction)))


def test_what_was_worded_anew_and_turned_round_at_once_settles_nothing() -> None:
    """Whoever chose the old words did not choose the new ones."""

    def turned(table: Table) -> None:
        table["differs"][0].update(text="Many cells have settled elsewhere.", of="advanced-cancer")

    now = corrected(SIGNS, turned)
    for asked in asked_about_the_first_sign():
        assert rejudged(asked, today(asked, now), now, rewritten(shipped(), now, asked.objective)) is None


def test_a_text_in_which_signs_alone_changed_is_the_text_that_it_was() -> None:
    now = corrected(SIGNS, lambda table: table["differs"][0].update(text="few cells, have settled elsewhere"))
    for asked in asked_about_the_first_sign():
        assert not rewritten(shipped(), now, asked.objective)
        assert rejudged(asked, today(asked, now), now) is not None


def test_a_patient_is_told_in_plain_words_also_when_a_correction_took_them_away() -> None:
    objective = "metastatic-cancer/basics.naming#holds"
    now = corrected("basics.naming", lambda table: table.pop("plainly"))
    name = plain_template(shipped(), objective, PATIENT)
    for seed in SEEDS:
        asked = write_item(shipped(), objective, name.name, name.version, seed, PATIENT)
        written = today(asked, now)
        assert written is not None
        assert written.stem != asked.stem
        judged = rejudged(asked, written, now)
        assert judged is not None
        assert judged.stem == asked.stem
        assert options(judged) == options(asked)


def options(item: Item) -> list[tuple[str, bool]]:
    assert isinstance(item.interaction, OneOf)
    return [(option.text, option.correct) for option in item.interaction.options]


@cache
def asked_about_everything() -> list[Item]:
    known = shipped()
    ways = [(objective, one) for objective in known.objectives for one in known.templates[objective]]
    return [write_item(known, objective, one.name, one.version, seed) for objective, one in ways for seed in SEEDS[:2]]


def claims(item: Item) -> set[Claim]:
    return {claim for claim, _ in claims_made(item.interaction)}


def columns(item: Item) -> tuple[tuple[str, ...], bool] | None:
    grid = item.interaction
    return (tuple(column.id for column in grid.columns), grid.one_per_row) if isinstance(grid, Grid) else None
