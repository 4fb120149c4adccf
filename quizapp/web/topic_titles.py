"""What a topic is called."""

from sqlalchemy.orm import Session

from questions.items import Item
from quizapp.queries.items import knowledge_of


def title_of_topic(session: Session, item: Item) -> str:
    """The title of the topic of an item, in the bank that it was made from."""
    topics = knowledge_of(session, item.revision).bank.topics
    return next(topic.title for topic in topics if topic.id == item.topic)
