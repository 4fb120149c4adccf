"""A fact or a term as a bank's TOML file holds it."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from questions.correcting import kinds_corrected

BARE = re.compile(r"[A-Za-z0-9_-]+")


def fact_as_toml(kind: str, table: Mapping[str, Any]) -> str:
    """A fact under its kind, its fields in the order in which the kind has them, lists of parts with a line for each.

    Raises KeyError if there is no such kind; fields that the kind does not have are left out.
    """
    fields = [name for name in kinds_corrected()[kind].__struct_fields__ if name in table]
    names = sorted(fields, key=lambda name: name != "id")
    return "\n".join((f"[[{kind}]]", *(f"{name} = {_value(table[name], parts=True)}" for name in names))) + "\n"


def comment(text: str) -> str:
    """A text as a comment of one line."""
    return "# " + " ".join(text.split())


def _value(value: Any, parts: bool = False) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(name)} = {_value(one)}" for name, one in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return _list(value, parts)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(values: list[Any] | tuple[Any, ...], parts: bool) -> str:
    if parts and any(isinstance(one, Mapping) for one in values):
        return "[\n" + "".join(_lines(values)) + "]"
    return "[" + ", ".join(map(_value, values)) + "]"


def _lines(values: list[Any] | tuple[Any, ...]) -> Iterator[str]:
    return (f"    {_value(one)},\n" for one in values)


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)
