"""What there is to study."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import Session

from questions.knowledge import Knowledge
from questions.plainly import PATIENT
from quizapp.models import Card, Objective, Study
from quizapp.queries.asides import resting_for
from quizapp.queries.items import current_revisions, knowledge_of


@dataclass(frozen=True, slots=True)
class ShelfTopic:
    """A topic, how much of it there is to be asked (0: it is there to be read), and how far this learner is."""

    topic: str
    title: str
    about: str
    objectives: int
    studied: bool  # started, whether paused or not
    paused: bool
    met: int
    due: int
    suspended: int


@dataclass(frozen=True, slots=True)
class ShelfMap:
    """A table that can be seen on a map, and the title of its topic."""

    table: str
    title: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """A bank with its topics and its maps."""

    bank: str
    title: str
    edition: str
    age: str
    topics: tuple[ShelfTopic, ...]
    maps: tuple[ShelfMap, ...] = ()


@dataclass(frozen=True, slots=True)
class _Progress:
    objectives: int = 0
    met: int = 0
    due: int = 0
    suspended: int = 0


def library(
    session: Session, learner_id: int | None, today: date | None, audience: str | None = None, *, plainly: bool = False
) -> tuple[Shelf, ...]:
    """All banks, with what is for this audience (None: for anybody), told in plain words or not; for a guest nothing is studied."""
    paused = {(study.bank, study.topic): study.paused_at is not None for study in session.scalars(_studies(learner_id))}
    revisions = session.execute(current_revisions()).all()
    known = {bank: knowledge_of(session, revision) for bank, revision in revisions}
    not_theirs = [
        one.id for knowledge in known.values() for one in knowledge.objectives.values() if audience and audience not in one.audiences
    ]
    rests = resting_for(session, learner_id) if learner_id is not None and audience == "nursing" else frozenset()
    counts = {
        (row.bank, row.topic): _Progress(row.objectives, row.met, row.due, row.suspended)
        for row in session.execute(_counts(learner_id, today, not_theirs, rests))
    }
    in_order = sorted(known.items(), key=lambda named: named[1].bank.about.place)
    return tuple(_shelf(bank, knowledge, counts, paused, audience, plainly=plainly) for bank, knowledge in in_order)


def _shelf(
    name: str,
    knowledge: Knowledge,
    counts: dict[tuple[str, str], _Progress],
    paused: dict[tuple[str, str], bool],
    audience: str | None,
    *,
    plainly: bool,
) -> Shelf:
    topics, to_read = [], _to_read(knowledge) if audience == PATIENT else frozenset()
    for topic in knowledge.bank.topics:
        here, progress = (name, topic.id), counts.get((name, topic.id), _Progress())
        if progress.objectives or topic.id in to_read:
            topics.append(
                ShelfTopic(
                    topic=topic.id,
                    title=topic.title,
                    about=(topic.plain if plainly else "") or topic.about,
                    objectives=progress.objectives,
                    studied=here in paused,
                    paused=paused.get(here, False),
                    met=progress.met,
                    due=progress.due,
                    suspended=progress.suspended,
                )
            )
    maps = (
        ShelfMap(fact.id, knowledge.topic_titles[topic.id])
        for topic in knowledge.bank.topics
        for fact in knowledge.facts_in(topic.id)
        if fact.drawn()
    )
    about = knowledge.bank.about
    return Shelf(name, about.title, about.edition, (about.plain if plainly else "") or about.age, tuple(topics), tuple(maps))


def _to_read(knowledge: Knowledge) -> frozenset[str]:
    """The topics that are there for patients, whether they are asked about them or not."""
    return frozenset(topic.id for topic in knowledge.bank.topics if topic.plain)


def _counts(
    learner_id: int | None, today: date | None, not_theirs: Sequence[str], rests: Collection[int]
) -> Select[tuple[str, str, int, int, int, int]]:
    """How much there is by topic; what a course has put aside in every way is due on no day."""
    due = and_(Card.due <= (today or date.min), Card.suspended_at.is_(None), Objective.id.not_in(rests))
    return (
        select(
            Objective.bank,
            Objective.topic,
            func.count().label("objectives"),
            func.sum(case((Card.steps > 0, 1), else_=0)).label("met"),
            func.sum(case((due, 1), else_=0)).label("due"),
            func.sum(case((Card.suspended_at.is_not(None), 1), else_=0)).label("suspended"),
        )
        .outerjoin(Card, and_(Card.learner_id == learner_id, Card.objective_id == Objective.id))
        .where(Objective.retired_at.is_(None), Objective.key.not_in(not_theirs))
        .group_by(Objective.bank, Objective.topic)
    )


def _studies(learner_id: int | None) -> Select[tuple[Study]]:
    return select(Study).where(Study.learner_id == learner_id)
