"""A class that has answered, put straight into the log: each learner with a skill, each answer to an item as it is asked."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from questions.interactions import OneOf, ids_shown, key_ids
from questions.items import Item
from questions.responses import Malformed, Picked, Response, read_response, response_to_json
from questions.scoring import score
from questions.template import all_templates
from questions.writing import templates_of
from quizapp.demo.forms import right, wrong
from quizapp.models import Enrolment, Objective, Person, Review
from quizapp.queries.items import ask, current_knowledge

REST = {
    "step": 0,
    "certainty": None,
    "milliseconds": None,
    "reading_milliseconds": 1000,
    "recalled_before": False,
    "grade": 3,
    "mapping": 1,
    "kind": "scheduled",
    "scheduler": "sm2",
    "zone": "UTC",
    **{f"{name}_{when}": value for when in ("before", "after") for name, value in (("repetitions", 0), ("interval", 0), ("easiness", 250))},
}


def joins_class(session: Session, course_id: int, learners: int, at: datetime, language: str = "en") -> list[int]:
    """So many people with an account each, who learn in a course; nobody can sign in as them."""
    last = session.scalars(select(Person.id).order_by(Person.id.desc())).first() or 0
    numbers = list(range(last + 1, last + 1 + learners))
    whose = {"password_hash": "-", "audience": "nursing", "language": language, "zone": "UTC", "joined_at": at}
    session.execute(insert(Person), [{"id": one, "name": f"learner{one}", "name_key": f"learner{one}", **whose} for one in numbers])
    place = {"course_id": course_id, "role": "learner", "reference": "", "joined_at": at, "withdrawn": False}
    rows = [{"person_id": one, "called": f"Learner {one}", "pseudonym": f"P{one}", **place} for one in numbers]
    session.execute(insert(Enrolment), rows)
    return numbers


def answers_of_class(
    session: Session,
    learners: Sequence[int],
    objectives: Sequence[Objective],
    at: datetime,
    *,
    misled: int = 0,
    sure: str | None = None,
    language: str = "en",
) -> None:
    """Each learner answers each objective once; the later in the row, the more they know.

    In `misled`, an objective that is asked with one right option, the strong half choose one and the same other option.
    """
    chance = Random("a class")
    rows: list[dict[str, Any]] = []
    for objective in objectives:
        for place, learner in enumerate(learners):
            item = _item(session, objective, learner, language, alike=objective.id == misled)
            knows = chance.random() < 0.15 + 0.8 * place / len(learners)
            response = _misled(item, strong=place * 2 >= len(learners)) if objective.id == misled else answer(item, knows, chance)
            rows.append(row_of(learner, objective, item, response, at + timedelta(seconds=len(rows))) | {"certainty": sure})
    session.execute(insert(Review), rows)


def _item(session: Session, objective: Objective, learner: int, language: str, *, alike: bool) -> Item:
    knowledge = current_knowledge(session, objective.bank)
    templates = [one for one in templates_of(knowledge, objective.key) if not alike or one.name in _single(session, objective)]
    return ask(knowledge, objective.key, *templates[0], "alike" if alike else f"{learner}/{objective.key}/0", "nursing", language)


def _single(session: Session, objective: Objective) -> list[str]:
    """The templates that ask an objective with one right option."""
    knowledge = current_knowledge(session, objective.bank)
    found = list(templates_of(knowledge, objective.key))
    return [one.name for one in found if isinstance(ask(knowledge, objective.key, *one, "alike", "nursing", "en").interaction, OneOf)]


def asked_singly(session: Session, objectives: Sequence[Objective]) -> Objective:
    """The first of them that can be asked with one right option."""
    return next(one for one in objectives if _single(session, one))


def answer(item: Item, knows: bool, chance: Random) -> Response:
    """A response to an item that is right, or wrong."""
    response = read_response(item.interaction, right(item.interaction) if knows else wrong(item.interaction, chance))
    assert not isinstance(response, Malformed), response
    return response


def _misled(item: Item, *, strong: bool) -> Response:
    assert isinstance(item.interaction, OneOf)
    options = sorted(item.interaction.options, key=lambda option: option.id)
    return Picked((next(option.id for option in options if option.correct is not strong),))


def row_of(learner: int, objective: Objective, item: Item, response: Response, at: datetime) -> dict[str, Any]:
    """A review as it is kept."""
    marks, maximum = score(item.interaction, response)
    return {
        **REST,
        "learner_id": learner,
        "objective_id": objective.id,
        "turn": 1,
        "revision": item.revision,
        "template": item.template,
        "version": item.version,
        "seed": item.seed,
        "level": all_templates()[item.template].level,
        "audience": "nursing",
        "language": item.language,
        "shown": ids_shown(item.interaction),
        "keys": key_ids(item.interaction),
        "response": response_to_json(response),
        "marks": marks,
        "maximum": maximum,
        "due_after": at.date(),
        "study_day": at.date(),
        "answered_at": at,
        "received_at": at,
    }
