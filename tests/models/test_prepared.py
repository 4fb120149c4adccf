from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError

from quizapp.models import BankRevision
from quizapp.models.engines import WRITING
from quizapp.models.prepared import Prepared, PreparedSelect
from quizapp.models.upserts import table

REVISIONS = table(BankRevision)
ROW = {"bank": "tea", "revision": "1", "content": "{}", "published_at": datetime(2026, 3, 2, 12, tzinfo=UTC)}


def test_values_go_in_and_come_out_as_their_columns_have_them(engine: Engine) -> None:
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        Prepared(insert(REVISIONS), engine.dialect, list(ROW)).run(connection, ROW)
        found = PreparedSelect(select(REVISIONS.c.published_at, REVISIONS.c.superseded_at), engine.dialect).first(connection, {})
    assert tuple(found) == (found.published_at, found.superseded_at) == (ROW["published_at"], None)


def test_a_fault_of_the_driver_is_told_as_sqlalchemy_tells_it_and_without_what_was_typed(engine: Engine) -> None:
    twice = Prepared(insert(REVISIONS), engine.dialect, list(ROW))
    with engine.connect().execution_options(**WRITING) as connection, connection.begin() as transaction:
        twice.run(connection, ROW)
        with pytest.raises(IntegrityError) as told:
            twice.run(connection, ROW)
        transaction.rollback()
    assert "tea" not in str(told.value.statement) + str(told.value.params)
