"""Ask a learner about an objective sooner than it is due."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.queries.study_days import study_day_of
from quizapp.queries.today import first_day_for
from quizapp.usecases.own_cards import card_to_change


def ask_sooner(session: Session, person: Person, objective_id: int, at: datetime) -> date:
    """Ask it today, whatever the limits, or on the first day on which that can be. The day; what is remembered stays as it is.

    Later it is where it was reviewed today, or where a sibling was or is wished for as well; and then on no day off.
    The answer is a review like any other, and meets the wish. LookupError if the learner does not study it.
    """
    today = study_day_of(session, person, at)
    card = card_to_change(session, person.id, objective_id)
    first = today + timedelta(days=1) if card.last_day == today else today
    card.asked_sooner = first_day_for(session, person, objective_id, first, today)
    return card.asked_sooner
