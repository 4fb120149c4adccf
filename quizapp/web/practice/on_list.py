"""Whether what went wrong in a quiz is on the list of this day, in words, and whether it can be put there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask_login import current_user

from quizapp.queries.attempts import Asked
from quizapp.queries.listed import Listed, listed
from quizapp.queries.study_days import study_day_of
from quizapp.web.coming_days import day_in_words
from quizapp.web.extensions import db
from quizapp.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class OnList:
    """What is said of a question ("" where there is nothing to say), whether it is wanted, and whether it can be put on the list."""

    words: str
    wanted: bool
    offered: bool


def on_list(asked: Collection[Asked], at: datetime) -> dict[int, OnList]:
    """By objective, what of these questions went wrong and may be asked."""
    wrong = {one.objective.id for one in asked if not one.right and not one.withdrawn}
    if not wrong:
        return {}
    today = study_day_of(db.session(), current_user, at)
    return {number: in_words(one, today) for number, one in listed(db.session(), current_user, wrong, at).items()}


def in_words(one: Listed, today: date) -> OnList:
    """Where it stands, on a study day."""
    if one.today:
        return OnList(_("On today’s list"), wanted=True, offered=False)
    if one.wished:
        return OnList(_wished(one.comes, today), wanted=True, offered=False)
    if one.can_be_sooner and (one.comes is None or one.comes > today + timedelta(days=1)):
        return OnList("", wanted=False, offered=True)
    assert one.comes is not None  # what comes on no day that is known can be sooner
    day = day_in_words(one.comes, today)
    words = _("It comes back %(day)s anyway.", day=day) if one.can_be_sooner else _("It comes back %(day)s.", day=day)
    return OnList(words, wanted=False, offered=one.can_be_sooner)


def _wished(comes: date | None, today: date) -> str:
    if comes is None:
        return _("On your list for when you start its topic again")
    return _("On your list: it comes %(day)s", day=day_in_words(comes, today))
