"""Let a learner study more today than their limits allow, or ahead of the days to come."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import begin_writing
from quizapp.queries.today import PORTION, Today, today


def study_more(session: Session, person_id: int, at: datetime, *, more: int, until: date | None = None) -> bool:
    """Ask a portion more on this study day, and on no other: of what the limits hold back or, where nothing is, of what is due next.

    `more` is how much the page said was asked for already, and `until` the next day that it offered to study ahead, so that a second
    press adds nothing. False where there is nothing to add.
    """
    begin_writing(session)
    person = session.get_one(Person, person_id)
    day = today(session, person, at)
    if not day.offered or more != day.more:
        return False
    if day.held_back:
        _add(person, day, min(PORTION, day.held_reviews), day.offered)
    elif until != day.next_day:
        return False
    else:
        _add(person, day, day.offered, day.offered)
        person.ahead_to = until
    return True


def _add(person: Person, today: Today, again: int, all_of_them: int) -> None:
    if person.more_on != today.day:
        person.more_on, person.more_reviews, person.more_new, person.ahead_to = today.day, 0, 0, None
    person.more_reviews += all_of_them
    person.more_new += all_of_them - again
