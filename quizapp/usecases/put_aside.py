"""Put a question aside for a course: it is not asked there any more."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Aside, Course, Objective
from quizapp.models.asides import LONGEST_WHY
from quizapp.queries.items import current_knowledge
from quizapp.usecases.wording import Problems, sentence


def put_aside(
    session: Session, course: Course, objective: Objective, template: str, words: str, by_id: int, at: datetime
) -> Aside | Problems:
    """Put an objective in one way of asking it aside, and keep who did so, when and why. Nobody's cards change."""
    words = " ".join(words.split())
    if problems := _problems(session, objective, template, words):
        return problems
    aside = session.get(Aside, (course.id, objective.id, template))
    if aside is None:
        aside = Aside(course_id=course.id, objective_id=objective.id, template=template)
        session.add(aside)
    aside.because, aside.words, aside.by_id, aside.aside_at, aside.ended_at = "wished", words, by_id, at, None
    session.flush()
    return aside


def _problems(session: Session, objective: Objective, template: str, words: str) -> Problems:
    problems: Problems = {}
    if template not in {one.name for one in current_knowledge(session, objective.bank).templates.get(objective.key, ())}:
        problems["template"] = sentence("Choose in which way it is not to be asked.")
    if not words:
        problems["words"] = sentence("Say in a few words why, for whoever teaches with you.")
    elif "\0" in words or not words.isprintable():
        problems["words"] = sentence("A character in your words cannot be read. Type them with letters, digits and signs only.")
    elif len(words) > LONGEST_WHY:
        problems["words"] = sentence("Shorten what you say to 500 characters.")
    return problems
