"""A fact as the fields of a form, made from what its kind holds: a new kind has its form at once.

Between the form and the fact stands what was typed as it was typed (`Raw`): texts in dicts and lists, named as the fields are.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields as fields_of

from quizapp.usecases.wording import sentence

Raw = Any
MOST_DEEP = 12
MISSING = sentence("Fill this in.")
NOT_A_NUMBER = sentence("Type a number, such as 7.5.")
NOT_OFFERED = sentence("Choose one of those that are offered.")
LISTED = ("more", "out", "up")
"""What can be done to a list: one more at its end, one out, one before the one that stands above it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the form, what it is called, how it is filled in, and what stands in it; `inside` are those that it holds,
    which the page does not show where they are `folded`."""

    path: str
    name: str
    shape: Literal["text", "lines", "number", "tick", "choice", "group", "many"]
    value: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = False
    about: str = ""
    inside: tuple["Field", ...] = field(default=())
    folded: bool = False

    @property
    def rows(self) -> int:
        """How many rows of text it needs to show what stands in it."""
        return max(1, sum(len(line) // 62 + 1 for line in self.value.split("\n")))

    @property
    def filled(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.value) if not self.inside else any(one.filled for one in self.inside if one.shape != "tick")

    @property
    def carried(self) -> tuple["Field", ...]:
        """What stands in it, as a page sends along what it does not show."""
        return tuple(one for one in leaves(self.inside) if one.value)

    @property
    def gist(self) -> str:
        """What it is about, in the first words that are no name."""
        return next((one.value for one in self.carried if one.name != "id"), "")


def raw_of(table: Mapping[str, Any]) -> Raw:
    """A fact from a bank as it stands in a form."""
    return json.loads(json.dumps(table))


def read_raw(form: Mapping[str, str]) -> Raw:
    """What a form sent, by the names of its fields: "objects.0.term" is the term in the first of the objects."""
    root: dict[str, Any] = {}
    for name, value in form.items():
        parts = name.split(".")
        if len(parts) > MOST_DEEP or not all(parts):
            continue
        here = root
        for part in parts[:-1]:
            inner = here.setdefault(part, {})
            if not isinstance(inner, dict):
                break
            here = inner
        else:
            here.setdefault(parts[-1], value.replace("\0", ""))
    return root


def with_list_changed(raw: Raw, what: str) -> Raw:
    """The same after a list was changed as a button says: "more objects", "out objects.1", "up objects.1"."""
    verb, _, path = what.partition(" ")
    parts = path.split(".")
    if verb not in LISTED or len(parts) > MOST_DEEP:
        return raw
    names, place = (parts, -1) if verb == "more" else (parts[:-1], int(parts[-1]) if parts[-1].isdecimal() and len(parts[-1]) < 4 else -1)
    held = _listed(raw, names)
    if verb == "more":
        held = [*held, {}]
    elif 0 <= place < len(held) and verb == "out":
        held = held[:place] + held[place + 1 :]
    elif 0 < place < len(held):
        held[place - 1], held[place] = held[place], held[place - 1]
    return _put(raw, names, held)


def form_fields(kind: type[Struct], raw: Raw, leave_out: frozenset[str] = frozenset()) -> tuple[Field, ...]:
    """The fields of a kind of fact or of a part of one, filled in."""
    return tuple(_fields(kind, raw if isinstance(raw, Mapping) else {}, "", leave_out))


def read_table(kind: type[Struct], raw: Raw) -> tuple[dict[str, Any], dict[str, str]]:
    """A fact as a bank's file would hold it, and what is to be mended first, by field."""
    problems: dict[str, str] = {}
    table = _table(kind, raw if isinstance(raw, Mapping) else {}, "", problems)
    if not problems:
        try:
            msgspec.convert(table, kind)
        except msgspec.ValidationError as error:
            found = re.search(r"`\$\.(\w+)", str(error))
            problems[found[1] if found else "form"] = str(error)
    return table, problems


def leaves(fields: tuple[Field, ...]) -> Iterator[Field]:
    """Those that are filled in, one after the other."""
    for one in fields:
        if one.inside:
            yield from leaves(one.inside)
        elif one.shape not in ("group", "many"):
            yield one


def _fields(kind: type[Struct], raw: Mapping[str, Any], path: str, leave_out: frozenset[str] = frozenset()) -> Iterator[Field]:
    for one in fields_of(kind):
        if one.name not in leave_out:
            needed = one.default is NODEFAULT and one.default_factory is NODEFAULT
            value = raw.get(one.name, None if needed else _default(one.default, one.default_factory))
            yield _field(one.type, value, _below(path, one.name), one.name, needed)


def _field(type_: Any, raw: Raw, path: str, name: str, needed: bool) -> Field:
    inner, optional = _bare(type_)
    needed = needed and not optional
    if _is_struct(inner):
        inside = tuple(_fields(inner, raw if isinstance(raw, Mapping) else {}, path))
        return Field(path, name, "group", inside=inside, needed=needed, about=inner.__doc__ or "")
    if (of := _listed_type(inner)) is not None:
        if of is str:
            return Field(path, name, "lines", _lines(raw), needed=needed)
        return _many(of, raw, path, name, needed)
    if choices := _choices(inner):
        return Field(path, name, "choice", _text(raw), choices=choices if needed else ("", *choices)[optional is False :], needed=needed)
    if inner is bool:
        return Field(path, name, "tick", "1" if raw in (True, "1") else "")
    return Field(path, name, "number" if inner in (int, float) else "text", _text(raw), needed=needed)


