"""What a patient who has started nothing can begin with, in one tap."""

from datetime import date

from flask_login import current_user

from quizapp.queries.library import Shelf, library
from quizapp.web.audiences import PLAIN
from quizapp.web.extensions import db


def to_begin_with(day: date) -> Shelf | None:
    """The first bank that has something to ask a patient; None where something is started already."""
    shelves = library(db.session(), current_user.id, day, PLAIN, plainly=True)
    if any(topic.studied for shelf in shelves for topic in shelf.topics):
        return None
    return next((shelf for shelf in shelves if any(topic.objectives for topic in shelf.topics)), None)
