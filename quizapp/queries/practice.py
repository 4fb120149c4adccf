"""What there is to practise, and how much of it matches what a learner chooses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, assert_never

from sqlalchemy import Row, Select, and_, select
from sqlalchemy.orm import Session

from questions.composing import Candidate
from questions.knowledge import Knowledge
from quizapp.models import Card, Objective, Person, Study
from quizapp.models.quizzes import Pool
from quizapp.queries.all_answers import ever_failed
from quizapp.queries.asides import put_aside_for
from quizapp.queries.day_rules import due_column
from quizapp.queries.hardest import hardest
from quizapp.queries.items import all_knowledge
from quizapp.queries.study_days import study_day_of
from quizapp.scheduling.levels import level_for


@dataclass(frozen=True, slots=True)
class Choice:
    """What to be asked: of which topics ("bank/topic"; none: all that are studied), what of them, as which types of items (none: any)."""

    topics: tuple[str, ...] = ()
    pool: Pool = "all"
    item_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Practisable:
    """An objective that can be practised, and what its learner has had to do with it."""

    objective_id: int
    topic: str  # "bank/topic"
    candidate: Candidate
    studied: bool
    due: bool
    new: bool
    wrong: bool
    hard: bool
    flagged: bool

    def is_in(self, pool: Pool) -> bool:
        """Whether it is one of these."""
        match pool:
            case "all":
                return True
            case "due":
                return self.due
            case "new":
                return self.new
            case "wrong":
                return self.wrong
            case "hard":
                return self.hard
            case "flagged":
                return self.flagged
            case _:
                assert_never(pool)

    def can_be(self, item_types: Iterable[str]) -> bool:
        """Whether it can be asked as an item of one of these types; of any where none is named."""
        wanted = frozenset(item_types)
        return not wanted or bool(wanted & self.candidate.knowledge.item_types[self.candidate.objective])


@dataclass(frozen=True, slots=True)
class ChoiceTopic:
    """A topic that can be chosen, and how many objectives it holds."""

    id: str  # "bank/topic"
    title: str
    studied: bool
    objectives: int


@dataclass(frozen=True, slots=True)
class ChoiceBank:
    """A bank and its topics."""

    bank: str
    title: str
    topics: tuple[ChoiceTopic, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """All that can be chosen from: topics, types of items, and everything that can be practised."""

    banks: tuple[ChoiceBank, ...]
    item_types: tuple[str, ...]
    practisable: tuple[Practisable, ...]


def offered(session: Session, person: Person, at: datetime) -> Offered:
    """What this person can choose from at a moment."""
    known = sorted(all_knowledge(session), key=lambda knowledge: knowledge.bank.about.place)
    practisable = tuple(_practisable(session, person, at, known))
    held, studied = Counter(one.topic for one in practisable), {one.topic for one in practisable if one.studied}
    types = {type for one in practisable for type in one.candidate.knowledge.item_types[one.candidate.objective]}
    return Offered(tuple(_bank(knowledge, held, studied) for knowledge in known), tuple(sorted(types)), practisable)


def matching(practisable: Iterable[Practisable], choice: Choice) -> tuple[Practisable, ...]:
    """What of it matches a choice."""
    return tuple(
        one
        for one in practisable
        if (one.topic in choice.topics if choice.topics else one.studied) and one.is_in(choice.pool) and one.can_be(choice.item_types)
    )


def _bank(knowledge: Knowledge, held: Counter[str], studied: set[str]) -> ChoiceBank:
    topics = ((f"{knowledge.bank.name}/{topic.id}", topic.title) for topic in knowledge.bank.topics)
    found = tuple(ChoiceTopic(id, title, id in studied, held[id]) for id, title in topics if held[id])
    return ChoiceBank(knowledge.bank.name, knowledge.bank.title, found)


def _practisable(session: Session, person: Person, at: datetime, known: Sequence[Knowledge]) -> Iterator[Practisable]:
    rows, day = {row.key: row for row in session.execute(_asked(person.id))}, study_day_of(session, person, at)
    wrong, aside = frozenset(session.scalars(ever_failed(person.id, at))), put_aside_for(session, person)
    hard = frozenset(one.objective_id for one in hardest(session, person.id))
    for knowledge in known:
        for objective in knowledge.objectives.values():
            row = rows.get(objective.id)
            if row is not None and person.audience in objective.audiences and not aside.rests(row.id, row.key, knowledge):
                level = level_for(row.repetitions or 0)
                candidate = Candidate(knowledge, objective.id, level, person.reader, person.language, aside.of(row.id))
                yield _one(row, candidate, day, wrong=row.id in wrong, hard=row.id in hard)


def _one(row: Row[Any], candidate: Candidate, day: date, *, wrong: bool, hard: bool) -> Practisable:
    return Practisable(
        objective_id=row.id,
        topic=f"{row.bank}/{row.topic}",
        candidate=candidate,
        studied=row.paused_at is None and row.started_at is not None,
        due=row.due is not None and row.due <= day,
        new=not row.steps,
        wrong=wrong,
        hard=hard,
        flagged=row.flagged_at is not None,
    )


def _asked(learner_id: int) -> Select[Any]:
    """Every objective that is not retired and that this learner has not asked to rest, with their study and card of it."""
    return (
        select(
            Objective.id,
            Objective.key,
            Objective.bank,
            Objective.topic,
            Study.started_at,
            Study.paused_at,
            due_column().label("due"),
            Card.steps,
            Card.repetitions,
            Card.flagged_at,
        )
        .outerjoin(Study, and_(Study.learner_id == learner_id, Study.bank == Objective.bank, Study.topic == Objective.topic))
        .outerjoin(Card, and_(Card.learner_id == learner_id, Card.objective_id == Objective.id))
        .where(Objective.retired_at.is_(None), Card.suspended_at.is_(None))
    )
