"""Banks and topics as addresses name them."""

from flask import abort

from questions.bank import Topic
from questions.knowledge import Knowledge
from quizapp.queries.items import current_knowledge
from quizapp.web.extensions import db


def bank_or_404(name: str) -> Knowledge:
    """What a bank says now."""
    try:
        return current_knowledge(db.session(), name)
    except LookupError:
        abort(404)


def topic_or_404(knowledge: Knowledge, topic_id: str) -> Topic:
    """A topic of a bank."""
    return next((topic for topic in knowledge.bank.topics if topic.id == topic_id), None) or abort(404)
