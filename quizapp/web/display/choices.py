"""What can be chosen about the display."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from quizapp.models.people import TEXT_SIZES, THEMES, Person

OFFERED = {"theme": THEMES, "text_size": tuple(str(size) for size in TEXT_SIZES), "keys": ("on", "off")}


@dataclass(frozen=True, slots=True)
class Display:
    """Colours, text size in per cent (138 stands for 137.5) and whether single keys do something, as forms have them."""

    theme: str = "system"
    text_size: str = "100"
    keys: str = "on"


def read_display(given: Mapping[str, str]) -> Display | None:
    """The choices that were sent; None where one of them is missing or was not offered."""
    chosen = {one.name: given.get(one.name, "") for one in fields(Display)}
    return Display(**chosen) if all(chosen[name] in offered for name, offered in OFFERED.items()) else None


def of_person(person: Person) -> Display:
    """What a person has chosen."""
    return Display(person.theme, str(person.text_size), "on" if person.keys else "off")


def of_guest(kept: object) -> Display:
    """What a guest's cookie keeps, if it is what could be chosen."""
    return (read_display(kept) if isinstance(kept, dict) else None) or Display()
