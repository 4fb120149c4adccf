"""Each objective can be asked in several ways on several levels, each row of the spread table in many, and whatever a row lists.

Near distractors are told.
"""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from random import Random
from statistics import mean
from typing import Any

import pytest

from questions.bank import shipped_banks
from questions.claims import Claim
from questions.facts.relation import Relation
from questions.flaw import flaws_of
from questions.interactions import AnyOf, BowTie, Grid, Highlight, Interaction, Linked, NOf, OneOf, Option, claims_made, ids_shown
from questions.items import Item
from questions.knowledge import Knowledge
from questions.matters import Entry, Heading, Listing, Matter, Rival, Sequencing
from questions.readers.toml_files import read_bank
from questions.template import Draft, Template
from questions.wording import sayer
from questions.writing import write_item

KNOWN = {folder.name: Knowledge(read_bank(folder)) for folder in shipped_banks()}
PRIMARIES = ("breast", "colon-rectum", "kidney", "lung", "ovary", "pancreas", "prostate", "sarcoma", "stomach", "thyroid")
ITEM_TYPES = {
    "multiple choice",
    "select all that apply",
    "select N",
    "matrix multiple choice",
    "matrix multiple response",
    "drop-down cloze",
    "drop-down table",
    "matching",
    "rationale dyad",
    "rationale triad",
    "ordered response",
    "highlight text",
    "highlight table",
    "bow-tie",
    "short answer",
    "fill in the number",
}
"""All item types there are, without true/false: statements are told true or not several together, in a matrix."""
FEWEST_WAYS, FEWEST_LEVELS, FEWEST_VARIANTS = 3, 2, 20
SEEDS = 60

TOLD_BY_STATEMENTS = {
    ("spread.colon-rectum", "nodes.bowel"): "why.next-to-the-organ.bowel",
    ("spread.kidney", "nodes.kidney"): "why.next-to-the-organ.kidney",
    ("spread.lung", "nodes.lung"): "why.next-to-the-organ.lungs",
    ("spread.lung", "other-lung"): "spread.other-lung",
}
"""Cells of the spread table whose names would tell the answer, so that no list offers them, and whose answer asks for them instead."""


@pytest.mark.parametrize("bank", KNOWN)
def test_each_objective_is_asked_in_three_ways_on_two_levels(bank):
    short = {
        objective: [template.name for template in fit]
        for objective, fit in KNOWN[bank].templates.items()
        if len(fit) < FEWEST_WAYS or len({template.level for template in fit}) < FEWEST_LEVELS
    }
    assert not short


