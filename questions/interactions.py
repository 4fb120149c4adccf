"""The closed set of ways in which an item is answered. Match on all of them and end with `assert_never`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import TypeVar, assert_never

from questions.claims import Claim

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be picked; `claim` is what a person says who picks it, `why` explains it from `facts`.

    Amounts have a `size`, by which they stand.
    """

    id: str
    text: str
    correct: bool
    why: str
    facts: tuple[str, ...]
    claim: Claim
    size: float | None = None


def right_ones(options: Iterable[Option]) -> tuple[Option, ...]:
    """Those of the options that are right, in their order."""
    return tuple(option for option in options if option.correct)


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

    @property
    def shared(self) -> bool:
        """Whether its list stands in several places, for as many right options, each of which is to be picked once."""
        return len(right_ones(self.options)) > 1


@dataclass(frozen=True, slots=True)
class DropDowns:
    """Drop-downs beside labels: a cloze, a table or a match."""

    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Linked drop-downs, which give a reason: one or two effects and, under the id `because`, the cause on which they hang.

    Two effects may be offered in one list, in which both are right; each is then to be picked once, in either place.
    """

    blanks: tuple[Blank, ...]
    because: str

    @property
    def cause(self) -> Blank:
        """The drop-down without which nothing counts."""
        return next(blank for blank in self.blanks if blank.id == self.because)

    @property
    def effects(self) -> tuple[Blank, ...]:
        """The drop-downs that hang on it."""
        return tuple(blank for blank in self.blanks if blank.id != self.because)


@dataclass(frozen=True, slots=True)
class Targets:
    """One side of a bow-tie, or its knot: as many targets as options are right, each for another of them."""

    id: str
    label: str
    options: tuple[Option, ...]
    numbered: str = "{label} {number}"

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """Each target as a drop-down of all options; where there are several, they are numbered as the language does it."""
        targets = len(right_ones(self.options))
        if targets <= 1:
            return (Blank(self.id, self.label, self.options),)
        labels = [self.numbered.format(label=self.label, number=number) for number in range(1, targets + 1)]
        return tuple(Blank(f"{self.id}-{number}", label, self.options) for number, label in enumerate(labels, 1))


@dataclass(frozen=True, slots=True)
class BowTie:
    """Two actions, the one condition that they are for, and two things to watch."""

    actions: Targets
    condition: Targets
    watch: Targets

    @property
    def sides(self) -> tuple[Targets, Targets, Targets]:
        """Actions, condition, things to watch."""
        return self.actions, self.condition, self.watch

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """All targets as drop-downs."""
        return tuple(blank for side in self.sides for blank in side.blanks)


@dataclass(frozen=True, slots=True)
class Block:
    """Segments that stand together, any of which can be highlighted: a text, or the cells of a table's row with its `label`."""

    label: str
    segments: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Highlight:
    """Highlight what the question asks for, in one block of text or in the rows of a table; at least one segment is right."""

    blocks: tuple[Block, ...]

    @property
    def segments(self) -> tuple[Option, ...]:
        """The segments of all blocks."""
        return tuple(segment for block in self.blocks for segment in block.segments)


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

    `refuses` are the claims of those who type a refused term; `given` are terms that the question names already; `others` are the
    other terms of the bank, which are wrong as well and never a slip.
    """

    accepted: tuple[Option, ...]
    spellings: tuple[Spelled, ...]
    refused: tuple[Spelled, ...]
    unsettled: tuple[Spelled, ...]
    refuses: tuple[Claim, ...] = ()
    given: tuple[Spelled, ...] = ()
    others: tuple[Spelled, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """Type a figure: from `low` to `high` (the same where it is no range) in `unit` ("" for a count), `margin` more or less.

    `units` are other ways to write the unit. The text of the key is the figure in words.
    """

    key: Option
    low: Decimal
    high: Decimal
    margin: Decimal = Decimal(0)
    unit: str = ""
    units: tuple[str, ...] = ()

    @property
    def is_range(self) -> bool:
        """Whether the figure has two ends."""
        return self.low != self.high


Told = TypeVar("Told", Option, Row, Step)
Interaction = OneOf | AnyOf | NOf | Grid | DropDowns | Linked | Order | Highlight | BowTie | TypedText | Number


def claims_made(interaction: Interaction) -> Iterator[tuple[Claim, bool]]:
    """Every claim that an answer can make, and whether it counts as right; in a grid one for each row and column."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            yield from ((option.claim, option.correct) for option in options)
        case Grid(columns, rows, _):
            yield from ((claim, column.id in row.correct) for row in rows for column, claim in zip(columns, row.claims, strict=True))
        case DropDowns(blanks) | Linked(blanks):
            yield from ((option.claim, option.correct) for blank in blanks for option in blank.options)
        case BowTie() as bow_tie:
            yield from ((option.claim, option.correct) for side in bow_tie.sides for option in side.options)
        case Highlight() as highlight:
            yield from ((segment.claim, segment.correct) for segment in highlight.segments)
        case Order(steps):
            yield from ((step.claim, True) for step in steps)
        case TypedText(accepted, refuses=refuses):
            yield from ((option.claim, True) for option in accepted)
            yield from ((claim, False) for claim in refuses)
        case Number(key):
            yield key.claim, True
        case _:
            assert_never(interaction)


