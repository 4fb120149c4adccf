"""What the figures of a question say, in one plain sentence."""

from typing import assert_never

from quizapp.analysis.findings import FEW, Finding, Look
from quizapp.analysis.item_analysis import ItemFigures, OwnFigures
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


def finding_in_words(finding: Finding, figures: ItemFigures | OwnFigures, option: str) -> str:
    """What to look at in a question, and why; `option` is the one that it is about, in words."""
    match finding.look:
        case Look.KEY:
            return _("The strong learners chose “%(option)s”: check the key.", option=option)
        case Look.AGAINST:
            return _("Those who do well elsewhere miss it more often than the others: check the key and the wording.")
        case Look.CHANCE:
            return _("It is answered right less often than by guessing: check what it asks, and the key.")
        case Look.WEAK:
            return _("It hardly tells who knows from who does not: check whether its wording can be read in two ways.")
        case Look.HARD:
            return _("Few know it: teach it once more.")
        case Look.EASY:
            return _("Nearly everybody knows it: it tells little.")
        case Look.FINE:
            return _("Who knows more gets it right more often: it does what it should.")
        case Look.FEW:
            return ngettext(
                "%(num)d answer is too few to say anything; from %(few)d on it can be said.",
                "%(num)d answers are too few to say anything; from %(few)d on it can be said.",
                figures.answers,
                few=FEW,
            )
        case _:
            assert_never(finding.look)


def needs_a_look(finding: Finding) -> bool:
    """Whether something may be at fault with the question itself."""
    return finding.look in (Look.KEY, Look.AGAINST, Look.CHANCE, Look.WEAK)
