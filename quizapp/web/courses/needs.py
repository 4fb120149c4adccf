"""Why somebody needs help, in words, and what to do next."""

from collections.abc import Mapping
from typing import assert_never

from quizapp.analysis.needs import Reason, Why
from quizapp.web.progress.words import long_day
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


def reason_in_words(reason: Reason, titles: Mapping[tuple[str, str], str]) -> str:
    """A reason, as whoever teaches reads it; `titles` are those of topics."""
    number = reason.figure
    match reason.why:
        case Why.NOT_STARTED:
            return _("has not begun")
        case Why.AWAY:
            return ngettext("no answer for %(num)d day", "no answer for %(num)d days", number)
        case Why.UNMET:
            day = long_day(reason.day) if reason.day else ""
            return ngettext(
                "has not met the %(num)d thing due on %(day)s", "has met none of the %(num)d things due on %(day)s", number, day=day
            )
        case Why.BEHIND:
            return ngettext(
                "%(num)d thing a day would have to be learned by the date",
                "%(num)d things a day would have to be learned by the date",
                number,
            )
        case Why.UNREADY:
            return _("would know %(percent)s %% of what is due next on its date, if nothing were asked before", percent=number)
        case Why.ERRORS:
            if reason.topic and reason.topic in titles:
                return ngettext(
                    "certain of what is not so, %(num)d time in four weeks, in “%(topic)s”",
                    "certain of what is not so, %(num)d times in four weeks, mostly in “%(topic)s”",
                    number,
                    topic=titles[reason.topic],
                )
            return ngettext(
                "certain of what is not so, %(num)d time in four weeks", "certain of what is not so, %(num)d times in four weeks", number
            )
        case Why.GROWING:
            return _("%(num)d questions are due, and more become due than are answered", num=number)
        case Why.BACKLOG:
            return ngettext("%(num)d question is due", "%(num)d questions are due", number)
        case _:
            assert_never(reason.why)


def next_step(reason: Reason) -> str:
    """What helps most, for the most pressing reason."""
    match reason.why:
        case Why.NOT_STARTED | Why.AWAY | Why.UNMET:
            return _("Write to them: ten minutes a day are enough to begin with.")
        case Why.BEHIND | Why.UNREADY:
            return _("Give more time, or say which topics matter most.")
        case Why.ERRORS:
            return _("Look at their errors together: they rest on something learned wrongly.")
        case Why.BACKLOG | Why.GROWING:
            return _("Tell them that one portion a day clears it; nothing is lost.")
        case _:
            assert_never(reason.why)
