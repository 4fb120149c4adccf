"""Every scene of the demonstration, whichever there are."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.demo.filling import fill
from quizapp.demo.scenes import Scene, scenes
from quizapp.models import Person
from quizapp.models.transactions import changing
from tests.learner import KEY, MONDAY_NOON, published


@pytest.fixture
def kind() -> str:
    """SQLite alone: what a scene plays goes through use-cases, which are tried on both, and so are two scenes in demo/."""
    return "sqlite"


@pytest.mark.parametrize("scene", list(scenes()), ids=lambda scene: scene.name)
def test_a_scene_brings_those_whom_it_shows_and_says_who_they_are(session: Session, scene: Scene) -> None:
    published(session, read_bank(shipped_banks()[0]), MONDAY_NOON - timedelta(days=200))
    changing(session, lambda: fill(session, KEY, MONDAY_NOON, [scene], crowd=2))
    brought = session.scalars(select(Person.name)).all()
    assert scene.people
    assert set(scene.people) <= set(brought)
    assert all(about.strip() and not about.endswith(".") for about in scene.people.values())


def test_no_two_scenes_show_somebody_of_the_same_name() -> None:
    names = [name for scene in scenes() for name in scene.people]
    assert len(names) == len(set(names))
