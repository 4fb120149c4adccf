"""What of all that courses have set one learner has still to do: found with as many queries for much as for little."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Card, Course, Enrolment
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.asides import resting_in_each
from quizapp.queries.assignments import held_by
from quizapp.queries.course_map import Cell, Seen, cell_of
from quizapp.queries.exam_standing import own_exam_standings
from quizapp.queries.states import State
from quizapp.scheduling.days import study_day

Place = tuple[Assignment, Course, Enrolment]
"""Something that is set and open, its course, and the learner's place in that."""


def still_to_do(session: Session, places: Sequence[Place], at: datetime) -> frozenset[int]:
    """Which of these assignments one learner, who studies nursing, can still bring forward: exams that are not passed and may be taken, and
    what is not at its goal."""
    exams = own_exam_standings(session, ((one, place) for one, _, place in places if one.exam), at)
    can_be_taken = {number for number, exam in exams.items() if exam.state in (State.NOT_STARTED, State.WORKING)}
    cells = own_cells(session, [place for place in places if not place[0].exam], at)
    return frozenset(can_be_taken | {number for number, cell in cells.items() if not cell.objectives or cell.at_goal < cell.objectives})


def own_cells(session: Session, places: Sequence[Place], at: datetime) -> dict[int, Cell]:
    """How well one learner knows what is set to be studied, by assignment, as its course sees it now."""
    if not places:
        return {}
    held, rests = _held(session, places), resting_in_each(session, {course.id for _, course, _ in places})
    seen = _seen(session, places, frozenset[int]().union(*held.values()))
    return {one.id: _cell(one, course, held[one.id] - rests[course.id], seen[course.id], at) for one, course, _ in places}


def _cell(one: Assignment, course: Course, objectives: Collection[int], seen: Mapping[int, Seen], at: datetime) -> Cell:
    cards = {number: seen[number] for number in objectives if number in seen}
    return cell_of(dict.fromkeys(objectives, one.goal), cards, study_day(at, course.zone)) if objectives else Cell(0, 0, 0, 0.0)


def _held(session: Session, places: Iterable[Place]) -> dict[int, frozenset[int]]:
    held: dict[int, set[int]] = {one.id: set() for one, _, _ in places}
    for assignment_id, objective_id in session.execute(held_by(held)):
        held[assignment_id].add(objective_id)
    return {number: frozenset(objectives) for number, objectives in held.items()}


def _seen(session: Session, places: Iterable[Place], objectives: Collection[int]) -> dict[int, dict[int, Seen]]:
    """By course, those of the learner's cards that it may see: answered since they joined."""
    joined = {course.id: place for _, course, place in places}
    learner_id = next(iter(joined.values())).person_id
    cards = {row.objective_id: Seen(row.stability, row.seen_on, 0) for row in session.execute(_cards(learner_id, objectives))}
    surely = {course: place.joined_at.date() + timedelta(days=1) for course, place in joined.items()}
    uncertain = {number for number, card in cards.items() if any(card.seen_on <= day for day in surely.values())}
    since: dict[int, set[int]] = defaultdict(set)
    if uncertain:
        for course, number in session.execute(_answered_since_joining(learner_id, joined, uncertain)):
            since[course].add(number)
    return {
        course: {number: card for number, card in cards.items() if card.seen_on > surely[course] or number in since[course]}
        for course in joined
    }


def _cards(learner_id: int, objectives: Collection[int]) -> Select[tuple[int, float | None, date | None]]:
    seen = (Card.learner_id == learner_id, Card.objective_id.in_(objectives), Card.stability.is_not(None))
    return select(Card.objective_id, Card.stability, Card.seen_on).where(*seen)


def _answered_since_joining(learner_id: int, courses: Collection[int], objectives: Collection[int]) -> Select[tuple[int, int]]:
    answers = answers_that_count(learner_id)
    place = and_(Enrolment.person_id == answers.c.learner_id, Enrolment.course_id.in_(courses))
    return (
        select(Enrolment.course_id, answers.c.objective_id)
        .join(answers, place)
        .where(answers.c.objective_id.in_(objectives), answers.c.received_at >= Enrolment.joined_at)
        .distinct()
    )
