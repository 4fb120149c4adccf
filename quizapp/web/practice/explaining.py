"""What came of one question of an attempt."""

from dataclasses import replace
from datetime import datetime

from flask import render_template

from questions.interactions import Order
from questions.items import Item
from questions.known_texts import in_words
from questions.responses import DontKnow, Response, response_from_json
from questions.scoring import Score
from quizapp.models import Rescoring
from quizapp.queries.attempts import Asked, Sheet
from quizapp.queries.corrections import corrected_since
from quizapp.queries.items import Gone, current_knowledge, item_in_attempt, knowledge_of
from quizapp.queries.withheld import told_from
from quizapp.web.audiences import is_patient
from quizapp.web.extensions import db
from quizapp.web.marking import Marked, MarkedRow, answer_in_words, marked, without_marks
from quizapp.web.practice.on_list import on_list
from quizapp.web.reasons import reasons
from quizapp.web.scored_before import scored_before
from quizapp.web.sources import where_it_says_so
from quizapp.web.topic_titles import title_of_topic
from quizapp.web.verdicts import Verdict, verdict
from quizapp.web.widgets import widget
from quizapp.web.wording import gettext as _


def explained(found: Sheet, asked: Asked, at: datetime) -> str:
    """The verdict on a final answer, and why; or from when on it is told."""
    if moment := told_from(db.session(), found.quiz, at):
        return render_template("practice/not_told.html", sheet=found, asked=asked, onward=_onward(found, asked), told_from=moment)
    item = item_in_attempt(db.session(), asked.answer)
    before, asked_before = scored_before(asked.answer, item)
    about = {
        "sheet": found,
        "asked": asked,
        "place_on_list": on_list([asked], at).get(asked.objective.id),
        "onward": _onward(found, asked),
        "before": before,
        "asked_before": asked_before,
    }
    return _reworded(asked, before, about) if item is None else _explained(item, found, asked, about)


def _explained(item: Item, found: Sheet, asked: Asked, about: dict[str, object]) -> str:
    response = response_from_json(asked.answer.response) if asked.answer.response else DontKnow()
    marks = _marked(item, response, exam=found.exam)
    return render_template(
        "practice/feedback.html",
        **about,
        item=item,
        topic=title_of_topic(db.session(), item),
        widget=widget(item.interaction),
        verdict=_verdict(item, asked, response),
        answer=answer_in_words(item.interaction),
        answer_before=answer_in_words(about_before.interaction) if isinstance(about_before := about["asked_before"], Item) else "",
        marked=without_marks(marks) if is_patient() else marks,
        reasons=reasons(item.interaction),
        says_so=where_it_says_so(item.source.document, item.sections, plainly=is_patient()),
        corrected=None if asked.withdrawn else corrected_since(db.session(), asked.answer.revision, item.facts),
    )


def _marked(item: Item, response: Response, *, exam: bool) -> Marked:
    """The answer beside the right one; the steps of an exam's order have no marks of their own."""
    rows = marked(item.interaction, response)
    whole = exam and isinstance(item.interaction, Order)
    return tuple(replace(row, marks=None) for row in rows if isinstance(row, MarkedRow)) if whole else rows


def _reworded(asked: Asked, before: Rescoring | None, about: dict[str, object]) -> str:
    """What was offered and what was right, in the words of its revision or, where nobody can read that, of the bank as it is now."""
    try:
        knowledge = knowledge_of(db.session(), before.revision if before else asked.answer.revision)
    except Gone:
        knowledge = current_knowledge(db.session(), asked.objective.bank)
    offered, right = (in_words(knowledge, asked.objective.key, ids) for ids in (asked.answer.shown, asked.answer.keys))
    return render_template("practice/reworded.html", **about, offered=offered, right=right)


def _verdict(item: Item, asked: Asked, response: Response) -> Verdict:
    if asked.withdrawn:
        why = _("It was taken out since, because of a correction.")
        return Verdict(_("This question does not count"), right=False, icon="minus", sentences=(why,))
    if not asked.answered:
        return Verdict(_("No answer"), right=False, icon="dot")
    surprise = _("You were certain, so look closely at why.") if asked.answer.confident_error else ""
    got = Score(asked.answer.marks or 0, asked.answer.maximum)
    return verdict(item.interaction, response, got, surprise=surprise, plainly=is_patient())


def _onward(found: Sheet, asked: Asked) -> Asked | None:
    """The question after this one: in an attempt that goes on, the next without an answer."""
    return found.next_to_answer(asked.position) if found.open else found.at(asked.position + 1)
