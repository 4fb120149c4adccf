"""Join a course by its code."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Enrolment, Person, SignInAttempt
from quizapp.models.transactions import begin_counting
from quizapp.queries.courses import course_of_code
from quizapp.usecases.called import called_problem
from quizapp.usecases.course_codes import as_typed
from quizapp.usecases.enrolling import enrol, keeps_out
from quizapp.usecases.throttling import JOIN, Throttled, note_failure, seconds_to_wait, tried
from quizapp.usecases.wording import Problems, sentence

WRONG = sentence("No course has this code. Check it with your instructor: it has eight letters and digits, and it may have ended.")


def join_course(
    session: Session, person: Person, code: str, called: str, address: str, at: datetime, key: str
) -> Enrolment | Problems | Throttled:
    """A place as a learner in the course that a code opens, under the name that is to stand there. Codes that are wrong are counted."""
    called = " ".join(called.split())
    if problem := called_problem(called):
        return {"called": problem}
    attempt = tried(person.id, address, key, JOIN)
    begin_counting(session, SignInAttempt)
    if seconds := seconds_to_wait(session, attempt, at):
        return Throttled(seconds)
    course = session.scalar(course_of_code(as_typed(code), at))
    if course is None:
        note_failure(session, attempt, at)
        return {"code": WRONG}
    if problem := keeps_out(session, person, course.id):
        return {"code": problem}
    return enrol(session, person, course.id, "learner", at, called=called)
