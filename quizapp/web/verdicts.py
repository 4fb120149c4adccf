"""What is said first about an answer."""

from dataclasses import dataclass

from questions.interactions import AnyOf, Grid, Highlight, Interaction
from questions.responses import DontKnow, Response
from questions.scoring import Score
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@dataclass(frozen=True, slots=True)
class Verdict:
    """A heading, whether all was right, the icon beside it, and sentences under it."""

    words: str
    right: bool
    icon: str
    sentences: tuple[str, ...] = ()


def verdict(
    interaction: Interaction, response: Response, score: Score, *, hastily: bool = False, surprise: str = "", plainly: bool = False
) -> Verdict:
    """Words for an answer and the marks that it earned; `surprise` is said where none were earned by who was certain.

    Whoever is told `plainly` hears of no marks.
    """
    marks, maximum = score
    if plainly:
        return _plain(right=marks == maximum)
    hasty = (_haste(),) if hastily else ()
    if marks == maximum:
        return Verdict(_("Right"), right=True, icon="right", sentences=hasty)
    if isinstance(response, DontKnow):
        return Verdict(_("Here is the answer"), right=False, icon="again")
    earned = ngettext("You have %(marks)s of %(num)d mark.", "You have %(marks)s of %(num)d marks.", maximum, marks=marks)
    if marks:
        return Verdict(_("Partly right"), right=False, icon="partly", sentences=(earned, *_how_counted(interaction), *hasty))
    sentences = (*((earned,) if maximum > 1 else ()), *filter(None, [surprise]))
    return Verdict(_("Not this time"), right=False, icon="again", sentences=sentences)


def _plain(*, right: bool) -> Verdict:
    return Verdict(_("Yes, that is it") if right else _("Here is the answer"), right=right, icon="right" if right else "dot")


def _haste() -> str:
    return _(
        "Your answer came sooner than the question can be read, so it counts as a guess. "
        "Say how sure you are before you check, and it counts as you say."
    )


def _how_counted(interaction: Interaction) -> tuple[str, ...]:
    match interaction:
        case AnyOf():
            return (_("Each wrong choice takes one mark away."),)
        case Highlight():
            return (_("Each part that is highlighted and should not be takes one mark away."),)
        case Grid(_columns, _rows, one_per_row=False):
            return (_("In each column a wrong choice takes one mark away."),)
        case _:
            return ()
