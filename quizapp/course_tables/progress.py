"""What each learner of a course knows, by topic."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.course_tables import Table, course_table
from quizapp.models import Course
from quizapp.queries.course_map import Cell, CourseMap, course_map
from quizapp.queries.items import topic_titles
from quizapp.scheduling.days import study_day
from quizapp.sentences import sentence

HEADS = ("name", "student number", "section", "objectives", "answered", "at goal, %", "recall, %", "due", "last answer", "needs help")


@course_table(
    "progress",
    title=sentence("Progress"),
    about=sentence(
        "A line for each learner: what is answered, at the goal and remembered today, by topic too; what is due, and who needs help."
    ),
)
def progress(session: Session, course: Course, at: datetime) -> Table:
    """What was never answered counts as not known; a topic without any answer is left empty."""
    found = course_map(session, course, study_day(at, course.zone), at)
    titles = topic_titles(session)
    topics = [titles[(topic.bank, topic.topic)] for topic in found.topics]
    heads = [head for title in topics for head in (f"{title}: at goal, %", f"{title}: recall, %")]
    return Table((*HEADS, *heads), _rows(found))


def _rows(found: CourseMap) -> Iterator[Sequence[object]]:
    for one in found.learners:
        whole, because = one.whole, ", ".join(reason.why.value for reason in one.reasons)
        known = [whole.objectives, whole.seen, *_percent(whole)]
        by_topic = [figure for cell in one.topics for figure in _percent(cell)]
        yield [one.place.called, one.place.reference, one.section or "", *known, one.due, one.last_day, because, *by_topic]


def _percent(cell: Cell) -> tuple[float | None, float | None]:
    """Share at goal and mean recall, in percent with one place."""
    return (round(100 * cell.share_at_goal, 1), round(100 * cell.mean, 1)) if cell.seen else (None, None)
