"""Nobody has to remember to hand something out: what is not explained fails here."""

import re
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, Table

import quizapp.web
from quizapp.models import Base
from quizapp.models.meanings import meanings
from quizapp.queries.belongings import of_people

PRIVACY = Path(quizapp.web.__file__).parent / "templates/welcome/privacy.html"
every_table = pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=str)


@every_table
def test_every_column_is_handed_out_with_its_meaning_or_withheld_with_the_reason(table: Table) -> None:
    meaning = meanings()[table.name]
    if not meaning.left_out:
        assert [*meaning.columns, *meaning.withheld] == sorted(
            table.columns.keys(), key=lambda name: (name in meaning.withheld, list(table.columns.keys()).index(name))
        )
    assert all(words.endswith(".") for words in (meaning.about, *meaning.columns.values(), *meaning.withheld.values()))


@every_table
def test_a_table_of_peoples_is_handed_out_and_any_other_says_why_not_or_whom_it_explains(table: Table) -> None:
    meaning = meanings()[table.name]
    if table.name in of_people():
        assert not meaning.explains
    else:
        assert bool(meaning.left_out) != meaning.explains


@every_table
def test_no_secret_is_handed_out(table: Table) -> None:
    secret = {column.name for column in table.columns if isinstance(column.type, LargeBinary) or column.name.endswith("_hash")}
    assert secret.isdisjoint(meanings()[table.name].shown)


def test_nothing_is_explained_that_is_not_there() -> None:
    assert set(meanings()) == set(Base.metadata.tables)


def test_the_page_on_privacy_has_a_line_for_every_table_about_people_and_none_that_holds_nothing() -> None:
    kept = {name: meaning.privacy for name, meaning in meanings().items() if meaning.privacy}
    silent = of_people() | {name for name, meaning in meanings().items() if meaning.explains} - {"objectives"}
    assert silent <= set(kept), "say by `privacy` in meanings.toml which line of the page on privacy tells people of these tables"
    lines = set(re.findall(r'<div id="([\w-]+)">', PRIVACY.read_text(encoding="utf-8")))
    assert lines == {*kept.values(), "log"}  # the log is no table
