"""The terms of an exam, read from a form: how many questions, attempts and minutes, and what passes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from questions.composing import draw_test
from quizapp.models import Assignment, Objective
from quizapp.models.assignments import MOST_ATTEMPTS
from quizapp.models.quizzes import MOST_QUESTIONS
from quizapp.queries.asides import put_aside_in
from quizapp.queries.exam_attempts import learners_begun, learners_in
from quizapp.usecases.exam_drawing import candidates_among, hidden
from quizapp.usecases.wording import sentence

LONGEST = 240
"""Minutes."""
NUMBER = sentence("Type how many questions it has, from 1 to 100.")
ATTEMPTS = sentence("Type how often it can be taken, from 1 to 20.")
MINUTES = sentence("Type a time from 1 to 240 minutes, or leave it empty.")
PASS = sentence("Type a whole number from 1 to 100, such as 60.")
"""What is wrong with the terms."""


@dataclass(frozen=True, slots=True)
class AtMost:
    """So many of what is chosen can be asked together, fewer than an exam is to have: some would tell the answers of others."""

    questions: int


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What was right would be told at once, or would wait, other than those who have begun an exam were told: how many have, and how many
    of them are in it."""

    wait: bool
    begun: int
    going_on: int


@dataclass(frozen=True, slots=True)
class ExamTerms:
    """As they were typed; `minutes` may be "" for no limit, and `answers` is "wait" where what was right is told only once it is due.
    Without an exam none of them counts. Where it changes when answers are told, `warned` is of how many who have begun it the form has
    said so."""

    exam: bool = False
    number: str = ""
    attempts: str = ""
    minutes: str = ""
    pass_mark: str = ""
    answers: str = ""
    warned: str = ""

    @property
    def wait(self) -> bool:
        """Whether what was right is told only once it is due."""
        return self.exam and self.answers == "wait"

    def of(self, begun: Assignment) -> "ExamTerms":
        """The same for an exam that somebody has begun: it stays an exam of as many questions."""
        return replace(self, exam=True, number=str(begun.number))


NO_EXAM = ExamTerms()


def problems_of_terms(terms: ExamTerms) -> dict[str, str | None]:
    """What is wrong, by field."""
    if not terms.exam:
        return {}
    return {
        "number": None if _within(terms.number, MOST_QUESTIONS) else NUMBER,
        "attempts": None if _within(terms.attempts, MOST_ATTEMPTS) else ATTEMPTS,
        "minutes": None if not terms.minutes.strip() or _within(terms.minutes, LONGEST) else MINUTES,
        "pass_mark": None if _within(terms.pass_mark, 100) else PASS,
    }


def too_many(session: Session, course_id: int, objectives: Sequence[Objective], terms: ExamTerms, seed: str) -> AtMost | None:
    """How many of these can be asked together where that is fewer than it is to have; what the course has put aside is not asked."""
    wished = int(terms.number)
    candidates = candidates_among(session, objectives, hidden(seed, 0), aside=put_aside_in(session, course_id))
    most = len(draw_test(list(candidates.values()), wished, hidden(seed, 0)))
    return None if most == wished else AtMost(most)


def told_otherwise(session: Session, changed: Assignment, terms: ExamTerms, at: datetime) -> Otherwise | None:
    """Whether an exam that was begun would tell otherwise what was right, and the form has not warned of all who have begun it."""
    begun = session.scalar(learners_begun(changed.id)) or 0
    if changed.answers_wait == terms.wait or terms.warned == str(begun):
        return None
    return Otherwise(terms.wait, begun, session.scalar(learners_in(changed.id, at)) or 0)


def set_terms(terms: ExamTerms, assignment: Assignment) -> None:
    """Let an assignment have these terms, which are sound."""
    assignment.mode = "exam" if terms.exam else "study"
    assignment.number = int(terms.number) if terms.exam else None
    assignment.attempts = int(terms.attempts) if terms.exam else None
    assignment.seconds = 60 * int(terms.minutes) if terms.exam and terms.minutes.strip() else None
    assignment.pass_mark = int(terms.pass_mark) if terms.exam else None
    assignment.answers_wait = terms.wait


def _within(text: str, most: int) -> bool:
    text = text.strip()
    return text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= most
