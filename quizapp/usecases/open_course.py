"""Open a course."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Course, Person
from quizapp.models.courses import LONGEST_TITLE
from quizapp.models.transactions import begin_writing
from quizapp.scheduling.days import known_zones
from quizapp.usecases.called import called_problem
from quizapp.usecases.enrolling import enrol, keeps_out
from quizapp.usecases.wording import Problems, sentence

NO_TITLE = sentence("Type a title, such as “Oncology nursing, spring”.")


def open_course(session: Session, person: Person, title: str, zone: str, at: datetime, *, called: str | None = None) -> Course | Problems:
    """A new course, whose owner is whoever opens it, under the name that they type or, where none is asked for, that of their account."""
    title, called = " ".join(title.split()), None if called is None else " ".join(called.split())
    problems = problems_of(title, zone)
    if called is not None and (problem := called_problem(called)):
        problems = {**problems, "called": problem}
    if problems:
        return problems
    if problem := keeps_out(session, person):
        return {"title": problem}
    begin_writing(session)
    course = Course(title=title, zone=zone, opened_at=at)
    session.add(course)
    session.flush()
    enrol(session, person, course.id, "owner", at, called=called or "")
    return course


def problems_of(title: str, zone: str) -> Problems:
    """What is wrong with how a course is described."""
    problems = {
        "title": title_problem(title),
        "zone": None if zone in known_zones() else sentence("Choose a time zone from the list."),
    }
    return {field: problem for field, problem in problems.items() if problem}


def title_problem(title: str, none: str = NO_TITLE) -> str | None:
    """What is wrong with the title of a course or of something in it, for which `none` says what one is like."""
    if not title:
        return none
    if len(title) > LONGEST_TITLE:
        return sentence("Shorten the title to 120 characters.")
    return None if title.isprintable() else sentence("Type the title with letters, digits and signs only.")
