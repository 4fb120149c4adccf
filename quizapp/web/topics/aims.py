"""How well an objective is known, in words."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from questions.objectives import Objective
from questions.template import Level
from quizapp.queries.topics import Known
from quizapp.web.coming_days import day_in_words
from quizapp.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective, how well it is known and when it comes back ("" where nobody is signed in), and the icon beside it."""

    text: str
    known: str = ""
    back: str = ""
    icon: str = "dot"


def aim_of(objective: Objective, known: Known | None, today: date) -> Aim:
    """An objective with what a learner knows of it."""
    if known is None:
        return Aim(objective.aim, _("Not met yet"))
    words, icon = _words(known.level)
    return Aim(objective.aim, words, _back(known, today), icon)


def _words(level: Level) -> tuple[str, str]:
    match level:
        case "recognise":
            return _("Just begun"), "partly"
        case "tell apart":
            return _("Getting firm"), "filled"
        case "recall":
            return _("Well known"), "right"
        case _:
            assert_never(level)


def _back(known: Known, today: date) -> str:
    if known.suspended:
        return _("not asked, as you wished")
    if known.due <= today:
        return _("due today")
    return _("comes back %(day)s", day=day_in_words(known.due, today))
