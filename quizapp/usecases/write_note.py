"""Keep what a learner notes about an objective, for themselves alone."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.models import Note
from quizapp.models.plans import LONGEST_NOTE
from quizapp.models.transactions import begin_writing
from quizapp.models.upserts import insert_into
from quizapp.queries.cards import studied_objective
from quizapp.usecases.wording import Problems, sentence


def write_note(session: Session, learner_id: int, objective_id: int, words: str, at: datetime) -> Problems | bool:
    """Keep these words in the place of those before; none at all take the note away. Whether there is or was one.

    LookupError if the learner does not study it.
    """
    words = words.replace("\r\n", "\n").strip()
    if problems := _problems(words):
        return problems
    begin_writing(session)
    if session.scalar(studied_objective(learner_id, objective_id)) is None:
        raise LookupError(f"Objective {objective_id} is not studied.")
    if not words:
        gone = delete(Note).where(Note.learner_id == learner_id, Note.objective_id == objective_id).returning(Note.objective_id)
        return session.scalar(gone) is not None
    insert = insert_into(Note, session.get_bind().dialect.name)
    anew = {"words": insert.excluded["words"], "written_at": insert.excluded["written_at"]}
    upsert = insert.on_conflict_do_update(index_elements=["learner_id", "objective_id"], set_=anew)
    session.execute(upsert, {"learner_id": learner_id, "objective_id": objective_id, "words": words, "written_at": at})
    return True


def _problems(words: str) -> Problems:
    if "\0" in words:
        return {"words": sentence("A character in your note cannot be kept. Type it with letters and digits only.")}
    if len(words) > LONGEST_NOTE:
        return {"words": sentence("Your note is too long. Keep it to 1,000 characters.")}
    return {}
