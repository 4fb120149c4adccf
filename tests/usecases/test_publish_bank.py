import json
import subprocess
import sys
import time

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions.bank import Bank, bank_of
from questions.knowledge import Knowledge
from quizapp.models import BankRevision, Objective
from quizapp.queries.items import current_knowledge, knowledge_of
from tests.learner import MONDAY_NOON, published


def without(bank: Bank, fact: str) -> Bank:
    """The bank after an editor has struck a fact."""
    content = json.loads(bank.content)
    for file in content["files"]:
        for tables in file.values():
            if isinstance(tables, list):
                tables[:] = [
                    table for table in tables if not (isinstance(table, dict) and fact in (table.get("id"), *table.get("facts", ())))
                ]
    return bank_of(content)


def test_publishing_lays_down_every_objective_with_its_aim(session: Session, bank: Bank) -> None:
    outcome = published(session, bank)
    objectives = Knowledge(bank).objectives
    assert (outcome.revision, outcome.added, outcome.retired) == (bank.revision, len(objectives), 0)
    kept = {one.key: (one.bank, one.topic, one.aim) for one in session.scalars(select(Objective))}
    assert kept == {key: (bank.name, one.topic, one.aim) for key, one in objectives.items()}
    assert list(session.scalars(select(Objective.key).order_by(Objective.id))) == list(objectives)


def test_publishing_twice_changes_nothing(session: Session, bank: Bank) -> None:
    published(session, bank)
    before = _everything(session)
    outcome = published(session, bank, MONDAY_NOON.replace(year=2027))
    assert (outcome.added, outcome.changed, outcome.retired, outcome.revived) == (0, 0, 0, 0)
    assert outcome.unchanged == len(Knowledge(bank).objectives)
    assert _everything(session) == before


def test_a_fact_that_goes_retires_its_objectives_and_one_that_returns_revives_them(session: Session, bank: Bank) -> None:
    published(session, bank)
    ids = _ids(session)
    gone = published(session, without(bank, "spread.kidney"))
    retired = set(session.scalars(select(Objective.key).where(Objective.retired_at.is_not(None))))
    assert "metastatic-cancer/spread.kidney#sites" in retired
    assert gone.retired == len(retired)
    back = published(session, bank)
    assert (back.revived, back.retired, back.added) == (len(retired), 0, 0)
    assert _ids(session) | ids == _ids(session)
    assert not session.scalars(select(Objective.key).where(Objective.retired_at.is_not(None), Objective.key.in_(ids))).all()


def test_one_revision_of_a_bank_is_current_and_the_older_ones_can_still_be_read(session: Session, bank: Bank) -> None:
    shorter = without(bank, "spread.kidney")
    for content, revision in [(bank, bank.revision), (shorter, shorter.revision), (bank, bank.revision)]:
        published(session, content)
        assert session.scalars(select(BankRevision.revision).where(BankRevision.superseded_at.is_(None))).all() == [revision]
        assert current_knowledge(session, bank.name).bank.revision == revision
    assert session.scalar(select(func.count()).select_from(BankRevision)) == 2
    assert knowledge_of(session, shorter.revision).bank == shorter
    with pytest.raises(LookupError):
        knowledge_of(session, "never published")
    with pytest.raises(LookupError):
        current_knowledge(session, "no such bank")


def test_an_objective_in_other_words_is_the_same_objective(session: Session, bank: Bank) -> None:
    published(session, bank)
    content = json.loads(bank.content)
    content["files"] = json.loads(json.dumps(content["files"]).replace("idney cancer", "idney tumour"))
    outcome = published(session, bank_of(content))
    assert outcome.changed > 0
    assert (outcome.added, outcome.retired) == (0, 0)
    assert any("idney tumour" in aim for aim in session.scalars(select(Objective.aim)))


def test_processes_that_publish_at_the_same_time_all_succeed(session: Session, database_url: str, bank: Bank) -> None:
    start = str(time.time() // 1 + 4)
    publishers = [
        subprocess.Popen([sys.executable, "-c", _PUBLISHER, database_url, start], stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    errors = [publisher.communicate()[1] for publisher in publishers]
    assert [publisher.returncode for publisher in publishers] == [0, 0, 0], errors
    assert session.scalar(select(func.count()).select_from(Objective)) == len(Knowledge(bank).objectives)


_PUBLISHER = """
import sys, time
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.models.engines import keep_safely
from tests.learner import published
engine = create_engine(sys.argv[1])
keep_safely(engine)
bank = read_bank(shipped_banks()[0])
time.sleep(max(0, float(sys.argv[2]) - time.time()))
with Session(engine) as session:
    published(session, bank)
"""


def _ids(session: Session) -> dict[str, int]:
    return dict(session.execute(select(Objective.key, Objective.id)).tuples().all())


def _everything(session: Session) -> list[object]:
    revisions = session.execute(select(BankRevision.revision, BankRevision.superseded_at, BankRevision.published_at)).all()
    objectives = session.execute(select(Objective.id, Objective.key, Objective.aim, Objective.retired_at).order_by(Objective.id)).all()
    return [revisions, objectives]
