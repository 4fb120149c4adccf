"""Change somebody's place in a course: their role, their section, the name under which they stand there."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Enrolment, Section
from quizapp.models.courses import COURSE_ROLES
from quizapp.models.people import MOST_EXTRA_TIME
from quizapp.usecases.called import called_problem
from quizapp.usecases.exam_times import follow_extra_time
from quizapp.usecases.invite_people import reference_problem
from quizapp.usecases.wording import Problems, sentence

OWNER = sentence("A course has one owner. To change who that is, hand the course over.")
EXTRA = sentence("Type a number from 0 to 200, or leave it empty.")
NO_SUCH_SECTION = sentence("Choose one of the sections of this course.")


def change_enrolment(
    session: Session,
    place: Enrolment,
    role: str,
    section: str,
    called: str,
    at: datetime,
    extra_time: str = "",
    reference: str | None = None,
) -> Enrolment | Problems:
    """The place as it is now; an owner stays one, and nobody becomes one this way. Without a student number it keeps the one it has.

    Whoever becomes a learner joins as one now: what they answered in a role that shows nothing stays unseen. An exam that a learner is in
    follows their extra time.
    """
    called = " ".join(called.split())
    number = int(section) if section.isascii() and section.isdigit() and len(section) < 10 else None
    problems: Problems = {}
    if role not in COURSE_ROLES or (role == "owner") != (place.role == "owner"):
        problems["role"] = OWNER
    if section and (number is None or session.get(Section, (place.course_id, number)) is None):
        problems["section"] = NO_SUCH_SECTION
    if problem := called_problem(called):
        problems["called"] = problem
    extra = extra_time.strip() or "0"
    if not (extra.isascii() and extra.isdigit() and len(extra) < 4 and int(extra) <= MOST_EXTRA_TIME):
        problems["extra_time"] = EXTRA
    reference = place.reference if reference is None else " ".join(reference.split())
    if problem := reference_problem(reference):
        problems["reference"] = problem
    if problems:
        return problems
    if role == "learner" != place.role:
        place.joined_at = at
    place.role, place.section, place.called = next(one for one in COURSE_ROLES if one == role), number, called
    changed, place.extra_time, place.reference = place.extra_time != int(extra), int(extra), reference
    session.flush()
    if changed:
        follow_extra_time(session, place, at)
    return place