def key_ids(interaction: Interaction) -> tuple[str, ...]:
    """The right answer as ids: an option's or segment's, or "row=column", "blank=option", "side=option", "step=position"."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options) | TypedText(options):
            return tuple(option.id for option in options if option.correct)
        case Grid(_, rows, _):
            return tuple(f"{row.id}={column}" for row in rows for column in row.correct)
        case DropDowns(blanks) | Linked(blanks):
            return tuple(f"{blank.id}={option.id}" for blank in blanks for option in blank.options if option.correct)
        case BowTie() as bow_tie:
            return tuple(f"{side.id}={option.id}" for side in bow_tie.sides for option in side.options if option.correct)
        case Highlight() as highlight:
            return tuple(segment.id for segment in highlight.segments if segment.correct)
        case Order(steps):
            return tuple(f"{step.id}={step.position}" for step in sorted(steps, key=lambda step: step.position))
        case Number(key):
            return (key.id,)
        case _:
            assert_never(interaction)


def facts_of_keys(interaction: Interaction) -> tuple[str, ...]:
    """Ids of the facts on which the right answer rests, each once, in the order in which they are met."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options) | TypedText(options):
            facts = [fact for option in options if option.correct for fact in option.facts]
        case Grid(_, rows, _):
            facts = [fact for row in rows for fact in row.facts]
        case DropDowns(blanks) | Linked(blanks):
            facts = [fact for blank in blanks for option in blank.options if option.correct for fact in option.facts]
        case BowTie() as bow_tie:
            facts = [fact for side in bow_tie.sides for option in side.options if option.correct for fact in option.facts]
        case Highlight() as highlight:
            facts = [fact for segment in highlight.segments if segment.correct for fact in segment.facts]
        case Order(steps):
            facts = [fact for step in steps for fact in step.facts]
        case Number(key):
            facts = [*key.facts]
        case _:
            assert_never(interaction)
    return tuple(dict.fromkeys(facts))


