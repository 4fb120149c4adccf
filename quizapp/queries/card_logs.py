"""The live answers of which cards are folded: reviews, and what was answered for good in attempts and told, in the order in which they
came."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Select, case, select
from sqlalchemy.orm import Session

from quizapp.models import Attempt, Person
from quizapp.queries.all_answers import answers_that_count
from quizapp.scheduling.cards import Answered


class CardKey(NamedTuple):
    """Whose card of which objective."""

    learner_id: int
    objective_id: int


def card_log(session: Session, learner_id: int, objective_id: int) -> list[Answered]:
    """What the card of one objective is folded from."""
    return next((log for _, log in card_logs(session, learner_id, [objective_id])), [])


def card_logs(
    session: Session, learner_id: int | None = None, objective_ids: Iterable[int] | None = None
) -> Iterator[tuple[CardKey, list[Answered]]]:
    """Each card with what it is folded from, one after the other: of a learner (None: of everybody), of these objectives (None: of all)."""
    rows = session.execute(_answers(learner_id, objective_ids), execution_options={"yield_per": 1000})
    for key, answers in groupby(rows, key=lambda row: CardKey(row.learner_id, row.objective_id)):
        yield key, list(_in_order(answers))


def _in_order(answers: Iterable[Any]) -> Iterator[Answered]:
    turn = nth = 0
    for one in answers:
        if one.turn is None:
            nth += 1
            yield Answered(turn, one.grade, one.study_day, practised=nth)
        else:
            turn, nth = one.turn, 0
            yield Answered(turn, one.grade, one.study_day, one.kind, due=one.due_after)


def _answers(learner_id: int | None, objective_ids: Iterable[int] | None) -> Select[Any]:
    every = answers_that_count(learner_id, without=Attempt.untold)
    wanted = [] if objective_ids is None else [every.c.objective_id.in_(list(objective_ids))]
    columns = (every.c[name] for name in ("learner_id", "objective_id", "turn", "grade", "study_day", "kind"))
    due_after = case((every.c.scheduler == Person.scheduler, every.c.due_after)).label("due_after")  # by the scheduler that counts now
    answers = select(*columns, due_after).join(Person, Person.id == every.c.learner_id).where(*wanted)
    practice_first = case((every.c.turn.is_(None), 0), else_=1)  # a review of the same moment was given when the attempt had ended
    return answers.order_by(every.c.learner_id, every.c.objective_id, every.c.logged_at, practice_first)
