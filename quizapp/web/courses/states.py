"""How far somebody is with what is set, in words."""

from datetime import datetime, timedelta
from typing import assert_never

from quizapp.models import Assignment
from quizapp.queries.exam_attempts import ExamAttempt
from quizapp.queries.states import State
from quizapp.web.spans import span
from quizapp.web.wording import format_moment, ngettext
from quizapp.web.wording import gettext as _


def state_name(state: State) -> str:
    """A state, as both sides read it."""
    match state:
        case State.NOT_STARTED:
            return _("not started")
        case State.WORKING:
            return _("working")
        case State.DONE:
            return _("done")
        case State.LATE:
            return _("late")
        case State.HELP:
            return _("help needed")
        case _:
            assert_never(state)


def taken_in_words(learners: int) -> str:
    """Of an exam that is to be taken back: whose results go with it."""
    return ngettext(
        "%(num)d learner has taken it. That result goes with it, and cannot be brought back.",
        "%(num)d learners have taken it. Their results go with it, and cannot be brought back.",
        learners,
    )


def told(moment: datetime | None, zone: str) -> str:
    """A moment of a course; "" where there is none."""
    return format_moment(moment, zone) if moment else ""


def terms_in_words(assignment: Assignment, extra_time: int = 0, more_attempts: int = 0) -> list[str]:
    """What an exam is like, each in a few words, with the time that somebody has who has so much more of it (per cent), and so many more
    attempts."""
    if not assignment.exam:
        return []
    limit = None if assignment.seconds is None else timedelta(seconds=assignment.seconds * (100 + extra_time) // 100)
    return [
        ngettext("%(num)d question", "%(num)d questions", assignment.number or 0),
        _("no time limit") if limit is None else span(limit),
        ngettext("can be taken once", "can be taken %(num)d times", (assignment.attempts or 0) + more_attempts),
        _("passed with %(percent)s %%", percent=assignment.pass_mark),
        *([_("what was right is told after it is due")] if assignment.answers_wait else []),
    ]


def share_in_words(attempt: ExamAttempt, *, passed: bool) -> str:
    """What came of an attempt that has ended."""
    share = _("%(percent)s %%", percent=percent_of(attempt.marks, attempt.maximum))
    return _("%(share)s, passed", share=share) if passed else _("%(share)s, not yet", share=share)


def percent_of(marks: int, maximum: int) -> int:
    """A share in whole percent, rounded down: nothing that falls short of a pass mark reads as if it did not."""
    return 100 * marks // maximum if maximum else 0
