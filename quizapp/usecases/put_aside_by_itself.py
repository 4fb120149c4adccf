"""Put aside what is likely at fault, without anybody's doing: a course says so on its page, and whoever teaches can ask it again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from quizapp.models import Aside
from quizapp.models.asides import Because
from quizapp.models.transactions import begin_writing
from quizapp.models.upserts import insert_into
from quizapp.queries.asides import REPORTERS, courses_learned_in, reporters_in
from quizapp.queries.item_statistics import Question

ENOUGH: Final = 30
"""First answers from which on a negative discrimination counts."""


def against(questions: Iterable[Question]) -> list[Question]:
    """The questions that those who do well elsewhere miss, over enough first answers."""
    return [one for one in questions if one.template and one.figures.answers >= ENOUGH and (one.figures.discrimination_index or 0) < 0]


def put_aside_by_figures(
    session: Session, course_id: int, questions: Iterable[Question], at: datetime, patience: float | None = None
) -> int:
    """Put aside what runs against the rest of a course; how many were not before, unless others write for so many seconds."""
    begin_writing(session, patience)
    return sum(_once(session, course_id, one.objective.id, one.template, "discrimination", at) for one in against(questions))


def put_aside_by_reports(session: Session, learner_id: int, objective_id: int, template: str, at: datetime) -> int:
    """Put a question aside in each course of a learner in which enough different learners have reported it; in how many that was."""
    reported = [
        course_id
        for course_id in session.scalars(courses_learned_in(learner_id)).all()
        if (session.scalar(reporters_in(course_id, objective_id, template)) or 0) >= REPORTERS
    ]
    return sum(_once(session, course_id, objective_id, template, "reports", at) for course_id in reported)


def _once(session: Session, course_id: int, objective_id: int, template: str, because: Because, at: datetime) -> bool:
    """Put aside what never was: what somebody asks again stays asked."""
    if session.get(Aside, (course_id, objective_id, template)) is not None:
        return False
    row = {"course_id": course_id, "objective_id": objective_id, "template": template, "because": because, "words": "", "aside_at": at}
    session.execute(insert_into(Aside, session.get_bind().dialect.name).on_conflict_do_nothing(), row)
    return True
