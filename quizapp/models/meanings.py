"""What each column of each table means to whom it is about, as `meanings.toml` tells it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Meaning:
    """A table in words, its columns in words, and why the table or some of its columns are not handed out."""

    about: str
    columns: Mapping[str, str]
    withheld: Mapping[str, str]  # by column: why
    explains: bool = False  # belongs to nobody, but what belongs to people names it
    left_out: str = ""  # why, if the whole table is
    privacy: str = ""  # the line of the page on privacy that tells of it, if rows are about people

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns that are handed out."""
        return tuple(self.columns)


@cache
def meanings() -> Mapping[str, Meaning]:
    """What every table means, by its name."""
    tables = tomllib.loads(Path(__file__).with_name("meanings.toml").read_text(encoding="utf-8"))
    return {name: _read(table) for name, table in tables.items()}


def _read(table: dict[str, Any]) -> Meaning:
    return Meaning(**{"columns": {}, "withheld": {}, **table})
