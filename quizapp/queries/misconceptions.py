"""What learners of a course were certain of and is not so, by the option that they chose: a list to teach from, without a name."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, Subquery, and_, func, select
from sqlalchemy.orm import Session

from questions.items import Item
from questions.known_texts import in_words
from questions.offers import Offer, parts, picked
from questions.responses import DontKnow, response_from_json, response_to_json
from quizapp.models import Enrolment, Objective
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.assignments import objectives_set
from quizapp.queries.courses import learning_in
from quizapp.queries.first_answers import NEEDED
from quizapp.queries.items import Gone, ask, current_knowledge, knowledge_of
from quizapp.queries.withheld import answers_wait
from quizapp.scheduling.grading import Certainty


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


def misconceptions(session: Session, course_id: int, at: datetime, most: int, after: int = 0) -> tuple[int, tuple[Misconception, ...]]:
    """How many there are, and so many of them after the first ones; those that most learners hold come first, by all that they answered
    since they joined to what is set."""
    held: dict[tuple[int, str], dict[int, Row[Any]]] = defaultdict(dict)
    for row in session.execute(_certain_and_wrong(course_id, at)):
        for option in picked(response_from_json(row.response), row.shown) or ():
            if option not in row.keys:
                held[row.objective_id, option][row.learner_id] = row
    answered = {row.objective_id: row.learners for row in session.execute(_answered(course_id, at))}
    first = sorted(held, key=lambda one: (-len(held[one]), -len(held[one]) / answered[one[0]], one))[after : after + most]
    objectives = {one.id: one for one in session.scalars(select(Objective).where(Objective.id.in_({id for id, _ in first})))}
    told = (_told(session, objectives[id], option, held[id, option], answered[id]) for id, option in first)
    return len(held), tuple(told)


def _told(session: Session, objective: Objective, option: str, held: dict[int, Row[Any]], answered: int) -> Misconception:
    """With the words of the question that one of them was asked last."""
    row = max(held.values(), key=lambda row: row.received_at)
    item, knowledge = _item(session, objective, row), current_knowledge(session, objective.bank)
    offers = {offer.id: (part.label, offer) for part in parts(item.interaction) for offer in part.offers} if item else {}
    chosen = offers.get(option)
    right = tuple(_words(*one) for one in offers.values() if one[1].correct and (chosen is None or one[0] == chosen[0]))
    return Misconception(
        objective=objective,
        option=_words(*chosen) if chosen else in_words(knowledge, objective.key, (option,))[0],
        learners=len(held),
        answered=answered,
        question=item.stem if item else "",
        right=right or in_words(knowledge, objective.key, row.keys),
        why_not=chosen[1].why if chosen else "",
        why=item.why if item else "",
    )


def _words(label: str, offer: Offer) -> str:
    return f"{label}: {offer.text}" if label else offer.text


def _item(session: Session, objective: Objective, row: Row[Any]) -> Item | None:
    try:
        knowledge = knowledge_of(session, row.revision)
        return ask(knowledge, objective.key, row.template, row.version, row.seed, row.audience, row.language)
    except Gone:
        return None


def _certain_and_wrong(course_id: int, at: datetime) -> Select[Any]:
    """As `is_confident_error` has it."""
    answers = _answers(course_id, at)
    wanted = (*(answers.c[name] for name in NEEDED), answers.c.received_at)
    return _since_joining(select(*wanted), answers, course_id, at).where(
        answers.c.certainty == str(Certainty.CERTAIN),
        answers.c.marks * 2 < answers.c.maximum,
        answers.c.response != response_to_json(DontKnow()),
    )


def _answered(course_id: int, at: datetime) -> Select[tuple[int, int]]:
    answers = _answers(course_id, at)
    counted = select(answers.c.objective_id, func.count(answers.c.learner_id.distinct()).label("learners"))
    return _since_joining(counted, answers, course_id, at).group_by(answers.c.objective_id)


def _answers(course_id: int, at: datetime) -> Subquery:
    learners = select(Enrolment.person_id).where(*learning_in(course_id))
    return answers_that_count(among=learners, without=answers_wait(at, apart_from=course_id))


def _since_joining(wanted: Select[Any], answers: Any, course_id: int, at: datetime) -> Select[Any]:
    objectives = objectives_set(course_id, at).subquery()
    return (
        wanted.join(Enrolment, and_(Enrolment.person_id == answers.c.learner_id, Enrolment.course_id == course_id))
        .join(objectives, objectives.c.id == answers.c.objective_id)
        .where(answers.c.received_at >= Enrolment.joined_at)
    )
