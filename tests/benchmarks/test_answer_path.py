"""How many answers a second the served program takes, beside baselines in the same run. It prints, and judges nothing slow."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from urllib.parse import urlencode

import pytest
from flask import Flask, session
from flask_wtf.csrf import generate_csrf
from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.interactions import key_ids
from quizapp.app import create_app
from quizapp.clock import now
from quizapp.models import Objective
from quizapp.models.transactions import changing
from quizapp.preparing import prepare
from quizapp.settings import Settings
from quizapp.usecases.ask_question import Question, ask_question
from quizapp.usecases.sign_up import SignedUp, sign_up
from quizapp.usecases.start_topics import start_topics
from quizapp.web.extensions import db
from tests.amounts import amount
from tests.benchmarks.baselines import by_hand, by_hand_guarded, by_tutorial
from tests.benchmarks.load import Load, loaded, posted
from tests.faults.power import Served
from tests.learner import Learner, random_answer
from tests.program import QUIZAPP

CONNECTIONS, WORKERS = 16, 2
ROUNDS = amount(1, 5)
ANSWERS = amount(96, 2_400)  # in a round
WARMING_UP = amount(2, 20) * CONNECTIONS
ROOT = Path(__file__).parents[2]


@dataclass
class Contender:
    """A program that takes answers, what is sent to it, and what was measured."""

    name: str
    program: Served
    requests: list[bytes]
    loads: list[Load] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def take(self, answers: int) -> None:
        """Send the next so many answers."""
        sent, self.requests = self.requests[:answers], self.requests[answers:]
        before = self.program.cpu_seconds()
        load = loaded(self.program.port, [sent[line::CONNECTIONS] for line in range(CONNECTIONS)])
        assert load.statuses == {303: len(sent)}, (self.name, load.statuses)
        self.cpu.append(1000 * (self.program.cpu_seconds() - before) / len(sent))
        self.loads.append(load)


@dataclass(frozen=True)
class Asked:
    """A question, and the fields of an answer to it."""

    learner_id: int
    token: str
    objective_id: int
    fields: dict[str, list[str]]
    keys: tuple[str, ...]
    revision: str


def test_the_answer_path_beside_baselines(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    app = prepare(create_app(settings))
    asked = questions(app, ROUNDS * ANSWERS + WARMING_UP)
    with ExitStack() as running:
        ours = Contender(
            "ours", running.enter_context(served([QUIZAPP, "serve", "--workers", f"{WORKERS}"], settings)), forms(app, asked, sid=True)
        )
        contenders = [ours]
        for baseline in (by_hand, by_hand_guarded, by_tutorial) if on_sqlite(settings) else ():
            name = baseline.__name__.rpartition(".")[2]
            file = copied(Path(settings.database.database or ""), tmp_path / f"{name}.sqlite3", asked)
            command = [sys.executable, "-m", "tests.benchmarks.baselines.serving", name, f"{file}", f"{WORKERS}"]
            program = running.enter_context(served(command, Settings(data=tmp_path / name)))
            contenders.append(Contender(name, program, forms(baseline.create_app(file), asked)))
        measure(contenders)
    with capsys.disabled():
        print(report(contenders, settings.database.get_backend_name()))
    assert all(contender.loads for contender in contenders)


def measure(contenders: list[Contender]) -> None:
    """Let them take turns, after a few answers that do not count."""
    for contender in contenders:
        contender.take(WARMING_UP)
        contender.loads.clear()
        contender.cpu.clear()
    for _ in range(ROUNDS):
        for contender in contenders:
            contender.take(ANSWERS)


def report(contenders: list[Contender], database: str) -> str:
    """What was measured, the middle of all rounds."""
    rates = [median(load.per_second for load in contender.loads) for contender in contenders]
    cpu = [median(contender.cpu) for contender in contenders]
    lines = [
        f"  {contender.name:16} {rate:7,.0f} a second, {milliseconds:5.2f} ms of CPU for each, 99 in 100 within {median(load.p99 for load in contender.loads):6.1f} ms"
        for contender, rate, milliseconds in zip(contenders, rates, cpu, strict=True)
    ]
    head = (
        f"\nAnswers, {database}, {WORKERS} workers, {CONNECTIONS} connections, {ROUNDS} rounds of {ANSWERS}, load {os.getloadavg()[0]:.1f}:"
    )
    if len(contenders) == 1:
        return "\n".join([head, *lines])
    ours, by_hand, guarded, by_tutorial = rates
    tail = f"  ours / by hand {ours / by_hand:.2f}, guarded {ours / guarded:.2f} (aim 0.8), ours / by tutorial {ours / by_tutorial:.2f} (aim 2)"
    of_cpu = f"  by CPU: by hand / ours {cpu[1] / cpu[0]:.2f}, guarded {cpu[2] / cpu[0]:.2f}, by tutorial / ours {cpu[3] / cpu[0]:.2f}"
    return "\n".join([head, *lines, tail, of_cpu])


def on_sqlite(settings: Settings) -> bool:
    """Whether the baselines can stand on a copy of the database."""
    return settings.database.get_backend_name() == "sqlite"


@contextmanager
def served(command: Sequence[str | Path], settings: Settings) -> Iterator[Served]:
    settings.data.mkdir(exist_ok=True)
    program = Served(
        command,
        settings.data / "log",
        QUIZAPP_DATA=str(settings.data),
        QUIZAPP_DATABASE_URL=settings.database_url or "",
        PYTHONPATH=str(ROOT),
    )
    program.start()
    try:
        yield program
    finally:
        program.end()


def questions(app: Flask, number: int) -> list[Asked]:
    """So many questions, and answers of which some are right: of as many people as it takes, each asked once about each objective."""
    asked: list[Asked] = []
    with app.app_context():
        session = db.session()
        while len(asked) < number:
            learner = studying(session, f"person-{len(asked)}")
            asked += [one for objective in learner.objectives() if (one := question(learner, objective, str(app.secret_key)))]
            session.rollback()
        db.engine.dispose()
    return asked[:number]


def studying(session: Session, name: str) -> Learner:
    """Somebody new who is signed in."""
    at = now()
    outcome = changing(session, lambda: sign_up(session, name, "lamp orbit velvet", "UTC", at))
    assert isinstance(outcome, SignedUp)
    for bank, topic in session.execute(select(Objective.bank, Objective.topic).distinct()).all():
        changing(session, lambda bank=bank, topic=topic: start_topics(session, outcome.person.id, bank, [topic], at))  # type: ignore[misc]
    return Learner(session, outcome, at, at)


def question(learner: Learner, objective_id: int, key: str) -> Asked | None:
    """What is asked about an objective, and an answer."""
    asked = ask_question(learner.session, learner.signed_up.person, objective_id, learner.at, key)
    if not isinstance(asked, Question):
        return None
    form = random_answer(asked.item.interaction, Random(asked.ticket))
    fields = {"ticket": [asked.ticket], "milliseconds": [""], "sure": ["fairly"], **{name: list(values) for name, values in form.items()}}
    return Asked(learner.id, learner.signed_up.token, objective_id, fields, key_ids(asked.item.interaction), asked.item.revision)


def forms(app: Flask, asked: list[Asked], *, sid: bool = False) -> list[bytes]:
    """The requests of these answers, as browsers would send them that had opened a page of this app before."""
    cookies = {one.learner_id: cookie(app, one) for one in asked}
    return [
        posted(
            f"/study/{one.objective_id}/reviews",
            cookies[one.learner_id][0] + (f"; sid={one.token}" if sid else ""),
            urlencode(one.fields | {"csrf_token": cookies[one.learner_id][1]}, doseq=True),
        )
        for one in asked
    ]


def cookie(app: Flask, one: Asked) -> tuple[str, str]:
    """Flask's signed cookie of somebody, and the token for their forms."""
    with app.test_request_context():
        session["_user_id"] = str(one.learner_id)
        token = generate_csrf()
        serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        return f"{app.config['SESSION_COOKIE_NAME']}={serializer.dumps(dict(session))}", token


def copied(ours: Path, file: Path, asked: list[Asked]) -> Path:
    """Our database for a baseline, with one question for each objective."""
    shutil.copy(ours, file)
    with closing(sqlite3.connect(file)) as database, database:
        assert database.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        database.execute(by_hand.QUESTIONS)
        rows = {one.objective_id: (one.objective_id, one.revision, " ".join(sorted(one.keys))) for one in asked}
        database.executemany("INSERT INTO questions VALUES (?, ?, ?)", rows.values())
    return file
