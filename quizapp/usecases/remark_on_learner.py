"""Say something to a learner of a course."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.models import Remark
from quizapp.models.assignments import LONGEST_REMARK
from quizapp.usecases.wording import Problems, sentence

MOST = 500


def remark_on_learner(session: Session, learner_id: int, course_id: int, by_id: int, words: str, at: datetime) -> Remark | Problems:
    """What is said stands on the learner's page of the course, with the name of who said it."""
    words = words.replace("\r\n", "\n").strip()
    if not words:
        return {"words": sentence("Write what you want to say.")}
    if "\0" in words:
        return {"words": sentence("A character in your words cannot be read. Type them with letters, digits and signs only.")}
    if len(words) > LONGEST_REMARK:
        return {"words": sentence("Shorten what you say to 2,000 characters.")}
    last = session.scalar(select(func.max(Remark.remark)).where(Remark.learner_id == learner_id, Remark.course_id == course_id)) or 0
    if last >= MOST:
        return {"words": sentence("There is no room for more. Write to them in another way.")}
    remark = Remark(learner_id=learner_id, course_id=course_id, remark=last + 1, by_id=by_id, words=words, written_at=at)
    session.add(remark)
    session.flush()
    return remark
