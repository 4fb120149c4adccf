"""What the published banks say: each revision is read and indexed once in a process."""

from collections import OrderedDict
from dataclasses import replace
from threading import Lock
from typing import Any

from sqlalchemy import Row, Select, and_, select
from sqlalchemy.orm import Session

from questions.bank import Bank, bank_from_content
from questions.interactions import arrange, arrange_as, ids_shown
from questions.items import Item
from questions.knowledge import Knowledge
from questions.known_texts import rewritten
from questions.rejudging import rejudged
from questions.writing import UnknownTemplate, write_item
from quizapp.models import AttemptAnswer, BankRevision, Objective, Report, Rescoring, Review
from quizapp.models.transactions import Door

MOST_KEPT = 8
MOST_COMPARED = 10_000
_rewritten: dict[tuple[str, str, str], frozenset[str]] = {}
_known: OrderedDict[str, Knowledge] = OrderedDict()  # the one used last is the last
_lock = Lock()


class Gone(LookupError):
    """This program does not know the revision, the objective or the template of what was asked (any more)."""


def knowledge_of(session: Door, revision: str) -> Knowledge:
    """The knowledge in a revision. Gone if it was never published, or this program cannot read it any more."""
    return _kept(revision) or _keep(Knowledge(_read(session, revision)))


def knowledge_in(bank: Bank) -> Knowledge:
    """The knowledge in a bank, published or not."""
    return _kept(bank.revision) or _keep(Knowledge(bank))


def current_revisions() -> Select[tuple[str, str]]:
    """Each bank and its current revision."""
    return select(BankRevision.bank, BankRevision.revision).where(BankRevision.superseded_at.is_(None)).order_by(BankRevision.bank)


def all_knowledge(session: Session) -> tuple[Knowledge, ...]:
    """What every bank says now."""
    return tuple(knowledge_of(session, revision) for _, revision in session.execute(current_revisions()).all())


def topic_titles(session: Session) -> dict[tuple[str, str], str]:
    """What each topic of each bank is called."""
    return {(one.bank.name, topic): title for one in all_knowledge(session) for topic, title in one.topic_titles.items()}


def current_knowledge(session: Session, bank: str) -> Knowledge:
    """What a bank says now. LookupError if there is no such bank."""
    revision = session.scalar(select(BankRevision.revision).where(BankRevision.bank == bank, BankRevision.superseded_at.is_(None)))
    if revision is None:
        raise LookupError(f"There is no bank {bank!r}.")
    return knowledge_of(session, revision)


def item_asked(session: Session, review: Review | Report | AttemptAnswer) -> Item | None:
    """The item as it was asked, in the order in which it was shown; None where its wording is gone with an old template."""
    key = session.scalar(select(Objective.key).where(Objective.id == review.objective_id))
    assert key is not None
    try:
        knowledge = knowledge_of(session, review.revision)
        return ask(knowledge, key, review.template, review.version, review.seed, review.audience, review.language)
    except Gone:
        return None


def item_in_attempt(session: Session, answer: AttemptAnswer) -> Item | None:
    """The question of an attempt as it counts, in the order in which it is shown; None where this program cannot write it (any more)."""
    key, before = session.execute(_key_and_revision_before(answer)).one()
    try:
        return item_that_counts(session, answer, key, before, knowledge_of(session, answer.revision))
    except Gone:
        return None


def item_counted(session: Session, answer: Row[Any], key: str) -> Item | None:
    """The question of an answer of either kind as it was asked, with what is right of it now; `asked_in` is the revision in which it was
    asked if it was corrected since. None where this program cannot write it (any more)."""
    try:
        return item_that_counts(session, answer, key, answer.asked_in, knowledge_of(session, answer.revision))
    except Gone:
        return None


