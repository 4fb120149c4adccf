"""Whether what a bank says can be used at all: nothing that is needed is left empty, and every id can stand in an address."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import fields

ID: Final = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
"""Ids are joined with "/", "#", "=" and ":" to longer ones, in which none of these may stand."""
NAMES_SOMETHING = ("id", "aspect")


def malformed(thing: Struct, place: str = "") -> Iterator[tuple[str, str]]:
    """What is left empty or named badly in a fact, a term or a part of one: the value in question, and what to do about it."""
    for name, needed in _fields(type(thing)):
        value = getattr(thing, name)
        said = f"{name} of {place}" if place else name
        if needed and not (value.strip() if isinstance(value, str) else value or isinstance(value, int | float)):
            yield place, f"leaves {said} empty; fill it in"
        elif name in NAMES_SOMETHING and not ID.fullmatch(value):
            yield value, f"“{value}” cannot be an id; write small letters and digits, with dots or hyphens between them: spread.kidney"
        else:
            yield from _within(value)


def _within(value: Any) -> Iterator[tuple[str, str]]:
    """The same of the parts of a value, where it has some."""
    for part in value if isinstance(value, tuple) else (value,):
        if isinstance(part, Struct):
            yield from malformed(part, getattr(part, "id", "") or type(part).__name__.lower())


@cache
def _fields(kind: type[Struct]) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind, each with whether it has to be filled in."""
    return tuple((field.name, field.required) for field in fields(kind))
