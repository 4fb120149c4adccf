"""Take back what was set."""

from sqlalchemy.orm import Session

from quizapp.models import Assignment
from quizapp.queries.exam_attempts import learners_begun


def remove_assignment(session: Session, assignment: Assignment, taken: int = 0) -> int | None:
    """The course sees nothing more of what only this assignment let it see; nobody's answers change.

    An exam whose results would go goes where it is known how many learners have taken it; else that number is told, and it stays.
    """
    if (begun := session.scalar(learners_begun(assignment.id)) or 0) != taken:
        return begun
    session.delete(assignment)
    session.flush()
    return None
