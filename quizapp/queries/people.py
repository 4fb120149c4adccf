"""The people who have an account."""

from sqlalchemy import Select, or_, select

from quizapp.models import Person


def called(key: str) -> Select[tuple[Person]]:
    """Whoever has this name or address, in the form that makes two of them one."""
    return select(Person).where((Person.email_key if "@" in key else Person.name_key) == key)


def people(part: str = "") -> Select[tuple[Person]]:
    """Everybody in whose name or address this part stands, by name."""
    found = or_(Person.name_key.contains(part, autoescape=True), Person.email_key.contains(part, autoescape=True))
    return select(Person).where(found).order_by(Person.name_key)
