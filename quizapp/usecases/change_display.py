"""Keep how a person likes their pages."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.people import TEXT_SIZES, THEMES
from quizapp.models.transactions import begin_writing
from quizapp.usecases.wording import Problems, sentence


def change_display(session: Session, person_id: int, at: datetime, *, theme: str, text_size: str, keys: bool) -> Person | Problems:
    """Set the colours, the size of text, and whether single keys do things."""
    problems: Problems = {}
    if theme not in THEMES:
        problems["theme"] = sentence("Choose light, dark, or as the system has it.")
    if text_size not in map(str, TEXT_SIZES):
        problems["text_size"] = sentence("Choose one of the sizes.")
    if problems:
        return problems
    begin_writing(session)
    person = session.get_one(Person, person_id)
    person.theme, person.text_size, person.keys = theme, int(text_size), keys
    return person
