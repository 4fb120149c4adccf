"""Asking and scoring the questions of attempts once more, where a correction or a newer bank has changed them; in the write transaction."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Row, and_, select
from sqlalchemy.orm import Session

from questions.interactions import arrange_as, ids_shown, key_ids
from questions.items import Item
from questions.knowledge import Knowledge
from questions.responses import DontKnow, response_from_json
from questions.scoring import exam_maximum, exam_score, maximum, score
from questions.writing import choose_template
from quizapp.models import Attempt, AttemptAnswer, Objective, Quiz, Rescoring
from quizapp.models.quizzes import Mode
from quizapp.models.upserts import insert_into
from quizapp.queries.items import Gone, ask, item_in_attempt
from quizapp.scheduling.grading import MAPPING_VERSION, Certainty, grade_answer, milliseconds_to_read

Found = Row[tuple[AttemptAnswer, str, Mode]]
"""A question of an attempt, the key of its objective, and the mode of its quiz."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a question of an attempt: the item by which it counts from now on (None: it counts nowhere), and what it earns."""

    answer: AttemptAnswer
    item: Item | None
    marks: int | None = None
    maximum: int = 1


def rescore_open(session: Session, now: Knowledge, changed: Collection[str], correction_id: int | None, at: datetime) -> int:
    """Let the questions of attempts that go on be those of today, and score by their keys what was answered and can still be changed.

    What was answered and is another question now counts nowhere. No correction is the cause where the program itself brought a newer bank.
    How many there were.
    """
    open_ = and_(Attempt.ended_at.is_(None), AttemptAnswer.final_at.is_(None))
    found = 0
    for row in questions_of(session, changed, open_):
        answer, key, mode = row
        change = scored_again(session, now, answer, key, mode) if answer.response else _asked_anew(session, now, answer, key, mode)
        if change is not None:
            found += 1
            put(session, change, correction_id, at)
            _grade(change)
    session.flush()
    return found


def questions_of(session: Session, keys: Collection[str], which: ColumnElement[bool]) -> Iterator[Found]:
    """The questions of attempts about these objectives that count so far, of which this is so."""
    ids = session.scalars(select(Objective.id).where(Objective.key.in_(keys))).all()
    wanted = (
        select(AttemptAnswer, Objective.key, Quiz.mode)
        .join(Objective, Objective.id == AttemptAnswer.objective_id)
        .join(Attempt, and_(Attempt.learner_id == AttemptAnswer.learner_id, Attempt.attempt == AttemptAnswer.attempt))
        .join(Quiz, and_(Quiz.learner_id == Attempt.learner_id, Quiz.quiz == Attempt.quiz))
        .where(AttemptAnswer.objective_id.in_(ids), AttemptAnswer.withdrawn_at.is_(None), which)
        .order_by(AttemptAnswer.learner_id, AttemptAnswer.attempt, AttemptAnswer.position)
    )
    yield from session.execute(wanted).all()


def scored_again(session: Session, now: Knowledge, answer: AttemptAnswer, key: str, mode: Mode) -> Change | None:
    """What an answer comes to by the key of today; None where nothing of its question is other than it was."""
    item, asked = _today(now, answer, key), item_in_attempt(session, answer)
    if item is None or sorted(ids_shown(item.interaction)) != sorted(answer.shown):
        return Change(answer, None)
    item = replace(item, interaction=arrange_as(item.interaction, answer.shown))
    if asked is not None:
        if type(asked.interaction) is not type(item.interaction):
            return Change(answer, None)
        if replace(asked, revision=item.revision) == item:
            return None
    response = response_from_json(answer.response) if answer.response else DontKnow()
    got = exam_score(item.interaction, response) if mode == "exam" else score(item.interaction, response)
    return Change(answer, item, got.marks if answer.response else None, got.maximum)


def put(session: Session, change: Change, correction_id: int | None, at: datetime) -> None:
    """Let a question of an attempt count as it does from now on; how it was asked and scored before stays beside it."""
    answer, item = change.answer, change.item
    if answer.response:
        _remember(session, answer, correction_id, at)
    if item is None:
        answer.withdrawn_at = at
        return
    answer.revision, answer.template, answer.version, answer.level = item.revision, item.template, item.version, item.level
    answer.shown, answer.keys = ids_shown(item.interaction), key_ids(item.interaction)
    answer.maximum, answer.marks = change.maximum, change.marks
    answer.reading_milliseconds = milliseconds_to_read(item.words())


def _asked_anew(session: Session, now: Knowledge, answer: AttemptAnswer, key: str, mode: Mode) -> Change | None:
    """The question of today in place of one that nobody has answered."""
    item, asked = _today(now, answer, key), item_in_attempt(session, answer)
    if item is None:
        name, version = choose_template(now, key, answer.level, answer.seed)  # type: ignore[arg-type]
        item = ask(now, key, name, version, answer.seed, answer.audience, answer.language)
    if sorted(ids_shown(item.interaction)) == sorted(answer.shown):
        item = replace(item, interaction=arrange_as(item.interaction, answer.shown))
    if asked is not None and replace(asked, revision=item.revision) == item:
        return None
    return Change(answer, item, None, exam_maximum(item.interaction) if mode == "exam" else maximum(item.interaction))


def _today(now: Knowledge, answer: AttemptAnswer, key: str) -> Item | None:
    """The item of today from the same template and seed; None where there is none."""
    try:
        return ask(now, key, answer.template, answer.version, answer.seed, answer.audience, answer.language)
    except Gone:
        return None


def _remember(session: Session, answer: AttemptAnswer, correction_id: int | None, at: datetime) -> None:
    """Keep how it was asked and scored, the first time; of a later one only which correction it was, and when."""
    insert = insert_into(Rescoring, session.get_bind().dialect.name)
    again = insert.on_conflict_do_update(
        index_elements=["learner_id", "attempt", "position"], set_={"correction_id": correction_id, "rescored_at": at}
    )
    row = {"learner_id": answer.learner_id, "attempt": answer.attempt, "position": answer.position, "correction_id": correction_id}
    asked = {"revision": answer.revision, "keys": answer.keys, "marks": answer.marks, "maximum": answer.maximum, "rescored_at": at}
    session.execute(again, {**row, **asked})


def _grade(change: Change) -> None:
    """What memory will be told of an answer that is not final yet."""
    answer, item = change.answer, change.item
    if item is None or answer.response is None or answer.marks is None:
        return
    answer.mapping = MAPPING_VERSION
    answer.grade = grade_answer(
        answer.marks,
        answer.maximum,
        Certainty(answer.certainty) if answer.certainty else None,
        dont_know=answer.dont_know,
        recalled_before=bool(answer.recalled_before),
        milliseconds=answer.milliseconds,
        words=item.words(),
    )
