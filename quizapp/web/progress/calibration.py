"""Whether who is sure is right."""

from collections.abc import Mapping, Sequence

from flask import url_for

from quizapp.queries.sureness import Sureness
from quizapp.scheduling.grading import Certainty
from quizapp.web.certainties import certainty_in_words
from quizapp.web.progress.figure import Figure, Link, Table, Track, Tracks
from quizapp.web.progress.retention import FEW
from quizapp.web.progress.words import in_ten, percent_of
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

MEANT: Mapping[Certainty, float | None] = {Certainty.CERTAIN: 0.8, Certainty.FAIRLY: 0.75, Certainty.GUESSING: None}
"""What share of right answers each word stands for, at least; a guess promises nothing."""


def calibration_figure(said: Sequence[Sureness]) -> Figure:
    """Bars of the share that was right by how sure the learner said they were, with a mark at what the words promise."""
    title = _("How sure you are, and how right")
    if not any(one.answers for one in said):
        words = _(
            "You have not said yet how sure you are. It is asked under each question; say it a few times, and see here how right you were."
        )
        return Figure("calibration", title, words, links=(Link(_("Go to today"), url_for("study.today")),))
    return Figure(
        "calibration",
        title,
        _message(said),
        Tracks(tuple(_track(one) for one in said), _("What the words promise")),
        Table(
            (_("You said"), _("Answers"), _("Right"), _("Share")),
            tuple(
                (
                    certainty_in_words(one.certainty),
                    str(one.answers),
                    str(one.right),
                    percent_of(one.right, one.answers),
                )
                for one in said
            ),
        ),
        _("Right throughout is meant; what is asked again on the same day is not counted. “Certain” stands for more than 8 in 10."),
    )


def _message(said: Sequence[Sureness]) -> str:
    surest = next(one for one in said if one.answers)
    if surest.answers < FEW:
        return ngettext("Only %(num)d answer so far: too few to tell.", "Only %(num)d answers so far: too few to tell.", surest.answers)
    times = in_ten(surest.right / surest.answers)
    match surest.certainty:
        case Certainty.CERTAIN:
            return _("When certain, you were right %(times)s times in 10.", times=times)
        case Certainty.FAIRLY:
            return _("When fairly sure, you were right %(times)s times in 10.", times=times)
        case Certainty.GUESSING:
            return _("When guessing, you were right %(times)s times in 10.", times=times)


def _track(one: Sureness) -> Track:
    words = _("%(some)s of %(all)s", some=one.right, all=one.answers) if one.answers else _("none yet")
    share = one.right / one.answers if one.answers else 0
    return Track(certainty_in_words(one.certainty), words, share, MEANT[one.certainty], faint=one.answers < FEW)
