"""Put a question about an objective to a learner."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from questions.items import Item
from questions.knowledge import Knowledge
from questions.writing import choose_template
from quizapp.models import Card, Objective, Person, Study
from quizapp.queries.asides import put_aside_for
from quizapp.queries.cards import state_of
from quizapp.queries.day_rules import ahead_on, due_of
from quizapp.queries.items import ask, current_knowledge
from quizapp.queries.reviews import taken_back
from quizapp.queries.study_days import study_day_of
from quizapp.scheduling.cards import CardState, in_drill, kind_on
from quizapp.scheduling.levels import level_for
from quizapp.usecases.asking import Question, put, seed_of

__all__ = ["NotStudied", "Question", "Waits", "ask_question"]


class NotStudied(LookupError):
    """This learner studies no such objective, or it is not for people like them."""


@dataclass(frozen=True, slots=True)
class Waits:
    """The objective is not asked today: it comes back on this day, or not for now (None): its topic rests, the
    learner wishes not to be asked, or a course has put every way of asking it aside."""

    due: date | None


def ask_question(session: Session, person: Person, objective_id: int, at: datetime, key: str) -> Question | Waits:
    """The question of a learner's next turn: the same until it is answered. Raises NotStudied."""
    found = session.execute(_studied(person.id, objective_id)).one_or_none()
    if found is None:
        raise NotStudied(f"Objective {objective_id} is not studied.")
    objective, study, card = found
    if study.paused_at or objective.retired_at or (card and card.suspended_at):
        return Waits(None)
    knowledge, aside = current_knowledge(session, objective.bank), put_aside_for(session, person, objective.id)
    if person.audience not in knowledge.objectives[objective.key].audiences:
        raise NotStudied(f"Objective {objective_id} is not for {person.audience}.")
    if aside.rests(objective.id, objective.key, knowledge):
        return Waits(None)
    state, day = state_of(card), study_day_of(session, person, at)
    due = due_of(card) if card else None
    if due is not None and due > max(day, ahead_on(person, day) or day) and not in_drill(state, day):
        return Waits(due)
    item, turns = _item(knowledge, person, objective, state, aside.of(objective.id)), card.turns if card else 0
    answered_before = turns > state.steps and session.scalar(taken_back(person.id, objective.id, state.steps)) is not None
    return put(person, objective, item, turns + 1, state.steps, kind_on(state, day), key, timed=not answered_before)


def _item(knowledge: Knowledge, person: Person, objective: Objective, state: CardState, without: frozenset[str]) -> Item:
    seed = seed_of(person.id, objective.key, state.steps)
    template = choose_template(knowledge, objective.key, level_for(state.passes_in_a_row), seed, person.reader, without)
    return ask(knowledge, objective.key, *template, seed, person.reader, person.language)


def _studied(learner_id: int, objective_id: int) -> Select[tuple[Objective, Study, Card]]:
    return (
        select(Objective, Study, Card)
        .join(Study, and_(Study.bank == Objective.bank, Study.topic == Objective.topic))
        .outerjoin(Card, and_(Card.learner_id == Study.learner_id, Card.objective_id == Objective.id))
        .where(Objective.id == objective_id, Study.learner_id == learner_id)
    )
