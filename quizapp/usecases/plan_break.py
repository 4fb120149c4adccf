"""Plan a day off, or a holiday."""

from datetime import date, datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Break, Person
from quizapp.models.transactions import begin_counting
from quizapp.queries.days_off import breaks_since
from quizapp.queries.study_days import study_day_of
from quizapp.usecases.wording import Problems, sentence

LONGEST, FURTHEST, MOST = timedelta(days=92), timedelta(days=730), 50


def plan_break(session: Session, person_id: int, first: str, last: str, at: datetime) -> Break | Problems:
    """Ask nothing from the first day to the last, both included; the last left empty means a single day. Breaks that touch become one."""
    begin_counting(session, Break)
    person = session.get_one(Person, person_id)
    today = study_day_of(session, person, at)
    begins, ends = _day(first), _day(last.strip() or first)
    if problems := _problems(begins, ends, last, today):
        return problems
    assert begins is not None
    assert ends is not None
    for one in session.scalars(breaks_since(person_id, today)).all():
        if one.first_day <= ends + timedelta(days=1) and one.last_day >= begins - timedelta(days=1):
            begins, ends = min(begins, one.first_day), max(ends, one.last_day)
            session.execute(delete(Break).where(Break.learner_id == person_id, Break.first_day == one.first_day))
    if len(session.scalars(breaks_since(person_id, today)).all()) >= MOST:
        return {"first": sentence("You have planned as many breaks as fit. Remove one first.")}
    return session.merge(Break(learner_id=person_id, first_day=begins, last_day=ends))


def _problems(begins: date | None, ends: date | None, last: str, today: date) -> Problems:
    problems: Problems = {}
    if begins is None or not today <= begins <= today + FURTHEST:
        problems["first"] = sentence("Choose a first day, today or later.")
    if (ends is None and last.strip()) or (begins and ends and not timedelta(0) <= ends - begins <= LONGEST):
        problems["last"] = sentence("Choose a last day, not before the first and at most three months after it.")
    return problems


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
