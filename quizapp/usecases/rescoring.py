"""Asking and scoring the questions of attempts once more, where a correction or a newer bank has changed them; in the write transaction."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, Row, and_, delete, select
from sqlalchemy.orm import Session

from questions.interactions import arrange_as, ids_shown, key_ids
from questions.items import Item
from questions.knowledge import Knowledge
from questions.plainly import READERS
from questions.responses import DontKnow, Malformed, Response, Typed, read_response, response_from_json
from questions.scoring import exam_maximum, exam_score, maximum, score
from questions.template import Level
from questions.writing import UnknownTemplate, choose_template
from quizapp.models import Attempt, AttemptAnswer, Objective, Person, Quiz, Rescoring
from quizapp.models.quizzes import Mode
from quizapp.models.upserts import insert_into
from quizapp.queries.asides import put_aside_for
from quizapp.queries.items import Gone, ask, item_asked_in, item_that_counts, knowledge_of
from quizapp.scheduling.grading import MAPPING_VERSION, Certainty, grade_answer, milliseconds_to_read

Found = Row[tuple[AttemptAnswer, str, Mode, str]]
"""A question of an attempt, the key of its objective, the mode of its quiz, and in which revision it was asked if it counts by another."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a question of an attempt: the item by which it counts from now on (None: it counts nowhere), and what it earns."""

    answer: AttemptAnswer
    item: Item | None
    marks: int | None = None
    maximum: int = 1


def rescore_open(session: Session, now: Knowledge, changed: Collection[str], correction_id: int | None, at: datetime) -> int:
    """Let the questions of attempts that go on be those of today, and score by their keys what was answered and can still be changed.

    What was answered stays the question that it was, and counts nowhere while the bank does not settle it. No correction is the cause
    where the program itself brought a newer bank. How many there were.
    """
    open_ = and_(Attempt.ended_at.is_(None), AttemptAnswer.final_at.is_(None))
    found = 0
    for row in questions_of(session, changed, open_):
        answered = row[0].response is not None
        change = scored_again(session, now, row) if answered else _asked_anew(session, now, row)
        if change is None:
            continue
        found += 1
        if answered:
            put(session, change, correction_id, at)
            _grade(change)
        else:
            _forget_what_was_asked(session, change.answer)
            _set(change, at)
    session.flush()
    return found


def questions_of(session: Session, keys: Collection[str], which: ColumnElement[bool]) -> Iterator[Found]:
    """The questions of attempts about these objectives of which this is so, whether they count so far or not; revision by revision, so that
    each is read once."""
    ids = session.scalars(select(Objective.id).where(Objective.key.in_(keys))).all()
    corrected = and_(
        Rescoring.learner_id == AttemptAnswer.learner_id,
        Rescoring.attempt == AttemptAnswer.attempt,
        Rescoring.position == AttemptAnswer.position,
    )
    wanted = (
        select(AttemptAnswer, Objective.key, Quiz.mode, Rescoring.revision)
        .join(Objective, Objective.id == AttemptAnswer.objective_id)
        .join(Attempt, and_(Attempt.learner_id == AttemptAnswer.learner_id, Attempt.attempt == AttemptAnswer.attempt))
        .join(Quiz, and_(Quiz.learner_id == Attempt.learner_id, Quiz.quiz == Attempt.quiz))
        .outerjoin(Rescoring, corrected)
        .where(AttemptAnswer.objective_id.in_(ids), which)
        .order_by(Rescoring.revision, AttemptAnswer.revision, AttemptAnswer.learner_id, AttemptAnswer.attempt, AttemptAnswer.position)
    )
    yield from session.execute(wanted).all()


def scored_again(session: Session, now: Knowledge, row: Found) -> Change | None:
    """What an answer, or a question left blank, comes to by what the bank says now; None where that is what it comes to already, or where
    this program cannot write the question any more."""
    answer, key, mode, before = row
    try:
        item = item_that_counts(session, answer, key, before, now) if key in now.objectives else None
    except Gone:
        return None
    response = response_from_json(answer.response) if answer.response else DontKnow()
    if item is None or _is_unsettled(item, response):
        return Change(answer, None) if answer.withdrawn_at is None else None
    if answer.withdrawn_at is None and _counts_so(session, row, item):
        return None
    got = exam_score(item.interaction, response) if mode == "exam" else score(item.interaction, response)
    return Change(answer, item, got.marks if answer.response else None, got.maximum)


def put(session: Session, change: Change, correction_id: int | None, at: datetime) -> None:
    """Let a question of an attempt count as it does from now on; how it was asked and scored before stays beside it."""
    _remember(session, change.answer, correction_id, at)
    _set(change, at)


def _set(change: Change, at: datetime) -> None:
    answer, item = change.answer, change.item
    answer.withdrawn_at = at if item is None else None
    if item is None:
        return
    answer.revision, answer.template, answer.version, answer.level = item.revision, item.template, item.version, item.level
    answer.shown, answer.keys = ids_shown(item.interaction), key_ids(item.interaction)
    answer.maximum, answer.marks = change.maximum, change.marks
    answer.reading_milliseconds = milliseconds_to_read(item.words())


def _is_unsettled(item: Item, response: Response) -> bool:
    """Whether something was typed that may be true by what the bank says now."""
    return isinstance(response, Typed) and isinstance(read_response(item.interaction, {"answer": (response.text,)}), Malformed)


def _counts_so(session: Session, row: Found, item: Item) -> bool:
    """Whether a question counts by this item already, but for the revision."""
    answer, key, _mode, before = row
    try:
        counting = item_that_counts(session, answer, key, before, knowledge_of(session, answer.revision))
    except Gone:
        return False
    return counting is not None and replace(counting, revision=item.revision) == item


def _asked_anew(session: Session, now: Knowledge, row: Found) -> Change | None:
    """The question of today in place of one that nobody has answered; there is none where nothing is left to ask."""
    answer, key, mode, before = row
    try:
        item = _written_today(session, now, key, answer)
    except UnknownTemplate:
        return Change(answer, None) if answer.withdrawn_at is None else None
    if sorted(ids_shown(item.interaction)) == sorted(answer.shown):
        item = replace(item, interaction=arrange_as(item.interaction, answer.shown))
    asked = item_asked_in(session, answer, key, before or answer.revision)
    if asked is not None and replace(asked, revision=item.revision) == item:
        return None
    return Change(answer, item, None, exam_maximum(item.interaction) if mode == "exam" else maximum(item.interaction))


def _written_today(session: Session, now: Knowledge, key: str, answer: AttemptAnswer) -> Item:
    """In the way in which it was asked, else in another that is for its audience and that no course of its learner put aside. Patients are
    asked in plain words alone. Raises UnknownTemplate."""
    if answer.audience not in READERS:
        try:
            return ask(now, key, answer.template, answer.version, answer.seed, answer.audience, answer.language)
        except Gone:
            pass
    aside = put_aside_for(session, session.get_one(Person, answer.learner_id), answer.objective_id).of(answer.objective_id)
    name, version = choose_template(now, key, cast("Level", answer.level), answer.seed, answer.audience, aside)
    return ask(now, key, name, version, answer.seed, answer.audience, answer.language)


def _forget_what_was_asked(session: Session, answer: AttemptAnswer) -> None:
    """Of what was answered, corrected, and taken back again."""
    its_own = (Rescoring.learner_id == answer.learner_id, Rescoring.attempt == answer.attempt, Rescoring.position == answer.position)
    session.execute(delete(Rescoring).where(*its_own))


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
