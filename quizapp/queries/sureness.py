"""Whether a learner is right when they are sure, and what they were sure of and wrong."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import Session

from questions.responses import DontKnow, response_to_json
from quizapp.models import Objective
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.withheld import answers_wait
from quizapp.scheduling.grading import Certainty

DONT_KNOW: Final = response_to_json(DontKnow())


@dataclass(frozen=True, slots=True)
class Sureness:
    """Answers that were given with a certainty, and how many of them were right throughout."""

    certainty: Certainty
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class ConfidentError:
    """An objective that was answered wrong with certainty: how often, on which day last, and whether it was answered right since."""

    objective_id: int
    bank: str
    topic: str
    aim: str
    times: int
    day: date
    right_since: bool


def sureness(session: Session, learner_id: int, at: datetime) -> tuple[Sureness, ...]:
    """For each certainty, the surest first, how many of the answers given with it were right. What is asked again on the same day, its
    answer just read, tells nothing and is not counted, nor is what waits. Source: calibration as Lichtenstein, Fischhoff and Phillips
    (1982) have it."""
    found = {certainty: (answers, right) for certainty, answers, right in session.execute(_by_certainty(learner_id, at))}
    return tuple(Sureness(one, *found.get(str(one), (0, 0))) for one in reversed(Certainty))


def confident_errors(session: Session, learner_id: int, at: datetime) -> tuple[ConfidentError, ...]:
    """What was answered wrong with certainty, as `is_confident_error` has it: first what was not answered right since, the latest first."""
    rows = session.execute(_confident(learner_id, at)).all()
    errors = [
        ConfidentError(row.id, row.bank, row.topic, row.aim, row.times, row.day, right_since=_since(row.day, row.last_right))
        for row in rows
    ]
    return tuple(sorted(errors, key=lambda one: one.right_since))


def _since(error: date, right: date | None) -> bool:
    """Whether it was right on a later day: on the day of the error the answer had just been read."""
    return right is not None and right > error


def _by_certainty(learner_id: int, at: datetime) -> Select[tuple[str, int, int]]:
    answers = answers_that_count(learner_id, without=answers_wait(at)).c
    right = func.sum(case((answers.marks == answers.maximum, 1), else_=0))
    return (
        select(answers.certainty, func.count(), right)
        .where(answers.certainty.is_not(None), answers.kind != "drill", answers.response != DONT_KNOW)
        .group_by(answers.certainty)
    )


def _confident(learner_id: int, at: datetime) -> Select[Any]:
    answers = answers_that_count(learner_id, without=answers_wait(at)).c
    wrong = and_(answers.certainty == str(Certainty.CERTAIN), answers.marks * 2 < answers.maximum, answers.response != DONT_KNOW)
    times, last = func.sum(case((wrong, 1), else_=0)), func.max(case((wrong, answers.received_at)))
    told = (Objective.id, Objective.bank, Objective.topic, Objective.aim)
    return (
        select(
            *told,
            times.label("times"),
            func.max(case((wrong, answers.study_day))).label("day"),
            last.label("last"),
            func.max(case((and_(answers.marks == answers.maximum, answers.kind != "drill"), answers.study_day))).label("last_right"),
        )
        .join(Objective, Objective.id == answers.objective_id)
        .where(Objective.retired_at.is_(None))
        .group_by(*told)
        .having(times > 0)
        .order_by(last.desc(), Objective.id)
    )
