"""One objective of a learner's, answered or not."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from quizapp.models import Note, Objective, Person
from quizapp.queries.card_logs import card_log
from quizapp.queries.cards import is_paused, own_card, state_of, studied_objective
from quizapp.queries.notes import own_note
from quizapp.queries.study_days import study_day_of
from quizapp.scheduling.cards import can_be_sooner, in_drill
from quizapp.scheduling.why import WhyThen, why_then


@dataclass(frozen=True, slots=True)
class ObjectivePage:
    """Where an objective stands with a learner, what they wish of it, and what they noted."""

    objective: Objective
    due: date | None  # None: not met yet
    drilled: bool  # it is asked again today
    why: WhyThen | None
    because: str | None  # why it is not asked: "wished", "known" or "leech"
    sooner: date | None  # the day on which the learner wants to be asked
    can_be_sooner: bool  # and whether such a wish would change anything
    flagged: bool
    note: str
    paused: bool = False  # its topic rests


def objective_page(session: Session, person: Person, objective_id: int, at: datetime) -> ObjectivePage | None:
    """What the page of an objective shows, if this person studies it."""
    objective = session.scalar(studied_objective(person.id, objective_id))
    if objective is None or objective.retired_at is not None:
        return None
    card = session.scalar(own_card(person.id, objective_id))
    state, today = state_of(card), study_day_of(session, person, at)
    paused, sooner = is_paused(session, person.id, objective_id), card.asked_sooner if card else None
    return ObjectivePage(
        objective=objective,
        due=state.due,
        drilled=in_drill(state, today),
        why=why_then(card_log(session, person.id, objective_id), person.scheduler, person.goal_recall),
        because=card.suspended_because if card else None,
        sooner=sooner,
        can_be_sooner=sooner is None and (paused or can_be_sooner(state, today)),
        flagged=card is not None and card.flagged_at is not None,
        note=session.scalar(own_note(person.id, objective_id).with_only_columns(Note.words)) or "",
        paused=paused,
    )
