"""A baseline: an answer as tutorials write it, with the ORM of Flask-SQLAlchemy, Flask-Login, and a form of Flask-WTF.

It stands on a copy of our database and logs the same columns, each table a class.
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from flask import Flask, redirect, request, url_for
from flask_login import LoginManager, UserMixin, current_user, login_required
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import FlaskForm
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column
from werkzeug.wrappers import Response

from tests.benchmarks.baselines.by_hand import sm2

db = SQLAlchemy()


class User(UserMixin, db.Model):  # type: ignore[misc, name-defined]
    __tablename__ = "people"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    zone: Mapped[str]


class Question(db.Model):  # type: ignore[misc, name-defined]
    __tablename__ = "questions"
    objective_id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[str]
    key_ids: Mapped[str]


class Card(db.Model):  # type: ignore[misc, name-defined]
    __tablename__ = "cards"
    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    objective_id: Mapped[int] = mapped_column(ForeignKey("questions.objective_id"), primary_key=True)
    repetitions: Mapped[int] = mapped_column(default=0)
    interval: Mapped[int] = mapped_column(default=0)
    easiness: Mapped[int] = mapped_column(default=250)
    due: Mapped[date | None]
    due_sm2: Mapped[date | None]
    due_fsrs: Mapped[date | None]
    stability: Mapped[float] = mapped_column(default=2.3)  # it knows SM-2 only
    difficulty: Mapped[float] = mapped_column(default=5.0)
    seen_on: Mapped[date | None]
    last_day: Mapped[date | None]
    lapses: Mapped[int] = mapped_column(default=0)
    recalled_before: Mapped[int] = mapped_column(default=0)
    steps: Mapped[int] = mapped_column(default=0)
    turns: Mapped[int] = mapped_column(default=0)


class Review(db.Model):  # type: ignore[misc, name-defined]
    __tablename__ = "reviews"
    learner_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    objective_id: Mapped[int] = mapped_column(ForeignKey("questions.objective_id"), primary_key=True)
    turn: Mapped[int] = mapped_column(primary_key=True)
    step: Mapped[int]
    revision: Mapped[str]
    template: Mapped[str] = mapped_column(default="question")
    version: Mapped[int] = mapped_column(default=1)
    seed: Mapped[str]
    level: Mapped[str] = mapped_column(default="recognise")
    audience: Mapped[str] = mapped_column(default="nursing")
    language: Mapped[str] = mapped_column(default="en")
    shown: Mapped[str]
    keys: Mapped[str]
    response: Mapped[str]
    marks: Mapped[int]
    maximum: Mapped[int] = mapped_column(default=1)
    reading_milliseconds: Mapped[int] = mapped_column(default=20_000)
    recalled_before: Mapped[int]
    grade: Mapped[int]
    mapping: Mapped[int] = mapped_column(default=1)
    kind: Mapped[str] = mapped_column(default="scheduled")
    scheduler: Mapped[str] = mapped_column(default="sm2")
    repetitions_before: Mapped[int]
    interval_before: Mapped[int]
    easiness_before: Mapped[int]
    due_before: Mapped[date | None]
    repetitions_after: Mapped[int]
    interval_after: Mapped[int]
    easiness_after: Mapped[int]
    due_after: Mapped[date]
    study_day: Mapped[date]
    zone: Mapped[str]
    answered_at: Mapped[datetime]
    received_at: Mapped[datetime]


def create_app(file: Path) -> Flask:
    """The app on this database."""
    app = Flask(__name__)
    app.config["SECRET_KEY"] = "the key of a baseline, which nobody need guess"
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{file}"
    db.init_app(app)
    login = LoginManager(app)

    @login.user_loader  # type: ignore[untyped-decorator]
    def load_user(number: str) -> User | None:
        return db.session.get(User, int(number))

    @app.post("/study/<int:objective_id>/reviews")
    @login_required  # type: ignore[untyped-decorator]
    def review(objective_id: int) -> Response | tuple[str, int]:
        if not FlaskForm().validate_on_submit():
            return "Try again.", 400
        question = db.get_or_404(Question, objective_id)
        card = db.session.get(Card, (current_user.id, objective_id))
        if card is None:
            card = Card(learner_id=current_user.id, objective_id=objective_id, repetitions=0, interval=0, easiness=250, steps=0, turns=0)
            db.session.add(card)
        logged = answer(card, question, request.form.getlist("answer"))
        db.session.add(logged)
        db.session.commit()
        return redirect(url_for("feedback", objective_id=logged.objective_id, turn=logged.turn), 303)

    @app.get("/study/<int:objective_id>/reviews/<int:turn>")
    def feedback(objective_id: int, turn: int) -> str:
        return "Thank you."

    return app


def answer(card: Card, question: Question, picked: list[str]) -> Review:
    """Judge an answer, and move the card."""
    now = datetime.now(UTC)
    right = sorted(picked) == question.key_ids.split()
    grade = 4 if right else 1
    before = card.repetitions, card.interval, card.easiness, card.due_sm2
    card.repetitions, card.interval, card.easiness = sm2(*before[:3], grade)
    card.due = card.due_sm2 = card.due_fsrs = now.date() + timedelta(days=card.interval)
    card.last_day, card.seen_on, card.recalled_before = now.date(), now.date(), int(right)
    card.steps += 1
    card.turns += 1
    return Review(
        learner_id=card.learner_id,
        objective_id=card.objective_id,
        turn=card.turns,
        step=card.turns - 1,
        revision=question.revision,
        seed=f"{card.learner_id}/{card.objective_id}",
        shown=question.key_ids,
        keys=question.key_ids,
        response=" ".join(picked),
        marks=int(right),
        recalled_before=int(right),
        grade=grade,
        repetitions_before=before[0],
        interval_before=before[1],
        easiness_before=before[2],
        due_before=before[3],
        repetitions_after=card.repetitions,
        interval_after=card.interval,
        easiness_after=card.easiness,
        due_after=card.due_sm2,
        study_day=now.date(),
        zone=current_user.zone,
        answered_at=now,
        received_at=now,
    )
