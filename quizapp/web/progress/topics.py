"""How well each topic is known."""

from collections.abc import Mapping, Sequence

from flask import url_for

from quizapp.queries.recalls import KnownTopic
from quizapp.web.progress.figure import Figure, Link, Table, Track, Tracks
from quizapp.web.progress.words import percent
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

Titles = Mapping[tuple[str, str], str]
"""Of topics, by bank and topic."""


def topics_figure(topics: Sequence[KnownTopic], goal: int, titles: Titles) -> Figure:
    """Bars of the share at goal of each topic, with a mark at the mean; what is not met yet counts as not known."""
    title = _("How well each topic is known")
    if not any(topic.seen for topic in topics):
        return _nothing_yet(title, started=bool(topics))
    at_goal, everything = sum(topic.at_goal for topic in topics), sum(topic.objectives for topic in topics)
    return Figure(
        "topics",
        title,
        ngettext(
            "%(num)d of %(all)s things that you study is at your goal of %(goal)s %% recall.",
            "%(num)d of %(all)s things that you study are at your goal of %(goal)s %% recall.",
            at_goal,
            all=everything,
            goal=goal,
        ),
        Tracks(tuple(_track(topic, titles) for topic in topics), _("Mean recall")),
        Table(
            (_("Topic"), _("At goal"), _("Share"), _("Mean recall"), _("Met")),
            tuple(
                (
                    titles[topic.bank, topic.topic],
                    _("%(some)s of %(all)s", some=topic.at_goal, all=topic.objectives),
                    percent(topic.share_at_goal),
                    percent(topic.mean),
                    str(topic.seen),
                )
                for topic in topics
            ),
        ),
        _("What was not asked yet counts as not known. FSRS works recall out of your answers; those of today count as they will tomorrow."),
    )


def met_figure(topics: Sequence[KnownTopic], titles: Titles) -> Figure:
    """Bars of how much of each topic was met, for patients: no goal, and nothing to fall short of."""
    title, seen = _("What you looked at"), sum(topic.seen for topic in topics)
    if not seen:
        return _nothing_yet(title, started=bool(topics))
    words = ngettext("You looked at %(num)d question so far.", "You looked at %(num)d questions so far.", seen)
    return Figure("topics", title, words, Tracks(tuple(_met(topic, titles) for topic in topics), ""))


def _met(topic: KnownTopic, titles: Titles) -> Track:
    href = url_for("topics.topic", bank=topic.bank, topic=topic.topic)
    words = _("%(some)s of %(all)s", some=topic.seen, all=topic.objectives)
    return Track(titles[topic.bank, topic.topic], words, topic.seen / topic.objectives, None, href)


def _nothing_yet(title: str, *, started: bool) -> Figure:
    words = _("Nothing to show yet. Answer a few questions, and each topic you study has its bar here.")
    go = Link(_("Go to today"), url_for("study.today")) if started else Link(_("Go to the library"), url_for("library.library"))
    return Figure("topics", title, words, links=(go,))


def _track(topic: KnownTopic, titles: Titles) -> Track:
    href = url_for("topics.topic", bank=topic.bank, topic=topic.topic)
    words = _("%(some)s of %(all)s", some=topic.at_goal, all=topic.objectives)
    return Track(titles[topic.bank, topic.topic], words, topic.share_at_goal, topic.mean or None, href)