def _many(of: Any, raw: Raw, path: str, name: str, needed: bool) -> Field:
    entries = _entries(raw)
    kind = of if _is_struct(of) else Pair
    inside = tuple(
        Field(
            f"{path}.{place}",
            str(place + 1),
            "group",
            inside=tuple(_fields(kind, one if isinstance(one, Mapping) else {}, f"{path}.{place}")),
        )
        for place, one in enumerate(entries)
    )
    return Field(path, name, "many", inside=inside, needed=needed, about=kind.__doc__ or "")


class Pair(Struct, kw_only=True):
    """What something is called, and what is said of it."""

    key: str
    value: str


def _table(kind: type[Struct], raw: Mapping[str, Any], path: str, problems: dict[str, str]) -> dict[str, Any]:
    table = {}
    for one in fields_of(kind):
        here = _below(path, one.name)
        needed = one.default is NODEFAULT and one.default_factory is NODEFAULT
        default = None if needed else _default(one.default, one.default_factory)
        value = _value(one.type, raw.get(one.name), here, problems)
        if value is None:
            if needed and here not in problems:
                problems[here] = MISSING
        elif needed or value != default:
            table[one.name] = value
    return table


def _value(type_: Any, raw: Raw, path: str, problems: dict[str, str]) -> Any:
    """What was typed as a bank's file holds it; None where nothing was."""
    inner, _optional = _bare(type_)
    if _is_struct(inner):
        return _table(inner, raw, path, problems) if isinstance(raw, Mapping) and not _blank(raw) else None
    if (of := _listed_type(inner)) is not None:
        if of is str:
            return [line for line in (" ".join(line.split()) for line in _lines(raw).split("\n")) if line] or None
        return _values(of, raw, path, problems)
    if inner is bool:
        return raw in (True, "1")
    text = " ".join(_text(raw).split())
    if not text:
        return None
    if inner in (int, float):
        return _number(text, path, problems)
    if (choices := _choices(inner)) and text not in choices:
        problems[path] = NOT_OFFERED
    return text


def _values(of: Any, raw: Raw, path: str, problems: dict[str, str]) -> Any:
    kind = of if _is_struct(of) else Pair
    found = [
        _table(kind, one, f"{path}.{place}", problems)
        for place, one in enumerate(_entries(raw))
        if isinstance(one, Mapping) and not _blank(one)
    ]
    if kind is Pair:
        return {one["key"]: one["value"] for one in found if len(one) == 2} or None  # what is missing is in the problems
    return found or None


def _number(text: str, path: str, problems: dict[str, str]) -> int | float | None:
    try:
        value = float(text) if len(text) < 20 else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        problems[path] = NOT_A_NUMBER
        return None
    return int(value) if value.is_integer() else value


def _bare(type_: Any) -> tuple[Any, bool]:
    """A type without None, and whether it could be that."""
    if get_origin(type_) in (Union, UnionType):
        left = [one for one in get_args(type_) if one is not NoneType]
        return left[0], len(left) < len(get_args(type_))
    return type_, False


def _listed_type(type_: Any) -> Any:
    """What a list is of; a pair of texts for what is said by name; None for what is no list."""
    origin, of = get_origin(type_), get_args(type_)
    if origin is dict:
        return Pair
    return of[0] if origin in (tuple, list) else None


def _choices(type_: Any) -> tuple[str, ...]:
    if get_origin(type_) is Literal:
        return tuple(get_args(type_))
    return tuple(one.value for one in type_) if isinstance(type_, type) and issubclass(type_, Enum) else ()


def _is_struct(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Struct)


def _default(default: Any, factory: Any) -> Any:
    value = factory() if default is NODEFAULT else default
    return json.loads(msgspec.json.encode(value))


def _entries(raw: Raw) -> list[Any]:
    """The entries of a list, as a bank holds them, as a form sends them by number, or as names with what is said of them."""
    if isinstance(raw, Mapping):
        if all(key.isdecimal() for key in raw):
            return [raw[key] for key in sorted(raw, key=lambda key: (len(key), key))]
        return [{"key": key, "value": value} for key, value in raw.items()]
    return list(raw) if isinstance(raw, (list, tuple)) else []


def _listed(raw: Raw, names: list[str]) -> list[Any]:
    for name in names:
        if isinstance(raw, Mapping):
            raw = raw.get(name, {})
        else:
            raw = dict(enumerate(_entries(raw))).get(int(name) if name.isdecimal() and len(name) < 4 else -1, {})
    return _entries(raw)


def _put(raw: Raw, names: list[str], held: list[Any]) -> Raw:
    if not names:
        return {str(place): one for place, one in enumerate(held)}
    name, *rest = names
    here = dict(raw) if isinstance(raw, Mapping) else {}
    return {**here, name: _put(here.get(name, {}), rest, held)}


def _blank(raw: Raw) -> bool:
    """Whether nothing was typed in it."""
    if isinstance(raw, Mapping):
        return all(_blank(one) for one in raw.values())
    if isinstance(raw, (list, tuple)):
        return all(_blank(one) for one in raw)
    return raw in (None, "", "1", True, False) or not str(raw).strip()


def _lines(raw: Raw) -> str:
    return "\n".join(map(str, raw)) if isinstance(raw, (list, tuple)) else _text(raw)


def _text(raw: Raw) -> str:
    return "" if raw is None or isinstance(raw, (Mapping, list, tuple)) else str(raw).replace("\r\n", "\n")


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
