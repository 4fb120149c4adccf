"""What the coming weeks hold."""

from collections.abc import Sequence

from flask import url_for

from quizapp.queries.sitting import minutes_for
from quizapp.scheduling.planning import DayLoad
from quizapp.web.audiences import is_patient
from quizapp.web.progress.drawing import BELOW, BOTTOM, HEIGHT, LEFT, box, down, round_up, scale
from quizapp.web.progress.figure import WIDTH, Drawing, Figure, Key, Label, Link, Table
from quizapp.web.progress.words import long_day, short_day
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

GAP = 2.5
EACH_WEEK = 7


def coming_figure(load: Sequence[DayLoad]) -> Figure:
    """Columns of the questions of each day: what comes back below, new ones on top."""
    title = _("What is coming")
    if not any(day.questions for day in load):
        words = _("Nothing is coming in these weeks. Start a topic in the library, and its questions are spread over the days here.")
        return Figure("coming", title, words, links=(Link(_("Go to the library"), url_for("library.library")),))
    return Figure("coming", title, _message(load), _drawing(load), _table(load), _note(load))


def _message(load: Sequence[DayLoad]) -> str:
    fullest = max(load, key=lambda day: day.questions)
    return _(
        "%(each)s; the fullest day is %(day)s with %(most)s.",
        each=_each_day(round(sum(day.questions for day in load) / len(load))),
        day=_("today") if fullest is load[0] else long_day(fullest.day),
        most=fullest.questions,
    )


def _each_day(mean: int) -> str:
    """About how much it is a day, and how long that takes."""
    if not mean:
        return _("Less than a question a day")
    questions = ngettext("About %(num)d question a day", "About %(num)d questions a day", mean)
    minutes = minutes_for(mean)
    return ngettext("%(questions)s, which takes %(num)d minute", "%(questions)s, which takes %(num)d minutes", minutes, questions=questions)


def _note(load: Sequence[DayLoad]) -> str:
    words = [
        _("A forecast: what is overdue and what is new is counted, a day at a time, as your limits allow."),
        _("Another day is fine, too."),
    ]
    if not is_patient():
        words.insert(1, _("What is practised for an exam comes beside it."))
    if more := load[0].left_over:
        words.insert(0, ngettext("%(num)d more waits for the days after today.", "%(num)d more wait for the days after today.", more))
    return " ".join(words)


def _drawing(load: Sequence[DayLoad]) -> Drawing:
    most = round_up(max(day.questions for day in load))
    step = (WIDTH - LEFT) / len(load)
    lines, labels = scale([(value, str(value)) for value in (0, most // 2, most)], most)
    places = [(LEFT + GAP / 2 + place * step, day) for place, day in enumerate(load)]
    back = "".join(box(x, down(day.reviews, most), step - GAP, BOTTOM - down(day.reviews, most)) for x, day in places if day.reviews)
    new = "".join(
        box(x, down(day.questions, most), step - GAP, down(day.reviews, most) - down(day.questions, most)) for x, day in places if day.new
    )
    days = [Label(x, BELOW, short_day(day.day)) for x, day in places[EACH_WEEK::EACH_WEEK]]
    keys = (Key("back", _("coming back")), Key("new", _("new")))
    paths = (("lines", lines), ("back", back), ("new", new))
    return Drawing(HEIGHT, tuple(path for path in paths if path[1]), (*labels, Label(LEFT, BELOW, _("Today")), *days), keys)


def _table(load: Sequence[DayLoad]) -> Table:
    return Table(
        (_("Day"), _("Coming back"), _("New"), _("Together")),
        tuple((long_day(day.day), str(day.reviews), str(day.new), _together(day)) for day in load),
    )


def _together(day: DayLoad) -> str:
    """How much it is in all; on a day off only what is asked all the same."""
    return _("day off") if day.off and not day.questions else str(day.questions)
