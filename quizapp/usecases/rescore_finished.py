"""Score again, where somebody asks for it, what was answered for good before a correction."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, AttemptAnswer, Correction, ExamRescoring, Person, Quiz
from quizapp.models.transactions import begin_writing
from quizapp.queries.corrections import objectives_touched
from quizapp.queries.exam_attempts import ended_in
from quizapp.queries.items import current_knowledge
from quizapp.usecases.refolding import refold_some, remember_practice
from quizapp.usecases.rescoring import Change, put, questions_of, scored_again


@dataclass(frozen=True, slots=True)
class Rescored:
    """How many answers earn more than before, how many less, how many the same by another key, how many count no more, and how many count
    again; of how many people. A question that was left blank is an answer that earns nothing."""

    more: int = 0
    less: int = 0
    same: int = 0
    withdrawn: int = 0
    returned: int = 0
    people: int = 0

    @property
    def answers(self) -> int:
        """How many answers change in any way."""
        return self.more + self.less + self.same + self.withdrawn + self.returned


def would_change(session: Session, correction: Correction, about: Assignment | None = None) -> Rescored:
    """What `rescore_finished` would change; nothing is changed."""
    return _counted(list(_changes(session, correction, about)))


def rescore_finished(session: Session, number: int, at: datetime, about: Assignment | None = None) -> Rescored:
    """Score every final answer by what the bank says now, in the questions that a correction changed; what that settles no more counts
    nowhere, and counts again once it is settled. Of quizzes that people took by themselves, or of an exam as its course sees it: those who
    teach say when it is scored again.

    What cards remember of the answers stays: what was said then was said. Only an answer that counts nowhere is forgotten, for as long.
    """
    begin_writing(session)
    correction = session.get_one(Correction, number)
    found = list(_changes(session, correction, about))
    counted = _counted(found)
    returned = [change.answer for change in found if _returns(change)]
    for change in found:
        put(session, change, number, at)
    if found and about:
        session.add(ExamRescoring(assignment_id=about.id, correction_id=number, rescored_at=at))
    session.flush()
    _forget(session, [change.answer for change in found if change.item is None], at)
    _recall(session, returned)
    return counted


def _changes(session: Session, correction: Correction, about: Assignment | None) -> Iterator[Change]:
    now = current_knowledge(session, correction.bank)
    final = and_(AttemptAnswer.final_at.is_not(None), *(ended_in(about) if about else (Quiz.assignment_id.is_(None),)))
    for row in questions_of(session, objectives_touched(session, correction), final):
        if (change := scored_again(session, now, row)) is not None:
            yield change


def _returns(change: Change) -> bool:
    return change.item is not None and change.answer.withdrawn_at is not None


def _counted(changes: list[Change]) -> Rescored:
    again = [one for one in changes if one.item is not None and not _returns(one)]
    gains = [(one.marks or 0) * one.answer.maximum - (one.answer.marks or 0) * one.maximum for one in again]
    return Rescored(
        more=sum(gain > 0 for gain in gains),
        less=sum(gain < 0 for gain in gains),
        same=sum(gain == 0 for gain in gains),
        withdrawn=sum(one.item is None for one in changes),
        returned=sum(map(_returns, changes)),
        people=len({one.answer.learner_id for one in changes}),
    )


def _forget(session: Session, answers: list[AttemptAnswer], at: datetime) -> None:
    """Let cards remember nothing of what counts no more."""
    of = _by_learner(answers)
    for person in session.scalars(select(Person).where(Person.id.in_(of)).order_by(Person.id)):
        refold_some(session, person, sorted(of[person.id]), at)


def _recall(session: Session, answers: list[AttemptAnswer]) -> None:
    """Let cards remember again what counts again."""
    of = _by_learner([answer for answer in answers if answer.response])
    for learner_id in sorted(of):
        remember_practice(session, learner_id, sorted(of[learner_id]))


def _by_learner(answers: list[AttemptAnswer]) -> dict[int, set[int]]:
    of: dict[int, set[int]] = {}
    for answer in answers:
        of.setdefault(answer.learner_id, set()).add(answer.objective_id)
    return of
