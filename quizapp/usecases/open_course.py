"""Open a course."""

from datetime import datetime
from zoneinfo import available_timezones

from sqlalchemy.orm import Session

from quizapp.models import Course, Person
from quizapp.models.courses import LONGEST_TITLE
from quizapp.models.transactions import begin_writing
from quizapp.usecases.called import called_problem
from quizapp.usecases.enrolling import enrol, keeps_out
from quizapp.usecases.wording import Problems, sentence


def open_course(session: Session, person: Person, title: str, zone: str, at: datetime, *, called: str = "") -> Course | Problems:
    """A new course, whose owner is whoever opens it."""
    title, called = " ".join(title.split()), " ".join(called.split())
    if problems := problems_of(title, zone):
        return problems
    if called and (problem := called_problem(called)):
        return {"called": problem}
    if problem := keeps_out(session, person):
        return {"title": problem}
    begin_writing(session)
    course = Course(title=title, zone=zone, opened_at=at)
    session.add(course)
    session.flush()
    enrol(session, person, course.id, "owner", at, called=called)
    return course


def problems_of(title: str, zone: str) -> Problems:
    """What is wrong with how a course is described."""
    problems = {
        "title": title_problem(title),
        "zone": None if zone in available_timezones() else sentence("Choose a time zone from the list."),
    }
    return {field: problem for field, problem in problems.items() if problem}


def title_problem(title: str) -> str | None:
    """What is wrong with the title of a course or a section."""
    if not title:
        return sentence("Type a title, such as “Oncology nursing, spring”.")
    if len(title) > LONGEST_TITLE:
        return sentence("Shorten the title to 120 characters.")
    return None if title.isprintable() else sentence("Type the title with letters, digits and signs only.")
