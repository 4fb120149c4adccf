"""What a course knows of its learners on a day: recall of what is set, by topic; what is due; who needs help.

Only what the course may see is counted: objectives that it has set, once they were answered since the learner joined. The number of queries
does not grow with learners.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from math import fsum
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, Subquery, and_, case, func, select, true
from sqlalchemy.orm import Session

from questions.responses import DontKnow, response_to_json
from quizapp.analysis.needs import Next, Reason, Standing, only_slow, reasons
from quizapp.models import Assignment, Card, Course, Enrolment, Objective, Person
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.asides import resting_in
from quizapp.queries.assignments import assignments_of, due_for, extensions_in, objectives_set
from quizapp.queries.cards import memory_of
from quizapp.queries.courses import learning_in, sections_of
from quizapp.queries.exam_attempts import last_taken
from quizapp.queries.recalls import reaches
from quizapp.queries.withheld import answers_wait
from quizapp.scheduling.days import study_day
from quizapp.scheduling.recall import Memory, recall_after

WEEKS_OF_ERRORS = timedelta(days=28)
LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TopicSet:
    """A topic of which a course has set something, and how many objectives."""

    bank: str
    topic: str
    objectives: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How well something is known: of so many objectives, how many were seen, how many are at the goal, and mean recall (0 to 1).

    What was not seen counts as not known.
    """

    objectives: int
    seen: int
    at_goal: int
    mean: float

    @property
    def share_at_goal(self) -> float:
        """From 0 to 1."""
        return self.at_goal / self.objectives if self.objectives else 0.0


@dataclass(frozen=True, slots=True)
class LearnerOnMap:
    """A learner's row: their place, what they know of each topic and of all on the day of the map; what is due today, the last day of an
    answer or an exam, and why they need help today."""

    place: Enrolment
    section: str | None
    topics: tuple[Cell, ...]
    whole: Cell
    due: int
    confident_errors: int
    last_day: date | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CourseMap:
    """Topics and learners of a course, on a day."""

    day: date
    topics: tuple[TopicSet, ...]
    learners: tuple[LearnerOnMap, ...]

    @property
    def needing_help(self) -> tuple[LearnerOnMap, ...]:
        """Those with reasons, whoever knows the least first; behind them those who study, and are only slow."""
        some = (one for one in self.learners if one.reasons)
        return tuple(sorted(some, key=lambda one: (only_slow(one.reasons), one.whole.mean, one.place.called)))


def course_map(
    session: Session, course: Course, day: date, at: datetime, only: int | None = None, about: Assignment | None = None
) -> CourseMap:
    """The map of a course on a study day, by what is set until a moment, or by one assignment; of all learners, or of one.
    What the course has put aside in every way of asking it is not counted."""
    rests = resting_in(session, course.id)
    objectives = [one for one in session.execute(objectives_set(course.id, at, about).order_by(Objective.id)) if one.id not in rests]
    assignments = [about] if about else [one for one, _ in session.execute(assignments_of(course.id)).all() if one.has_opened(at)]
    extensions = {(one.learner_id, one.assignment_id): one for one in session.scalars(extensions_in(course.id, only))}
    taken: dict[int, dict[int, datetime]] = {}
    for row in session.execute(last_taken(course.id, only)) if any(one.exam for one in assignments) else ():
        taken.setdefault(row.learner_id, {})[row.assignment_id] = row.at
    titles = {section.section: section.title for section in session.scalars(sections_of(course.id))}
    places = session.scalars(_learners(course.id, only)).all()
    joined = {place.person_id: place.joined_at for place in places}
    cards = _cards_by_learner(session, course, at, only, {one.id for one in objectives}, joined)
    errors: dict[int, dict[tuple[str, str], int]] = {}
    for learner_id, bank, topic, number in session.execute(_errors(course.id, at, only, about, rests)):
        errors.setdefault(learner_id, {})[bank, topic] = number
    topics, today = _topics(objectives), study_day(at, course.zone)
    held = cache(lambda one: [row.id for row in session.execute(objectives_set(course.id, at, one)) if row.id not in rests])
    learners = (
        _learner(
            place,
            titles,
            topics,
            cards.get(place.person_id, {}),
            errors.get(place.person_id, {}),
            taken.get(place.person_id, {}),
            [(one, due_for(one, extensions.get((place.person_id, one.id)))) for one in assignments],
            day,
            today,
            at,
            course.zone,
            held,
        )
        for place in sorted(places, key=lambda place: (place.called.casefold(), place.person_id))
    )
    return CourseMap(day, tuple(TopicSet(*named, len(inside)) for named, inside in topics.items()), tuple(learners))


def memories_seen(session: Session, course: Course, place: Enrolment, at: datetime) -> tuple[Memory, ...]:
    """What is remembered of each objective that one learner has answered, as far as the course may see it."""
    objectives = {one.id for one in session.execute(objectives_set(course.id, at))} - resting_in(session, course.id)
    seen = _cards_by_learner(session, course, at, place.person_id, objectives, {place.person_id: place.joined_at})[place.person_id]
    cards = session.scalars(select(Card).where(Card.learner_id == place.person_id, Card.objective_id.in_(seen)))
    return tuple(memory for card in cards if (memory := memory_of(card)))


