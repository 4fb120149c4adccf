import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import select

from questions.bank import Bank, kinds_of_fact, shipped_banks
from questions.correcting import table_of
from questions.readers.toml_files import read_bank
from questions.toml_text import fact_as_toml
from quizapp.cli import main
from quizapp.clock import now
from quizapp.models import Person
from quizapp.settings import Settings
from quizapp.web.extensions import db
from tests.usecases.correcting import corrects, says, without_skin
from tests.web.browser import Browser
from tests.web.people import signs_up


def run(settings: Settings, *arguments: str) -> str:
    own = {"QUIZAPP_DATA": str(settings.data), "QUIZAPP_DATABASE_URL": settings.database_url or ""}
    return CliRunner().invoke(main, ["corrections", *arguments], env=own).output


def test_corrections_are_written_as_the_banks_files_would_hold_them(app: Flask, settings: Settings, tmp_path: Path) -> None:
    signs_up(Browser(app.test_client()), "editor")
    file = tmp_path / "corrections.toml"
    with app.app_context():
        editor = db.session.scalars(select(Person.id)).one()
        corrects(db.session(), editor, "spread.kidney", without_skin, now(), "Not\nthe skin")
        corrects(db.session(), editor, "spread.lung", None, now())
        corrects(db.session(), editor, "term:liver", lambda table: table.update(plain="the liver"), now())
        said, called = says(db.session(), "spread.kidney"), says(db.session(), "term:liver")
    assert run(settings, "metastatic-cancer", str(file)) == f"3 corrected facts written to {file}.\n"
    text = file.read_text()
    assert tomllib.loads(text) == {"relation": [said], "term": [called]}
    assert text.startswith("# spread.kidney, topic spread: Not the skin (editor, 2026-03-02)\n")
    assert "# Retired: take spread.lung out." in text
    assert "There is no bank 'nothing'" in run(settings, "nothing", str(file))
    assert run(settings, "electrolytes", str(file)) == f"0 corrected facts written to {file}.\n"


@pytest.mark.parametrize("bank", [read_bank(folder) for folder in shipped_banks()], ids=lambda bank: bank.name)
def test_every_fact_reads_the_same_from_what_is_written(bank: Bank) -> None:
    for fact in bank.facts:
        found = table_of(bank, fact.id)
        assert found
        kind, _topic, table = found
        assert kind in kinds_of_fact()
        assert tomllib.loads(fact_as_toml(kind, table)) == {kind: [table]}
