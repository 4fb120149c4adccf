"""A baseline: an answer as somebody writes it who wants it quick, in plain `sqlite3` under Flask and Flask-Login.

It stands on a copy of our database and writes the same two rows, as safely (WAL, synchronous=FULL). It has no tokens against other sites, no
sessions that can be ended, no tickets, and one question for each objective, whose key stands in a table. It knows SM-2 only: what FSRS
remembers is the same for every card.
"""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask, redirect, request
from flask_login import LoginManager, UserMixin, current_user, login_required
from werkzeug.wrappers import Response

QUESTIONS = "CREATE TABLE questions (objective_id INTEGER PRIMARY KEY, revision TEXT NOT NULL, key_ids TEXT NOT NULL)"
KEPT = (
    "learner_id, objective_id, turn, step, revision, template, version, seed, level, audience, language, shown, keys, response, marks, maximum,"
    " reading_milliseconds, recalled_before, grade, mapping, kind, scheduler, repetitions_before, interval_before, easiness_before, due_before,"
    " repetitions_after, interval_after, easiness_after, due_after, study_day, zone, answered_at, received_at"
)
LOG = f"INSERT INTO reviews ({KEPT}) VALUES ({', '.join('?' * len(KEPT.split(',')))})"
CARD = """
INSERT INTO cards (learner_id, objective_id, repetitions, interval, easiness, due, due_sm2, due_fsrs, last_day, seen_on, stability,
difficulty, lapses, recalled_before, steps, turns)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 2.3, 5, 0, ?, 1, 1)
ON CONFLICT (learner_id, objective_id) DO UPDATE SET repetitions = excluded.repetitions, interval = excluded.interval,
easiness = excluded.easiness, due = excluded.due, due_sm2 = excluded.due_sm2, due_fsrs = excluded.due_fsrs,
last_day = excluded.last_day, seen_on = excluded.seen_on, recalled_before = excluded.recalled_before,
steps = steps + 1, turns = turns + 1
"""


class User(UserMixin):  # type: ignore[misc]
    """Whoever is signed in."""

    def __init__(self, number: int, zone: str) -> None:
        self.id, self.zone = number, zone


def create_app(file: Path) -> Flask:
    """The app on this database."""
    app = Flask(__name__)
    app.config["SECRET_KEY"] = "the key of a baseline, which nobody need guess"
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA busy_timeout=10000")
    connection.execute("PRAGMA foreign_keys=ON")
    login = LoginManager(app)

    @login.user_loader  # type: ignore[untyped-decorator]
    def load_user(number: str) -> User | None:
        row = connection.execute("SELECT id, zone FROM people WHERE id = ?", [number]).fetchone()
        return User(*row) if row else None

    @app.post("/study/<int:objective_id>/reviews")
    @login_required  # type: ignore[untyped-decorator]
    def review(objective_id: int) -> Response:
        at = datetime.now(UTC)
        connection.execute("BEGIN IMMEDIATE")
        try:
            turn = answer(connection, current_user, objective_id, request.form.getlist("answer"), at)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        return redirect(f"/study/{objective_id}/reviews/{turn}", 303)

    return app


def answer(connection: sqlite3.Connection, user: User, objective_id: int, picked: list[str], at: datetime) -> int:
    """Judge an answer, log it, set the card; its turn."""
    revision, keys = connection.execute("SELECT revision, key_ids FROM questions WHERE objective_id = ?", [objective_id]).fetchone()
    found = connection.execute(
        "SELECT repetitions, interval, easiness, due_sm2, turns FROM cards WHERE learner_id = ? AND objective_id = ?",
        [user.id, objective_id],
    ).fetchone()
    repetitions, interval, easiness, due, turns = found or (0, 0, 250, None, 0)
    right = sorted(picked) == keys.split()
    grade = 4 if right else 1
    after = sm2(repetitions, interval, easiness, grade)
    today, moment = at.date(), at.isoformat()
    next_due = (today + timedelta(days=after[1])).isoformat()
    row: list[Any] = [user.id, objective_id, turns + 1, turns, revision, "question", 1, f"{user.id}/{objective_id}", "recognise", "nursing"]
    row += ["en", keys, keys, " ".join(picked), int(right), 1, 20_000, int(right), grade, 1, "scheduled", "sm2"]
    row += [repetitions, interval, easiness, due, *after, next_due, today.isoformat(), user.zone, moment, moment]
    connection.execute(LOG, row)
    connection.execute(CARD, [user.id, objective_id, *after, *[next_due] * 3, *[today.isoformat()] * 2, int(right)])
    return int(turns + 1)


def sm2(repetitions: int, interval: int, easiness: int, grade: int) -> tuple[int, int, int]:
    """SM-2, easiness in hundredths."""
    if grade < 3:
        return 0, 1, easiness
    days = (1, 6)[repetitions] if repetitions < 2 else -(-interval * easiness // 100)
    return repetitions + 1, days, max(130, easiness + 10 - (5 - grade) * (8 + (5 - grade) * 2))
