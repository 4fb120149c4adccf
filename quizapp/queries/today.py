"""What a learner's day holds."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from questions.knowledge import Knowledge
from questions.objectives import Objective as Stated
from quizapp.models import Card, Objective, Person, Study
from quizapp.queries.asides import put_aside_for
from quizapp.queries.day_rules import DayRules, ahead_on, day_rules, due_column
from quizapp.queries.days_off import days_off_of
from quizapp.queries.items import current_revisions, knowledge_of
from quizapp.queries.reviews import reviews_of_day
from quizapp.queries.study_days import study_day_of
from quizapp.scheduling.queue import Asked, Candidate, DayQueue, Limits, day_queue

__all__ = ["PORTION", "Today", "candidates", "queue_of", "study_day_of", "today"]

PORTION = 12
NO_LIMIT = Limits(1_000_000, 0)


@dataclass(frozen=True, slots=True)
class Today:
    """What is left of the day, what was done, and when there is more."""

    day: date
    waiting: int  # all that is left today
    reviews: int
    new: int
    drills: int
    held_reviews: int  # due, but over the daily limit
    held_new: int
    unmet: int  # new, and not asked today: also those that wait for a sibling, which no limit holds back
    answered: int
    next_day: date | None  # the next day on which something comes back
    next_day_count: int
    ahead: int  # of these, how many can be studied ahead
    suspended: int  # would be asked on this or another day, but the learner wishes otherwise
    off: bool = False  # it is a day off
    back_since: date | None = None  # the learner came back after a gap on this day, and has not yet done what was due before it
    more: int = 0  # how many were asked for today beyond the limit

    @property
    def offered(self) -> int:
        """How many more may be asked for at a time: of what is held back or, where nothing is, of what comes next."""
        return 0 if self.waiting else min(PORTION, self.held_back or self.ahead)

    @property
    def empty(self) -> bool:
        """Whether this day asks nothing and nothing is to come, as nothing is studied."""
        return self.next_day is None and not (self.waiting or self.off or self.held_back)

    @property
    def held_back(self) -> int:
        """How many the daily limits keep for another day."""
        return self.held_reviews + self.held_new


def today(session: Session, person: Person, at: datetime) -> Today:
    """What this day holds for a learner."""
    day = study_day_of(session, person, at)
    may_be_asked = list(candidates(session, person))
    so_far = day_so_far(session, person, day, may_be_asked)
    queue, rules = so_far.queue_of(may_be_asked), so_far.rules
    next_day, count, ahead = _next_day(session, person, day, may_be_asked, queue)
    return Today(
        day=day,
        waiting=queue.left,
        reviews=queue.reviews,
        new=queue.new,
        drills=queue.drills,
        held_reviews=queue.held_reviews,
        held_new=queue.held_new,
        unmet=queue.unmet,
        answered=len(so_far.asked),
        next_day=next_day,
        next_day_count=count,
        ahead=ahead,
        suspended=sum(one.suspended for one in may_be_asked),
        off=rules.off,
        back_since=rules.back_since if queue.backlog else None,
        more=rules.more.reviews,
    )


def queue_of(session: Session, person: Person, day: date, skipped: Collection[int] = ()) -> tuple[DayQueue, int]:
    """The queue of a study day, but for what was skipped, and how many answers were given in it."""
    may_be_asked = list(candidates(session, person))
    so_far = day_so_far(session, person, day, may_be_asked)
    return so_far.queue_of(may_be_asked, skipped), len(so_far.asked)


def is_asked(session: Session, person: Person, objective_id: int, at: datetime) -> bool:
    """Whether an objective may be asked on this study day, as things stand."""
    return objective_id in queue_of(session, person, study_day_of(session, person, at))[0].may


def left_of(session: Session, person: Person, day: date, may_be_asked: Sequence[Candidate]) -> frozenset[int]:
    """What a study day still asks of all that may be asked."""
    return day_so_far(session, person, day, may_be_asked).left_of(may_be_asked)


@dataclass(frozen=True, slots=True)
class DaySoFar:
    """Whose study day it is, what was asked on it, and what bounds it."""

    learner_id: int
    day: date
    asked: tuple[Asked, ...]
    rules: DayRules

    def queue_of(self, may_be_asked: Collection[Candidate], skipped: Collection[int] = ()) -> DayQueue:
        """Its queue, if these may be asked."""
        back_since = self.rules.back_since if _any_overdue(may_be_asked, self.day) else None
        return day_queue(
            may_be_asked, self.asked, self.day, str(self.learner_id), self.rules.limits, back_since, self.rules.ahead_to, skipped
        )

    def left_of(self, may_be_asked: Collection[Candidate]) -> frozenset[int]:
        """What it still asks of these, but for drills; after a gap what is left of its portion, and what the learner wished for by this
        day, which comes before all else to whoever goes on."""
        queue = self.queue_of(may_be_asked)
        if not queue.backlog:
            return frozenset(queue.today)
        wished = {one.objective for one in may_be_asked if one.sooner and one.sooner <= self.day}
        return frozenset(queue.today[: max(PORTION - len(self.asked), 0)]) | wished.intersection(queue.today)


def day_so_far(session: Session, person: Person, day: date, may_be_asked: Collection[Candidate]) -> DaySoFar:
    """What is known of a study day of which these, or some of them, may be asked."""
    reviews = session.scalars(reviews_of_day(person.id, day))
    asked = tuple(Asked(one.objective_id, one.kind, one.counted_grade, new=one.step == 0) for one in reviews)
    return DaySoFar(person.id, day, asked, day_rules(session, person, day, overdue=_any_overdue(may_be_asked, day)))


def candidates(session: Session, person: Person) -> Iterator[Candidate]:
    """Every objective of topics studied and not paused, not retired, for people like this one and not put aside; and whether it is
    suspended."""
    return (one for one, _ in candidates_and(session, person, ()))


def candidates_and(session: Session, person: Person, also: Collection[int]) -> Iterator[tuple[Candidate, bool]]:
    """These and, as if they were studied, those that are named; and whether each is studied."""
    rows, aside, audience = session.execute(_studied(person.id, also)).all(), put_aside_for(session, person), person.audience
    known = [knowledge_of(session, revision) for _, revision in session.execute(current_revisions()).all()]
    before = 0
    for knowledge in sorted(known, key=lambda knowledge: knowledge.bank.about.place):
        bank, standing = knowledge.bank.name, _standing(knowledge)
        for row in rows:
            if row.bank == bank and (stands := standing.get(row.key)):
                place, objective, facts, beside = stands
                if audience in objective.audiences and not aside.rests(row.id, row.key, knowledge):
                    suspended = row.suspended_at is not None
                    yield Candidate(row.id, before + place, facts, beside, row.due, suspended, row.asked_sooner), row.studied
        before += len(standing)


def first_day_for(session: Session, person: Person, objective_id: int, first: date, today: date) -> date:
    """The first study day, from `first` on, on which no sibling of an objective was asked or is wished for; after today, no day off."""
    known = {one.objective: one for one in candidates(session, person)}
    facts = known[objective_id].facts if objective_id in known else frozenset()
    asked = (one.objective_id for one in session.scalars(reviews_of_day(person.id, today)) if one.kind == "scheduled")
    taken = {today for one in asked if one in known and known[one].facts & facts}
    taken |= {max(one.sooner, today) for one in known.values() if one.sooner and one.objective != objective_id and one.facts & facts}
    off, day = days_off_of(session, person, today), first
    while day in taken or (day > today and day in off):
        day += timedelta(days=1)
    return day


def _next_day(
    session: Session, person: Person, day: date, may_be_asked: Sequence[Candidate], queue: DayQueue
) -> tuple[date | None, int, int]:
    """The first day after this one, and after what is studied ahead, on which something comes back, how much, and how much of it is due
    then by itself: the rest stands beside what is asked today. It is no day off, and of siblings it holds one."""
    until = max(day, ahead_on(person, day) or day)
    coming = [one for one in may_be_asked if one.due is not None and one.due > until and not one.suspended]
    waits = [one for one in may_be_asked if one.due is not None and one.objective in queue.waits]
    if not coming and not waits:
        return None, 0, 0
    soonest = min([*(one.due for one in coming if one.due), *([day + timedelta(days=1)] if waits else [])])
    first = days_off_of(session, person, day).first_on_from(soonest)
    then = [one for one in coming if one.due and one.due <= first]
    count = day_queue([*then, *waits], [], first, str(person.id), NO_LIMIT).reviews
    return first, count, len(then)


@lru_cache(maxsize=16)
def _standing(knowledge: Knowledge) -> dict[str, tuple[int, Stated, frozenset[str], frozenset[str]]]:
    """Of each objective of a bank, by its key: its place, itself, the marks that it shares with its siblings and those of its
    neighbours. A page asks for all of them at once, and they are what the bank is."""
    bank = knowledge.bank.name
    return {
        key: (
            place,
            objective,
            frozenset(f"{bank}/{fact}" for fact in (objective.fact, *objective.kin)),
            frozenset(f"{bank}/{fact}" for fact in objective.beside),
        )
        for place, (key, objective) in enumerate(knowledge.objectives.items())
    }


def _any_overdue(may_be_asked: Collection[Candidate], day: date) -> bool:
    return any(one.due and one.due < day for one in may_be_asked)


def _studied(learner_id: int, also: Collection[int]) -> Select[tuple[int, str, str, date | None, date | None, datetime | None, bool]]:
    studied = (Study.learner_id == learner_id, Study.paused_at.is_(None))
    found = (
        select(
            Objective.id,
            Objective.key,
            Objective.bank,
            due_column().label("due"),
            Card.asked_sooner,
            Card.suspended_at,
            Study.learner_id.is_not(None).label("studied"),
        )
        .join(Study, and_(Study.bank == Objective.bank, Study.topic == Objective.topic, *studied), isouter=bool(also))
        .outerjoin(Card, and_(Card.learner_id == learner_id, Card.objective_id == Objective.id))
        .where(Objective.retired_at.is_(None))
    )
    return found.where(or_(Study.learner_id.is_not(None), Objective.id.in_(also))) if also else found
