"""How roles, people and the clock of a course are called."""

from datetime import datetime, timedelta
from typing import assert_never

from quizapp.models import Person
from quizapp.models.courses import CourseRole
from quizapp.usecases.names import is_address
from quizapp.web.wording import format_moment
from quizapp.web.wording import gettext as _

HALF_A_YEAR = timedelta(days=182)


def role_name(role: CourseRole) -> str:
    """A role, as its bearer reads it."""
    match role:
        case "owner":
            return _("Owner")
        case "instructor":
            return _("Instructor")
        case "reviewer":
            return _("Reviewer")
        case "learner":
            return _("Learner")
        case _:
            assert_never(role)


def called_at_first(person: Person) -> str:
    """With what the field for a name in a course is filled in: never with an address."""
    return "" if is_address(person.name) else person.name


def clock_in_words(of_course: str, own: str, at: datetime) -> str:
    """By which clock the dates of a course are told, to somebody with a zone of their own."""
    clock = zone_name(of_course)
    if all(format_moment(one, of_course) == format_moment(one, own) for one in (at, at + HALF_A_YEAR)):
        return _("Dates and times are those of %(zone)s.", zone=clock)
    return _("Dates and times are those of %(zone)s. Your own clock is that of %(own)s.", zone=clock, own=zone_name(own))


def zone_name(zone: str) -> str:
    """A time zone, as people read it."""
    return zone.replace("_", " ")
