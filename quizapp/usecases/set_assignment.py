"""Set a course something to know by a date, or change what is set."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from secrets import token_hex
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from quizapp.models import AssignedObjective, Assignment, Course, Objective
from quizapp.queries.assignments import objectives_in
from quizapp.queries.exam_attempts import attempts_begun, most_begun
from quizapp.queries.nursing import objectives_for_nurses
from quizapp.scheduling.recall import GOAL, HIGHEST_GOAL, LOWEST_GOAL
from quizapp.usecases.exam_terms import NO_EXAM, AtMost, ExamTerms, Otherwise, problems_of_terms, set_terms, told_otherwise, too_many
from quizapp.usecases.exam_times import change_alone, follow
from quizapp.usecases.open_course import title_problem
from quizapp.usecases.wording import Problems, sentence

END_OF_DAY = time(23, 59)
TOPICS = sentence("Choose at least one topic.")
GOAL_PROBLEM = sentence("Type a whole number from 70 to 97, such as 90.")
NO_TITLE = sentence("Type a title, such as “How cancer spreads”.")
FIRST_DAY = sentence("Choose the day on which it opens, such as 2026-05-01.")
LAST_DAY = sentence("Choose the day at whose end it is due, such as 2026-05-31.")
ORDER = sentence("Choose a day after the one on which it opens.")

DATES = sentence("It was taken already. Without dates learners would not see their results, so leave both days in.")
OFTENER = sentence("Somebody has taken it more often than that. Type a larger number.")


@dataclass(frozen=True, slots=True)
class Picked:
    """What is chosen beside topics: whole banks by their names, and single objectives by their numbers."""

    banks: Collection[str] = field(default_factory=frozenset)
    objectives: Collection[int] = field(default_factory=frozenset)


NOTHING_ELSE = Picked()


def set_assignment(
    session: Session,
    course: Course,
    title: str,
    topics: Collection[str],
    goal: str,
    opens: str,
    due: str,
    at: datetime,
    *,
    picked: Picked = NOTHING_ELSE,
    exam: ExamTerms = NO_EXAM,
    changed: Assignment | None = None,
) -> Assignment | Problems | AtMost | Otherwise:
    """An assignment over all objectives of these topics ("bank/topic"), and what is picked, for those who study nursing.

    It opens as its first day begins in the course's zone, and is due as its last one ends; without either it is open to nobody. Of an exam
    that somebody has begun, what it asks stays as it is; whoever is in it follows its new end, and when its answers are told changes only
    where the form has warned of that.
    """
    if changed is not None:
        change_alone(session, changed.id)
    title, begun = " ".join(title.split()), changed is not None and changed.exam and bool(session.scalar(attempts_begun(changed.id)))
    objectives = _kept(session, changed) if begun and changed else _chosen(session, topics, picked)
    exam = exam.of(changed) if begun and changed else exam
    first, last = _day(opens), _day(due)
    problems = {
        "title": title_problem(title, NO_TITLE),
        "topic": None if objectives else TOPICS,
        "goal": None if exam.exam or _is_goal(goal) else GOAL_PROBLEM,
        **_of_days(opens, due, first, last),
        **problems_of_terms(exam),
    }
    seed = changed.seed if changed else token_hex(16)
    if begun and changed and not any(problems.values()):
        problems |= _of_begun(session, changed, exam, first)
    if found := {name: problem for name, problem in problems.items() if problem}:
        return found
    if begun and changed and (otherwise := told_otherwise(session, changed, exam, at)):
        return otherwise
    if exam.exam and not begun and (fewer := too_many(session, course.id, objectives, exam, seed)):
        return fewer
    assignment = changed or Assignment(course_id=course.id, made_at=at, seed=seed)
    zone = ZoneInfo(course.zone)
    assignment.title, assignment.goal = title, GOAL if exam.exam else int(goal)
    assignment.opens_at = datetime.combine(first, time(0), zone) if first else None
    assignment.due_at = datetime.combine(last, END_OF_DAY, zone) if last else None
    set_terms(exam, assignment)
    session.add(assignment)
    session.flush()
    if begun:
        follow(session, assignment, at)
    else:
        _hold(session, assignment, objectives)
    return assignment


def _hold(session: Session, assignment: Assignment, objectives: Sequence[Objective]) -> None:
    session.execute(delete(AssignedObjective).where(AssignedObjective.assignment_id == assignment.id))
    session.execute(insert(AssignedObjective), [{"assignment_id": assignment.id, "objective_id": one.id} for one in objectives])


def _kept(session: Session, changed: Assignment) -> list[Objective]:
    return list(session.scalars(objectives_in(changed.id)))


def _chosen(session: Session, topics: Collection[str], picked: Picked) -> list[Objective]:
    return [
        one
        for one in objectives_for_nurses(session)
        if f"{one.bank}/{one.topic}" in topics or one.bank in picked.banks or one.id in picked.objectives
    ]


def _of_days(opens: str, due: str, first: date | None, last: date | None) -> dict[str, str | None]:
    if not opens.strip() and not due.strip():
        return {}
    return {"opens": None if first else FIRST_DAY, "due": LAST_DAY if last is None else ORDER if first and last < first else None}


def _of_begun(session: Session, changed: Assignment, exam: ExamTerms, first: date | None) -> dict[str, str | None]:
    """What would take from learners what they have done at an exam."""
    oftener = int(exam.attempts) < (session.scalar(most_begun(changed.id)) or 0)
    return {"opens": None if first else DATES, "attempts": OFTENER if oftener else None}


def _is_goal(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4 and LOWEST_GOAL <= int(text) <= HIGHEST_GOAL


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if 2000 <= day.year <= 2200 else None