def cell_of(goals: Mapping[int, int], cards: "Cards", day: date) -> Cell:
    """How well objectives are known on a day that have these goals, by the cards among them that may be seen."""
    return _cell(goals, _likely(cards, day))


class Seen(NamedTuple):
    """What counts of a card, apart from the row that it came in: there are many, and each is looked at several times."""

    stability: float
    seen_on: date
    waits: int  # 1 where it is due and not suspended
    came: int = 0  # 1 where it became so within the last week


Cards = Mapping[int, Seen]
"""By objective."""
Topics = Mapping[tuple[str, str], Mapping[int, int]]
"""The goal of each objective, by topic."""


@dataclass(frozen=True, slots=True)
class _Coming:
    """What is due next: by when, on which study day, since when it is open, and which objectives it holds."""

    assignment_id: int
    due_at: datetime
    day: date
    opens_at: datetime
    objectives: Collection[int]

    def foreseen(self, cards: Cards) -> float:
        """Mean recall (0 to 1) on that day if nothing is asked before."""
        likely = _likely({one: cards[one] for one in self.objectives if one in cards}, self.day)
        return fsum(likely.values()) / len(self.objectives)

    def next_due(self, cards: Collection[int], taken: Collection[int]) -> Next:
        """It as it is said of somebody who has met these, and taken these exams: whoever has taken it has met it, tells it that or not."""
        met = len(self.objectives) if self.assignment_id in taken else sum(one in cards for one in self.objectives)
        return Next(self.day, len(self.objectives), met)

    def elapsed(self, at: datetime, joined_at: datetime) -> float:
        """How much (0 to 1) of the time for it has passed."""
        since = max(self.opens_at, joined_at)
        return (at - since) / (self.due_at - since) if since < at else 0.0


Dues = Sequence[tuple[Assignment, datetime | None]]
"""What is set, each with the date by which it is due for one learner."""
Held = Callable[[Assignment], Collection[int]]
"""Which objectives an assignment holds; asked of the database once for each."""


def _coming(dues: Dues, at: datetime, zone: str, held: Held) -> _Coming | None:
    """What is due next for one learner."""
    dated = [(due_at, one.opens_at, one) for one, due_at in dues if due_at and one.opens_at and due_at > at]
    if not dated:
        return None
    due_at, opens_at, one = min(dated, key=lambda found: found[0])
    return _Coming(one.id, due_at, study_day(due_at, zone), opens_at, held(one)) if held(one) else None


def _topics(objectives: Iterable[Row[Any]]) -> Topics:
    topics: dict[tuple[str, str], dict[int, int]] = {}
    for one in objectives:
        topics.setdefault((one.bank, one.topic), {})[one.id] = one.goal
    return topics


def _learner(
    place: Enrolment,
    titles: Mapping[int, str],
    topics: Topics,
    cards: Cards,
    errors: Mapping[tuple[str, str], int],
    taken: Mapping[int, datetime],
    dues: Dues,
    day: date,
    today: date,
    at: datetime,
    zone: str,
    held: Held,
) -> LearnerOnMap:
    likely = _likely(cards, day)
    cells = tuple(_cell(inside, likely) for inside in topics.values())
    whole = Cell(
        sum(cell.objectives for cell in cells),
        sum(cell.seen for cell in cells),
        sum(cell.at_goal for cell in cells),
        fsum(cell.mean * cell.objectives for cell in cells) / (sum(cell.objectives for cell in cells) or 1),
    )
    due, came_due, answered, last_seen = _load(cards, today)
    days = (*([last_seen] if last_seen else []), *(study_day(moment, zone) for moment in taken.values()))
    last_day = max(days, default=None)
    opened = max([min((one.opens_at for one, _ in dues if one.opens_at), default=at), place.joined_at])
    coming = _coming(dues, at, zone, held)
    standing = Standing(
        objectives=whole.objectives,
        seen=whole.seen,
        at_goal=whole.at_goal if day == today else _at_goal(topics, _likely(cards, today)),
        due=due,
        confident_errors=errors,
        days_away=None if last_day is None else (today - last_day).days,
        days_open=(at - opened).days,
        days_left=min(((due_at - at).days for _, due_at in dues if due_at is not None and due_at > at), default=None),
        foreseen=coming.foreseen(cards) if coming else None,
        elapsed=coming.elapsed(at, place.joined_at) if coming else 0.0,
        next_due=coming.next_due(cards, taken) if coming else None,
        came_due=came_due,
        answered=answered,
    )
    section = titles.get(place.section) if place.section is not None else None
    return LearnerOnMap(place, section, cells, whole, due, sum(errors.values()), last_day, reasons(standing))


def _load(cards: Cards, today: date) -> tuple[int, int, int, date | None]:
    """How many are due, became so lately, and were answered lately; and when the last was. In one go, as there are many cards."""
    due, came, answered, last, lately = 0, 0, 0, date.min, today - LATELY
    for _, seen_on, waits, came_due in cards.values():
        due, came = due + waits, came + came_due
        if seen_on > lately:
            answered += 1
        if seen_on > last:
            last = seen_on
    return due, came, answered, last if cards else None


