"""The mark of a data folder that holds a demonstration, and whom its pages can be looked at as."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MARK = "demonstration.json"


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Made-up people, each with a few words about them, and the password of them all."""

    people: Mapping[str, str]
    password: str


def demonstration_in(folder: Path) -> Demonstration | None:
    """The demonstration that a folder holds, if that is what it holds."""
    mark = folder / MARK
    return Demonstration(**json.loads(mark.read_text(encoding="utf-8"))) if mark.exists() else None


def mark(folder: Path, demonstration: Demonstration) -> None:
    """Say in a folder, before anything else is put there, that all it holds is made up."""
    text = json.dumps({"people": dict(demonstration.people), "password": demonstration.password}, indent=2)
    (folder / MARK).write_text(text, encoding="utf-8")
