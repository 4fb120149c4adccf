"""What there is for those who study nursing."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Objective
from quizapp.queries.items import all_knowledge


def objectives_for_nurses(session: Session) -> tuple[Objective, ...]:
    """Every objective that is for them and not retired, in the order in which they were published."""
    for_nurses = {
        objective.id
        for knowledge in all_knowledge(session)
        for objective in knowledge.objectives.values()
        if "nursing" in objective.audiences
    }
    rows = session.scalars(select(Objective).where(Objective.retired_at.is_(None)).order_by(Objective.id))
    return tuple(one for one in rows if one.key in for_nurses)
