"""When a learner wants to be asked nothing."""

from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quizapp.models import Break, Person
from quizapp.scheduling.days_off import DaysOff, weekdays_in


def days_off_of(session: Session, person: Person, since: date) -> DaysOff:
    """The weekdays that are off, and the breaks that are not over on a day."""
    breaks = session.scalars(breaks_since(person.id, since))
    return DaysOff(weekdays_in(person.days_off), tuple((one.first_day, one.last_day) for one in breaks))


def breaks_since(learner_id: int, day: date) -> Select[tuple[Break]]:
    """A learner's breaks that are not over on a day, the first one first."""
    return select(Break).where(Break.learner_id == learner_id, Break.last_day >= day).order_by(Break.first_day)
