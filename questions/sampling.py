"""A sheet of items to be read from the first to the last: what is asked, what is right, why, and where the source says so."""

from collections.abc import Iterable, Iterator
from random import Random
from typing import assert_never

from questions.interactions import (
    AnyOf,
    BowTie,
    DropDowns,
    Grid,
    Highlight,
    Interaction,
    Linked,
    NOf,
    Number,
    OneOf,
    Option,
    Order,
    TypedText,
)
from questions.items import Item
from questions.knowledge import Knowledge
from questions.plainly import READERS
from questions.writing import TemplateName, plain_template, templates_of, write_item

NURSING = "nursing"
RIGHT, WRONG = "[x]", "[ ]"


def sample(knowledge: Knowledge, how_many: int, seed: str, audience: str = NURSING) -> Iterator[Item]:
    """So many items, drawn so that every objective comes once before any comes again, each time by another of its templates.

    Patients, and those close to them, have one way of each objective that is put in plain words. None at all where an audience has none.
    """
    rng = Random(f"{knowledge.bank.name}/sample/{seed}")
    known = {id: ways_for(knowledge, id, audience) for id in knowledge.objectives}
    ways = {id: rng.sample(templates, len(templates)) for id, templates in known.items() if templates}
    order = rng.sample(sorted(ways), len(ways))
    for number in range(how_many if order else 0):
        turn, place = divmod(number, len(order))
        template = ways[order[place]][turn % len(ways[order[place]])]
        yield write_item(knowledge, order[place], template.name, template.version, f"{seed}/{number}", audience)


def ways_for(knowledge: Knowledge, objective_id: str, audience: str) -> tuple[TemplateName, ...]:
    """Every template by which an audience is asked an objective."""
    if audience not in READERS:
        return templates_of(knowledge, objective_id)
    return (plain_template(knowledge, objective_id, audience),) if audience in knowledge.objectives[objective_id].plain else ()


def sheet(items: Iterable[Item], knowledge: Knowledge) -> Iterator[str]:
    """The items as lines of text, numbered from 1."""
    yield f"{knowledge.bank.title}: {knowledge.bank.about.document}"
    for number, item in enumerate(items, 1):
        yield from ("", f"{number}. {item.stem}", f"   ({item.hint})")
        yield from (f"   {line}" for line in _offered(item.interaction))
        yield f"   Why: {item.why}"
        yield from (f"   Since then: {note}" for note in filter(None, [item.note]))
        yield f"   Source: {'; '.join(item.sections)} ({item.currency})"
        drawn = f"nearness {item.nearness}, seed {item.seed}, for {item.audience}"
        yield f"   {item.objective}, {item.template} {item.version}, {item.level}, {drawn}"


def _offered(interaction: Interaction) -> Iterator[str]:
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            yield from map(_option, options)
        case Grid(columns, rows):
            for row in rows:
                marks = "  ".join(f"{RIGHT if column.id in row.correct else WRONG} {column.text}" for column in columns)
                yield f"{row.text}: {marks}  | {row.why}"
        case DropDowns(blanks) | Linked(blanks):
            for blank in blanks:
                yield f"{blank.label}:"
                yield from (f"   {_option(option)}" for option in blank.options)
        case BowTie() as bow_tie:
            for side in bow_tie.sides:
                yield f"{side.label}:"
                yield from (f"   {_option(option)}" for option in side.options)
        case Highlight(blocks):
            for block in blocks:
                yield from (f"{block.label}:",) if block.label else ()
                yield from (f"   {_option(segment)}" for segment in block.segments)
        case Order(steps):
            yield from (f"{step.position}) {step.text}  | {step.why}" for step in steps)
        case TypedText() as typing:
            yield from map(_option, typing.accepted)
            yield from (f"accepted: {', '.join(spelled.spellings)}" for spelled in typing.spellings)
            yield from (f"handed back: {', '.join(one.text for one in terms)}" for terms in [(*typing.given, *typing.unsettled)] if terms)
        case Number() as number:
            figures = f"{number.low}" if number.low == number.high else f"{number.low} to {number.high}"
            yield f"{_option(number.key)} ({figures} {number.unit}, {number.margin} more or less)"
        case _:
            assert_never(interaction)


def _option(option: Option) -> str:
    return f"{RIGHT if option.correct else WRONG} {option.text}  | {option.why}"
