"""How sure people can say they are."""

from typing import assert_never

from quizapp.scheduling.grading import Certainty
from quizapp.web.wording import gettext as _


def certainties() -> tuple[tuple[str, str], ...]:
    """Each certainty and its words, the least sure first."""
    return tuple((one.value, certainty_in_words(one)) for one in Certainty)


def certainty_in_words(certainty: Certainty) -> str:
    """What a certainty is called."""
    match certainty:
        case Certainty.GUESSING:
            return _("Guessing")
        case Certainty.FAIRLY:
            return _("Fairly sure")
        case Certainty.CERTAIN:
            return _("Certain")
        case _:
            assert_never(certainty)