def ids_shown(interaction: Interaction) -> tuple[str, ...]:
    """What is offered, as ids in the order in which it stands: options, segments, rows, "blank=option", "side=option", steps.

    Nothing where something is typed.
    """
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            return tuple(option.id for option in options)
        case Grid(_, rows, _):
            return tuple(row.id for row in rows)
        case DropDowns(blanks) | Linked(blanks):
            return tuple(f"{blank.id}={option.id}" for blank in blanks for option in blank.options)
        case BowTie() as bow_tie:
            return tuple(f"{side.id}={option.id}" for side in bow_tie.sides for option in side.options)
        case Highlight() as highlight:
            return tuple(segment.id for segment in highlight.segments)
        case Order(steps):
            return tuple(step.id for step in steps)
        case TypedText() | Number():
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
        case Linked(blanks, because):
            return Linked(_lists_shown(blanks, rng), because)
        case BowTie() as bow_tie:
            return BowTie(*(replace(side, options=_options_shown(side.options, rng)) for side in bow_tie.sides))
        case Highlight(blocks):
            return Highlight(_shuffled(tuple(replace(one, segments=_options_shown(one.segments, rng)) for one in blocks), rng))
        case Order(steps):
            return Order(_out_of_order(steps, rng))
        case TypedText() | Number():
            return interaction
        case _:
            assert_never(interaction)


def arrange_as(interaction: Interaction, shown: tuple[str, ...]) -> Interaction:
    """The same interaction in the order in which it was shown, as `ids_shown` told it. ValueError if other things were shown."""
    rank = {id: place for place, id in enumerate(shown)}
    if sorted(rank) != sorted(ids_shown(interaction)):
        raise ValueError("other things were shown")
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            return replace(interaction, options=_by(rank, options))
        case Grid(columns, rows, one_per_row):
            return Grid(columns, _by(rank, rows), one_per_row)
        case DropDowns(blanks):
            return DropDowns(tuple(replace(one, options=_by(rank, one.options, one.id)) for one in blanks))
        case Linked(blanks, because):
            return Linked(tuple(replace(one, options=_by(rank, one.options, one.id)) for one in blanks), because)
        case BowTie() as bow_tie:
            return BowTie(*(replace(side, options=_by(rank, side.options, side.id)) for side in bow_tie.sides))
        case Highlight(blocks):
            inside = (replace(one, segments=_by(rank, one.segments)) for one in blocks)
            return Highlight(tuple(sorted(inside, key=lambda block: rank[block.segments[0].id])))
        case Order(steps):
            return Order(_by(rank, steps))
        case TypedText() | Number():
            return interaction
        case _:
            assert_never(interaction)


def place_key(interaction: OneOf, place: int) -> OneOf:
    """The same options with the right one in this place (0 up), the others in their order. ValueError if not just one is right."""
    (key,) = right_ones(interaction.options)
    others = [option for option in interaction.options if option is not key]
    return OneOf((*others[:place], key, *others[place:]))


def of_size(options: tuple[Option, ...]) -> bool:
    """Whether the options are figures, which stand by their size."""
    return all(option.size is not None or option.text[:1].isdecimal() for option in options)


def _options_shown(options: tuple[Option, ...], rng: Random) -> tuple[Option, ...]:
    return options if of_size(options) else _shuffled(options, rng)


def _lists_shown(blanks: tuple[Blank, ...], rng: Random) -> tuple[Blank, ...]:
    """Lists in their own order (places in a sequence rise); what stands in several of them stands in one order in all."""
    offered = tuple({option.id: option for blank in blanks for option in blank.options}.values())
    rank = {option.id: place for place, option in enumerate(_options_shown(offered, rng))}
    return tuple(replace(blank, options=tuple(sorted(blank.options, key=lambda option: rank[option.id]))) for blank in blanks)


def _by(rank: Mapping[str, int], things: tuple[Told, ...], of: str = "") -> tuple[Told, ...]:
    """Things in the order of their ranks; where one list stands in several places, those of its place."""
    return tuple(sorted(things, key=lambda thing: rank[f"{of}={thing.id}" if of else thing.id]))


def _shuffled(things: tuple[T, ...], rng: Random) -> tuple[T, ...]:
    return tuple(rng.sample(things, len(things)))


def _out_of_order(steps: tuple[Step, ...], rng: Random) -> tuple[Step, ...]:
    """Shuffled so that the steps do not stand in their right order (there are at least two)."""
    while True:
        shown = _shuffled(steps, rng)
        if any(step.position != place for place, step in enumerate(shown, 1)):
            return shown
