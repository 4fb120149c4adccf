"""The ways in which questions come back, in words."""

from quizapp.scheduling.schedulers import USUAL, schedulers
from quizapp.web.wording import gettext as _


def ways_back() -> dict[str, str]:
    """Each scheduler by name; one that has no words here is called by its name."""
    words = {
        "sm2": _("By steps: a day, six days, then longer (SM-2)"),
        "fsrs": _("By your goal: when you are about to fall under it (FSRS)"),
    }
    return {name: words.get(name, name) for name in sorted(schedulers(), key=lambda name: name != USUAL)}
