"""A bank that was spoiled, by an editor or on its way: the program does not start with it, and nothing that was learnt is touched."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import func, select

from questions.bank import shipped_banks
from quizapp.cli import main
from quizapp.errors import CannotStart
from quizapp.models import BankRevision, Objective, Review
from quizapp.preparing import prepare
from quizapp.settings import Settings
from quizapp.web.extensions import db
from tests.program import free_port
from tests.web.browser import Browser
from tests.web.people import answers, signs_up, starts_everything

pytestmark = pytest.mark.faults

SPOILED = [
    ("spread.toml", lambda text: text.replace('"', "", 1), "a quote is missing"),
    ("spread.toml", lambda text: text[: len(text) // 2], "cut off"),
    ("spread.toml", lambda text: text + '\n[[nonsense]]\nid = "x"\n', "a table nobody knows"),
    ("words.toml", lambda text: "\0" + text, "not text"),
    ("bank.toml", lambda text: "", "empty"),
    ("bank.toml", lambda text: text.replace("spread.toml", "spreads.toml"), "a file that is not there"),
]
Spoil = Callable[[str], str]


@pytest.fixture
def banks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the banks that travel with the program, which a test may spoil."""
    shipped = shipped_banks()[0]
    folder = tmp_path / "banks" / shipped.name
    shutil.copytree(shipped, folder)
    monkeypatch.setattr("quizapp.shipped.shipped_banks", lambda: (folder,))
    return folder


def kept(app: Flask) -> tuple[object, ...]:
    """What the database holds of banks and of what was learnt."""
    with app.app_context():
        db.session.rollback()
        revisions = db.session.execute(select(BankRevision.revision, BankRevision.superseded_at)).all()
        retired = db.session.scalar(select(func.count()).select_from(Objective).where(Objective.retired_at.is_not(None)))
        return tuple(map(tuple, revisions)), retired, db.session.scalar(select(func.count()).select_from(Review))


@pytest.mark.parametrize(("name", "spoil"), [case[:2] for case in SPOILED], ids=[case[2] for case in SPOILED])
def test_a_spoiled_bank_is_refused_in_one_sentence_that_names_file_and_line(
    app: Flask, settings: Settings, banks: Path, name: str, spoil: Spoil
) -> None:
    before = kept(app)
    (banks / name).write_text(spoil((banks / name).read_text()))
    said = CliRunner().invoke(
        main,
        ["serve", "--port", str(free_port())],
        env={"QUIZAPP_DATA": str(settings.data), "QUIZAPP_DATABASE_URL": settings.database_url},
    )
    assert said.exit_code == 1, said.output
    assert said.output.count("\n") == 1, said.output
    assert ".toml:" in said.output
    assert kept(app) == before


def test_who_is_served_already_learns_on_with_the_bank_that_was_sound(app: Flask, settings: Settings, banks: Path) -> None:
    browser = Browser(app.test_client())
    student = starts_everything(signs_up(browser, "student"))
    sound = (banks / "spread.toml").read_text()
    (banks / "spread.toml").write_text("[[")
    with pytest.raises(CannotStart):
        prepare(app)
    answers(app, browser, student.open("/study/1"))
    assert kept(app)[-1] == 1
    (banks / "spread.toml").write_text(sound)
    prepare(app)
    assert student.open("/study/2").status == 200
