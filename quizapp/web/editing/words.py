"""Facts and corrections in words."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from questions.correcting import Standing, Table
from questions.fact import Fact
from questions.knowledge import Knowledge
from questions.wording import sentence
from quizapp.models import Correction
from quizapp.web.wording import gettext as _

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A fact in a list: its id, its kind, and how it begins."""

    id: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Differs:
    """A part of a fact that a correction changes, before and after, "" where there is nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what a kind says of itself: words, or the name of a field."""

    words: str
    code: bool


def line_of(fact: Fact, knowledge: Knowledge) -> Line:
    """A fact by what it says, as far as a list has room for it."""
    said = next((f"{line.subject} {line.predicate} {', '.join(one[0] for one in line.objects)}" for line in fact.lines(knowledge)), "")
    return Line(fact.id, fact.kind, said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]} …")


def pieces(about: str) -> tuple[Piece, ...]:
    """What a kind of fact says of itself, with the names of fields told from the rest."""
    words = " ".join(about.split())
    return tuple(Piece(part, bool(place % 2)) for place, part in enumerate(re.split(r"`([^`]+)`", words)) if part)


def label(name: str) -> str:
    """What a field is called: its name in the bank's files, as words."""
    words = name.replace("_", " ")
    return sentence(words)


def differences(before: str | None, after: str | None) -> list[Differs]:
    """What a correction changes, part by part."""
    return differences_of(json.loads(before) if before else None, json.loads(after) if after else None)


def differences_of(before: Table | None, after: Table | None) -> list[Differs]:
    """In what two wordings of a fact differ, part by part."""
    old, new = (_parts(one) if one else {} for one in (before, after))
    names = dict.fromkeys((*old, *new))
    return [Differs(name, old.get(name, ""), new.get(name, "")) for name in names if old.get(name) != new.get(name)]


def standing_in_words(standing: Standing | None, correction: Correction) -> str:
    """What has become of a correction."""
    if correction.undone_at is not None:
        return _("Taken back.")
    match standing:
        case None:
            return _("A later correction of the same fact counts.")
        case Standing.COUNTS:
            return _("It counts.")
        case Standing.ADOPTED:
            return _("The bank that comes with the program says the same by now. You can take the correction back.")
        case Standing.RETIRED_STILL:
            return _("It counts. The bank that comes with the program has changed this fact since: see whether it can come back.")
        case Standing.CHANGED:
            return _(
                "It no longer counts: the bank that comes with the program says something else by now. Correct it again, or undo this."
            )
        case Standing.HOMELESS:
            return _("It no longer counts: the bank that comes with the program has no such fact or topic. Add it again, or undo this.")
        case Standing.UNSOUND:
            return _("It no longer counts: the bank that comes with the program contradicts it by now. Correct it again, or undo this.")


def _parts(table: Mapping[str, Any], path: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in table.items():
        here = f"{path} › {label(name)}" if path else label(name)
        found |= _part(value, here)
    return found


def _part(value: Any, here: str) -> dict[str, str]:
    if isinstance(value, Mapping):
        return _parts(value, here)
    if isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        return {name: said for place, one in enumerate(value, 1) for name, said in _part(one, f"{here} {place}").items()}
    if isinstance(value, list):
        return {here: "; ".join(map(str, value))}
    if isinstance(value, bool):
        return {here: _("yes") if value else _("no")}
    return {here: str(value)}
