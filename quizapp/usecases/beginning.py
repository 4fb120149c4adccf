"""How an attempt begins, whichever way."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions.composing import compose
from questions.interactions import ids_shown, key_ids
from questions.items import Item
from questions.scoring import exam_maximum, maximum
from quizapp.models import Attempt, AttemptAnswer, Quiz
from quizapp.queries.items import current_revisions
from quizapp.queries.practice import Practisable, matching
from quizapp.scheduling.grading import milliseconds_to_read
from quizapp.usecases.choosing import Wished


def items_of(practisable: Iterable[Practisable], wished: Wished, seed: str) -> tuple[Item, ...]:
    """What a quiz asks that is begun by this seed, of all that can be practised: the questions that a button names before it is pressed."""
    candidates = [one.candidate for one in matching(practisable, wished.choice)]
    return compose(candidates, wished.number, seed, frozenset(wished.choice.item_types))


def are_current(session: Session, items: Sequence[Item]) -> bool:
    """Whether these are questions of what the banks say now; they may have been corrected since they were written."""
    return {item.revision for item in items} <= {revision for _, revision in session.execute(current_revisions())}


def open_attempt(session: Session, quiz: Quiz, seed: str, items: Sequence[Item], ids: Mapping[str, int], ends_at: datetime | None) -> int:
    """Add a quiz and the attempt at it, whose questions these are; the number of both. Who begins counts at the time, see `begin_counting`.

    `ids` has the number of each objective.
    """
    number = (session.scalar(select(func.max(Attempt.attempt)).where(Attempt.learner_id == quiz.learner_id)) or 0) + 1
    quiz.quiz = number
    session.add(quiz)
    session.flush()
    theirs = {"learner_id": quiz.learner_id, "attempt": number}
    session.add(Attempt(**theirs, quiz=number, seed=seed, begun_at=quiz.made_at, ends_at=ends_at))
    session.flush()
    session.add_all(
        _question(quiz.learner_id, number, position, item, ids[item.objective], exam=quiz.mode == "exam")
        for position, item in enumerate(items, 1)
    )
    session.flush()
    return number


def _question(learner_id: int, attempt: int, position: int, item: Item, objective_id: int, *, exam: bool) -> AttemptAnswer:
    return AttemptAnswer(
        learner_id=learner_id,
        attempt=attempt,
        position=position,
        objective_id=objective_id,
        revision=item.revision,
        template=item.template,
        version=item.version,
        seed=item.seed,
        level=item.level,
        audience=item.audience,
        language=item.language,
        shown=ids_shown(item.interaction),
        keys=key_ids(item.interaction),
        maximum=exam_maximum(item.interaction) if exam else maximum(item.interaction),
        reading_milliseconds=milliseconds_to_read(item.words()),
    )
