"""Give one learner more time, or more attempts at an exam."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from quizapp.models import Assignment, Course, Extension
from quizapp.models.assignments import MOST_ATTEMPTS
from quizapp.usecases.exam_times import change_alone, follow
from quizapp.usecases.set_assignment import END_OF_DAY, LAST_DAY
from quizapp.usecases.wording import Problems, sentence

LATER = sentence("Choose a day after the one on which it is due for everybody, or that day to take the later date back.")
UNDATED = sentence("It has no dates yet. Set those first.")
MORE = sentence("Type how many more attempts they have, from 0 to 20.")


def extend_assignment(
    session: Session,
    course: Course,
    assignment: Assignment,
    learner_id: int,
    at: datetime,
    due: str | None,
    more_attempts: str | None = None,
) -> Extension | Problems | None:
    """What a learner has beyond the others: nothing typed, or the day of everybody, takes it back; None leaves it as it is.

    An attempt that goes on follows.
    """
    change_alone(session, assignment.id)
    later = None if due is None else _later(course, assignment, due)
    problems = {
        "due": later if isinstance(later, str) else None,
        "more_attempts": None if not (more_attempts or "").strip() or _is_number(more_attempts or "") else MORE,
    }
    if found := {name: problem for name, problem in problems.items() if problem}:
        return found
    extension = session.get(Extension, (learner_id, assignment.id)) or Extension(
        learner_id=learner_id, assignment_id=assignment.id, due_at=None, more_attempts=0
    )
    if due is not None:
        extension.due_at = later if isinstance(later, datetime) else None
    if more_attempts is not None:
        extension.more_attempts = int(more_attempts.strip() or 0)
    kept = _keep(session, extension)
    follow(session, assignment, at, learner_id)
    return kept


def _keep(session: Session, extension: Extension) -> Extension | None:
    """The extension in its place; none where nothing is left of it."""
    if extension.due_at is not None or extension.more_attempts:
        session.add(extension)
        return extension
    if extension in session:
        session.delete(extension)
    return None


def _later(course: Course, assignment: Assignment, due: str) -> datetime | str | None:
    """The end of a day, what is wrong with it, or None where none was typed, or that of everybody."""
    if not due.strip():
        return None
    try:
        at = datetime.combine(date.fromisoformat(due.strip()), END_OF_DAY, ZoneInfo(course.zone))
    except (ValueError, OverflowError):
        return LAST_DAY
    if assignment.due_at is None:
        return UNDATED
    if at == assignment.due_at:
        return None
    return LATER if at < assignment.due_at or at.year > 2200 else at


def _is_number(text: str) -> bool:
    text = text.strip()
    return text.isascii() and text.isdigit() and len(text) < 3 and int(text) <= MOST_ATTEMPTS
