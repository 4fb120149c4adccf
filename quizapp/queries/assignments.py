"""What is set in a course."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, func, select

from quizapp.models import AssignedObjective, Assignment, Extension, Objective


def assignments_of(course_id: int) -> Select[tuple[Assignment, int]]:
    """What a course has set, each with how many objectives it holds, by the date on which it is due; without dates last."""
    held = select(func.count()).where(AssignedObjective.assignment_id == Assignment.id).scalar_subquery()
    in_order = (Assignment.due_at.is_(None), Assignment.due_at, Assignment.id)
    return select(Assignment, held).where(Assignment.course_id == course_id).order_by(*in_order)


def assignment_in(course_id: int, assignment_id: int) -> Select[tuple[Assignment]]:
    """One of them."""
    return select(Assignment).where(Assignment.course_id == course_id, Assignment.id == assignment_id)


def objectives_set(
    course_id: int, opened_by: datetime | None = None, about: Assignment | None = None
) -> Select[tuple[int, str, str, str, int]]:
    """The objectives that a course has set (by a moment, or by one assignment), not retired: id, key, bank, topic, the highest goal."""
    opened = [] if opened_by is None else [Assignment.opens_at <= opened_by]
    opened += [Assignment.id == about.id] if about else []
    return (
        select(Objective.id, Objective.key, Objective.bank, Objective.topic, func.max(Assignment.goal).label("goal"))
        .join(AssignedObjective, AssignedObjective.objective_id == Objective.id)
        .join(Assignment, Assignment.id == AssignedObjective.assignment_id)
        .where(Assignment.course_id == course_id, Objective.retired_at.is_(None), *opened)
        .group_by(Objective.id, Objective.key, Objective.bank, Objective.topic)
    )


def objective_set(course_id: int, objective_id: int) -> Select[tuple[Objective]]:
    """One of the objectives that a course has set."""
    return select(Objective).where(
        Objective.id == objective_id, Objective.id.in_(objectives_set(course_id).with_only_columns(Objective.id))
    )


def objectives_in(assignment_id: int) -> Select[tuple[Objective]]:
    """The objectives of an assignment that are not retired."""
    return (
        select(Objective)
        .join(AssignedObjective, AssignedObjective.objective_id == Objective.id)
        .where(AssignedObjective.assignment_id == assignment_id, Objective.retired_at.is_(None))
        .order_by(Objective.id)
    )


def exams_open_in(course_id: int, at: datetime) -> Select[tuple[Assignment]]:
    """The exams of a course that have opened."""
    return (
        select(Assignment)
        .where(Assignment.course_id == course_id, Assignment.mode == "exam", Assignment.opens_at <= at)
        .order_by(Assignment.id)
    )


def extensions_of(assignment_id: int) -> Select[tuple[Extension]]:
    """Who has a later date, or more attempts."""
    return select(Extension).where(Extension.assignment_id == assignment_id)


def extensions_in(course_id: int, learner_id: int | None = None) -> Select[tuple[Extension]]:
    """Those of everything that a course has set, of everybody or of one learner."""
    of_one = [] if learner_id is None else [Extension.learner_id == learner_id]
    return select(Extension).join(Assignment, Assignment.id == Extension.assignment_id).where(Assignment.course_id == course_id, *of_one)


def own_extensions(learner_id: int, assignments: Collection[int]) -> Select[tuple[Extension]]:
    """Those of one learner for any of these."""
    return select(Extension).where(Extension.learner_id == learner_id, Extension.assignment_id.in_(assignments))


def held_by(assignments: Collection[int]) -> Select[tuple[int, int]]:
    """Each of these assignments with each of its objectives that is not retired."""
    return (
        select(AssignedObjective.assignment_id, AssignedObjective.objective_id)
        .join(Objective, Objective.id == AssignedObjective.objective_id)
        .where(AssignedObjective.assignment_id.in_(assignments), Objective.retired_at.is_(None))
        .order_by(AssignedObjective.assignment_id, AssignedObjective.objective_id)
    )


def due_for(assignment: Assignment, extension: Extension | None) -> datetime | None:
    """By when it is due for one learner: an extension makes no date an earlier one, also when the date for all is moved past it."""
    if extension is None or extension.due_at is None or assignment.due_at is None:
        return assignment.due_at
    return max(extension.due_at, assignment.due_at)
