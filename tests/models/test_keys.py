"""How tables are laid out: by whose it is, so that one learner is found as quickly among many, on one machine or on several."""

import pytest
from sqlalchemy import Engine, Table, inspect, text

from quizapp.models.base import Base

TABLES = Base.metadata.sorted_tables
NUMBERED = {"reports"}  # which those who look after a bank go through by their number, whoever sent them


@pytest.mark.parametrize("table", [table for table in TABLES if "learner_id" in table.c and table.name not in NUMBERED], ids=str)
def test_what_belongs_to_a_learner_is_found_by_the_learner_first(table: Table) -> None:
    assert next(iter(table.primary_key)).name == "learner_id"


def test_no_index_holds_the_day_on_which_a_card_is_due(engine: Engine) -> None:
    """A learner's cards are few, and a row whose indexed columns stay as they are is changed in its place."""
    assert inspect(engine).get_indexes("cards") == []


def test_cards_lie_in_the_order_of_learner_and_objective(engine: Engine) -> None:
    assert inspect(engine).get_pk_constraint("cards")["constrained_columns"] == ["learner_id", "objective_id"]
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            laid_out = connection.scalar(text("SELECT wr FROM pragma_table_list WHERE name = 'cards'"))
        assert laid_out == 1


def test_every_table_is_strict(engine: Engine) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL takes nothing but the type of a column anyway.")
    with engine.connect() as connection:
        strict = dict(connection.execute(text("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")).tuples().all())
    assert {table.name: strict[table.name] for table in TABLES} == {table.name: 1 for table in TABLES}
