"""The words of the banks, explained."""

from flask import Blueprint, abort, render_template, request

from questions.glossary import word_of
from questions.topic_text import sentences_of
from quizapp.web.audiences import is_spared, reader, told_to
from quizapp.web.banks import bank_or_404, every_bank
from quizapp.web.roles import everyone
from quizapp.web.words.pages import pages_of

bp = Blueprint("words", __name__)


@bp.get("/words")
@everyone
def words() -> str:
    """All words, some letters at a time where there are many."""
    pages = pages_of(every_bank())
    shown = next((page for page in pages if page.first == request.args.get("from")), pages[0] if pages else None)
    return render_template("words/words.html", pages=pages, shown=shown)


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
    return render_template("words/word.html", bank=knowledge.bank, word=found, audience=audience, topics=topics)
