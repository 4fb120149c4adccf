"""Long forms made short: parts of many fields are folded, and one is opened at a time. What stands in them is sent along."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from math import inf

from quizapp.web.editing.fields import LISTED, Field, leaves

MOST_SHOWN = 42
"""So many fields are shown at once, where parts of a form can be folded."""

MOST_BESIDE = 24
"""So many beside what the checker finds wrong."""

LEAST = (inf, 15, 5)
"""Parts of so many fields or more are folded, the first of these that does."""

OPEN = "open"
"""What a button says that opens a part: "open applied.0"."""


def shortened(fields: tuple[Field, ...], looked_at: Collection[str], most: int = MOST_SHOWN) -> tuple[Field, ...]:
    """The same fields with parts folded until few enough are shown, but none on the way to what is looked at."""
    found = fields
    for least in LEAST:
        found = _folded(fields, looked_at, least)
        if sum(1 for _ in shown(found)) <= most:
            break
    return found


def shown(fields: tuple[Field, ...]) -> Iterator[Field]:
    """The fields that are filled in on the page, one after the other."""
    for one in fields:
        if one.inside and not one.folded:
            yield from shown(one.inside)
        elif not one.folded and one.shape not in ("group", "many"):
            yield one


def opened_by(what: str) -> str:
    """Where somebody looks who pressed a button: the part that is opened, or the list that is changed."""
    verb, _, path = what.partition(" ")
    if verb in (OPEN, "more"):
        return path
    return path.rpartition(".")[0] if verb in LISTED else ""


def _folded(fields: tuple[Field, ...], looked_at: Collection[str], least: float) -> tuple[Field, ...]:
    return tuple(_part(one, looked_at, least) for one in fields)


def _part(one: Field, looked_at: Collection[str], least: float) -> Field:
    looked_into = any(f"{path}.".startswith(f"{one.path}.") for path in looked_at)
    if one.shape == "group" and one.filled and not looked_into and sum(1 for _ in leaves(one.inside)) >= least:
        return replace(one, folded=True)
    return replace(one, inside=_folded(one.inside, looked_at, least)) if one.inside else one