def item_that_counts(session: Session, answer: AttemptAnswer | Row[Any], key: str, before: str | None, now: Knowledge) -> Item | None:
    """A question of an attempt by what a revision of its bank says, in the order in which it is shown; `before` is the revision in which it
    was asked, if it was answered and corrected since. None where that settles it no more; Gone where this program cannot write it."""
    today, asked_in = _written(now, key, answer), before or answer.revision
    asked = None if asked_in == now.bank.revision else item_asked_in(session, answer, key, asked_in)
    if asked is None:
        if (shown := _as_shown(today, answer)) is None:
            raise Gone("This program cannot write what was asked any more.")
        return shown
    then = knowledge_of(session, asked_in)
    return _as_shown(rejudged(asked, today, now, rewritten_since(then, now, key)), answer)


def rewritten_since(then: Knowledge, now: Knowledge, key: str) -> frozenset[str]:
    """The ids of an objective whose text is another now than it was then; worked out once for two revisions, which never change."""
    between = (then.bank.revision, now.bank.revision, key)
    if (found := _rewritten.get(between)) is None:
        if len(_rewritten) >= MOST_COMPARED:
            _rewritten.clear()
        found = _rewritten[between] = rewritten(then, now, key)
    return found


def item_asked_in(session: Session, answer: AttemptAnswer | Row[Any], key: str, revision: str) -> Item | None:
    """The question of an attempt as it was asked in a revision of its bank, in the order in which it was shown; None where this program
    cannot write it (any more)."""
    try:
        return _as_shown(_written(knowledge_of(session, revision), key, answer), answer)
    except Gone:
        return None


def item_before(session: Session, answer: AttemptAnswer, before: Rescoring) -> Item | None:
    """The question of an attempt as it was asked before it was corrected; None where this program cannot write it (any more)."""
    key = session.scalar(select(Objective.key).where(Objective.id == answer.objective_id))
    assert key is not None
    return item_asked_in(session, answer, key, before.revision)


def _key_and_revision_before(answer: AttemptAnswer) -> Select[tuple[str, str]]:
    its_own = and_(Rescoring.learner_id == answer.learner_id, Rescoring.attempt == answer.attempt, Rescoring.position == answer.position)
    return select(Objective.key, Rescoring.revision).outerjoin(Rescoring, its_own).where(Objective.id == answer.objective_id)


def _written(knowledge: Knowledge, key: str, answer: AttemptAnswer | Row[Any]) -> Item | None:
    """What the template of a question writes from its seed by what a revision says; None where that has none such."""
    try:
        return ask(knowledge, key, answer.template, answer.version, answer.seed, answer.audience, answer.language)
    except Gone:
        return None


def _as_shown(item: Item | None, answer: AttemptAnswer | Row[Any]) -> Item | None:
    """An item in the order in which it is shown; None where it offers other things."""
    if item is None or sorted(ids_shown(item.interaction)) != sorted(answer.shown):
        return None
    return replace(item, interaction=arrange_as(item.interaction, answer.shown))


def ask(knowledge: Knowledge, key: str, template: str, version: int, seed: str, audience: str, language: str) -> Item:
    """The item of an objective in the order in which it is shown. Gone if this program cannot write it any more."""
    if key not in knowledge.objectives:
        raise Gone(f"The bank has no objective {key!r}.")
    try:
        item = write_item(knowledge, key, template, version, seed, audience, language)
    except UnknownTemplate as error:
        raise Gone(str(error)) from error
    return replace(item, interaction=arrange(item.interaction, seed))


def _kept(revision: str) -> Knowledge | None:
    with _lock:
        if revision in _known:
            _known.move_to_end(revision)
        return _known.get(revision)


def _keep(knowledge: Knowledge) -> Knowledge:
    """Keep it, or what another thread has kept meanwhile; what was not used for longest makes room."""
    with _lock:
        kept = _known.setdefault(knowledge.bank.revision, knowledge)
        while len(_known) > MOST_KEPT:
            _known.popitem(last=False)
    return kept


def _read(session: Door, revision: str) -> Bank:
    content = session.scalar(select(BankRevision.content).where(BankRevision.revision == revision))
    if content is None:
        raise Gone("This revision was never published.")
    try:
        return bank_from_content(content)
    except ValueError as error:
        raise Gone("This revision was written by another version of the program.") from error
