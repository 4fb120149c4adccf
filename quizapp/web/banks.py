"""Banks and topics as addresses name them."""

from flask import abort

from questions.bank import Topic
from questions.knowledge import Knowledge
from quizapp.queries.items import all_knowledge, current_knowledge
from quizapp.web.extensions import db
from quizapp.web.languages import language_shown


def bank_or_404(name: str) -> Knowledge:
    """What a bank says now, in the language of the page."""
    try:
        return current_knowledge(db.session(), name).spoken_in(language_shown())
    except LookupError:
        abort(404)


def every_bank() -> tuple[Knowledge, ...]:
    """What every bank says now, in the language of the page."""
    return tuple(knowledge.spoken_in(language_shown()) for knowledge in all_knowledge(db.session()))


def topic_or_404(knowledge: Knowledge, topic_id: str) -> Topic:
    """A topic of a bank."""
    return next((topic for topic in knowledge.bank.topics if topic.id == topic_id), None) or abort(404)
