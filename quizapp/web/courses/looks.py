"""That somebody who teaches looked at a learner's page, whom the learner sees; and that the learner did, who then has read what it says."""

from datetime import datetime

from flask_login import current_user

from quizapp.models import Course
from quizapp.queries.seen_by_course import new_remarks
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


def note_read(course: Course, at: datetime) -> None:
    """Note that a learner opens their own page, where something new was said to them there: then it is new no more."""
    course_id, learner_id, day = course.id, current_user.id, study_day(at, course.zone)
    if db.session.execute(new_remarks(learner_id).where(Course.id == course_id)).first():
        noted(
            lambda: note_opening(db.session(), [learner_id], course_id, learner_id, day, at, PATIENCE),
            "A learner read what was said to them, which could not be noted.",
        )
