"""What learners noted for themselves."""

from sqlalchemy import Select, select

from quizapp.models import Note, Objective


def own_note(learner_id: int, objective_id: int) -> Select[tuple[Note]]:
    """A learner's note on an objective."""
    return select(Note).where(Note.learner_id == learner_id, Note.objective_id == objective_id)


def own_notes(learner_id: int) -> Select[tuple[Note, str]]:
    """All that a learner noted, and what each objective aims at; the latest first."""
    return (
        select(Note, Objective.aim)
        .join(Objective, Objective.id == Note.objective_id)
        .where(Note.learner_id == learner_id)
        .order_by(Note.written_at.desc(), Note.objective_id)
    )
