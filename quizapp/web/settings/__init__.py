"""What a person can set: how much a day, when it comes back, where the day ends, the language; and the way to all else that is theirs."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Person
from quizapp.models.transactions import changing
from quizapp.usecases.change_schedule import change_schedule
from quizapp.usecases.change_settings import change_settings
from quizapp.web.extensions import db
from quizapp.web.languages import languages
from quizapp.web.roles import signed_in
from quizapp.web.settings.ways_back import ways_back
from quizapp.web.wording import gettext as _
from quizapp.web.zones import regions_with

bp = Blueprint("settings", __name__)


@bp.get("/settings")
@signed_in
def settings() -> str:
    """All that can be set, as it is."""
    return _page(_kept(), {})


@bp.post("/settings")
@signed_in
def change() -> Response | tuple[str, int]:
    """Keep what was set; it counts from the next question on."""
    form, person_id, extra, at = request.form, current_user.id, current_user.extra_time, now()
    outcome = changing(
        db.session(),
        lambda: change_settings(
            db.session(),
            person_id,
            at,
            reviews_a_day=form.get("reviews_a_day", ""),
            new_a_day=form.get("new_a_day", ""),
            zone=form.get("zone", ""),
            language=form.get("language", ""),
            languages=languages(),
            extra_time=form.get("extra_time", str(extra)),
            helping=form.get("who", _who()) == "someone",
        ),
    )
    if not isinstance(outcome, Person):
        return _page(MultiDict({**_kept(), **form}), {field: _(why) for field, why in outcome.items()}), 422
    flash(_("Your settings are kept."))
    return redirect(url_for(".settings"), 303)


@bp.post("/settings/schedule")
@signed_in
def change_ways() -> Response | tuple[str, int]:
    """Keep how questions come back, and let every card have its day at once."""
    form, person_id = request.form, current_user.id
    scheduler, goal = form.get("scheduler", ""), form.get("goal_recall", "")
    outcome = changing(db.session(), lambda: change_schedule(db.session(), person_id, scheduler=scheduler, goal_recall=goal))
    if not isinstance(outcome, Person):
        given = MultiDict({**_kept(), "scheduler": scheduler, "goal_recall": goal})
        return _page(given, {field: _(why) for field, why in outcome.items()}), 422
    flash(_("Your settings are kept."))
    return redirect(url_for(".settings"), 303)


def _kept() -> MultiDict[str, str]:
    names = ("reviews_a_day", "new_a_day", "zone", "scheduler", "goal_recall", "extra_time")
    return MultiDict(
        {
            **{name: str(getattr(current_user, name)) for name in names},
            "who": _who(),
            "language": str(get_locale()),
        }
    )


def _who() -> str:
    return "someone" if current_user.helping else "me"


def _page(given: MultiDict[str, str], problems: dict[str, str]) -> str:
    return render_template(
        "settings/settings.html",
        given=given,
        problems=problems,
        regions=regions_with(current_user.zone),
        languages=languages(),
        ways=ways_back(),
        here=url_for(".settings"),
    )
