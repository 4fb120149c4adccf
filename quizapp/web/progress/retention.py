"""How much had stayed when it came back."""

from collections.abc import Sequence

from flask import url_for

from quizapp.queries.retention import Band
from quizapp.web.progress.figure import Figure, Link, Table, Track, Tracks
from quizapp.web.progress.words import percent, percent_of
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

FEW = 10
"""So many answers say something."""


def retention_figure(bands: Sequence[Band], goal: int) -> Figure:
    """Bars of true retention by the age of cards, with a mark at the goal."""
    title = _("What had stayed when it came back")
    answers, passed = sum(band.answers for band in bands), sum(band.passed for band in bands)
    if not answers:
        words = _("Nothing has come back yet. From tomorrow on, what you answer again tells how much stays with you.")
        return Figure("retention", title, words, links=(Link(_("Go to today"), url_for("study.today")),))
    return Figure(
        "retention",
        title,
        ngettext(
            "Of %(num)d time that something came back, you still knew it %(passed)s, which is %(share)s.",
            "Of %(num)d times that something came back, you still knew it %(passed)s times, which is %(share)s.",
            answers,
            passed=passed,
            share=percent(passed / answers),
        ),
        Tracks(tuple(_track(band, goal) for band in bands), _("Your goal of %(goal)s %%", goal=goal)),
        Table(
            (_("Put off for"), _("Came back"), _("Still known"), _("Share")),
            tuple((_age(one), str(one.answers), str(one.passed), percent_of(one.passed, one.answers)) for one in bands),
        ),
        _(
            "True retention: the first answer of a day, to what was answered before, with a grade of 3 or more. Few answers: a faint bar.",
        ),
    )


def _track(band: Band, goal: int) -> Track:
    words = _("%(some)s of %(all)s", some=band.passed, all=band.answers) if band.answers else _("none yet")
    return Track(_age(band), words, band.passed / band.answers if band.answers else 0, goal / 100, faint=band.answers < FEW)


def _age(band: Band) -> str:
    if band.last_day is None:
        return _("%(first)s days and more", first=band.first_day)
    if band.first_day == band.last_day:
        return ngettext("%(num)d day", "%(num)d days", band.first_day)
    return _("%(first)s to %(last)s days", first=band.first_day, last=band.last_day)
