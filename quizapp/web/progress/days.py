"""On which days something was done."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from flask import url_for

from quizapp.web.progress.drawing import number
from quizapp.web.progress.figure import WIDTH, Drawing, Figure, Key, Label, Link, Table
from quizapp.web.progress.words import short_day
from quizapp.web.wording import format_date, ngettext
from quizapp.web.wording import gettext as _

WEEKS = 26
WEEK = timedelta(weeks=1)
LEVELS = (1, 6, 12, 24)
"""Answers from which on a day has the next level: a few, half a portion, one, two."""
SIDE, SQUARE, LEFT, TOP = 12.5, 11, 32, 20
"""A square is a short line as thick as it is long, since a line weighs half as much as a box."""


def since(today: date) -> date:
    """The Monday with which the calendar begins."""
    return today - timedelta(days=today.weekday()) - (WEEKS - 1) * WEEK


def days_figure(answers: Mapping[date, int], today: date) -> Figure:
    """A calendar of half a year, darker where more was answered. It counts days, and no days in a row."""
    title = _("Study days")
    if not answers:
        words = _("No day yet. Answer a question today, and this day is the first.")
        return Figure("days", title, words, links=(Link(_("Go to today"), url_for("study.today")),))
    month = sum(day > today - timedelta(days=28) for day in answers)
    this_week = sum(day >= today - timedelta(days=today.weekday()) for day in answers)
    return Figure("days", title, _message(this_week, month), _drawing(answers, today), _table(answers, today))


def _message(this_week: int, month: int) -> str:
    if not this_week:
        return ngettext("You studied on %(num)d of the last 28 days.", "You studied on %(num)d of the last 28 days.", month)
    week = ngettext("You studied on %(num)d day this week", "You studied on %(num)d days this week", this_week)
    return ngettext("%(week)s, and on %(num)d of the last 28.", "%(week)s, and on %(num)d of the last 28.", month, week=week)


def _drawing(answers: Mapping[date, int], today: date) -> Drawing:
    squares: dict[int, str] = {}
    for day in _days(today):
        level = sum(answers.get(day, 0) >= least for least in LEVELS)
        x, y = LEFT + (day - since(today)).days // 7 * SIDE, TOP + day.weekday() * SIDE + SQUARE / 2
        squares[level] = squares.get(level, "") + f"M{number(x)} {number(y)}h{SQUARE}"
    names = [Label(0, TOP + weekday * SIDE + 9, format_date(since(today) + timedelta(days=weekday), "EEE")) for weekday in (0, 2, 4)]
    keys = (Key("l0", _("none")), *(Key(f"l{level}", words) for level, words in enumerate(_in_words(), 1)))
    paths = tuple((f"l{level}", squares[level]) for level in sorted(squares))
    return Drawing(TOP + 7 * SIDE, paths, (*names, *_months(today)), keys)


def _months(today: date) -> Iterator[Label]:
    """A month's name over the first week that begins in it; none where the next stands too near."""
    mondays = [since(today) + week * WEEK for week in range(WEEKS)]
    firsts = [place for place, monday in enumerate(mondays) if place == 0 or monday.month != mondays[place - 1].month]
    for place, following in zip(firsts, [*firsts[1:], WEEKS + 3], strict=True):
        if following - place >= 3:
            at_the_end = following > WEEKS and place > WEEKS - 3  # there the name would stand out of the drawing
            yield Label(
                WIDTH if at_the_end else LEFT + place * SIDE, 13, format_date(mondays[place], "MMM"), "end" if at_the_end else "start"
            )


def _in_words() -> tuple[str, ...]:
    lasts = [following - 1 for following in LEVELS[1:]]
    ranges = [f"{first}–{last}" for first, last in zip(LEVELS, lasts, strict=False)]
    return (*ranges, _("%(num)s and more", num=LEVELS[-1]))


def _table(answers: Mapping[date, int], today: date) -> Table:
    rows = []
    for week in reversed(range(WEEKS)):
        monday = since(today) + week * WEEK
        of_week = [answers[day] for day in answers if monday <= day < monday + WEEK]
        if of_week:
            rows.append((short_day(monday), str(len(of_week)), str(sum(of_week))))
    return Table((_("Week from"), _("Days"), _("Answers")), tuple(rows))


def _days(today: date) -> Iterator[date]:
    return (since(today) + timedelta(days=ahead) for ahead in range((today - since(today)).days + 1))
