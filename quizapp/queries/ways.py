"""The way to a day by which things are to be known, whoever names it: a learner for an exam of their own, a course for what it has set."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.queries.card_logs import card_logs
from quizapp.queries.coming_load import habits_of, memories_of, planned_of
from quizapp.queries.recalls import Recalled, reaches, recalled
from quizapp.queries.study_days import study_day_of
from quizapp.queries.today import DaySoFar, candidates_and, day_so_far
from quizapp.scheduling import sm2
from quizapp.scheduling.cards import Answered, fold
from quizapp.scheduling.exams import Examined, ExamPlan, last_days, missing, not_seen, plan_exam, practised_on, share_a_day
from quizapp.scheduling.planning import Habits
from quizapp.scheduling.queue import Candidate
from quizapp.scheduling.recall import recall
from quizapp.scheduling.schedulers import due_by


@dataclass(frozen=True, slots=True)
class Named:
    """Such a day, what is to be known by then, and which objectives count as studied for it though they may not be."""

    day: date
    wants: Callable[[Recalled], bool]
    also: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Ahead:
    """What Today says of it."""

    days: int  # until then
    too_many: bool  # of what is new or due, for the limits and the days that are left
    practice: tuple[int, ...]  # left to practise today
    objectives: int
    not_seen: tuple[int, ...]  # of them, in the seven days before it; none before these have begun
    a_day: int  # so many of those a day


@dataclass(frozen=True, slots=True)
class Way:
    """The plan to it, and what may be forgotten by then."""

    day: date
    today: date
    plan: ExamPlan
    ahead: Ahead
    known: dict[int, Recalled]  # every objective of it, by its number
    at_risk: tuple[int, ...]  # met, and by then less likely known than the learner's goal, the least likely first

    @property
    def practice(self) -> tuple[int, ...]:
        """What is left to practise today."""
        return self.ahead.practice

    @property
    def objectives(self) -> int:
        """How many are to be known."""
        return self.ahead.objectives


def ways_ahead(session: Session, person: Person, named: Sequence[Named], today: date) -> tuple[Ahead, ...]:
    """The ways to days that are named, as Today shows them: as many queries for many days as for one."""
    if not named:
        return ()
    basis = _basis(session, person, named, today)
    found = ((one.day, _examined(basis, one)) for one in named)
    return tuple(_ahead(basis, objectives, day, too_many=bool(missing(objectives, today, day, basis.habits))) for day, objectives in found)


def way_to(session: Session, person: Person, named: Named, at: datetime) -> Way:
    """All of the way to one of them."""
    basis = _basis(session, person, [named], study_day_of(session, person, at))
    objectives, today = _examined(basis, named), basis.today
    weak = [one for one in objectives if one.wanted and one.planned.due and not reaches(one.likely, person.goal_recall)]
    at_risk = tuple(one.objective for one in sorted(weak, key=lambda one: (one.likely, one.objective)))
    plan = plan_exam(objectives, today, named.day, basis.habits)
    ahead = _ahead(basis, objectives, named.day, too_many=bool(plan.missing))
    return Way(named.day, today, plan, ahead, basis.known, at_risk)


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the ways to any days are worked out from."""

    person: Person
    today: date
    habits: Habits
    so_far: DaySoFar
    known: dict[int, Recalled]
    candidates: tuple[tuple[Candidate, bool], ...]  # and whether each is studied
    memories: Mapping[int, sm2.Memory]
    logs: Mapping[int, list[Answered]]  # of what was answered today, where the last days of one have begun


def _basis(session: Session, person: Person, named: Collection[Named], today: date) -> _Basis:
    also = frozenset[int]().union(*(one.also for one in named))
    candidates = tuple(candidates_and(session, person, also))
    known = {one.objective_id: one for one in recalled(session, person, also)}
    seen = [number for number, one in known.items() if one.memory and one.memory.day == today]
    logged = bool(seen) and any(today >= last_days(one.day) for one in named)
    return _Basis(
        person,
        today,
        habits_of(session, person, today),
        day_so_far(session, person, today, [one for one, _ in candidates]),
        known,
        candidates,
        memories_of(session, person.id),
        {key.objective_id: log for key, log in card_logs(session, person.id, seen)} if logged else {},
    )


def _ahead(basis: _Basis, objectives: Sequence[Examined], day: date, *, too_many: bool) -> Ahead:
    today, habits = basis.today, basis.habits
    left = tuple(one.objective for one in not_seen(objectives, today, day))
    return Ahead(
        (day - today).days,
        too_many and today < day,
        tuple(_practised(basis, objectives, day)),
        sum(one.wanted for one in objectives),
        left,
        share_a_day(len(left), today, day, habits.off),
    )


def _examined(basis: _Basis, named: Named) -> list[Examined]:
    """All that is studied, or counts as studied for it, and not at rest, in the order in which new ones are met, and whether it is to be
    known by the day."""
    known, candidates = basis.known, [one for one, studied in basis.candidates if studied or one.objective in named.also]
    remembered = {one.objective: known[one.objective].memory for one in candidates}
    return [
        Examined(
            objective,
            f"{known[objective].bank}/{known[objective].topic}",
            one,
            memory.day if (memory := known[objective].memory) else None,
            known[objective].on(named.day),
            wanted=named.wants(known[objective]),
        )
        for objective, one in planned_of(candidates, basis.so_far, basis.memories, remembered)
    ]


def _practised(basis: _Basis, objectives: Sequence[Examined], day: date) -> Iterator[int]:
    """What of it is left to practise on this study day: its share, which is the same all day long, without what was seen meanwhile."""
    today = basis.today
    if today < last_days(day):
        return
    seen = {one.objective for one in objectives if one.seen_on == today}
    this_morning = [_before(basis, one, day) if one.objective in seen else one for one in objectives]
    for one in practised_on(this_morning, today, day, basis.habits.off):
        if one.objective not in seen:
            yield one.objective


def _before(basis: _Basis, one: Examined, day: date) -> Examined:
    """How an objective stood for a day when this study day began, of which it was answered on this one."""
    log = (answered for answered in basis.logs.get(one.objective, ()) if answered.study_day < basis.today)
    state = fold(log, due_by(basis.person.scheduler), basis.person.goal_recall)
    seen_on = state.fsrs.day if state.fsrs else None
    return replace(one, planned=replace(one.planned, due=state.due), seen_on=seen_on, likely=recall(state.fsrs, day))
