"""As many questions a day as a plan takes."""

from flask import flash, request
from flask_login import current_user

from quizapp.models.transactions import changing
from quizapp.usecases.set_pace import set_pace
from quizapp.web.extensions import db
from quizapp.web.numbers import number
from quizapp.web.wording import ngettext


def keep_pace() -> None:
    """Set the limits that were sent."""
    person_id, questions, new = current_user.id, request.form.get("questions", 0, number), request.form.get("new", 0, number)
    person = changing(db.session(), lambda: set_pace(db.session(), person_id, questions, new))
    flash(ngettext("You meet up to %(num)d new question a day now.", "You meet up to %(num)d new questions a day now.", person.new_a_day))
