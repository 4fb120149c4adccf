"""The closed set of ways in which an item is answered. Match on all of them and end with `assert_never`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar, assert_never

from questions.claims import Claim

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be picked; `claim` is what a person says who picks it, `why` explains it from `facts`."""

    id: str
    text: str
    correct: bool
    why: str
    facts: tuple[str, ...]
    claim: Claim


@dataclass(frozen=True, slots=True)
class OneOf:
    """Multiple choice: exactly one option is right; at least two options."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Select all that apply: at least one option is right."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class NOf:
    """Select N: exactly `n` options are right and `n` are to be picked."""

    n: int
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a grid: `correct` holds ids of columns, `claims` one claim for each column in their order."""

    id: str
    text: str
    correct: tuple[str, ...]
    why: str
    facts: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A matrix: one column picked in every row (multiple choice) or any number of them (multiple response)."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    one_per_row: bool


@dataclass(frozen=True, slots=True)
class Blank:
    """One drop-down; `label` is what stands before it."""

    id: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class DropDowns:
    """Drop-downs beside labels: a cloze, a table or a match."""

    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step to be put in order; `position` counts from 1."""

    id: str
    text: str
    position: int
    why: str
    facts: tuple[str, ...]
    claim: Claim


@dataclass(frozen=True, slots=True)
class Order:
    """Ordered response; steps stand in their right order until they are arranged."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Spelled:
    """A thing that a person may type, and every way to write it."""

    id: str
    text: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedText:
    """Type the term: `accepted` are right, `refused` are other terms (wrong, never a slip), `unsettled` may be true elsewhere.

    `refuses` are the claims of those who type a refused term; `given` are terms that the question names already.
    """

    accepted: tuple[Option, ...]
    spellings: tuple[Spelled, ...]
    refused: tuple[Spelled, ...]
    unsettled: tuple[Spelled, ...]
    refuses: tuple[Claim, ...] = ()
    given: tuple[Spelled, ...] = ()


Interaction = OneOf | AnyOf | NOf | Grid | DropDowns | Order | TypedText


def claims_made(interaction: Interaction) -> Iterator[tuple[Claim, bool]]:
    """Every claim that an answer can make, and whether it counts as right."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            yield from ((option.claim, option.correct) for option in options)
        case Grid(columns, rows, _):
            yield from ((claim, column.id in row.correct) for row in rows for column, claim in zip(columns, row.claims, strict=True))
        case DropDowns(blanks):
            yield from ((option.claim, option.correct) for blank in blanks for option in blank.options)
        case Order(steps):
            yield from ((step.claim, True) for step in steps)
        case TypedText(accepted, refuses=refuses):
            yield from ((option.claim, True) for option in accepted)
            yield from ((claim, False) for claim in refuses)
        case _:
            assert_never(interaction)


def key_ids(interaction: Interaction) -> tuple[str, ...]:
    """The right answer as ids: an option's, or "row=column", "blank=option", "step=position"."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options) | TypedText(options):
            return tuple(option.id for option in options if option.correct)
        case Grid(_, rows, _):
            return tuple(f"{row.id}={column}" for row in rows for column in row.correct)
        case DropDowns(blanks):
            return tuple(f"{blank.id}={option.id}" for blank in blanks for option in blank.options if option.correct)
        case Order(steps):
            return tuple(f"{step.id}={step.position}" for step in sorted(steps, key=lambda step: step.position))
        case _:
            assert_never(interaction)


def facts_of_keys(interaction: Interaction) -> tuple[str, ...]:
    """Ids of the facts on which the right answer rests, each once, in the order in which they are met."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options) | TypedText(options):
            facts = [fact for option in options if option.correct for fact in option.facts]
        case Grid(_, rows, _):
            facts = [fact for row in rows for fact in row.facts]
        case DropDowns(blanks):
            facts = [fact for blank in blanks for option in blank.options if option.correct for fact in option.facts]
        case Order(steps):
            facts = [fact for step in steps for fact in step.facts]
        case _:
            assert_never(interaction)
    return tuple(dict.fromkeys(facts))


def ids_shown(interaction: Interaction) -> tuple[str, ...]:
    """What is offered, as ids in the order in which it stands: options, rows, "blank=option", steps; nothing for a text."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            return tuple(option.id for option in options)
        case Grid(_, rows, _):
            return tuple(row.id for row in rows)
        case DropDowns(blanks):
            return tuple(f"{blank.id}={option.id}" for blank in blanks for option in blank.options)
        case Order(steps):
            return tuple(step.id for step in steps)
        case TypedText():
            return ()
        case _:
            assert_never(interaction)


def arrange(interaction: Interaction, seed: str) -> Interaction:
    """The same interaction in an order drawn from the seed; figures keep the order of their size, steps never start in theirs."""
    rng = Random(f"{seed}/order shown")
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            return replace(interaction, options=_options_shown(options, rng))
        case Grid(columns, rows, one_per_row):
            return Grid(columns, _shuffled(rows, rng), one_per_row)
        case DropDowns(blanks):
            return DropDowns(_lists_shown(blanks, rng))
        case Order(steps):
            return Order(_out_of_order(steps, rng))
        case TypedText():
            return interaction
        case _:
            assert_never(interaction)


def of_size(options: tuple[Option, ...]) -> bool:
    """Whether the options are figures, which stand by their size."""
    return all(option.text[:1].isdecimal() for option in options)


def _options_shown(options: tuple[Option, ...], rng: Random) -> tuple[Option, ...]:
    return options if of_size(options) else _shuffled(options, rng)


def _lists_shown(blanks: tuple[Blank, ...], rng: Random) -> tuple[Blank, ...]:
    """Lists in their own order (places in a sequence rise); what stands in several of them stands in one order in all."""
    offered = tuple({option.id: option for blank in blanks for option in blank.options}.values())
    rank = {option.id: place for place, option in enumerate(_options_shown(offered, rng))}
    return tuple(replace(blank, options=tuple(sorted(blank.options, key=lambda option: rank[option.id]))) for blank in blanks)


def _shuffled(things: tuple[T, ...], rng: Random) -> tuple[T, ...]:
    return tuple(rng.sample(things, len(things)))


def _out_of_order(steps: tuple[Step, ...], rng: Random) -> tuple[Step, ...]:
    """Shuffled so that the steps do not stand in their right order (there are at least two)."""
    while True:
        shown = _shuffled(steps, rng)
        if any(step.position != place for place, step in enumerate(shown, 1)):
            return shown