@pytest.mark.parametrize("primary", PRIMARIES)
def test_each_row_of_the_spread_table_has_twenty_variants_without_a_flaw_that_differ_in_more_than_their_order(primary):
    knowledge, row = KNOWN["metastatic-cancer"], f"metastatic-cancer/spread.{primary}#sites"
    items = (
        write_item(knowledge, row, template.name, template.version, str(seed))
        for template in knowledge.templates[row]
        for seed in range(SEEDS // 4)
    )
    assert len({variant(item) for item in items if not list(flaws_of(item, knowledge))}) >= FEWEST_VARIANTS


def test_the_spread_table_has_a_row_for_each_primary():
    assert [row.id for row in KNOWN["metastatic-cancer"].rows_of("spread")] == [f"spread.{primary}" for primary in PRIMARIES]


@pytest.mark.parametrize("bank", KNOWN)
def test_whatever_a_row_lists_is_the_key_of_some_item_or_told_by_a_statement_that_covers_the_row(bank):
    covered = {id for fact in KNOWN[bank].bank.facts for id in getattr(fact, "covers", ())}
    rows = [row for row in KNOWN[bank].of_kind(Relation) if row.asked and row.id not in covered]
    left = {(row.id, stated.claim.object) for row in rows for stated in row.stated() if stated.claim not in keys_of(bank)}
    assert left <= TOLD_BY_STATEMENTS.keys()


def test_each_cell_of_the_spread_table_is_the_key_of_some_item_and_those_that_would_tell_it_are_asked_by_statements():
    knowledge, keys = KNOWN["metastatic-cancer"], keys_of("metastatic-cancer")
    rows = knowledge.rows_of("spread")
    left = {(row.id, stated.claim.object) for row in rows for stated in row.stated() if stated.claim not in keys}
    assert sum(len(list(row.stated())) for row in rows) == 47
    assert left == TOLD_BY_STATEMENTS.keys()
    assert {Claim(answer, "holds", answer) for answer in TOLD_BY_STATEMENTS.values()} <= keys


@cache
def keys_of(bank: str) -> frozenset[Claim]:
    """Every single thing that counts as right in some item of the bank."""
    knowledge = KNOWN[bank]
    items = (
        write_item(knowledge, objective, template.name, template.version, str(seed)).interaction
        for objective, fit in knowledge.templates.items()
        for template in fit
        for seed in range(SEEDS // 6)
    )
    right = {claim for item in items for claim, correct in claims_made(item) if correct}
    return frozenset(claim._replace(object=object, also=()) for claim in right for object in (claim.object, *claim.also))


def variant(item: Item) -> tuple[object, ...]:
    """What makes an item another one: its template, its stem and what it offers, in whichever order."""
    return item.template, item.stem, frozenset(ids_shown(item.interaction)), columns(item.interaction)


def columns(interaction: Interaction) -> frozenset[str]:
    return frozenset(column.id for column in interaction.columns) if isinstance(interaction, Grid) else frozenset()


def test_every_item_type_of_nursing_exams_is_asked():
    assert {one for known in KNOWN.values() for types in known.item_types.values() for one in types} == ITEM_TYPES


@pytest.mark.parametrize(("near", "chance"), [("nearest_heading", "which_heading"), ("nearest_entry", "which_entry")])
def test_the_way_that_offers_the_nearest_is_nearer_by_and_large_than_the_one_that_leaves_it_to_chance(near, chance):
    both = [(known, id) for known in KNOWN.values() for id, fit in known.templates.items() if {near, chance} <= {one.name for one in fit}]
    pairs = [(mean_nearness(known, id, near), mean_nearness(known, id, chance)) for known, id in both]
    assert sum(one > other for one, other in pairs) > 2 * sum(one < other for one, other in pairs)


def mean_nearness(knowledge: Knowledge, objective: str, template: str) -> float:
    version = next(one.version for one in knowledge.templates[objective] if one.name == template)
    return mean(write_item(knowledge, objective, template, version, str(seed)).nearness for seed in range(10))


def test_distractors_that_are_nearer_to_the_key_make_a_higher_nearness():
    matters = [
        (objective.matter, fit) for known in KNOWN.values() for id, objective in known.objectives.items() for fit in [known.templates[id]]
    ]
    for template in {template for _, fit in matters for template in fit}:
        fitting = [matter for matter, fit in matters if template in fit]
        drafts = [(written(template, brought(matter, near=True)), written(template, brought(matter, near=False))) for matter in fitting]
        assert all(near.nearness >= far.nearness for near, far in drafts), template.name
        if any(offers_rivals(near.interaction) for near, _ in drafts) and template.matter is not Sequencing:
            assert any(near.nearness > far.nearness for near, far in drafts), template.name


def offers_rivals(interaction: Interaction) -> bool:
    """Whether somebody chooses between keys and distractors that could be more alike or less."""
    return isinstance(interaction, OneOf | AnyOf | NOf | Linked | BowTie) or (
        isinstance(interaction, Highlight) and len(interaction.blocks) == 1
    )


def written(template: Template, matter: Matter) -> Draft:
    draft = template.write(matter, Random("1"), sayer("en"))
    assert draft
    return draft


def brought(matter: Matter, *, near: bool) -> Matter:
    """The same matter with everything that is offered alike, or not alike at all."""
    if isinstance(matter, Listing):
        return replace(matter, near=dict.fromkeys((option.id for option in matter.distractors), 0.9 if near else 0.1))
    found: Matter = reworded(matter, near)
    return found


def reworded(thing: Any, near: bool) -> Any:
    """Options, entries, rivals and headings, wherever they stand in a matter, in other words: the same for all, or other ones for each."""
    match thing:
        case Option(id):
            return replace(thing, text=words(id, near))
        case Entry(id) | Rival(id):
            return replace(thing, text=words(id, near))
        case Heading(id):
            return replace(thing, told=words(id, near))
        case tuple():
            return tuple(reworded(one, near) for one in thing)
        case _ if is_dataclass(thing) and not isinstance(thing, type):
            return replace(thing, **{one.name: reworded(getattr(thing, one.name), near) for one in fields(thing)})
        case _:
            return thing


def words(id: str, near: bool) -> str:
    return f"alpha gamma delta {sum(map(ord, id)) % 97}" if near else " ".join(f"{id}-{number}" for number in range(3))
