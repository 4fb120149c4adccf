"""An answer to a question that was answered before, here or in another tab: which of the two counts."""

from flask import flash
from flask_login import current_user

from questions.responses import Answers, Malformed, read_response, response_to_json
from quizapp.queries.items import item_asked
from quizapp.queries.reviews import own_review
from quizapp.web.extensions import db
from quizapp.web.wording import gettext as _


def say_which_counts(objective_id: int, turn: int, sent: Answers) -> None:
    """Say so on the page of the answer that counts, where what was sent now is another one."""
    review = db.session.scalar(own_review(current_user.id, objective_id, turn))
    item = item_asked(db.session(), review) if review else None
    if review is None or item is None:
        return
    response = read_response(item.interaction, sent, item.language)
    if not isinstance(response, Malformed) and response_to_json(response) != review.response:
        flash(_("You had answered this before, here or in another tab. That answer counts; the one you sent now does not."))
