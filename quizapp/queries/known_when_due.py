"""How well each learner knew what is set when it was due: neither a later answer nor what was forgotten since changes anything of it."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Course, Enrolment, Objective, Person
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.asides import resting_in
from quizapp.queries.assignments import objectives_set
from quizapp.queries.course_map import Cell, Seen, cell_of
from quizapp.scheduling.days import study_day
from quizapp.scheduling.recall import Memory, practise, remember

Dues = Mapping[int, tuple[Enrolment, datetime]]
"""Places in a course, by learner, and by when something was due for each."""


def cells_when_due(session: Session, course: Course, assignment: Assignment, dues: Dues) -> dict[int, Cell]:
    """How well each of these learners knew an assignment when it was due for them, from the answers that counted by then.

    What the course has put aside since is left out, as everywhere.
    """
    if not dues:
        return {}
    latest = max(due_at for _, due_at in dues.values())
    rests = resting_in(session, course.id)
    objectives = session.execute(objectives_set(course.id, latest, assignment).order_by(Objective.id)).all()
    goals = {one.id: one.goal for one in objectives if one.id not in rests}
    answers: dict[tuple[int, int], list[Row[Any]]] = defaultdict(list)
    for row in session.execute(_answers(dues, goals, latest)):
        if row.logged_at <= dues[row.learner_id][1]:
            answers[row.learner_id, row.objective_id].append(row)
    known: dict[int, dict[int, Seen]] = {learner_id: {} for learner_id in dues}
    for (learner_id, objective_id), given in answers.items():
        if any(one.received_at >= dues[learner_id][0].joined_at for one in given):
            known[learner_id][objective_id] = _seen(given)
    return {learner_id: _cell(goals, known[learner_id], study_day(due_at, course.zone)) for learner_id, (_, due_at) in dues.items()}


def _answers(dues: Dues, goals: Mapping[int, int], latest: datetime) -> Select[Any]:
    answers = answers_that_count(among=select(Person.id).where(Person.id.in_(dues)))
    needed = ("learner_id", "objective_id", "turn", "grade", "study_day", "received_at", "logged_at")
    return (
        select(*(answers.c[name] for name in needed))
        .where(answers.c.objective_id.in_(goals), answers.c.logged_at <= latest)
        .order_by(answers.c.learner_id, answers.c.objective_id, answers.c.logged_at)
    )


def _seen(given: list[Row[Any]]) -> Seen:
    """What is remembered after these answers, as the card of them would have it."""
    memory: Memory | None = None
    for one in given:
        memory = remember(memory, one.grade, one.study_day) if one.turn is not None else practise(memory, one.grade, one.study_day)
    assert memory is not None
    return Seen(memory.stability, memory.day, 0)


def _cell(goals: Mapping[int, int], known: Mapping[int, Seen], day: date) -> Cell:
    return cell_of(goals, known, day) if goals else Cell(0, 0, 0, 0.0)
