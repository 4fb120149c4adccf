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


def reason_to_learner(reason: Reason, titles: Mapping[tuple[str, str], str]) -> str:
    """The same reason, as the learner reads it: a whole sentence, and nothing to be ashamed of."""
    number = reason.figure
    match reason.why:
        case Why.NOT_STARTED:
            return _("You have not begun yet.")
        case Why.AWAY:
            return ngettext("You have answered nothing for %(num)d day.", "You have answered nothing for %(num)d days.", number)
        case Why.UNMET:
            day = long_day(reason.day) if reason.day else ""
            return ngettext(
                "You have not met the %(num)d thing due on %(day)s yet.",
                "You have met none of the %(num)d things due on %(day)s yet.",
                number,
                day=day,
            )
        case Why.BEHIND:
            return ngettext(
                "To be ready by the date you would learn %(num)d thing a day.",
                "To be ready by the date you would learn %(num)d things a day.",
                number,
            )
        case Why.UNREADY:
            return _("If you were asked nothing before, you would know %(percent)s %% of what is due next on its date.", percent=number)
        case Why.ERRORS:
            if reason.topic and reason.topic in titles:
                return ngettext(
                    "%(num)d time in four weeks you were certain of something that is not so, in “%(topic)s”.",
                    "%(num)d times in four weeks you were certain of something that is not so, mostly in “%(topic)s”.",
                    number,
                    topic=titles[reason.topic],
                )
            return ngettext(
                "%(num)d time in four weeks you were certain of something that is not so.",
                "%(num)d times in four weeks you were certain of something that is not so.",
                number,
            )
        case Why.GROWING:
            return _("%(num)d questions are due for you, and more become due than you answer.", num=number)
        case Why.BACKLOG:
            return ngettext("%(num)d question is due for you.", "%(num)d questions are due for you.", number)
        case _:
            assert_never(reason.why)


def own_next_step(reason: Reason) -> str:
    """What helps the learner most, in words to them."""
    match reason.why:
        case Why.NOT_STARTED | Why.AWAY | Why.UNMET:
            return _("Ten minutes today are enough to begin with.")
        case Why.BEHIND | Why.UNREADY:
            return _("A little each day goes far. Tell whoever teaches the course if there is too little time.")
        case Why.ERRORS:
            return _("Look at these answers once more, and ask about them: to be certain of it shows what is worth a talk.")
        case Why.BACKLOG | Why.GROWING:
            return _("One portion a day clears it; nothing is lost.")
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
