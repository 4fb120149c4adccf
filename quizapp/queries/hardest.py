"""What is hardest for a learner."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import Session

from quizapp.models import Objective, Review
from quizapp.queries.reviews import counted_grade, scheduled_reviews
from quizapp.scheduling.sm2 import PASS

MOST: Final = 10
"""So many are shown, and practised."""

LEAST: Final = 2
"""On so many days an objective was asked before it is called hard."""

Z: Final = 1.96
"""Of the normal distribution, for 95 %."""


@dataclass(frozen=True, slots=True)
class Hard:
    """An objective with its scheduled answers, and how many of them failed."""

    objective_id: int
    bank: str
    topic: str
    aim: str
    answers: int
    failed: int

    @property
    def surely_failed(self) -> float:
        """The share (0 to 1) that fails at least, as far as so few answers can tell: the lower end of the score interval at 95 %.
        Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927."""
        n, share = self.answers, self.failed / self.answers
        about = share + Z * Z / (2 * n)
        return max((about - Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))) / (1 + Z * Z / n), 0.0)


def hardest(session: Session, learner_id: int, most: int = MOST) -> tuple[Hard, ...]:
    """The objectives that fail most surely, the hardest first."""
    known = (Hard(*row) for row in session.execute(_failed(learner_id)))
    return tuple(sorted(known, key=lambda one: (-one.surely_failed, one.objective_id))[:most])


def _failed(learner_id: int) -> Select[tuple[int, str, str, str, int, int]]:
    failed = func.sum(case((counted_grade() < PASS, 1), else_=0))
    told = (Objective.id, Objective.bank, Objective.topic, Objective.aim)
    return (
        select(*told, func.count(), failed)
        .join(Review, Review.objective_id == Objective.id)
        .where(scheduled_reviews(learner_id), Objective.retired_at.is_(None))
        .group_by(*told)
        .having(and_(func.count() >= LEAST, failed > 0))
    )
