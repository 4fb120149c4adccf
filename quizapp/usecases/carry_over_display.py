"""Keep how a guest liked their pages, now that it is known who they are."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.usecases.change_display import change_display


def carry_over_display(session: Session, person: Person, at: datetime, chosen: object) -> bool:
    """Give a person who never chose anything what this browser had chosen. False where it had nothing, or they did choose."""
    if not isinstance(chosen, dict) or (person.theme, person.text_size, person.keys) != ("system", 100, True):
        return False
    theme, text_size, keys = (str(chosen.get(name)) for name in ("theme", "text_size", "keys"))
    return isinstance(change_display(session, person.id, at, theme=theme, text_size=text_size, keys=keys != "off"), Person)
