"""Set the weekdays on which a learner wants to be asked nothing."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import begin_writing
from quizapp.scheduling.days_off import WEEKDAYS, bits_of
from quizapp.usecases.wording import Problems, sentence


def change_days_off(session: Session, person_id: int, weekdays: Sequence[str]) -> Problems:
    """Keep these weekdays (0 to 6, Monday first) free from now on; a day at least must be left."""
    found = {int(day) for day in weekdays if day in tuple(map(str, range(WEEKDAYS)))}
    if len(found) == WEEKDAYS:
        return {"weekday": sentence("Leave at least one day of the week to study on.")}
    begin_writing(session)
    session.get_one(Person, person_id).days_off = bits_of(found)
    return {}
