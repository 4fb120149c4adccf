"""Set how many questions a learner meets a day, and how many new ones among them."""

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import begin_writing
from quizapp.usecases.change_settings import MOST_NEW, MOST_REVIEWS


def set_pace(session: Session, person_id: int, reviews_a_day: int, new_a_day: int) -> Person:
    """Meet so many new ones a day among so many questions, as far as the settings let one choose, and no fewer questions than before."""
    begin_writing(session)
    person = session.get_one(Person, person_id)
    person.new_a_day = min(max(new_a_day, 0), MOST_NEW)
    person.reviews_a_day = min(max(person.reviews_a_day, reviews_a_day, person.new_a_day), MOST_REVIEWS)
    return person
