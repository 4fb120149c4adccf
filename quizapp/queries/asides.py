"""What is put aside: for whom it is not asked, in which course, and why."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from questions.knowledge import Knowledge
from quizapp.models import Aside, Course, Enrolment, Objective, Person, Report
from quizapp.queries.courses import learning_in
from quizapp.queries.items import all_knowledge

REPORTERS = 3
"""So many different learners of a course who report a question put it aside."""


@dataclass(frozen=True, slots=True)
class PutAside:
    """Templates that are not asked now, by the number of their objective."""

    templates: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def of(self, objective_id: int) -> frozenset[str]:
        """Those of one objective."""
        return self.templates.get(objective_id, frozenset())

    def rests(self, objective_id: int, key: str, knowledge: Knowledge) -> bool:
        """Whether no way of asking an objective is left."""
        aside = self.of(objective_id)
        return bool(aside) and all(one.name in aside for one in knowledge.templates[key])


NOTHING_ASIDE: Final = PutAside()


def put_aside_for(session: Session, person: Person, objective_id: int | None = None) -> PutAside:
    """What the courses in which somebody learns have put aside; or what of one objective. What is studied as a patient is in no course."""
    return NOTHING_ASIDE if person.audience != "nursing" else _gathered(session, _aside_for(person.id, objective_id))


def put_aside_in(session: Session, course_id: int) -> PutAside:
    """What one course has put aside."""
    return _gathered(session, select(Aside.objective_id, Aside.template).where(Aside.course_id == course_id, Aside.ended_at.is_(None)))


def resting_in(session: Session, course_id: int) -> frozenset[int]:
    """The objectives that a course asks in no way any more."""
    return _resting(session, put_aside_in(session, course_id))


def resting_in_each(session: Session, courses: Collection[int]) -> dict[int, frozenset[int]]:
    """The same of several courses, by course."""
    rows = session.execute(
        select(Aside.course_id, Aside.objective_id, Aside.template).where(Aside.course_id.in_(courses), Aside.ended_at.is_(None))
    )
    aside: dict[int, list[tuple[int, str]]] = {course: [] for course in courses}
    for course, objective_id, template in rows:
        aside[course].append((objective_id, template))
    return {course: _resting(session, _put_together(rows)) for course, rows in aside.items()}


def resting_for(session: Session, learner_id: int) -> frozenset[int]:
    """Those that are asked in no way because of the courses in which somebody learns, who studies nursing."""
    return _resting(session, _gathered(session, _aside_for(learner_id, None)))


def ever_aside(course_id: int) -> Select[tuple[int, str]]:
    """What a course has put aside, also what it asks again."""
    return select(Aside.objective_id, Aside.template).where(Aside.course_id == course_id)


def asides_of(course_id: int) -> Select[tuple[Aside, Objective, str]]:
    """What a course has put aside, with who did it, as the course calls them (None: nobody, or somebody who
    is gone); the latest first."""
    put_by = and_(Enrolment.person_id == Aside.by_id, Enrolment.course_id == Aside.course_id)
    return (
        select(Aside, Objective, Enrolment.called)
        .join(Objective, Objective.id == Aside.objective_id)
        .outerjoin(Enrolment, put_by)
        .where(Aside.course_id == course_id, Aside.ended_at.is_(None))
        .order_by(Aside.aside_at.desc(), Aside.objective_id, Aside.template)
    )


def courses_learned_in(person_id: int) -> Select[tuple[int]]:
    """The courses that go on in which somebody learns."""
    return (
        select(Course.id)
        .join(Enrolment, Enrolment.course_id == Course.id)
        .where(Enrolment.person_id == person_id, Enrolment.role == "learner", Enrolment.left_at.is_(None), Course.archived_at.is_(None))
    )


def reporters_in(course_id: int, objective_id: int, template: str) -> Select[tuple[int]]:
    """How many learners of a course have reported a question since they joined, in reports that nobody has closed."""
    return (
        select(func.count(Report.learner_id.distinct()))
        .join(Enrolment, Enrolment.person_id == Report.learner_id)
        .where(*learning_in(course_id), Report.objective_id == objective_id, Report.template == template)
        .where(Report.closed_at.is_(None), Report.reported_at >= Enrolment.joined_at)
    )


def _resting(session: Session, aside: PutAside) -> frozenset[int]:
    if not aside.templates:
        return frozenset()
    known = {one.bank.name: one for one in all_knowledge(session)}
    found = session.scalars(select(Objective).where(Objective.id.in_(aside.templates)))
    return frozenset(one.id for one in found if one.key in known[one.bank].templates and aside.rests(one.id, one.key, known[one.bank]))


def _gathered(session: Session, wanted: Select[tuple[int, str]]) -> PutAside:
    return _put_together(session.execute(wanted).tuples())


def _put_together(rows: Iterable[tuple[int, str]]) -> PutAside:
    found: dict[int, set[str]] = defaultdict(set)
    for objective_id, template in rows:
        found[objective_id].add(template)
    return PutAside({objective_id: frozenset(templates) for objective_id, templates in found.items()})


def _aside_for(person_id: int, objective_id: int | None) -> Select[tuple[int, str]]:
    one = [] if objective_id is None else [Aside.objective_id == objective_id]
    return select(Aside.objective_id, Aside.template).where(
        Aside.course_id.in_(courses_learned_in(person_id)), Aside.ended_at.is_(None), *one
    )
