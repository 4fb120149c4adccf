"""How what is known fades, and what reviews do for it."""

from collections.abc import Sequence

from flask import url_for

from quizapp.scheduling.fading import Faded
from quizapp.web.progress.drawing import BELOW, HEIGHT, LEFT, TOP, across, down, line, scale
from quizapp.web.progress.figure import WIDTH, Drawing, Figure, Key, Label, Link, Table
from quizapp.web.progress.words import long_day, percent
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

AHEAD = tuple(range(0, 31, 3))
"""The days for which it is worked out."""
ABOVE = 14
"""The words over the drawing stand clear of what is drawn at a hundred percent."""


def fading_figure(faded: Sequence[Faded], goal: int) -> Figure:
    """Two curves of the mean recall of all that was met: left alone, and with reviews on time."""
    title = _("With and without reviews")
    if not faded:
        words = _("Nothing was met yet. After your first answers you see here how they would fade, and what reviews do for them.")
        return Figure("fading", title, words, links=(Link(_("Go to today"), url_for("study.today")),))
    last = faded[-1]
    said = _(
        "In %(days)s days you would know %(without)s of what you met if you did nothing, and %(kept)s if you reviewed all that is due "
        "today, and each later on its day, whatever your limits.",
        days=AHEAD[-1],
        without=percent(last.without),
        kept=percent(last.with_reviews),
    )
    return _figure(title, said, faded, goal, _("your goal"))


def fading_of(learner: str, faded: Sequence[Faded], goal: int, met: int) -> Figure | None:
    """The same of somebody else, as a course sees them, of so many things met; None before their first answer."""
    if not faded:
        return None
    last = faded[-1]
    said = ngettext(
        "Of the %(num)d thing answered so far, %(name)s would know %(without)s in %(days)s days if nothing were asked, and %(kept)s if "
        "today all that is due were reviewed and each later on its day, whatever the limits.",
        "Of the %(num)d things answered so far, %(name)s would know %(without)s in %(days)s days if nothing were asked, and %(kept)s if "
        "today all that is due were reviewed and each later on its day, whatever the limits.",
        met,
        days=AHEAD[-1],
        name=learner,
        without=percent(last.without),
        kept=percent(last.with_reviews),
    )
    return _figure(_("With and without reviews"), said, faded, goal, _("the goal"))


def _figure(title: str, said: str, faded: Sequence[Faded], goal: int, named: str) -> Figure:
    return Figure(
        "fading",
        title,
        said,
        _drawing(faded, goal, named),
        Table(
            (_("Day"), _("With reviews"), _("Without")),
            tuple((long_day(one.day), percent(one.with_reviews), percent(one.without)) for one in faded),
        ),
        _(
            "Mean recall by FSRS. Its day is the one on which something falls to the goal of %(goal)s %%, if it is known then.",
            goal=goal,
        ),
    )


def _drawing(faded: Sequence[Faded], goal: int, named: str) -> Drawing:
    lines, labels = scale([(share, str(round(100 * share))) for share in (0, 0.5, 1)], 1)
    places = [across(place / (len(faded) - 1)) for place in range(len(faded))]
    kept = line((x, down(one.with_reviews, 1)) for x, one in zip(places, faded, strict=True))
    fades = line((x, down(one.without, 1)) for x, one in zip(places, faded, strict=True))
    at_goal = f"M{LEFT} {down(goal / 100, 1):.1f}H{WIDTH}"
    above = Label(LEFT, TOP - ABOVE, _("Recall in percent"))
    below = (Label(LEFT, BELOW, _("Today")), Label(WIDTH, BELOW, ngettext("%(num)d day", "%(num)d days", AHEAD[-1]), "end"))
    keys = (Key("kept", _("with reviews")), Key("fades", _("without")), Key("goal", named))
    return Drawing(HEIGHT, (("lines", lines), ("goal", at_goal), ("fades", fades), ("kept", kept)), (*labels, above, *below), keys, ABOVE)
