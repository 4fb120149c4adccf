"""What a form sent, read and well formed, or what to say about it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import assert_never

from questions.figures import read_figure
from questions.interactions import (
    AnyOf,
    Blank,
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
from questions.spelling import is_between, named_by, recognise
from questions.wording import Say, sayer

Answers = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Picked:
    """Ids of the options that were picked, in the item's canonical order."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """For each row, blank or step its id and what was put there: column ids, one option id, or a position from "1"."""

    places: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, without the space around it."""

    text: str


@dataclass(frozen=True, slots=True)
class DontKnow:
    """The person said that they do not know."""


Response = Picked | Placed | Typed | DontKnow


@dataclass(frozen=True, slots=True)
class Malformed:
    """Why a response cannot be scored, in a sentence that says what to do, and the form field that it is about."""

    why: str
    field: str | None = None


def read_response(interaction: Interaction, answers: Answers, language: str = "en", *, partly: bool = False) -> Response | Malformed:
    """Read what a form sent for this interaction; field names are `answer`, `row.ID`, `blank.ID`, `step.ID`, `dont-know`.

    `partly` takes what has rows, lists, places or picks still empty as it is: an exam keeps it, and what is empty earns nothing.
    """
    if _sent(answers, "dont-know"):
        return DontKnow()
    say = sayer(language)
    match interaction:
        case OneOf(options):
            return _one(options, _sent(answers, "answer"), say)
        case AnyOf(options):
            return _any(options, _sent(answers, "answer"), say)
        case NOf(n, options):
            return _exactly(n, options, _sent(answers, "answer"), say, partly=partly)
        case Grid():
            return _grid(interaction, answers, say, partly=partly)
        case DropDowns(blanks):
            return _drop_downs(blanks, answers, say, partly=partly)
        case Linked(blanks):
            return _drop_downs(blanks, answers, say, _rivals(blanks), partly=partly)
        case BowTie() as bow_tie:
            rivals = tuple(pair for side in bow_tie.sides for pair in _rivals(side.blanks))
            return _drop_downs(bow_tie.blanks, answers, say, rivals, partly=partly)
        case Highlight() as highlight:
            return _highlighted(highlight.segments, _sent(answers, "answer"), say)
        case Order():
            return _order(interaction, answers, say, partly=partly)
        case TypedText():
            return _text(interaction, _sent(answers, "answer"), say)
        case Number():
            return _number(interaction, _sent(answers, "answer"), say)
        case _:
            assert_never(interaction)


def response_to_json(response: Response) -> str:
    """One line of canonical JSON; `response_from_json` reads it back."""
    match response:
        case Picked(ids):
            what: object = {"picked": ids}
        case Placed(places):
            what = {"placed": places}
        case Typed(text):
            what = {"typed": text}
        case DontKnow():
            what = {"dont-know": True}
        case _:
            assert_never(response)
    return json.dumps(what, ensure_ascii=False, separators=(",", ":"))


def response_from_json(text: str) -> Response:
    """The response that `response_to_json` wrote; ValueError if the text is not one."""
    match json.loads(text):
        case {"picked": [*ids]} if _all_texts(ids):
            return Picked(tuple(ids))
        case {"placed": [*places]} if all(_is_place(place) for place in places):
            return Placed(tuple((slot, tuple(values)) for slot, values in places))
        case {"typed": str(typed)}:
            return Typed(typed)
        case {"dont-know": True}:
            return DontKnow()
        case _:
            raise ValueError(f"not a response: {text}")


def _is_place(place: object) -> bool:
    match place:
        case [str(), [*values]]:
            return _all_texts(values)
        case _:
            return False


def _all_texts(values: list[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _sent(answers: Answers, name: str) -> tuple[str, ...]:
    return tuple(value for value in answers.get(name, ()) if value)


def _one(options: tuple[Option, ...], sent: tuple[str, ...], say: Say) -> Response | Malformed:
    if not sent:
        return Malformed(say("Choose an answer, or select “I don’t know”."), "answer")
    if len(sent) > 1:
        return Malformed(say("Choose one answer only."), "answer")
    return _picked(options, sent, say)


def _any(options: tuple[Option, ...], sent: tuple[str, ...], say: Say) -> Response | Malformed:
    if not sent:
        return Malformed(say("Choose at least one answer, or select “I don’t know”."), "answer")
    return _picked(options, sent, say)


def _exactly(n: int, options: tuple[Option, ...], sent: tuple[str, ...], say: Say, *, partly: bool) -> Response | Malformed:
    if (chosen := len(set(sent))) != n and not (partly and 0 < chosen < n):
        return Malformed(
            say.several(
                "Choose exactly {n} answer, or select “I don’t know” (chosen so far: {chosen}).",
                "Choose exactly {n} answers, or select “I don’t know” (chosen so far: {chosen}).",
                n,
                n=n,
                chosen=chosen,
            ),
            "answer",
        )
    return _picked(options, sent, say)


def _picked(options: tuple[Option, ...], sent: tuple[str, ...], say: Say) -> Response | Malformed:
    if not set(sent) <= {option.id for option in options}:
        return Malformed(say("That answer was not offered here. Choose from the list."), "answer")
    return Picked(tuple(sorted(set(sent))))


def _grid(grid: Grid, answers: Answers, say: Say, *, partly: bool) -> Response | Malformed:
    offered = {column.id for column in grid.columns}
    places = tuple((row.id, tuple(sorted(set(_sent(answers, f"row.{row.id}"))))) for row in sorted(grid.rows, key=lambda row: row.id))
    for row, picked in places:
        if not set(picked) <= offered:
            return Malformed(say("That answer was not offered here. Choose from the list."), f"row.{row}")
        if grid.one_per_row and len(picked) > 1:
            return Malformed(say("Choose one answer in each row."), f"row.{row}")
    if grid.one_per_row and not partly and (empty := next((row.id for row in grid.rows if not dict(places)[row.id]), None)):
        return Malformed(say("Choose an answer in each row, or select “I don’t know”."), f"row.{empty}")
    if not any(picked for _, picked in places):
        return Malformed(say("Choose at least one answer, or select “I don’t know”."), f"row.{grid.rows[0].id}")
    return Placed(places)


def _highlighted(segments: tuple[Option, ...], sent: tuple[str, ...], say: Say) -> Response | Malformed:
    if not sent:
        return Malformed(say("Highlight at least one part, or select “I don’t know”."), "answer")
    return _picked(segments, sent, say)


def _drop_downs(
    blanks: tuple[Blank, ...], answers: Answers, say: Say, rivals: Sequence[tuple[Blank, Blank]] = (), *, partly: bool
) -> Response | Malformed:
    for blank in blanks:
        sent = _sent(answers, f"blank.{blank.id}")
        if partly and not sent:
            continue
        if len(sent) != 1:
            return Malformed(say("Choose an answer in each list, or select “I don’t know”."), f"blank.{blank.id}")
        if sent[0] not in {option.id for option in blank.options}:
            return Malformed(say("That answer was not offered here. Choose from the list."), f"blank.{blank.id}")
    places = {blank.id: _sent(answers, f"blank.{blank.id}") for blank in blanks}
    if twice := next((later.id for one, later in rivals if places[one.id] == places[later.id] != ()), None):
        return Malformed(say("The same answer stands in two lists. Choose another one here."), f"blank.{twice}")
    return Placed(tuple(sorted(places.items())))


def _rivals(blanks: tuple[Blank, ...]) -> tuple[tuple[Blank, Blank], ...]:
    """The pairs of drop-downs that share a list."""
    return tuple((one, other) for one, other in combinations(blanks, 2) if one.shared and one.options == other.options)


def _order(order: Order, answers: Answers, say: Say, *, partly: bool) -> Response | Malformed:
    places = {step.id: _sent(answers, f"step.{step.id}") for step in order.steps}
    offered = [str(place) for place in range(1, len(order.steps) + 1)]
    for step, sent in places.items():
        if partly and not sent:
            continue
        if len(sent) != 1:
            return Malformed(say("Give each step a place, or select “I don’t know”."), f"step.{step}")
        if sent[0] not in offered:
            return Malformed(say("Places run from 1 to {last}.", last=len(offered)), f"step.{step}")
    if twice := next((step for step, sent in places.items() if sent and list(places.values()).count(sent) > 1), None):
        return Malformed(say("Two steps have the same place. Give each step a place of its own."), f"step.{twice}")
    return Placed(tuple(sorted(places.items())))


def _number(number: Number, sent: tuple[str, ...], say: Say) -> Response | Malformed:
    if len(sent) > 1:
        return Malformed(say("Type one answer only."), "answer")
    text = " ".join(" ".join(sent).split())
    if not text:
        return Malformed(say("Type a number, or select “I don’t know”."), "answer")
    figure = read_figure(text, number)
    if figure is None and number.is_range:
        return Malformed(say("Type a number, such as 12 or 7.5, or a range, such as 2 to 3."), "answer")
    if figure is None or (figure.is_range and not number.is_range):
        return Malformed(say("Type a number, such as 12 or 7.5."), "answer")
    return Typed(text)


def _text(interaction: TypedText, sent: tuple[str, ...], say: Say) -> Response | Malformed:
    if len(sent) > 1:
        return Malformed(say("Type one answer only."), "answer")
    text = " ".join(" ".join(sent).split())
    if not text:
        return Malformed(say("Type an answer, or select “I don’t know”."), "answer")
    if len(text) > 200:
        return Malformed(say("Type the term alone, in a few words."), "answer")
    if not text.isprintable():
        return Malformed(say("Some signs in this answer cannot be read. Type it in plain letters."), "answer")
    wrong = (*interaction.refused, *interaction.others)
    if not named_by(text, interaction) and recognise(text, interaction.given, wrong):
        return Malformed(say("The question names that one already. Type another."), "answer")
    if not named_by(text, interaction) and recognise(text, interaction.unsettled, wrong):
        return Malformed(say("That may be true elsewhere; another one is listed here. Try again."), "answer")
    if is_between(text, interaction):
        return Malformed(say("That may be a slip of two different terms. Check the spelling and type it again."), "answer")
    return Typed(text)
