"""Ask a learner about an objective again."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.queries.study_days import study_day_of
from quizapp.queries.today import first_day_for
from quizapp.scheduling.days import study_day
from quizapp.usecases.own_cards import card_to_change


def resume_objective(session: Session, person: Person, objective_id: int, at: datetime) -> None:
    """Ask it again as if it had never been suspended: on the day it is due. LookupError if the learner does not study it.

    What is overdue after a rest of days comes as what the learner wishes for: it has not waited for them, and is nothing to catch up on.
    """
    card, today = card_to_change(session, person.id, objective_id), study_day_of(session, person, at)
    rested = card.suspended_at is not None and study_day(card.suspended_at, person.zone) < today
    if rested and card.due is not None and card.due < today and card.asked_sooner is None:
        card.asked_sooner = first_day_for(session, person, objective_id, today, today)
    card.suspended_because = card.suspended_at = None
