"""How long the page of a course takes, and how much it weighs: five hundred learners and sixty objectives. It prints, and judges nothing slow
but by counting: how many calls a card costs is the same on every machine.
"""

import gc
import os
from collections.abc import Sequence
from cProfile import Profile
from datetime import datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, insert, select
from sqlalchemy.orm import Session

from questions.writing import templates_of
from quizapp.clock import now
from quizapp.models import AssignedObjective, Card, Course, Enrolment, Objective, Person, Review
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.course_map import course_map
from quizapp.queries.items import ask, current_knowledge
from quizapp.usecases.open_course import open_course
from quizapp.web.extensions import db
from tests.amounts import amount
from tests.classes import answer, row_of
from tests.teaching import sets_kinds
from tests.web.browser import Browser, Page
from tests.web.people import signs_up

LEARNERS, OBJECTIVES = amount(50, 500), 60
LOOKS = amount(3, 25)
CALLS = 22
"""So many calls a card may cost at most; reading its day by three of them, and looking at its row again and again, took 25."""


def test_the_pages_of_a_large_course(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    instructor = signs_up(Browser(app.test_client()), "instructor")
    with app.app_context():
        course_id = changing(db.session(), lambda: large_course(db.session()))
    for name in ("map", "misconceptions"):
        page = looked_at(app, instructor, f"/courses/{course_id}/{name}", capsys)
        assert name != "map" or page.text.count("Learner Number") >= LEARNERS
        assert name == "map" or "They chose:" in page.text


def looked_at(app: Flask, instructor: Browser, asks_for: str, capsys: pytest.CaptureFixture[str]) -> Page:
    """A page, and what it costs."""
    page = instructor.open(asks_for)
    gc.collect()
    gc.freeze()  # as the server does once it has begun
    took, worked = list[float](), list[float]()
    for _ in range(LOOKS):
        began, worked_before = perf_counter(), process_time()
        answered = instructor.client.get(asks_for)
        took.append(1000 * (perf_counter() - began))
        worked.append(1000 * (process_time() - worked_before))
        assert answered.status_code == 200
    gc.unfreeze()
    with app.app_context():
        asked = list[str]()
        event.listen(db.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    instructor.open(asks_for)
    weighs = len(page.response.data) / 1024
    with capsys.disabled():
        print(
            f"\n{page.heading}, {app.config['QUIZAPP'].database.get_backend_name()}, {LEARNERS} learners x {OBJECTIVES} objectives: "
            f"{median(worked):.0f} ms of the processor, {median(took):.0f} ms on the clock (aim 300; load {os.getloadavg()[0]:.1f}), "
            f"{weighs:.0f} KB (aim 150), {len(asked)} statements"
        )
    return page


def test_a_card_costs_the_map_few_calls(app: Flask) -> None:
    signs_up(Browser(app.test_client()), "instructor")
    with app.app_context():
        session = db.session()
        course_id = changing(session, lambda: large_course(session))
        course, at = session.get_one(Course, course_id), now()

        def calls(only: int | None) -> tuple[int, int]:
            """How many calls the map of all, or of one, makes; and how many cards are on it."""
            profile = Profile()
            course_map(session, course, at.date(), at, only)  # statements are compiled once
            found = profile.runcall(course_map, session, course, at.date(), at, only)
            profile.create_stats()
            return sum(row[1] for row in profile.stats.values()), sum(one.whole.seen for one in found.learners)

        all_calls, all_cards = calls(None)
        one_calls, one_cards = calls(session.scalars(select(Card.learner_id)).first())
    assert all_cards > LEARNERS * OBJECTIVES / 2
    each = (all_calls - one_calls) / (all_cards - one_cards)
    assert each < CALLS, f"{each:.1f} calls a card"


def large_course(session: Session) -> int:
    """A course with so many learners, each of whom has met a part of what is set."""
    begin_writing(session)
    at, chance = now(), Random("a large course")
    owner = session.scalars(select(Person).where(Person.name == "instructor")).one()
    course = open_course(session, owner, "Nursing", "UTC", at - timedelta(days=40))
    assert isinstance(course, Course)
    assignment = sets_kinds(session, course)
    begin_writing(session)
    held = select(AssignedObjective.objective_id).where(AssignedObjective.assignment_id == assignment.id)
    more = session.scalars(select(Objective.id).where(Objective.id.not_in(held)).order_by(Objective.id)).all()
    wanted = [*session.scalars(held).all(), *more][:OBJECTIVES]
    added = [one for one in wanted if one in set(more)]
    session.execute(insert(AssignedObjective), [{"assignment_id": assignment.id, "objective_id": one} for one in added])
    person = {column.name: getattr(owner, column.name) for column in Person.__table__.columns if column.name != "id"}
    names = [f"learner-{number}" for number in range(LEARNERS)]
    session.execute(insert(Person), [person | {"name": name, "name_key": name} for name in names])
    learners = session.scalars(select(Person.id).where(Person.name.in_(names))).all()
    session.execute(insert(Enrolment), [place(course.id, one, at) for one in learners])
    met = [(one, objective) for one in learners for objective in wanted if chance.random() < 0.7]
    cards = [card(one, objective, at, chance) for one, objective in met]
    session.execute(insert(Card), cards)
    asked = {one.id: variants(session, one, chance) for one in session.scalars(select(Objective).where(Objective.id.in_(wanted)))}
    session.execute(insert(Review), [row for one in cards for row in reviews(one, asked[one["objective_id"]], at, chance)])
    return course.id


def variants(session: Session, objective: Objective, chance: Random) -> list[dict[str, Any]]:
    """Answers to an objective as reviews keep them, right ones and wrong ones, to several of its questions."""
    knowledge = current_knowledge(session, objective.bank)
    found: list[dict[str, Any]] = []
    for name, version in list(templates_of(knowledge, objective.key))[:3]:
        for seed in "abcd":
            item = ask(knowledge, objective.key, name, version, seed, "nursing", "en")
            responses = [answer(item, knows, chance) for knows in (True, True, False)]
            found.extend(row_of(0, objective, item, response, now()) for response in responses)
    return found


def reviews(card: dict[str, Any], asked: Sequence[dict[str, Any]], at: datetime, chance: Random) -> list[dict[str, Any]]:
    """As many as the card has steps, the last on the day on which it was seen; one in four is said to be certain."""
    found = []
    for step in range(card["steps"]):
        day = card["seen_on"] - timedelta(days=4 * (card["steps"] - 1 - step))
        moment = at - timedelta(days=(at.date() - day).days, minutes=chance.randint(0, 600))
        given = {"received_at": moment, "answered_at": moment, "study_day": day, "step": step, "turn": step + 1}
        said = {"certainty": chance.choice(["certain", "fairly", "guessing", None]), "milliseconds": chance.randint(4_000, 60_000)}
        found.append(chance.choice(asked) | given | said | {"learner_id": card["learner_id"], "due_after": day})
    return found


def place(course_id: int, person_id: int, at: Any) -> dict[str, Any]:
    joined = {"called": f"Learner Number {person_id}", "pseudonym": f"Heron {person_id}", "joined_at": at - timedelta(days=39)}
    return {"person_id": person_id, "course_id": course_id, "role": "learner", "withdrawn": False, **joined}


def card(learner_id: int, objective_id: int, at: Any, chance: Random) -> dict[str, Any]:
    seen = at.date() - timedelta(days=chance.randint(0, 30))
    due = seen + timedelta(days=chance.randint(1, 30))
    days = {"due": due, "due_sm2": due, "due_fsrs": due, "last_day": seen, "seen_on": seen}
    memory = {"repetitions": 2, "interval": 6, "easiness": 250, "stability": chance.uniform(2, 60), "difficulty": 5.0}
    return {
        "learner_id": learner_id,
        "objective_id": objective_id,
        "lapses": 0,
        "recalled_before": True,
        "steps": 2,
        "turns": 2,
        **days,
        **memory,
    }
