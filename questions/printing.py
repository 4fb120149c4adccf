"""Items and facts as one JSON object a line, for other programs; reports in words, for people."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, assert_never

from questions.fact import Fact
from questions.interactions import (
    AnyOf,
    Blank,
    Block,
    BowTie,
    Column,
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
    Row,
    Step,
    TypedText,
)
from questions.items import Item, Source
from questions.knowledge import Knowledge
from questions.readability import FEWEST_WORDS
from questions.report import Report
from questions.scoring import maximum


def item_as_json(item: Item) -> str:
    """An item in one line: what names it, the stem, the maximum, and what its way of answering offers."""
    about = {
        "objective": item.objective,
        "facts": item.facts,
        "topic": item.topic,
        "aim": item.aim,
        "template": item.template,
        "version": item.version,
        "level": item.level,
        "nearness": item.nearness,
        "interaction": _name(item.interaction),
        "item_type": item.item_type,
        "seed": item.seed,
        "revision": item.revision,
        "audience": item.audience,
        "stem": item.stem,
        "hint": item.hint,
        "maximum": maximum(item.interaction),
        "source": _place(item.source),
        "sources": [_place(source) for source in item.sources],
        "note": item.note,
        "currency": item.currency,
        "why": item.why,
    }
    return json.dumps({**about, **_offered(item.interaction)}, ensure_ascii=False)


def facts_as_json(knowledge: Knowledge) -> Iterator[str]:
    """Every fact of a bank, one line each (a table, which its rows state, has none of its own)."""
    return (json.dumps(line, ensure_ascii=False) for fact in knowledge.bank.facts for line in _lines(fact, knowledge))


def report_in_words(report: Report) -> Iterator[str]:
    """A report on a bank, line by line: a heading with a number, and under it what it counts."""
    yield f"{report.title}: {report.facts} facts, {report.objectives} objectives (revision {report.revision[:12]})"
    few = (f"{one.objective}: {', '.join(one.templates)} ({', '.join(one.levels)})" for one in report.few_ways)
    yield from _section("Objectives that cannot be asked in three ways on two levels", few)
    yield from _section("Facts that no objective asks", (fact.id for fact in report.unasked))
    doubtful = (f"{fact.id}: {fact.currency.value}. {fact.note or 'No note.'} ({fact.who or 'nobody named'})" for fact in report.doubtful)
    yield from _section("Facts that are dated, disputed or wrong in the document", doubtful)
    yield from _section("Facts without a plain wording", (fact.id for fact in report.without_plain))
    yield from _section("Terms without a plain name", report.unexplained)
    grades = (f"{one.title}: grade {one.grade:.1f}, {_enough(one.words)}" for one in report.grades)
    yield from _section("How hard the plain wording is to read (Flesch-Kincaid, terms set aside)", grades)


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    yield from ("", f"{heading}: {len(found)}", *(f"  {line}" for line in found))


def _enough(words: int) -> str:
    return f"{words} words" if words >= FEWEST_WORDS else f"{words} words, too few to judge"


def _lines(fact: Fact, knowledge: Knowledge) -> Iterator[dict[str, Any]]:
    for line in fact.lines(knowledge):
        yield {
            "id": fact.id,
            "kind": fact.kind,
            "topic": knowledge.bank.topic_of[fact.id],
            "subject": line.subject,
            "predicate": line.predicate,
            "objects": [{"text": text, "qualifier": qualifier} for text, qualifier in line.objects],
            "list": line.list,
            "currency": fact.currency.value,
            "note": fact.note,
            "source": {"section": fact.source.section, "paragraph": fact.source.paragraph},
        }


def _name(interaction: Interaction) -> str:
    match interaction:
        case OneOf():
            return "one of"
        case AnyOf():
            return "any of"
        case NOf():
            return "n of"
        case Grid():
            return "grid"
        case DropDowns():
            return "drop-downs"
        case Linked():
            return "drop-downs, linked"
        case BowTie():
            return "bow-tie"
        case Highlight():
            return "highlight"
        case Order():
            return "order"
        case TypedText():
            return "text"
        case Number():
            return "number"
        case _:
            assert_never(interaction)


def _offered(interaction: Interaction) -> dict[str, Any]:
    match interaction:
        case OneOf(options) | AnyOf(options):
            return {"options": [_option(option) for option in options]}
        case NOf(n, options):
            return {"n": n, "options": [_option(option) for option in options]}
        case Grid(columns, rows, one_per_row):
            return {"one_per_row": one_per_row, "columns": [_named(column) for column in columns], "rows": [_row(row) for row in rows]}
        case DropDowns(blanks):
            return {"blanks": [_blank(blank) for blank in blanks]}
        case Linked(blanks, because):
            return {"because": because, "blanks": [_blank(blank) for blank in blanks]}
        case BowTie() as bow_tie:
            return {"targets": [_blank(blank) | {"side": side.id} for side in bow_tie.sides for blank in side.blanks]}
        case Highlight(blocks):
            return {"segments": [segment for block in blocks for segment in _segments(block)]}
        case Order(steps):
            return {"steps": [_step(step) for step in steps]}
        case TypedText(accepted, spellings):
            ways = [way for spelled in spellings for way in spelled.spellings]
            return {"accepted": ways, "options": [_option(option) for option in accepted]}
        case Number():
            return _figure(interaction)
        case _:
            assert_never(interaction)


def _option(option: Option) -> dict[str, Any]:
    return {"id": option.id, "text": option.text, "correct": option.correct, "why": option.why, "facts": option.facts}


def _named(column: Column) -> dict[str, Any]:
    return {"id": column.id, "text": column.text}


def _row(row: Row) -> dict[str, Any]:
    return {"id": row.id, "text": row.text, "correct": row.correct, "why": row.why, "facts": row.facts}


def _blank(blank: Blank) -> dict[str, Any]:
    return {"id": blank.id, "label": blank.label, "options": [_option(option) for option in blank.options]}


def _segments(block: Block) -> list[dict[str, Any]]:
    """The segments, with the label of the table's row in which they stand."""
    row = {"row": block.label} if block.label else {}
    return [row | _option(segment) for segment in block.segments]


def _figure(number: Number) -> dict[str, Any]:
    """The figure as a value and what it may miss it by: of a range the middle, and half its width besides the margin."""
    value, tolerance = (number.low + number.high) / 2, (number.high - number.low) / 2 + number.margin
    return {
        "value": _plain(value),
        "unit": number.unit,
        "tolerance": _plain(tolerance),
        "range": [_plain(number.low), _plain(number.high)],
        "options": [_option(number.key)],
    }


def _plain(figure: Decimal) -> int | float:
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def _step(step: Step) -> dict[str, Any]:
    return {"id": step.id, "text": step.text, "position": step.position, "why": step.why, "facts": step.facts}


def _place(source: Source) -> dict[str, Any]:
    return {"document": source.document, "section": source.section, "paragraph": source.paragraph}
