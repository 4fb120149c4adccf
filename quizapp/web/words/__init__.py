"""The words of the banks, explained."""

from collections.abc import Sequence

from flask import Blueprint, abort, render_template, request
from flask_login import current_user

from questions.bank import Bank
from questions.glossary import glossary, word_of
from questions.knowledge import Knowledge
from questions.topic_text import sentences_of
from questions.wording import sentence
from quizapp.web.audiences import NURSING, is_patient, is_spared, reader, told_to
from quizapp.web.banks import bank_or_404, every_bank
from quizapp.web.roles import everyone
from quizapp.web.visits import current_visit
from quizapp.web.words.pages import pages_of

bp = Blueprint("words", __name__)


@bp.get("/words")
@everyone
def words() -> str:
    """All words of a bank, some letters at a time where there are many; of the first bank unless the address says another."""
    banks = sorted((one for one in every_bank() if glossary(one)), key=lambda one: one.bank.about.place)
    told = next((one for one in banks if one.bank.name == request.args.get("bank")), banks[0] if banks else None)
    pages = pages_of(told) if told else ()
    shown = next((page for page in pages if page.first == request.args.get("from")), pages[0] if pages else None)
    return render_template("words/words.html", banks=_offered(banks), told=told and told.bank, pages=pages, shown=shown)


def _offered(banks: Sequence[Knowledge]) -> list[Bank]:
    """The banks to choose among: to whoever is asked in plain words, those that have something to ask them."""
    plainly = is_patient() or (not current_user.is_authenticated and current_visit() is not None)
    return [one.bank for one in banks if not plainly or one.bank.self_test]


@bp.get("/words/<bank>/<term>")
@everyone
def word(bank: str, term: str) -> str:
    """One word: what it means, how else it is called, and where it is used."""
    knowledge, audience = bank_or_404(bank), reader()
    if term not in knowledge.terms or not (found := word_of(knowledge, term)).facts:
        abort(404)
    topics = [
        (
            topic,
            [
                text
                for fact in found.facts
                if audience in fact.audiences and not (fact.outlook and is_spared()) and knowledge.bank.topic_of[fact.id] == topic.id
                for text in sentences_of(fact, knowledge, told_to())
            ],
        )
        for topic in knowledge.bank.topics
        if topic.id in found.topics
    ]
    return render_template(
        "words/word.html",
        bank=knowledge.bank,
        word=found,
        heading=sentence(found.term.name),
        told=found.meaning if audience == NURSING and found.meaning != found.plainly else "",
        audience=audience,
        topics=topics,
    )
