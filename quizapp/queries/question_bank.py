"""What those who look after questions see beside them: reports, and the objectives themselves."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from quizapp.models import Enrolment, Objective, Report
from quizapp.queries.courses import learning_in


def objectives_by_key(session: Session, bank: str) -> dict[str, Objective]:
    """The objectives of a bank that are not retired."""
    found = session.scalars(select(Objective).where(Objective.bank == bank, Objective.retired_at.is_(None)))
    return {one.key: one for one in found}


def open_reports_on(session: Session, objective_id: int, course_id: int | None) -> Sequence[Report]:
    """The reports on an objective that nobody has closed, the latest first: of a course's learners since they joined, or of everybody."""
    wanted = select(Report).where(Report.objective_id == objective_id, *_open(course_id))
    return session.scalars(wanted.order_by(Report.reported_at.desc(), Report.id.desc()).limit(30)).all()


def reported(session: Session, course_id: int | None) -> dict[int, int]:
    """How many open reports there are on each objective that has any."""
    counted = select(Report.objective_id, func.count()).where(*_open(course_id)).group_by(Report.objective_id)
    return dict(session.execute(counted).tuples().all())


def _open(course_id: int | None) -> tuple[ColumnElement[bool], ...]:
    if course_id is None:
        return (Report.closed_at.is_(None),)
    seen = exists().where(Enrolment.person_id == Report.learner_id, *learning_in(course_id), Enrolment.joined_at <= Report.reported_at)
    return Report.closed_at.is_(None), seen
