"""What the published banks say: each revision is read and indexed once in a process."""

from dataclasses import replace

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from questions.bank import Bank, bank_from_content
from questions.interactions import arrange
from questions.items import Item
from questions.knowledge import Knowledge
from questions.writing import write_item
from quizapp.models import BankRevision, Objective, Report, Review

MOST_KEPT = 8
_known: dict[str, Knowledge] = {}


def knowledge_of(session: Session, revision: str) -> Knowledge:
    """The knowledge in a revision. LookupError if it was never published, or this program cannot read it any more."""
    return _known[revision] if revision in _known else _keep(_read(session, revision))


def knowledge_in(bank: Bank) -> Knowledge:
    """The knowledge in a bank, published or not."""
    return _known[bank.revision] if bank.revision in _known else _keep(Knowledge(bank))


def current_revisions() -> Select[tuple[str, str]]:
    """Each bank and its current revision."""
    return select(BankRevision.bank, BankRevision.revision).where(BankRevision.superseded_at.is_(None)).order_by(BankRevision.bank)


def current_knowledge(session: Session, bank: str) -> Knowledge:
    """What a bank says now. LookupError if there is no such bank."""
    revision = session.scalar(select(BankRevision.revision).where(BankRevision.bank == bank, BankRevision.superseded_at.is_(None)))
    if revision is None:
        raise LookupError(f"There is no bank {bank!r}.")
    return knowledge_of(session, revision)


def item_asked(session: Session, review: Review | Report) -> Item | None:
    """The item as it was asked, in the order in which it was shown; None where its wording is gone with an old template."""
    key = session.scalar(select(Objective.key).where(Objective.id == review.objective_id))
    assert key is not None
    try:
        knowledge = knowledge_of(session, review.revision)
        return ask(knowledge, key, review.template, review.version, review.seed, review.audience, review.language)
    except LookupError:
        return None


def ask(knowledge: Knowledge, key: str, template: str, version: int, seed: str, audience: str, language: str) -> Item:
    """The item of an objective in the order in which it is shown. LookupError if this program cannot write it any more."""
    item = write_item(knowledge, key, template, version, seed, audience, language)
    return replace(item, interaction=arrange(item.interaction, seed))


def _keep(knowledge: Knowledge) -> Knowledge:
    while len(_known) >= MOST_KEPT:
        del _known[next(iter(_known))]
    _known[knowledge.bank.revision] = knowledge
    return knowledge


def _read(session: Session, revision: str) -> Knowledge:
    content = session.scalar(select(BankRevision.content).where(BankRevision.revision == revision))
    if content is None:
        raise LookupError("This revision was never published.")
    try:
        return Knowledge(bank_from_content(content))
    except ValueError as error:
        raise LookupError("This revision was written by another version of the program.") from error
