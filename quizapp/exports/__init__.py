"""The ways out for what belongs to a person: an open set. A new one is a new file here with a function marked `@export(…)`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import BinaryIO

from sqlalchemy.orm import Session

from questions.registry import import_all
from quizapp.models import Person

Write = Callable[[Session, Person, datetime, BinaryIO], None]
"""Writes what belongs to a person at a moment into a file. It only reads the database, in one transaction, and keeps little in memory."""


@dataclass(frozen=True, slots=True)
class Export:
    """A way out: its name in addresses, how its file is called, of which type that is, and what it is, in sentences for people."""

    name: str
    suffix: str
    media_type: str
    title: str
    about: str
    write: Write

    def file_name(self, at: datetime) -> str:
        """What the file is called that is made at a moment."""
        return f"quizapp-{self.name}-{at:%Y-%m-%d}.{self.suffix}"


_registered: dict[str, Export] = {}


def export(name: str, suffix: str, media_type: str, *, title: str, about: str) -> Callable[[Write], Write]:
    """Register a way out. Raises ValueError for a name that is taken."""

    def register(write: Write) -> Write:
        if name in _registered:
            raise ValueError(f"There are two exports named {name!r}.")
        _registered[name] = Export(name, suffix, media_type, title, about, write)
        return write

    return register


@cache
def exports() -> Mapping[str, Export]:
    """Every way out by name, in the order of the names."""
    import_all(__name__)
    return MappingProxyType(dict(sorted(_registered.items())))
