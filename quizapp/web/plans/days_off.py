"""The page on which one says when one wants to be asked nothing."""

from collections.abc import Mapping
from datetime import date

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Break
from quizapp.models.transactions import changing
from quizapp.queries.days_off import breaks_since
from quizapp.queries.study_days import study_day_of
from quizapp.scheduling.days_off import WEEKDAYS, weekdays_in
from quizapp.usecases.change_days_off import change_days_off
from quizapp.usecases.drop_break import drop_break
from quizapp.usecases.plan_break import plan_break
from quizapp.web.extensions import db
from quizapp.web.plans.blueprint import bp
from quizapp.web.roles import signed_in
from quizapp.web.wording import format_date
from quizapp.web.wording import gettext as _

NOTHING: MultiDict[str, str] = MultiDict()


@bp.get("/days-off")
@signed_in
def days_off() -> str:
    """The weekdays that are off, and the breaks to come."""
    return _page(weekdays_in(current_user.days_off))


@bp.post("/days-off")
@signed_in
def change() -> Response | tuple[str, int]:
    """Keep the weekdays that are off."""
    person_id, weekdays = current_user.id, request.form.getlist("weekday")
    if problems := changing(db.session(), lambda: change_days_off(db.session(), person_id, weekdays)):
        return _page(frozenset(range(WEEKDAYS)), problems={field: _(why) for field, why in problems.items()}), 422
    flash(_("Your days off are kept."))
    return redirect(url_for(".days_off"), 303)


@bp.post("/breaks")
@signed_in
def begin_break() -> Response | tuple[str, int]:
    """Plan a day off or a holiday."""
    form, person_id, at = request.form, current_user.id, now()
    first, last = form.get("first", ""), form.get("last", "")
    outcome = changing(db.session(), lambda: plan_break(db.session(), person_id, first, last, at))
    if not isinstance(outcome, Break):
        problems = {field: _(why) for field, why in outcome.items()}
        return _page(weekdays_in(current_user.days_off), form, problems), 422
    flash(_("Nothing is asked then. What is due waits for you."))
    return redirect(url_for(".days_off"), 303)


@bp.post("/breaks/ended")
@signed_in
def end_break() -> Response:
    """Plan a break no more."""
    person_id = current_user.id
    first = request.form.get("first", None, date.fromisoformat)
    if first is None or not changing(db.session(), lambda: drop_break(db.session(), person_id, first)):
        abort(404)
    flash(_("You are asked on these days again."))
    return redirect(url_for(".days_off"), 303)


def _page(weekdays: frozenset[int], given: MultiDict[str, str] = NOTHING, problems: Mapping[str, str] | None = None) -> str:
    today = study_day_of(db.session(), current_user, now())
    return render_template(
        "plans/days_off.html",
        names=[get_locale().days["format"]["wide"][day] for day in range(WEEKDAYS)],
        weekdays=weekdays,
        breaks=[(one.first_day, _span(one)) for one in db.session.scalars(breaks_since(current_user.id, today))],
        given=given,
        problems=problems or {},
        here=url_for(".days_off"),
    )


def _span(one: Break) -> str:
    first, last = (format_date(day, "EEEE d MMMM y") for day in (one.first_day, one.last_day))
    return first if one.first_day == one.last_day else _("%(first)s to %(last)s", first=first, last=last)
