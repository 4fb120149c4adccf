"""Name the day of a learner's exam."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from quizapp.models import Exam, Person
from quizapp.models.transactions import begin_writing
from quizapp.queries.exams import ALL
from quizapp.queries.study_days import study_day_of
from quizapp.usecases.wording import Problems, sentence

FURTHEST = timedelta(days=730)


def name_exam(session: Session, person_id: int, banks: Collection[str], bank: str, day: str, at: datetime) -> Exam | Problems:
    """Keep the day of the exam in one of these banks, or in all that is studied, in the place of the one named before."""
    begin_writing(session)
    person = session.get_one(Person, person_id)
    named, today = _day(day), study_day_of(session, person, at)
    problems: Problems = {}
    if bank not in (ALL, *banks):
        problems["bank"] = sentence("Choose what the exam is about.")
    if named is None or not today < named <= today + FURTHEST:
        problems["day"] = sentence("Choose a day after today, within two years.")
    if problems:
        return problems
    assert named is not None
    return session.merge(Exam(learner_id=person_id, bank=bank, day=named, named_at=at))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
