"""What learners of a course were certain of and is not so, by the option that they chose: a list to teach from, without a name.

The number of queries does not grow with learners, nor with what is listed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, String, Subquery, and_, func, select, type_coerce
from sqlalchemy.orm import Session

from questions.offers import Offer, parts, picked
from questions.responses import DontKnow, response_from_json, response_to_json
from quizapp.models import Enrolment, Objective, Rescoring, Review
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.assignments import objectives_set
from quizapp.queries.courses import learning_in
from quizapp.queries.first_answers import ASKED_IN, NEEDED, corrected
from quizapp.queries.items import item_counted
from quizapp.queries.told_apart import ToldApart
from quizapp.queries.withheld import answers_wait
from quizapp.scheduling.grading import Certainty

JUDGED = ("certainty", "marks", "maximum", "response")
PLACE = ("learner_id", "objective_id", "attempt", "position", "received_at")


@dataclass(frozen=True, slots=True)
class Misconception:
    """Something wrong that learners chose and were certain of: how many of those who answered the objective; what is right, and why."""

    objective: Objective
    option: str
    learners: int
    answered: int
    question: str  # "" where its wording is gone
    right: tuple[str, ...]
    why_not: str
    why: str

    @property
    def share(self) -> float:
        """Of those who answered the objective, 0 to 1."""
        return self.learners / self.answered if self.answered else 0.0


Held = dict[tuple[int, str], dict[int, Row[Any]]]
"""The last answer of each learner who holds it, by objective and option."""


def misconceptions(session: Session, course_id: int, at: datetime, most: int, after: int = 0) -> tuple[int, tuple[Misconception, ...]]:
    """How many there are, and so many of them after the first ones; those that most learners hold come first, by all that they answered
    since they joined to what is set."""
    rows = session.execute(_certain_and_wrong(course_id, at)).all()
    objectives = {one.id: one for one in session.scalars(select(Objective).where(Objective.id.in_({row.objective_id for row in rows})))}
    apart = ToldApart(session)
    held = _held(rows, objectives, apart)
    first = sorted(held, key=lambda one: (-len(held[one]), one))[after : after + most]
    last = {one: max(held[one].values(), key=lambda row: row.received_at) for one in first}
    whole = {(row.learner_id, row.objective_id, row.received_at): row for row in session.execute(_whole(course_id, at, last.values()))}
    answered = {row.objective_id: row.learners for row in session.execute(_answered(course_id, at, {id for id, _ in first}))}
    return len(held), tuple(
        _told(session, objectives[id], option, len(held[id, option]), answered[id], whole[_place(row)], apart)
        for (id, option), row in last.items()
    )


def _held(rows: Iterable[Row[Any]], objectives: dict[int, Objective], apart: ToldApart) -> Held:
    held: Held = defaultdict(dict)
    read: dict[tuple[str, str, str], list[str]] = {}  # many answer alike
    for row in rows:
        alike = (row.response, row.shown_as_kept, row.keys_as_kept)
        if (wrong := read.get(alike)) is None:
            wrong = read[alike] = list(_wrong(row.response, _words(row.shown_as_kept), _words(row.keys_as_kept)))
        named = apart(row, objectives[row.objective_id])
        for option in wrong:
            of = held[row.objective_id, named(option)]
            if row.learner_id not in of or of[row.learner_id].received_at < row.received_at:
                of[row.learner_id] = row
    return held


def _wrong(response: str, shown: Collection[str], keys: Collection[str]) -> Iterator[str]:
    return (option for option in picked(response_from_json(response), shown) or () if option not in keys)


def _words(kept: str) -> tuple[str, ...]:
    found: tuple[str, ...] = Review.shown.type.process_result_value(kept, None)
    return found


def _place(row: Row[Any]) -> tuple[int, int, datetime]:
    return row.learner_id, row.objective_id, row.received_at


def _told(
    session: Session, objective: Objective, option: str, learners: int, answered: int, row: Row[Any], apart: ToldApart
) -> Misconception:
    """With the words of the question that one of them was asked last."""
    item, named = item_counted(session, row, objective.key), apart(row, objective)
    offers = {named(offer.id): (part.label, offer) for part in parts(item.interaction) for offer in part.offers} if item else {}
    chosen = offers.get(option)
    right = tuple(_offer_in_words(*one) for one in offers.values() if one[1].correct and (chosen is None or one[0] == chosen[0]))
    return Misconception(
        objective=objective,
        option=_offer_in_words(*chosen) if chosen else apart.in_words(objective, option),
        learners=learners,
        answered=answered,
        question=item.stem if item else "",
        right=right or tuple(apart.in_words(objective, named(key)) for key in row.keys),
        why_not=chosen[1].why if chosen else "",
        why=item.why if item else "",
    )


def _offer_in_words(label: str, offer: Offer) -> str:
    return f"{label}: {offer.text}" if label else offer.text


def _certain_and_wrong(course_id: int, at: datetime) -> Select[Any]:
    """As `is_confident_error` has it; lists of ids as they are kept, since there are many of few kinds."""
    answers = _answers(course_id, at, only=(*PLACE, *JUDGED, "shown", "keys", "revision"))
    kept = (type_coerce(answers.c[name], String).label(f"{name}_as_kept") for name in ("shown", "keys"))
    wanted = (*(answers.c[name] for name in (*PLACE, "response", "revision")), *kept, ASKED_IN)
    return _since_joining(select(*wanted), answers, course_id, at).outerjoin(Rescoring, corrected(answers.c)).where(*_judged(answers))


def _whole(course_id: int, at: datetime, rows: Collection[Row[Any]]) -> Select[Any]:
    """These answers with all that it takes to write their questions again."""
    answers = _answers(course_id, at, {row.objective_id for row in rows}, only=(*PLACE, *JUDGED, *NEEDED))
    wanted = (*(answers.c[name] for name in NEEDED), answers.c.received_at, ASKED_IN)
    these = (answers.c.learner_id.in_({row.learner_id for row in rows}), answers.c.received_at.in_({row.received_at for row in rows}))
    return _since_joining(select(*wanted), answers, course_id, at).outerjoin(Rescoring, corrected(answers.c)).where(*these)


def _judged(answers: Subquery) -> tuple[Any, ...]:
    wrong = answers.c.marks * 2 < answers.c.maximum
    return answers.c.certainty == str(Certainty.CERTAIN), wrong, answers.c.response != response_to_json(DontKnow())


def _answered(course_id: int, at: datetime, objectives: Collection[int]) -> Select[tuple[int, int]]:
    answers = _answers(course_id, at, objectives, only=PLACE)
    counted = select(answers.c.objective_id, func.count(answers.c.learner_id.distinct()).label("learners"))
    return _since_joining(counted, answers, course_id, at).group_by(answers.c.objective_id)


def _answers(course_id: int, at: datetime, about: Collection[int] | None = None, *, only: Collection[str]) -> Subquery:
    learners = select(Enrolment.person_id).where(*learning_in(course_id))
    return answers_that_count(among=learners, without=answers_wait(at, apart_from=course_id), about=about, only=only)


def _since_joining(wanted: Select[Any], answers: Any, course_id: int, at: datetime) -> Select[Any]:
    objectives = objectives_set(course_id, at).subquery()
    return (
        wanted.join(Enrolment, and_(Enrolment.person_id == answers.c.learner_id, Enrolment.course_id == course_id))
        .join(objectives, objectives.c.id == answers.c.objective_id)
        .where(answers.c.received_at >= Enrolment.joined_at)
    )
