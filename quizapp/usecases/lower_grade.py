"""Count an answer as the guess that the learner says it was."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import begin_writing
from quizapp.queries.reviews import guessed, own_review, reviews_of_card
from quizapp.queries.study_days import study_day_of
from quizapp.usecases.refolding import refold


@dataclass(frozen=True, slots=True)
class Lowered:
    """The answer, and the grade that counts now."""

    objective_id: int
    turn: int
    grade: int


def lower_grade(session: Session, person: Person, objective_id: int, turn: int, at: datetime) -> Lowered | None:
    """Lower the grade of a card's last live answer, on its study day, to that of a guess. None where there is nothing to lower."""
    begin_writing(session)
    review = session.scalar(own_review(person.id, objective_id, turn))
    if review is None or review.undone_at or review.study_day != study_day_of(session, person, at):
        return None
    last = [one for one in session.scalars(reviews_of_card(person.id, objective_id)) if not one.undone_at][-1]
    guess = guessed(review)
    if last is not review or guess is None:
        return None
    review.lowered_to, review.lowered_at = guess, at
    state = refold(session, review, at)
    review.repetitions_after, review.interval_after, review.easiness_after = state.memory
    assert state.due is not None
    review.due_after = state.due
    return Lowered(objective_id, turn, guess)
