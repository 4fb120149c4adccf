"""Forget the day of an exam."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Exam
from quizapp.models.transactions import begin_writing


def drop_exam(session: Session, learner_id: int, bank: str) -> bool:
    """Plan for it no more. False if there is none."""
    begin_writing(session)
    gone = delete(Exam).where(Exam.learner_id == learner_id, Exam.bank == bank).returning(Exam.bank)
    return session.scalar(gone) is not None
