"""That somebody who teaches looked at a learner's page: the learner sees who."""

from datetime import datetime

from flask_login import current_user

from quizapp.models import Course
from quizapp.scheduling.days import study_day
from quizapp.usecases.note_opening import note_opening
from quizapp.web.extensions import db
from quizapp.web.noting import PATIENCE, noted


def note_look(course: Course, person_id: int, at: datetime) -> None:
    """Note that somebody else looks at a learner."""
    course_id, viewer, day = course.id, current_user.id, study_day(at, course.zone)
    if viewer != person_id:
        noted(
            lambda: note_opening(db.session(), [person_id], course_id, viewer, day, at, PATIENCE),
            "Somebody looked at a learner's page, which could not be noted.",
        )
