"""What a form sent, read and well formed, or what to say about it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from questions.interactions import AnyOf, DropDowns, Grid, Interaction, NOf, OneOf, Option, Order, TypedText
from questions.spelling import named_by, recognise
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


def read_response(interaction: Interaction, answers: Answers, language: str = "en") -> Response | Malformed:
    """Read what a form sent for this interaction; field names are `answer`, `row.ID`, `blank.ID`, `step.ID`, `dont-know`."""
    if _sent(answers, "dont-know"):
        return DontKnow()
    say = sayer(language)
    match interaction:
        case OneOf(options):
            return _one(options, _sent(answers, "answer"), say)
        case AnyOf(options):
            return _any(options, _sent(answers, "answer"), say)
        case NOf(n, options):
            return _exactly(n, options, _sent(answers, "answer"), say)
        case Grid():
            return _grid(interaction, answers, say)
        case DropDowns():
            return _drop_downs(interaction, answers, say)
        case Order():
            return _order(interaction, answers, say)
        case TypedText():
            return _text(interaction, _sent(answers, "answer"), say)
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


def _exactly(n: int, options: tuple[Option, ...], sent: tuple[str, ...], say: Say) -> Response | Malformed:
    if (chosen := len(set(sent))) != n:
        return Malformed(
            say("Choose exactly {n} answers, or select “I don’t know” (chosen so far: {chosen}).", n=n, chosen=chosen), "answer"
        )
    return _picked(options, sent, say)


def _picked(options: tuple[Option, ...], sent: tuple[str, ...], say: Say) -> Response | Malformed:
    if not set(sent) <= {option.id for option in options}:
        return Malformed(say("That answer was not offered here. Choose from the list."), "answer")
    return Picked(tuple(sorted(set(sent))))


def _grid(grid: Grid, answers: Answers, say: Say) -> Response | Malformed:
    offered = {column.id for column in grid.columns}
    places = tuple((row.id, tuple(sorted(set(_sent(answers, f"row.{row.id}"))))) for row in sorted(grid.rows, key=lambda row: row.id))
    for row, picked in places:
        if not set(picked) <= offered:
            return Malformed(say("That answer was not offered here. Choose from the list."), f"row.{row}")
        if grid.one_per_row and len(picked) > 1:
            return Malformed(say("Choose one answer in each row."), f"row.{row}")
    if grid.one_per_row and (empty := next((row.id for row in grid.rows if not dict(places)[row.id]), None)):
        return Malformed(say("Choose an answer in each row, or select “I don’t know”."), f"row.{empty}")
    if not any(picked for _, picked in places):
        return Malformed(say("Choose at least one answer, or select “I don’t know”."), f"row.{grid.rows[0].id}")
    return Placed(places)


def _drop_downs(drop_downs: DropDowns, answers: Answers, say: Say) -> Response | Malformed:
    for blank in drop_downs.blanks:
        sent = _sent(answers, f"blank.{blank.id}")
        if len(sent) != 1:
            return Malformed(say("Choose an answer in each list, or select “I don’t know”."), f"blank.{blank.id}")
        if sent[0] not in {option.id for option in blank.options}:
            return Malformed(say("That answer was not offered here. Choose from the list."), f"blank.{blank.id}")
    return Placed(tuple(sorted((blank.id, _sent(answers, f"blank.{blank.id}")) for blank in drop_downs.blanks)))


def _order(order: Order, answers: Answers, say: Say) -> Response | Malformed:
    places = {step.id: _sent(answers, f"step.{step.id}") for step in order.steps}
    offered = [str(place) for place in range(1, len(order.steps) + 1)]
    for step, sent in places.items():
        if len(sent) != 1:
            return Malformed(say("Give each step a place, or select “I don’t know”."), f"step.{step}")
        if sent[0] not in offered:
            return Malformed(say("Places run from 1 to {last}.", last=len(offered)), f"step.{step}")
    if twice := next((step for step, sent in places.items() if list(places.values()).count(sent) > 1), None):
        return Malformed(say("Two steps have the same place. Give each step a place of its own."), f"step.{twice}")
    return Placed(tuple(sorted(places.items())))


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
    if not named_by(text, interaction) and recognise(text, interaction.given, interaction.refused):
        return Malformed(say("The question names that one already. Type another."), "answer")
    if not named_by(text, interaction) and recognise(text, interaction.unsettled, interaction.refused):
        return Malformed(say("That may be true elsewhere; the article lists another. Try again."), "answer")
    return Typed(text)
