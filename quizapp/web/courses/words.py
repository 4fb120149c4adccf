"""How roles in a course are called."""

from typing import assert_never

from quizapp.models.courses import CourseRole
from quizapp.web.wording import gettext as _


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
