"""A learner's exams, and the way to them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quizapp.models import Exam, Person
from quizapp.queries.card_logs import card_logs
from quizapp.queries.coming_load import habits_of, planned
from quizapp.queries.recalls import Recalled, reaches, recalled
from quizapp.queries.study_days import study_day_of
from quizapp.scheduling.cards import fold
from quizapp.scheduling.days_off import DaysOff
from quizapp.scheduling.exams import Examined, ExamPlan, last_days, missing, plan_exam, practised_on
from quizapp.scheduling.recall import recall
from quizapp.scheduling.schedulers import due_by

ALL = ""
"""The bank of an exam in all that is studied."""


@dataclass(frozen=True, slots=True)
class ExamAhead:
    """An exam, what Today says of it, and what is practised for it today."""

    exam: Exam
    days: int  # until then
    too_many: bool  # of what is new or due, for the limits and the days that are left
    practice: tuple[int, ...]  # left to practise today


@dataclass(frozen=True, slots=True)
class ExamPage:
    """An exam, the plan to it, and what may be forgotten by then."""

    exam: Exam
    today: date
    plan: ExamPlan
    practice: tuple[int, ...]  # left to practise today
    objectives: int
    known: dict[int, Recalled]  # every objective of it, by its number
    at_risk: tuple[int, ...]  # met, and by then less likely known than the learner's goal, the least likely first


def exams_of(learner_id: int, today: date) -> Select[tuple[Exam]]:
    """A learner's exams that are not over, the next one first."""
    return select(Exam).where(Exam.learner_id == learner_id, Exam.day >= today).order_by(Exam.day, Exam.bank)


def own_exam(learner_id: int, bank: str, today: date) -> Select[tuple[Exam]]:
    """A learner's exam in a bank, if it is not over."""
    return exams_of(learner_id, today).where(Exam.bank == bank)


def exams_ahead(session: Session, person: Person, at: datetime) -> tuple[ExamAhead, ...]:
    """The exams of a learner that are not over, as Today shows them."""
    today = study_day_of(session, person, at)
    exams = session.scalars(exams_of(person.id, today)).all()
    if not exams:
        return ()
    habits = habits_of(session, person, today)
    found = []
    for exam in exams:
        objectives = examined(session, person, exam, today)
        too_many = bool(missing(objectives, today, exam.day, habits))
        practice = tuple(_practised(session, person, objectives, today, exam.day, habits.off))
        found.append(ExamAhead(exam, (exam.day - today).days, too_many, practice))
    return tuple(found)


def exam_page(session: Session, person: Person, exam: Exam, at: datetime) -> ExamPage:
    """The plan to an exam of this learner's."""
    today = study_day_of(session, person, at)
    objectives, habits = examined(session, person, exam, today), habits_of(session, person, today)
    practice = tuple(_practised(session, person, objectives, today, exam.day, habits.off))
    weak = [one for one in objectives if one.wanted and one.planned.due and not reaches(one.likely, person.goal_recall)]
    at_risk = tuple(one.objective for one in sorted(weak, key=lambda one: (one.likely, one.objective)))
    known = {one.objective_id: one for one in recalled(session, person)}
    return ExamPage(
        exam, today, plan_exam(objectives, today, exam.day, habits), practice, sum(one.wanted for one in objectives), known, at_risk
    )


def examined(session: Session, person: Person, exam: Exam, today: date) -> list[Examined]:
    """All that is studied and not at rest, in the order in which new ones are met, and whether an exam asks for it."""
    known = {one.objective_id: one for one in recalled(session, person)}
    return [
        Examined(
            objective,
            f"{known[objective].bank}/{known[objective].topic}",
            one,
            memory.day if (memory := known[objective].memory) else None,
            known[objective].on(exam.day),
            wanted=exam.bank in (ALL, known[objective].bank),
        )
        for objective, one in planned(session, person, today)
    ]


def _practised(session: Session, person: Person, objectives: Sequence[Examined], today: date, day: date, off: DaysOff) -> Iterator[int]:
    """What of an exam is left to practise on this study day: its share, which is the same all day long, without what was seen meanwhile."""
    if today < last_days(day):
        return
    seen = {one.objective for one in objectives if one.seen_on == today}
    this_morning = _before(session, person, seen, today)
    for one in practised_on([this_morning(one, day) if one.objective in seen else one for one in objectives], today, day, off):
        if one.objective not in seen:
            yield one.objective


def _before(session: Session, person: Person, objective_ids: Collection[int], today: date) -> Callable[[Examined, date], Examined]:
    """From how an objective of these stands now, to how it stood for an exam when this study day began."""
    logs = {key.objective_id: log for key, log in card_logs(session, person.id, objective_ids)} if objective_ids else {}

    def stood(one: Examined, day: date) -> Examined:
        log = (answered for answered in logs.get(one.objective, ()) if answered.study_day < today)
        state = fold(log, due_by(person.scheduler), person.goal_recall)
        seen_on = state.fsrs.day if state.fsrs else None
        return replace(one, planned=replace(one.planned, due=state.due), seen_on=seen_on, likely=recall(state.fsrs, day))

    return stood
