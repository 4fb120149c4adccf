"""A learner's log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from questions.items import Item
from questions.known_texts import in_words
from questions.responses import Response, response_from_json
from quizapp.models import Note, Objective, Person, Review
from quizapp.queries.card_logs import card_log
from quizapp.queries.cards import own_card, state_of
from quizapp.queries.items import Gone, current_knowledge, item_asked, knowledge_of
from quizapp.queries.notes import own_note
from quizapp.queries.study_days import study_day_of
from quizapp.scheduling.cards import Answered, can_be_sooner, in_drill
from quizapp.scheduling.grading import lowered
from quizapp.scheduling.why import WhyThen, why_then


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One answer and what can be done about it."""

    review: Review
    objective: Objective
    item: Item | None  # None: its wording is gone with an old template
    offered: tuple[str, ...]  # where it is gone: what was offered, and what was right, as the bank words it now
    right: tuple[str, ...]
    response: Response
    may_undo: bool  # it is of today and live
    may_lower: bool  # it is the card's last, of today, and graded higher than a guess
    drilled: bool  # the card is asked again today
    because: str | None  # why it is not asked again: "wished", "known" or "leech"
    sooner: date | None  # the day on which the learner wants to be asked; None where that is the day it is due
    can_be_sooner: bool  # and whether such a wish would change anything
    note: str  # what the learner noted about it
    flagged: bool  # the learner wants to find it again
    is_last: bool  # it is the learner's last live review of today, the one that undo takes back
    why: WhyThen | None  # why the card was due when it was after this answer; None where it was taken back


def own_review(learner_id: int, objective_id: int, turn: int) -> Select[tuple[Review]]:
    """One answer, if it is this learner's."""
    return select(Review).where(Review.learner_id == learner_id, Review.objective_id == objective_id, Review.turn == turn)


def reviews_of_day(learner_id: int, day: date) -> Select[tuple[Review]]:
    """The live answers of a study day, in their order."""
    return (
        select(Review)
        .where(Review.learner_id == learner_id, Review.study_day == day, Review.undone_at.is_(None))
        .order_by(Review.received_at)
    )


def last_review_of_day(learner_id: int, day: date) -> Select[tuple[Review]]:
    """The last live answer of a study day: the one that undo takes back."""
    return reviews_of_day(learner_id, day).order_by(None).order_by(Review.received_at.desc()).limit(1)


def reviews_of_card(learner_id: int, objective_id: int) -> Select[tuple[Review]]:
    """All answers of a card, in the order of their turns."""
    return select(Review).where(Review.learner_id == learner_id, Review.objective_id == objective_id).order_by(Review.turn)


def scheduled_reviews(learner_id: int) -> ColumnElement[bool]:
    """The condition that a review is this learner's, live, and the first of its objective on its day."""
    return and_(Review.learner_id == learner_id, Review.undone_at.is_(None), Review.kind == "scheduled")


def counted_grade() -> ColumnElement[int]:
    """The grade that counts, in a query."""
    return func.coalesce(Review.lowered_to, Review.grade)


def taken_back(learner_id: int, objective_id: int, step: int) -> Select[tuple[int]]:
    """A turn in which a card's step was answered, and that was taken back."""
    step_of_card = (Review.learner_id == learner_id, Review.objective_id == objective_id, Review.step == step)
    return select(Review.turn).where(*step_of_card, Review.undone_at.is_not(None)).limit(1)


def answered(review: Review) -> Answered:
    """An answer as far as its card depends on it."""
    undone = review.undone_at is not None
    return Answered(review.turn, review.grade, review.study_day, review.kind, review.lowered_to, undone, due=review.due_after)


def guessed(review: Review) -> int | None:
    """The grade that the answer would have as a guess, where that is lower."""
    return lowered(review.counted_grade, review.marks, review.maximum, review.dont_know)


def review_page(session: Session, person: Person, objective_id: int, turn: int, at: datetime) -> ReviewPage | None:
    """What the page of one answer shows, if the answer is this person's."""
    review = session.scalar(own_review(person.id, objective_id, turn))
    if review is None:
        return None
    objective = session.get_one(Objective, objective_id)
    today = study_day_of(session, person, at)
    last = session.scalar(last_review_of_day(person.id, today))
    card = session.scalars(own_card(person.id, objective_id)).one()
    log = card_log(session, person.id, objective_id)
    lasts = review.turn == max((one.turn for one in log), default=None)
    item = item_asked(session, review)
    offered, right = ((), ()) if item else _in_words(session, objective, review)
    return ReviewPage(
        review=review,
        objective=objective,
        item=item,
        offered=offered,
        right=right,
        response=response_from_json(review.response),
        may_undo=review.undone_at is None and review.study_day == today,
        may_lower=lasts and review.study_day == today and guessed(review) is not None,
        drilled=in_drill(state_of(card), today) and card.suspended_at is None,
        because=card.suspended_because,
        sooner=card.asked_sooner if lasts else None,
        can_be_sooner=card.asked_sooner is None and can_be_sooner(state_of(card), today),
        note=session.scalar(own_note(person.id, objective_id).with_only_columns(Note.words)) or "",
        flagged=card.flagged_at is not None,
        is_last=last is review,
        why=None if review.undone_at else why_then(_until(log, turn), review.scheduler, person.goal_recall),
    )


def _until(log: Iterable[Answered], turn: int) -> list[Answered]:
    """What had been answered when the answer of this turn was given, itself included."""
    return [one for one in log if (one.turn, one.practised) <= (turn, 0)]


def _in_words(session: Session, objective: Objective, review: Review) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was offered and what was right, in the words of its revision or, where nobody can read that, of the bank as it is now."""
    try:
        knowledge = knowledge_of(session, review.revision)
    except Gone:
        knowledge = current_knowledge(session, objective.bank)
    return in_words(knowledge, objective.key, tuple(review.shown)), in_words(knowledge, objective.key, tuple(review.keys))
