"""Looking after courses by the way: what runs against the rest of one is put aside without anybody's doing."""

from datetime import datetime, timedelta
from typing import Final

from flask import Flask, Response, after_this_request, current_app

from quizapp.models import Course
from quizapp.models.transactions import read_enough
from quizapp.queries.asides import courses_learned_in, ever_aside
from quizapp.queries.courses import learners_in
from quizapp.queries.item_statistics import Question, item_statistics
from quizapp.usecases.put_aside_by_itself import ENOUGH, against, put_aside_by_figures
from quizapp.web.extensions import db
from quizapp.web.noting import PATIENCE, noted

EVERY: Final = timedelta(hours=1)
MOST_NOTED: Final = 10_000


def look_after_courses_of(person_id: int, at: datetime) -> None:
    """Once an hour, and when the page is sent already, so that no learner waits: look at the courses in which somebody learns."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
    if _lately(app, f"person {person_id}", at):
        return

    @after_this_request
    def when_sent(response: Response) -> Response:
        response.call_on_close(lambda: _look(app, person_id, at))
        return response


def look_after(course_id: int, questions: list[Question], at: datetime) -> int:
    """Put aside what these figures of a course say, or do so another time where others write; how many questions were not aside before."""
    before = set(db.session.execute(ever_aside(course_id)).tuples())
    if all((one.objective.id, one.template) in before for one in against(questions)):
        return 0
    read_enough(db.session())
    aside = noted(
        lambda: put_aside_by_figures(db.session(), course_id, questions, at, PATIENCE),
        "Questions of a course ran against the rest, and could not be put aside.",
    )
    return aside or 0


def _look(app: Flask, person_id: int, at: datetime) -> None:
    with app.app_context():
        for course_id in db.session.scalars(courses_learned_in(person_id)).all():
            enough = (db.session.scalar(learners_in(course_id)) or 0) >= ENOUGH
            if enough and not _lately(app, f"course {course_id}", at):
                found = item_statistics(db.session(), db.session.get_one(Course, course_id), at)
                look_after(course_id, list(found.questions), at)


def _lately(app: Flask, whose: str, at: datetime) -> bool:
    """Whether this process has looked within the hour; notes that it does now."""
    noted: dict[str, datetime] = app.extensions.setdefault("quizapp_looked_after", {})
    if whose in noted and timedelta(0) <= at - noted[whose] < EVERY:
        return True
    if len(noted) >= MOST_NOTED:
        noted.clear()
    noted[whose] = at
    return False
