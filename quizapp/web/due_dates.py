"""The dates that courses have set, in words."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from quizapp.queries.due_soon import DueSoon
from quizapp.web.wording import format_moment
from quizapp.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class DueWords:
    """A sentence that says all of it, its parts for a list, and where it is done."""

    sentence: str
    title: str
    course: str
    when: str
    opens: str  # "" where it is open
    day: date  # on which it is due, as the course's own clock has it
    course_id: int
    assignment_id: int


def due_in_words(soon: DueSoon, zone: str) -> DueWords:
    """What is due, in which course, when, and from when on it is open where it is not yet; for somebody in a zone."""
    day = soon.due_at.astimezone(ZoneInfo(soon.course.zone)).date()
    due, opens = _told(soon.due_at, soon.course.zone, zone), ""
    what = {"title": soon.assignment.title, "course": soon.course.title, "when": due}
    sentence = _("“%(title)s” (%(course)s) is due %(when)s.", **what)
    if not soon.open and soon.assignment.opens_at:
        opens = _told(soon.assignment.opens_at, soon.course.zone, zone)
        sentence = _("“%(title)s” (%(course)s) opens %(opens)s and is due %(when)s.", opens=opens, **what)
    return DueWords(sentence, soon.assignment.title, soon.course.title, due, opens, day, soon.course.id, soon.assignment.id)


def _told(moment: datetime, of_course: str, own: str) -> str:
    """A moment as the clock of a course has it, which is named where it shows another time than one's own."""
    theirs, mine = (format_moment(moment, zone) for zone in (of_course, own))
    return theirs if theirs == mine else _("%(moment)s (%(zone)s time)", moment=theirs, zone=of_course.replace("_", " "))
