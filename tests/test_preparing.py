import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from flask import Flask
from sqlalchemy import func, select

from questions.bank import shipped_banks
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from quizapp.errors import CannotStart
from quizapp.letters import Letter, put_aside
from quizapp.models import BankRevision, Objective, SignInAttempt
from quizapp.models.transactions import changing
from quizapp.preparing import prepare
from quizapp.settings import Settings, read_settings
from quizapp.usecases.ask_for_letter import ask_for_letter
from quizapp.web.extensions import db
from tests.program import OURS
from tests.standing_clock import StandingClock

ROOT = Path(__file__).parents[1]


def counted(app: Flask) -> tuple[int | None, int | None]:
    with app.app_context():
        return tuple(db.session.scalar(select(func.count()).select_from(table)) for table in (BankRevision, Objective))  # type: ignore[return-value]


def test_preparing_lays_the_shipped_banks_and_their_objectives_in_an_empty_database(app: Flask) -> None:
    banks, objectives = counted(app)
    assert banks == len(shipped_banks()) > 1
    assert objectives == sum(len(Knowledge(read_bank(folder)).objectives) for folder in shipped_banks()) > 0


def test_preparing_again_changes_nothing(
    app: Flask, make_app: Callable[[Settings], Flask], settings: Settings, clock: StandingClock
) -> None:
    before = counted(app)
    clock.let_pass(days=1)
    assert counted(prepare(make_app(settings))) == before


def test_starting_ends_what_is_kept_for_a_day(
    app: Flask, make_app: Callable[[Settings], Flask], settings: Settings, clock: StandingClock
) -> None:
    letter = put_aside(Letter(7, None, "", ""), settings.data, clock())
    os.utime(letter, (clock().timestamp(), clock().timestamp()))
    with app.app_context():
        changing(db.session(), lambda: ask_for_letter(db.session(), "ann", "192.0.2.1", clock(), "key"))
    clock.let_pass(days=1, seconds=1)
    prepare(make_app(settings))
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(SignInAttempt)) == 0
    assert not letter.exists()


@pytest.mark.parametrize("whole", [0, 1, 20], ids=["from its first page", "from its second", "later"])
def test_a_damaged_file_is_named_with_what_to_do_and_left_as_it_is(
    tmp_path: Path, prepared: Path, make_app: Callable[[Settings], Flask], whole: int
) -> None:
    kept = whole * 4096
    spoiled = prepared.read_bytes()[:kept] + Random(1).randbytes(prepared.stat().st_size - kept)
    (tmp_path / "quizapp.sqlite3").write_bytes(spoiled)
    with pytest.raises(CannotStart, match=r"^The database .* is damaged: stop Quizapp, move the file away, and restore a backup\.$"):
        prepare(make_app(read_settings({"QUIZAPP_DATA": str(tmp_path)})))
    assert (tmp_path / "quizapp.sqlite3").read_bytes() == spoiled


def test_flask_finds_a_prepared_app_in_wsgi(settings: Settings) -> None:
    environment = OURS | {"QUIZAPP_DATA": str(settings.data), "QUIZAPP_DATABASE_URL": str(settings.database_url)}
    for command, expected in (("routes", "/healthz"), ("db", "(head)")):
        arguments = [command, "current"] if command == "db" else [command]
        done = subprocess.run(
            [sys.executable, "-m", "flask", "--app", "wsgi", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert expected in done.stdout
