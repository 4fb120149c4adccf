"""The calendar itself, for programs that know its address: no cookie is asked for and none is set."""

from datetime import datetime, timedelta
from hashlib import sha256

from flask import abort, make_response, request
from flask_babel import force_locale
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.icalendars import WholeDay, fingerprint, ical
from quizapp.models import Person
from quizapp.queries.calendars import person_of_calendar
from quizapp.queries.coming_load import coming_load
from quizapp.queries.due_soon import DueSoon, due_soon
from quizapp.queries.sitting import minutes_for
from quizapp.scheduling.planning import DayLoad
from quizapp.usecases.count_use import count_use
from quizapp.usecases.throttling import CALENDAR
from quizapp.web.addresses import from_here
from quizapp.web.calendars.blueprint import bp
from quizapp.web.due_dates import due_in_words
from quizapp.web.extensions import db
from quizapp.web.noting import PATIENCE, noted
from quizapp.web.roles import everyone
from quizapp.web.waiting import to_wait, wait_in_words
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

DAYS = 28
FRESH = 60 * 60


@bp.get("/calendars/<token>.ics")
@everyone
def feed(token: str) -> Response:
    """What the coming four weeks hold for whose address this is, and what their courses have set in them."""
    at, person, (address, key) = now(), db.session.scalar(person_of_calendar(token)), from_here()
    if person is None:
        abort(404)
    person_id = person.id
    if throttled := noted(
        lambda: count_use(db.session(), CALENDAR, person_id, address, at, key, PATIENCE), "A calendar was read, which could not be counted."
    ):
        return make_response(wait_in_words(throttled) + "\n", 429, to_wait(throttled) | {"Content-Type": "text/plain; charset=utf-8"})
    return _calendar(person, at, token)


def _calendar(person: Person, at: datetime, token: str) -> Response:
    """The calendar, or that it is as it was; only when it was made may differ, so that the tag is a weak one."""
    with force_locale(person.language):
        dates = tuple(_date(one, token, person.zone) for one in due_soon(db.session(), person.id, at, timedelta(days=DAYS)))
        name, days = _("Quizapp"), _days(coming_load(db.session(), person, at, DAYS), token, dates)
    response = make_response(ical(name, days, at))
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    response.headers["Content-Disposition"] = 'inline; filename="quizapp.ics"'
    response.headers["Cache-Control"] = f"private, max-age={FRESH}"
    response.set_etag(fingerprint(name, days), weak=True)
    return response.make_conditional(request)


def _days(load: tuple[DayLoad, ...], token: str, dates: tuple[WholeDay, ...]) -> tuple[WholeDay, ...]:
    """The days that hold something, and the dates; a calendar without any day would be none."""
    busy = tuple(WholeDay(one.day, _uid(str(one.day), token), _summary(one), _description(one)) for one in load if one.questions)
    nothing = WholeDay(
        load[0].day, _uid(str(load[0].day), token), _("No questions in these weeks"), _("Start a topic in the library when you like.")
    )
    return (*busy, *dates) or (nothing,)


def _date(due: DueSoon, token: str, zone: str) -> WholeDay:
    """The day on which something is due that a course has set."""
    words = due_in_words(due, zone)
    return WholeDay(words.day, _uid(f"due {due.assignment.id}", token), _("Due: %(title)s", title=words.title), words.sentence)


def _uid(what: str, token: str) -> str:
    """By which programs know an event again, and nobody learns the address."""
    return f"{sha256(f'{token} {what}'.encode()).hexdigest()[:32]}@quizapp"


def _summary(load: DayLoad) -> str:
    questions = ngettext("%(num)d question", "%(num)d questions", load.questions)
    minutes = ngettext("about %(num)d minute", "about %(num)d minutes", minutes_for(load.questions))
    return f"{questions}, {minutes}"


def _description(load: DayLoad) -> str:
    back = ngettext("%(num)d comes back", "%(num)d come back", load.reviews)
    new = ngettext("%(num)d is new", "%(num)d are new", load.new)
    return _(
        "%(back)s, %(new)s, if the days before go as planned. What is practised for an exam comes beside them. Another day is fine, too:"
        " nothing is lost.",
        back=back,
        new=new,
    )
