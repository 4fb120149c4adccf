"""How a question of an attempt was asked and scored before it was corrected."""

from dataclasses import replace

from questions.items import Item
from quizapp.models import AttemptAnswer, Rescoring
from quizapp.queries.items import item_before
from quizapp.web.extensions import db
from quizapp.web.marking import answer_in_words


def scored_before(answer: AttemptAnswer, item: Item | None) -> tuple[Rescoring | None, Item | None]:
    """How an answer was scored and what was asked, where that is another thing now than this item."""
    place = (answer.learner_id, answer.attempt, answer.position)
    before = db.session.get(Rescoring, place) if answer.response is not None else None
    if before is None:
        return None, None
    then = item_before(db.session(), answer, before)
    same = (answer.marks, answer.maximum) == (before.marks, before.maximum)
    if same and then is not None and item is not None and replace(then, revision=item.revision) == item:
        return None, None
    return before, then


def told_before(answer: AttemptAnswer, item: Item | None) -> dict[str, object]:
    """The same as a page shows it: how it was scored, what was asked, and what was taken for right; nothing where nothing was corrected."""
    before, then = scored_before(answer, item)
    return {
        "answer": answer,
        "before": before,
        "asked_before": then,
        "answer_before": answer_in_words(then.interaction) if then else "",
    }
