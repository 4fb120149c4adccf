"""A student whose exam comes sooner than all can be met, and to whom a few things do not stick."""

from datetime import timedelta

from sqlalchemy import select

from quizapp.demo.actors import Actor
from quizapp.demo.minds import Mind
from quizapp.demo.stages import Stage
from quizapp.models import Card
from quizapp.queries.study_days import study_day_of
from quizapp.usecases.change_days_off import change_days_off
from quizapp.usecases.name_exam import name_exam
from quizapp.usecases.plan_break import plan_break
from quizapp.usecases.write_note import write_note

PEOPLE = {"omar": "a nursing student with an exam in four weeks, too much left to meet for it, and questions that keep slipping"}

NOTE = "Regional stays near, distant goes far."


def play(stage: Stage) -> None:
    """Two months with one topic that does not stick; since yesterday all the others as well, an exam, days off, and a note."""
    omar = stage.enters("omar", days_ago=64, mind=Mind(knew_before=0.2, lasts=0.5, too_sure=0.3), device="Firefox, Windows")
    omar.starts("kinds")
    for ago in range(64, 1, -1):
        omar.sits(omar.day(ago, 19, omar.chance.randrange(60)), most=6)
    omar.at = stage.until - timedelta(minutes=30)
    omar.starts()
    _plans(stage, omar)


def _plans(stage: Stage, omar: Actor) -> None:
    session, person, today = stage.session, omar.person, study_day_of(stage.session, omar.person, omar.at)
    name_exam(session, person.id, [], "", (today + timedelta(days=26)).isoformat(), omar.at)
    change_days_off(session, person.id, ["6"])
    plan_break(session, person.id, (today + timedelta(days=30)).isoformat(), (today + timedelta(days=40)).isoformat(), omar.at)
    slipping = session.scalars(select(Card.objective_id).where(Card.learner_id == person.id).order_by(Card.lapses.desc()).limit(1))
    write_note(session, person.id, slipping.one(), NOTE, omar.at)
