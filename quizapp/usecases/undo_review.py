"""Take back a learner's last answer of the day."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import begin_writing
from quizapp.queries.cards import own_card
from quizapp.queries.reviews import last_review_of_day
from quizapp.queries.study_days import study_day_of
from quizapp.usecases.refolding import refold


@dataclass(frozen=True, slots=True)
class Undone:
    """The answer that was taken back."""

    objective_id: int
    turn: int


def undo_review(session: Session, person: Person, at: datetime, *, only: tuple[int, int] | None = None) -> Undone | None:
    """Take back the learner's last live answer of the study day: marked in the log, and its card as if it had never been.

    `only` names the answer that is meant (objective, turn), so that a second press does not take back another; None if it is not the last.
    """
    begin_writing(session)
    review = session.scalar(last_review_of_day(person.id, study_day_of(session, person, at)))
    if review is None or only not in (None, (review.objective_id, review.turn)):
        return None
    review.undone_at = at
    refold(session, review, at)
    if review.kind == "scheduled":
        session.scalars(own_card(person.id, review.objective_id)).one().asked_sooner = review.sooner_before
    return Undone(review.objective_id, review.turn)
