"""The tables that whoever teaches a course can take out of it: an open set. A new one is a new file here, marked `@course_table(…)`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Literal

from sqlalchemy.orm import Session

from questions.registry import import_all
from quizapp.models import Course

Form = Literal["csv", "xlsx"]
"""As a file for every program, or as one for spreadsheets."""

BOTH: tuple[Form, ...] = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Table:
    """What stands over each column, and the rows: text, whole numbers, shares, days and moments."""

    heads: Sequence[str]
    rows: Iterable[Sequence[object]]


Make = Callable[[Session, Course, datetime], Table]
"""Makes the table of a course at a moment, from what the course may see. It only reads the database, in one transaction."""


@dataclass(frozen=True, slots=True)
class CourseTable:
    """A table: its name in addresses, what it is, in sentences for people, in which forms it comes, and whether it tells what somebody did.

    Who opened a learner's page is shown to the learner; so is who took out a table that `tells_of_learners`.
    """

    name: str
    title: str
    about: str
    forms: tuple[Form, ...]
    tells_of_learners: bool
    make: Make

    def file_name(self, at: datetime, form: Form) -> str:
        """What the file is called that is made at a moment."""
        return f"quizapp-{self.name}-{at:%Y-%m-%d}.{form}"


_registered: dict[str, CourseTable] = {}


def course_table(
    name: str, *, title: str, about: str, forms: tuple[Form, ...] = BOTH, tells_of_learners: bool = True
) -> Callable[[Make], Make]:
    """Register a table. Raises ValueError for a name that is taken."""

    def register(make: Make) -> Make:
        if name in _registered:
            raise ValueError(f"There are two tables of a course named {name!r}.")
        _registered[name] = CourseTable(name, title, about, forms, tells_of_learners, make)
        return make

    return register


@cache
def course_tables() -> Mapping[str, CourseTable]:
    """Every table by name, in the order of the names."""
    import_all(__name__)
    return MappingProxyType(dict(sorted(_registered.items())))