def _likely(cards: Cards, day: date) -> dict[int, float]:
    """How likely each objective that was met is known on a day (0 to 1)."""
    return {objective: recall_after(stability, max((day - seen_on).days, 1)) for objective, (stability, seen_on, *_) in cards.items()}


def _at_goal(topics: Topics, likely: Mapping[int, float]) -> int:
    return sum(_cell(inside, likely).at_goal for inside in topics.values())


def _cell(goals: Mapping[int, int], likely: Mapping[int, float]) -> Cell:
    found = [(likely[one], goal) for one, goal in goals.items() if one in likely]
    at_goal = sum(reaches(share, goal) for share, goal in found)
    return Cell(len(goals), len(found), at_goal, fsum(share for share, _ in found) / len(goals))


def _cards_by_learner(
    session: Session, course: Course, at: datetime, only: int | None, objectives: Collection[int], joined: Mapping[int, datetime]
) -> dict[int, dict[int, Seen]]:
    """The cards that the course may see, by learner and objective."""
    found: dict[int, dict[int, Seen]] = {learner_id: {} for learner_id in joined}
    uncertain: dict[tuple[int, int], Seen] = {}
    surely = {learner_id: joined_at.date() + timedelta(days=1) for learner_id, joined_at in joined.items()}
    rows = session.connection().execute(_cards(course.id, at, only, study_day(at, course.zone)))  # of the tables: no objects are made
    for learner_id, objective_id, stability, seen_on, waits, came in rows.all():
        if objective_id not in objectives:
            continue
        card = Seen(stability, seen_on, waits, came)
        if seen_on > surely[learner_id]:
            found[learner_id][objective_id] = card
        else:
            uncertain[learner_id, objective_id] = card
    if uncertain:
        for learner_id, objective_id in session.execute(_answered_since_joining(course.id, {learner_id for learner_id, _ in uncertain})):
            if (learner_id, objective_id) in uncertain:
                found[learner_id][objective_id] = uncertain[learner_id, objective_id]
    return found


def _learners(course_id: int, only: int | None) -> Select[tuple[Enrolment]]:
    return select(Enrolment).where(*_in_it(course_id, only))


def _in_it(course_id: int, only: int | None) -> tuple[Any, ...]:
    return *learning_in(course_id), *(() if only is None else (Enrolment.person_id == only,))


def _set(course_id: int, at: datetime, about: Assignment | None = None) -> Subquery:
    return objectives_set(course_id, at, about).subquery()


def _cards(course_id: int, at: datetime, only: int | None, today: date) -> Select[Any]:
    """What counts of each card; whether it is due is asked of the database, since days are read slowly."""
    objectives = _set(course_id, at)
    waits = and_(Card.due <= today, Card.suspended_at.is_(None))
    due, came = (case((waits & lately, 1), else_=0) for lately in (true(), Card.due > today - LATELY))
    return (
        select(Card.learner_id, Card.objective_id, Card.stability, Card.seen_on, due, came)
        .join(Enrolment, Enrolment.person_id == Card.learner_id)
        .join(objectives, objectives.c.id == Card.objective_id)
        .where(*_in_it(course_id, only), Card.stability.is_not(None))
    )


def _answered_since_joining(course_id: int, learners: Collection[int]) -> Select[tuple[int, int]]:
    answers = answers_that_count(among=select(Person.id).where(Person.id.in_(learners)))
    return (
        select(answers.c.learner_id, answers.c.objective_id)
        .join(Enrolment, and_(Enrolment.person_id == answers.c.learner_id, Enrolment.course_id == course_id))
        .where(answers.c.received_at >= Enrolment.joined_at)
        .distinct()
    )


def _errors(
    course_id: int, at: datetime, only: int | None, about: Assignment | None, rests: Collection[int]
) -> Select[tuple[int, str, str, int]]:
    """How often each learner was certain of what is not so, in the last weeks, by topic, in what does not rest. Learners read
    it too, so that of an exam of this course it waits as well."""
    learners = select(Enrolment.person_id).where(*_in_it(course_id, only))
    needed = ("learner_id", "objective_id", "received_at", "certainty", "marks", "maximum", "response")
    answers, objectives = answers_that_count(among=learners, without=answers_wait(at), only=needed), _set(course_id, at, about)
    return (
        select(answers.c.learner_id, objectives.c.bank, objectives.c.topic, func.count().label("errors"))
        .join(Enrolment, Enrolment.person_id == answers.c.learner_id)
        .join(objectives, objectives.c.id == answers.c.objective_id)
        .where(
            *_in_it(course_id, only),
            answers.c.objective_id.not_in(rests),
            answers.c.received_at >= Enrolment.joined_at,
            answers.c.received_at > at - WEEKS_OF_ERRORS,
            answers.c.certainty == "certain",
            answers.c.marks * 2 < answers.c.maximum,
            answers.c.response != response_to_json(DontKnow()),
        )
        .group_by(answers.c.learner_id, objectives.c.bank, objectives.c.topic)
    )
