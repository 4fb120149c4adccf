"""The run of answers that a learner is in, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Row, Select, and_, select
from sqlalchemy.orm import Session

from quizapp.models import Card, Objective, Person, Review
from quizapp.queries.study_days import days_studied, study_day_of
from quizapp.queries.today import PORTION, queue_of
from quizapp.scheduling.cards import KNOWN
from quizapp.scheduling.queue import DayQueue

APART = timedelta(minutes=30)
SECONDS_EACH = 35


@dataclass(frozen=True, slots=True)
class Looked:
    """One answer in a list of what was looked at; `due` is when its objective comes back."""

    objective_id: int
    turn: int
    aim: str
    grade: int
    marks: int
    maximum: int
    due: date
    rests: bool = False  # whether it is not to be asked any more

    @property
    def guessed(self) -> bool:
        """Whether it was right and counts as a guess all the same: said to be one, or given too quickly to have been known."""
        return self.marks == self.maximum and self.grade < KNOWN


@dataclass(frozen=True, slots=True)
class Sitting:
    """Where a learner is in a portion of questions, of which each is counted once, however often it comes: misses let no count grow."""

    answered: int  # in the whole sitting
    done: int  # in this portion, its last question included
    number: int  # of the question to come, if it is none of those
    of: int  # how many there are in its portion
    minutes_left: int
    portion_done: bool
    seen: frozenset[int] = frozenset()  # the objectives of this portion that were answered
    again: int = 0  # how many of them come once more
    repeated: bool = False  # whether its last answer was to one that it had before


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of the last portion, each objective by its last answer."""

    got: tuple[Looked, ...]
    again: tuple[Looked, ...]
    days_this_week: int
    rests: int = 0  # how many were missed and are not to be asked any more

    @property
    def answered(self) -> int:
        """How many there are."""
        return len(self.got) + len(self.again) + self.rests


def sitting(session: Session, person: Person, at: datetime, queue: DayQueue | None = None) -> Sitting:
    """The sitting that goes on now; a pause of half an hour ends one. The day's queue, where it is known already."""
    day = study_day_of(session, person, at)
    run = _last_run(session.execute(_recent(person.id, day)).tuples().all())
    answered = run if run and at - run[0][0] < APART else []
    portion = [objective for _, objective in answered[: (len(answered) - 1) % PORTION + 1]] if answered else []
    portion_done = len(portion) == PORTION
    seen = frozenset[int]() if portion_done else frozenset(portion)  # of the portion in which the question to come is
    queue, room = queue or queue_of(session, person, day)[0], PORTION - (0 if portion_done else len(portion))
    again = len(queue.drilled & seen)
    return Sitting(
        answered=len(answered),
        done=len({*portion}),
        number=len(seen) + 1,
        of=max(len(seen) + min(room, queue.left - again), 1),
        minutes_left=minutes_for(min(room, queue.left)),
        portion_done=portion_done,
        seen=seen,
        again=again,
        repeated=bool(portion) and portion[0] in portion[1:],
    )


def minutes_for(questions: int) -> int:
    """About how many minutes so many questions take."""
    return -(-questions * SECONDS_EACH // 60)


def summary(session: Session, person: Person, at: datetime) -> Summary:
    """What came of the last portion of the day."""
    day = study_day_of(session, person, at)
    run = _last_run(session.execute(_recent(person.id, day)).tuples().all())
    portion = run[: (len(run) - 1) % PORTION + 1] if run else []
    looked = _last_of_each(session.execute(_looked(person.id, portion[-1][0])).all()) if portion else ()
    return Summary(
        got=tuple(one for one in looked if one.grade >= KNOWN),
        again=tuple(one for one in looked if one.grade < KNOWN and not one.rests),
        days_this_week=days_this_week(session, person.id, day),
        rests=sum(one.grade < KNOWN and one.rests for one in looked),
    )


def days_this_week(session: Session, learner_id: int, day: date) -> int:
    """On how many days of this week, from Monday on, something was answered."""
    monday = day - timedelta(days=day.weekday())
    return len(session.scalars(days_studied(learner_id, day, day - monday)).all())


def _recent(learner_id: int, day: date) -> Select[tuple[datetime, int]]:
    """When the live answers of this study day and the one before came in, and to which objectives, the last first: a sitting may go past
    four in the morning."""
    return (
        select(Review.received_at, Review.objective_id)
        .where(Review.learner_id == learner_id, Review.study_day >= day - timedelta(days=1), Review.undone_at.is_(None))
        .order_by(Review.received_at.desc())
    )


def _last_run(answers: Sequence[tuple[datetime, int]]) -> list[tuple[datetime, int]]:
    """The last answers that are less than half an hour apart, the last first."""
    run = list(answers[:1])
    for answer in answers[1:]:
        if run[-1][0] - answer[0] >= APART:
            break
        run.append(answer)
    return run


def _looked(learner_id: int, since: datetime) -> Select[tuple[Review, str, date | None, datetime | None]]:
    return (
        select(Review, Objective.aim, Card.due, Card.suspended_at)
        .join(Objective, Objective.id == Review.objective_id)
        .join(Card, and_(Card.learner_id == Review.learner_id, Card.objective_id == Review.objective_id))
        .where(Review.learner_id == learner_id, Review.received_at >= since, Review.undone_at.is_(None))
        .order_by(Review.received_at)
    )


def _last_of_each(rows: Sequence[Row[tuple[Review, str, date | None, datetime | None]]]) -> tuple[Looked, ...]:
    last = {
        one.objective_id: Looked(
            one.objective_id, one.turn, aim, one.counted_grade, one.marks, one.maximum, due or one.due_after, suspended_at is not None
        )
        for one, aim, due, suspended_at in rows
    }
    return tuple(last.values())
