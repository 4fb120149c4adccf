"""The way to a day by which things are to be known, whoever names it: a learner for an exam of their own, a course for what it has set."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.queries.card_logs import card_logs
from quizapp.queries.coming_load import habits_of, planned
from quizapp.queries.recalls import Recalled, reaches, recalled
from quizapp.queries.study_days import study_day_of
from quizapp.scheduling.cards import fold
from quizapp.scheduling.days_off import DaysOff
from quizapp.scheduling.exams import Examined, ExamPlan, last_days, missing, not_seen, plan_exam, practised_on, share_a_day
from quizapp.scheduling.planning import Habits
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


def way_ahead(session: Session, person: Person, named: Named, today: date, habits: Habits) -> Ahead:
    """The way to a day that is named, as Today shows it."""
    return _ahead(session, person, _examined(session, person, named, today), named.day, today, habits)


def way_to(session: Session, person: Person, named: Named, at: datetime) -> Way:
    """All of the way to it."""
    today = study_day_of(session, person, at)
    objectives, habits = _examined(session, person, named, today), habits_of(session, person, today)
    weak = [one for one in objectives if one.wanted and one.planned.due and not reaches(one.likely, person.goal_recall)]
    at_risk = tuple(one.objective for one in sorted(weak, key=lambda one: (one.likely, one.objective)))
    return Way(
        named.day,
        today,
        plan_exam(objectives, today, named.day, habits),
        _ahead(session, person, objectives, named.day, today, habits),
        {one.objective_id: one for one in recalled(session, person, named.also)},
        at_risk,
    )


def _ahead(session: Session, person: Person, objectives: Sequence[Examined], day: date, today: date, habits: Habits) -> Ahead:
    left = tuple(one.objective for one in not_seen(objectives, today, day))
    return Ahead(
        (day - today).days,
        today < day and bool(missing(objectives, today, day, habits)),
        tuple(_practised(session, person, objectives, today, day, habits.off)),
        sum(one.wanted for one in objectives),
        left,
        share_a_day(len(left), today, day, habits.off),
    )


def _examined(session: Session, person: Person, named: Named, today: date) -> list[Examined]:
    """All that is studied and not at rest, in the order in which new ones are met, and whether it is to be known by the day."""
    known = {one.objective_id: one for one in recalled(session, person, named.also)}
    return [
        Examined(
            objective,
            f"{known[objective].bank}/{known[objective].topic}",
            one,
            memory.day if (memory := known[objective].memory) else None,
            known[objective].on(named.day),
            wanted=named.wants(known[objective]),
        )
        for objective, one in planned(session, person, today, named.also)
    ]


def _practised(session: Session, person: Person, objectives: Sequence[Examined], today: date, day: date, off: DaysOff) -> Iterator[int]:
    """What of it is left to practise on this study day: its share, which is the same all day long, without what was seen meanwhile."""
    if today < last_days(day):
        return
    seen = {one.objective for one in objectives if one.seen_on == today}
    this_morning = _before(session, person, seen, today)
    for one in practised_on([this_morning(one, day) if one.objective in seen else one for one in objectives], today, day, off):
        if one.objective not in seen:
            yield one.objective


def _before(session: Session, person: Person, objective_ids: Collection[int], today: date) -> Callable[[Examined, date], Examined]:
    """From how an objective of these stands now, to how it stood for a day when this study day began."""
    logs = {key.objective_id: log for key, log in card_logs(session, person.id, objective_ids)} if objective_ids else {}

    def stood(one: Examined, day: date) -> Examined:
        log = (answered for answered in logs.get(one.objective, ()) if answered.study_day < today)
        state = fold(log, due_by(person.scheduler), person.goal_recall)
        seen_on = state.fsrs.day if state.fsrs else None
        return replace(one, planned=replace(one.planned, due=state.due), seen_on=seen_on, likely=recall(state.fsrs, day))

    return stood
