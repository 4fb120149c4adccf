"""Every answer that a course may see."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.course_tables import Table, course_table
from quizapp.models import Course
from quizapp.queries.courses import sections_of
from quizapp.queries.seen_by_course import answers_of_all
from quizapp.sentences import sentence

AT_A_TIME = 1000
HEADS = (
    "name",
    "student number",
    "section",
    "objective",
    "topic",
    "template",
    "seed",
    "level",
    "mode",
    "study day",
    "received",
    "marks",
    "maximum",
    "certainty",
    "seconds",
    "response",
    "key",
)


@course_table(
    "answers",
    title=sentence("Answers"),
    about=sentence(
        "Each answer since a learner joined to what is set and open, with marks, certainty and time, in the order in which they came."
    ),
)
def answers(session: Session, course: Course, at: datetime) -> Table:
    """Responses and keys are written as they are kept: the ids of options, or what was typed."""
    return Table(HEADS, _rows(session, course, at))


def _rows(session: Session, course: Course, at: datetime) -> Iterator[Sequence[object]]:
    titles = {one.section: one.title for one in session.scalars(sections_of(course.id))}
    found = session.execute(answers_of_all(course.id, at), execution_options={"yield_per": AT_A_TIME})
    for one in found:
        yield (
            one.called,
            one.reference,
            titles.get(one.section, "") if one.section is not None else "",
            one.aim,
            one.topic,
            one.template,
            one.seed,
            one.level,
            one.kind,
            one.study_day,
            one.received_at,
            one.marks,
            one.maximum,
            one.certainty,
            None if one.milliseconds is None else round(one.milliseconds / 1000, 1),
            one.response,
            one.keys,
        )
