"""A learner who has answered much, without much being asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from flask import Flask
from sqlalchemy import event, insert, select

from quizapp.models import Card, Objective, Person, Review
from quizapp.models.transactions import begin_writing
from quizapp.web.extensions import db
from tests.web.browser import Browser
from tests.web.people import answers

SAID = ("certain", "certain", "fairly", "guessing", None)


def answers_much(app: Flask, browser: Browser, objectives: int, days: int, name: str = "student") -> None:
    """So many objectives are answered on each of so many days until today, each sixth time wrong and mostly with a certainty."""
    answers(app, browser, browser.open("/study"))
    with app.app_context():
        person = db.session.scalars(select(Person.id).where(Person.name == name)).one()
        review = db.session.execute(select(Review.__table__).where(Review.learner_id == person)).mappings().one()
        card = db.session.execute(select(Card.__table__).where(Card.learner_id == person)).mappings().one()
        others = db.session.scalars(
            select(Objective.id).where(Objective.id != card["objective_id"]).order_by(Objective.id).limit(objectives)
        ).all()
        begin_writing(db.session())
        for place, objective in enumerate(others):
            last = review["study_day"] - timedelta(days=place % 7)
            db.session.execute(insert(Card).values({**card, "objective_id": objective, "turns": days, "steps": days, "seen_on": last}))
            for turn in range(1, days + 1):
                wrong = (place + turn) % 6 == 0
                db.session.execute(
                    insert(Review).values(
                        {
                            **review,
                            "objective_id": objective,
                            "turn": turn,
                            "step": turn - 1,
                            "study_day": last - timedelta(days=days - turn),
                            "received_at": review["received_at"] - timedelta(days=place % 7 + days - turn, seconds=place),
                            "interval_before": 0 if turn == 1 else turn * 3,
                            "recalled_before": turn > 1,
                            "certainty": SAID[(place + turn) % len(SAID)],
                            "grade": 1 if wrong else 4,
                            "marks": 0 if wrong else 1,
                            "maximum": 1,
                        }
                    )
                )
        db.session.commit()


def has_answered_more(app: Flask, objectives: int, days: int) -> None:
    """Let the student's first cards be followed by many others."""
    with app.app_context():
        card = db.session.execute(select(Card.__table__).limit(1)).mappings().one()
        review = db.session.execute(select(Review.__table__).limit(1)).mappings().one()
        met = select(Card.objective_id)
        begin_writing(db.session())
        for objective in db.session.scalars(select(Objective.id).where(Objective.id.not_in(met)).limit(objectives)).all():
            db.session.execute(insert(Card).values({**card, "objective_id": objective}))
            for turn in range(1, days + 1):
                db.session.execute(insert(Review).values({**review, "objective_id": objective, "turn": turn, "step": turn - 1}))
        db.session.commit()


@contextmanager
def asked_of_the_database(app: Flask) -> Iterator[list[str]]:
    """The statements from here on."""
    seen: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)
