import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

from questions.bank import shipped_banks
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from quizapp.models import BankRevision, Objective
from quizapp.preparing import prepare
from quizapp.settings import Settings
from quizapp.web.extensions import db
from tests.program import OURS
from tests.standing_clock import StandingClock

ROOT = Path(__file__).parents[1]


def counted(app: Flask) -> tuple[int | None, int | None]:
    with app.app_context():
        return tuple(db.session.scalar(select(func.count()).select_from(table)) for table in (BankRevision, Objective))  # type: ignore[return-value]


def test_preparing_lays_the_shipped_bank_and_its_objectives_in_an_empty_database(app: Flask) -> None:
    banks, objectives = counted(app)
    assert banks == len(shipped_banks()) == 1
    assert objectives == sum(len(Knowledge(read_bank(folder)).objectives) for folder in shipped_banks()) > 0


def test_preparing_again_changes_nothing(
    app: Flask, make_app: Callable[[Settings], Flask], settings: Settings, clock: StandingClock
) -> None:
    before = counted(app)
    clock.let_pass(days=1)
    assert counted(prepare(make_app(settings))) == before


def test_flask_finds_a_prepared_app_in_wsgi(settings: Settings) -> None:
    environment = OURS | {"QUIZAPP_DATA": str(settings.data), "QUIZAPP_DATABASE_URL": str(settings.database_url)}
    for command, expected in (("routes", "/healthz"), ("db", "(head)")):
        arguments = [command, "current"] if command == "db" else [command]
        done = subprocess.run(
            [sys.executable, "-m", "flask", "--app", "wsgi", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert expected in done.stdout
