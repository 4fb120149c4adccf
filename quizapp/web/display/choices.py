"""What can be chosen about the display."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from quizapp.models.people import TEXT_SIZES, THEMES, Person
from quizapp.web.wording import gettext as _

OFFERED = {"theme": THEMES, "text_size": tuple(str(size) for size in TEXT_SIZES), "keys": ("on", "off")}
TEXT_NAMES = {"100": "", "119": "large", "138": "larger"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen: the field of the form, its legend, each value with its words, and the value chosen now."""

    name: str
    legend: str
    offered: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Display:
    """Colours, text size in per cent (138 stands for 137.5) and whether single keys do something, as forms have them."""

    theme: str = "system"
    text_size: str = "100"
    keys: str = "on"

    @property
    def marks(self) -> dict[str, str]:
        """What the stylesheet is told: the data attributes of the page, without those that say what is so anyway."""
        marks = {"theme": self.theme.replace("system", ""), "text": TEXT_NAMES[self.text_size], "keys": self.keys}
        return {name: value for name, value in marks.items() if value}

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All there is to choose, in words."""
        legends = {"theme": _("Colours"), "text_size": _("Text size"), "keys": _("Single-key shortcuts")}
        return tuple(
            Choice(name, legends[name], tuple((value, _words()[value]) for value in offered), getattr(self, name))
            for name, offered in OFFERED.items()
        )


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


def _words() -> dict[str, str]:
    """The words of each value."""
    return {
        "system": _("As this device"),
        "light": _("Light"),
        "dark": _("Dark"),
        "100": _("Normal"),
        "119": _("Large"),
        "138": _("Larger"),
        "on": _("On"),
        "off": _("Off"),
    }
