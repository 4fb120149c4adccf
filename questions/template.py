"""Ways of asking: what a template gives, and the registry in which it is found."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Literal, NamedTuple, TypeVar

from questions.interactions import Interaction
from questions.matters import Matter
from questions.objectives import Objective
from questions.registry import import_all
from questions.wording import Say, sayer

Level = Literal["recognise", "tell apart", "recall"]
LEVELS: tuple[Level, ...] = ("recognise", "tell apart", "recall")

M = TypeVar("M", bound=Matter)


class Draft(NamedTuple):
    """What a template writes: `why` explains the key, `nearness` (0 to 1) says how near the distractors are to it."""

    stem: str
    hint: str
    interaction: Interaction
    item_type: str
    why: str
    nearness: float = 0.0


@dataclass(frozen=True, slots=True)
class Template:
    """A way of asking one shape of matter, on one level; a change of what it writes is a new version. People read what it is `called`."""

    name: str
    called: str
    version: int
    level: Level
    matter: type[Matter]
    write: Callable[[Matter, Random, Say], Draft | None]


TEMPLATES: dict[str, Template] = {}


def template(
    matter: type[M], *, level: Level, called: str, version: int = 1
) -> Callable[[Callable[[M, Random, Say], Draft | None]], Callable[[M, Random, Say], Draft | None]]:
    """Register a template under the name of its function. It gives None where the matter cannot be asked so, whatever the seed."""

    def register(write: Callable[[M, Random, Say], Draft | None]) -> Callable[[M, Random, Say], Draft | None]:
        TEMPLATES[write.__name__] = Template(write.__name__, called, version, level, matter, write)  # type: ignore[arg-type]
        return write

    return register


@cache
def all_templates() -> dict[str, Template]:
    """Every template, by name."""
    import_all("questions.templates")
    return dict(sorted(TEMPLATES.items()))


def way_called(template: str, language: str) -> str:
    """What people read for a way of asking, by its name in the code; of one that this program no longer knows, that name as words."""
    known = all_templates().get(template)
    return sayer(language)(known.called) if known else template.replace("_", " ")


def fitting(objective: Objective) -> tuple[Template, ...]:
    """The templates that can ask this objective."""
    return tuple(
        one
        for one in all_templates().values()
        if isinstance(objective.matter, one.matter) and one.write(objective.matter, Random("fit"), sayer("en"))
    )
