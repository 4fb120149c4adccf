"""How well objectives are known, in words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from questions.objectives import Objective
from quizapp.queries.recalls import reaches
from quizapp.queries.topics import Known
from quizapp.web.aiming import aimed
from quizapp.web.audiences import is_patient
from quizapp.web.coming_days import day_in_words
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

WEAK: Final = 60
"""Percent: who knows something less likely than this would rather not be told that it is shaky."""


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective, how well it is known and when it comes back ("" where nobody is signed in), and the icon beside it."""

    text: str
    known: str = ""
    back: str = ""
    icon: str = "dot"


def aim_of(objective: Objective, known: Known | None, today: date, goal: int) -> Aim:
    """An objective with what a learner, who has a goal for recall (whole percent), knows of it."""
    if known is None:
        return Aim(aimed(objective.aim), _("Not met yet"))
    words, icon = _words(known.likely, goal)
    return Aim(aimed(objective.aim), words, _back(known, today), icon)


def how_far(objectives: Collection[Objective], known: dict[str, Known], goal: int) -> str:
    """How many of these a learner has met, and how many they know as well as they want to."""
    met = [known[one.id] for one in objectives if one.id in known]
    if not met:
        return ""
    seen = ngettext("You have met %(met)s of %(num)d.", "You have met %(met)s of %(num)d.", len(objectives), met=len(met))
    if is_patient():
        return seen
    at_goal = sum(reaches(one.likely, goal) for one in met)
    good = ngettext("%(num)d is at your goal of %(goal)s %%.", "%(num)d are at your goal of %(goal)s %%.", at_goal, goal=goal)
    return f"{seen} {good}"


def _words(likely: float, goal: int) -> tuple[str, str]:
    percent = round(100 * likely)
    if is_patient():
        return _("Met"), "dot"
    if reaches(likely, goal):
        return _("Known, %(percent)s %%", percent=percent), "right"
    if percent >= WEAK:
        return _("Shaky, %(percent)s %%", percent=percent), "filled"
    return _("Weak, %(percent)s %%", percent=percent), "partly"


def _back(known: Known, today: date) -> str:
    if known.suspended:
        return _("not asked")
    if known.due is None:
        return _("practised, and not on your list yet")
    if known.due <= today:
        return _("due today")
    return _("comes back %(day)s", day=day_in_words(known.due, today))
