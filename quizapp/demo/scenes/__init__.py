"""What happened in the demonstration: each module here has its `PEOPLE` and a `play`, and is found by itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from quizapp.demo.stages import Stage


@dataclass(frozen=True, slots=True)
class Scene:
    """A part of the demonstration, and those of its people whom one would look at the pages as, with a few words about each."""

    name: str
    people: Mapping[str, str]
    play: Callable[[Stage], None]


def scenes() -> Iterator[Scene]:
    """All scenes, in the order of their names."""
    for name in sorted(module.name for module in iter_modules(__path__)):
        module = import_module(f"{__name__}.{name}")
        yield Scene(name, module.PEOPLE, module.play)
