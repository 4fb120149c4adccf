"""Filling an empty database with the made-up people."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.demo.scenes import Scene, scenes
from quizapp.demo.stages import CROWD, PASSWORD, Stage
from quizapp.demonstration import Demonstration
from quizapp.models import Person
from quizapp.models.transactions import begin_writing


def demonstration() -> Demonstration:
    """Whom the pages can be looked at as, once it is filled."""
    return Demonstration({name: about for scene in scenes() for name, about in scene.people.items()}, PASSWORD)


def fill(session: Session, key: str, until: datetime, played: Iterable[Scene] = (), crowd: int = CROWD) -> bool:
    """Play scenes (all, unless some are named) in one transaction, unless somebody is there already; whether that was done."""
    begin_writing(session)
    if session.scalar(select(Person.id).limit(1)):
        return False
    for scene in played or scenes():
        scene.play(Stage(session, key, until, crowd))
    return True
