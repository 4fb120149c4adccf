"""Corrections of facts, and what becomes of a bank with them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from questions.bank import Bank
from questions.checking_changes import effect_of, stumbles
from questions.correcting import Correction as Change
from questions.correcting import Standing, Table, hangs_together, laid_over, laid_unchecked, table_of
from quizapp.models import (
    AssignedObjective,
    Assignment,
    Attempt,
    BankRevision,
    Correction,
    ExamRescoring,
    Objective,
    Person,
    Quiz,
    ShippedRevision,
)
from quizapp.queries.exam_attempts import ended_in
from quizapp.queries.items import current_knowledge, knowledge_in, knowledge_of

_touched: dict[tuple[str, str], tuple[str, ...]] = {}  # by two revisions, which never change


@dataclass(frozen=True, slots=True)
class Draft:
    """A bank as a change would make it: of which revision, what changes from what, and the whole of it, sound or not."""

    revision: str
    change: Change
    before: Table | None
    bank: Bank


def corrections_of(bank: str) -> Select[tuple[Correction]]:
    """All corrections of a bank, the latest first."""
    return select(Correction).where(Correction.bank == bank).order_by(Correction.id.desc())


def correction_in(bank: str, number: int) -> Select[tuple[Correction]]:
    """One of them."""
    return select(Correction).where(Correction.bank == bank, Correction.id == number)


def with_who(corrections: Select[tuple[Correction]]) -> Select[tuple[Correction, str | None]]:
    """Corrections with the name of who made them, where there still is such a person."""
    return corrections.add_columns(Person.name).outerjoin(Person, Person.id == Correction.by_id)


def in_force(session: Session, bank: str, but: int | None = None) -> tuple[Correction, ...]:
    """The last correction of each fact that is not undone, as they were made; `but` names one that is as good as undone."""
    live = session.scalars(select(Correction).where(Correction.bank == bank, Correction.undone_at.is_(None)).order_by(Correction.id))
    last = {one.fact: one for one in live if one.id != but}
    return tuple(sorted(last.values(), key=lambda one: one.id))


def changes(corrections: Iterable[Correction]) -> tuple[Change, ...]:
    """The same as what is laid over a bank."""
    return tuple(Change(one.kind, one.topic, one.fact, _table(one.shipped), _table(one.after)) for one in corrections)


def shipped_bank(session: Session, bank: str) -> Bank:
    """The bank as the program ships it. LookupError if there is no such bank."""
    revision = session.scalar(select(ShippedRevision.revision).where(ShippedRevision.bank == bank))
    return (knowledge_of(session, revision) if revision else current_knowledge(session, bank)).bank


def standings(session: Session, bank: str) -> dict[int, Standing]:
    """What has become of each correction that is in force, by number."""
    found = in_force(session, bank)
    laid = laid_over(shipped_bank(session, bank), changes(found), can_be_asked)
    return {one.id: standing for one, standing in zip(found, laid.standing, strict=True)}


def drafted(session: Session, bank: str, kind: str, topic: str, fact: str, after: Table | None) -> Draft:
    """The bank as it would be with this fact (None: without it), whatever was corrected in it before. LookupError if there is no bank."""
    shipped, now = shipped_bank(session, bank), current_knowledge(session, bank).bank
    found = table_of(shipped, fact)
    change = Change(kind, topic, fact, found[2] if found else None, after)
    others = changes(one for one in in_force(session, bank) if one.fact != fact)
    counting = zip(others, laid_over(shipped, others, can_be_asked).standing, strict=True)
    whole = laid_unchecked(shipped, [*(one for one, found in counting if found.counts), change])
    return Draft(now.revision, change, _said_in(now, fact), whole)


def without(session: Session, correction: Correction) -> Draft:
    """The bank as it would be if this correction had not been made."""
    shipped, now = shipped_bank(session, correction.bank), current_knowledge(session, correction.bank).bank
    left = changes(in_force(session, correction.bank, but=correction.id))
    bank = laid_over(shipped, left, can_be_asked).bank
    change = Change(correction.kind, correction.topic, correction.fact, _table(correction.shipped), _said_in(bank, correction.fact))
    return Draft(now.revision, change, _said_in(now, correction.fact), bank)


def is_last(session: Session, correction: Correction) -> bool:
    """Whether it is the last correction of its fact that is not undone: the one that can be undone."""
    return any(one.id == correction.id for one in in_force(session, correction.bank))


def corrected_since(session: Session, revision: str, facts: Sequence[str]) -> Correction | None:
    """The last correction, or taking back of one, of any of these facts since this revision counted; None while it does."""
    later = or_(Correction.made_at >= BankRevision.superseded_at, Correction.undone_at >= BankRevision.superseded_at)
    wanted = (
        select(Correction)
        .join(BankRevision, and_(BankRevision.bank == Correction.bank, BankRevision.revision == revision))
        .where(Correction.fact.in_(facts), later)
        .order_by(Correction.id.desc())
        .limit(1)
    )
    return session.scalar(wanted)


def corrections_after(assignment: Assignment) -> Select[tuple[Correction]]:
    """The corrections of what an exam asks about that were made, or taken back, since the first attempt that has ended began."""
    its_quiz = and_(Quiz.learner_id == Attempt.learner_id, Quiz.quiz == Attempt.quiz)
    begun = select(func.min(Attempt.begun_at)).join(Quiz, its_quiz).where(*ended_in(assignment)).scalar_subquery()
    held = (AssignedObjective.objective_id == Objective.id, AssignedObjective.assignment_id == assignment.id)
    banks = select(Objective.bank).join(AssignedObjective, and_(*held))
    later = or_(Correction.made_at >= begun, Correction.undone_at >= begun)
    return select(Correction).where(Correction.bank.in_(banks), later).order_by(Correction.id.desc())


def objectives_touched(session: Session, correction: Correction) -> tuple[str, ...]:
    """The keys of the objectives that a correction changed, added or took away."""
    between = correction.revision_before, correction.revision_after
    if (found := _touched.get(between)) is None:
        effect = effect_of(*(knowledge_of(session, revision) for revision in between))
        found = _touched[between] = (*effect.changed, *effect.gone, *effect.added)
    return found


def corrections_touching(session: Session, assignment: Assignment) -> list[Correction]:
    """Those of them that touch what the exam asks."""
    asked = select(Objective.key).join(AssignedObjective, AssignedObjective.objective_id == Objective.id)
    held = set(session.scalars(asked.where(AssignedObjective.assignment_id == assignment.id)))
    return [one for one in session.scalars(corrections_after(assignment)) if not held.isdisjoint(objectives_touched(session, one))]


def scored_again_at(assignment: Assignment) -> Select[tuple[int, datetime]]:
    """The corrections after which attempts at an exam that had ended were scored again, each as often as that was, in order."""
    again = select(ExamRescoring.correction_id, ExamRescoring.rescored_at).where(ExamRescoring.assignment_id == assignment.id)
    return again.order_by(ExamRescoring.rescored_at)


def can_be_asked(bank: Bank) -> bool:
    """Whether a bank hangs together, and objectives can be made of it."""
    return hangs_together(bank) and stumbles(knowledge_in(bank)) is None


def _said_in(bank: Bank, fact: str) -> Table | None:
    found = table_of(bank, fact)
    return found[2] if found else None


def _table(text: str | None) -> Table | None:
    return None if text is None else json.loads(text)
