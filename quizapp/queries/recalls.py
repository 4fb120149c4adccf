"""How well a learner knows what they study, on a day: recall by FSRS, worked out from the rows of their cards."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import fsum

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from quizapp.models import Card, Objective, Person, Study
from quizapp.queries.cards import memory_of
from quizapp.queries.items import current_revisions, knowledge_of
from quizapp.scheduling.recall import Memory, recall


@dataclass(frozen=True, slots=True)
class Recalled:
    """An objective that a learner studies, and what is remembered of it (None: never answered)."""

    objective_id: int
    key: str
    bank: str
    topic: str
    memory: Memory | None

    def on(self, day: date) -> float:
        """How likely (0 to 1) the learner knows it on this study day, if it is not asked before."""
        return recall(self.memory, day)

    def shown_on(self, day: date) -> float:
        """The same as pages show it: what was answered on the day counts as it will be on the next, for whoever has just read the right
        answer knows it, and that says little."""
        return shown_recall(self.memory, day)


@dataclass(frozen=True, slots=True)
class KnownTopic:
    """How well a topic is known on a day. Its objectives are those for people like the learner, unseen ones among them.

    `at_goal` counts those whose recall, as it is shown, is at the learner's goal; `mean` (0 to 1) counts unseen ones as not known.
    """

    bank: str
    topic: str
    objectives: int
    seen: int
    at_goal: int
    mean: float

    @property
    def share_at_goal(self) -> float:
        """From 0 to 1."""
        return self.at_goal / self.objectives


def recalled(session: Session, person: Person, also: Collection[int] = ()) -> tuple[Recalled, ...]:
    """Every objective that a learner studies, or has paused, in the order of the banks, and others that are named; none that is retired or
    for others."""
    rows = {row.key: row for row in session.execute(_cards(person.id, also))}
    known = [knowledge_of(session, revision) for _, revision in session.execute(current_revisions()).all()]
    return tuple(
        Recalled(row.id, row.key, row.bank, row.topic, memory_of(row))
        for knowledge in sorted(known, key=lambda knowledge: knowledge.bank.about.place)
        for key, objective in knowledge.objectives.items()
        if person.audience in objective.audiences and (row := rows.get(key)) is not None
    )


def share_at_goal(known: Collection[Recalled], day: date, goal: int) -> float:
    """Which share (0 to 1) of these objectives is at the goal (whole percent) on a day; 0 where there is none."""
    return sum(reaches(one.shown_on(day), goal) for one in known) / len(known) if known else 0.0


def by_topic(known: Iterable[Recalled], day: date, goal: int) -> tuple[KnownTopic, ...]:
    """How well each topic is known on a day, in the order in which they come."""
    topics: dict[tuple[str, str], list[Recalled]] = {}
    for one in known:
        topics.setdefault((one.bank, one.topic), []).append(one)
    return tuple(_known(bank, topic, objectives, day, goal) for (bank, topic), objectives in topics.items())


def shown_recall(memory: Memory | None, day: date) -> float:
    """Recall (0 to 1) as pages show it on a study day: of what was answered on it, that of the next."""
    return recall(memory, day + timedelta(days=memory is not None and memory.day == day))


def reaches(likely: float, goal: int) -> bool:
    """Whether a recall (0 to 1) is at a goal (whole percent), as the pages round it: 89.6 % is 90 %."""
    return round(100 * likely) >= goal


def _known(bank: str, topic: str, objectives: Sequence[Recalled], day: date, goal: int) -> KnownTopic:
    likely = [one.shown_on(day) for one in objectives]
    seen = sum(one.memory is not None for one in objectives)
    return KnownTopic(bank, topic, len(objectives), seen, sum(reaches(one, goal) for one in likely), fsum(likely) / len(likely))


def _cards(
    learner_id: int, also: Collection[int]
) -> Select[tuple[int, str, str, str, float | None, float | None, date | None, date | None]]:
    studied = and_(Study.learner_id == learner_id, Study.bank == Objective.bank, Study.topic == Objective.topic)
    wanted = Study.learner_id == learner_id
    return (
        select(Objective.id, Objective.key, Objective.bank, Objective.topic, Card.stability, Card.difficulty, Card.seen_on, Card.due_fsrs)
        .outerjoin(Study, studied)
        .outerjoin(Card, and_(Card.learner_id == learner_id, Card.objective_id == Objective.id))
        .where(Objective.retired_at.is_(None), or_(wanted, Objective.id.in_(also)) if also else wanted)
    )
