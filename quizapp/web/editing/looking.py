"""What editors look after: the banks, what each of them lacks, and the facts of each topic."""

from collections import Counter

from flask import abort, render_template, request, url_for

from questions.bank import kinds_of_fact
from questions.correcting import TERM, corrected_as
from questions.fact import Currency
from questions.readability import FEWEST_WORDS
from questions.report import report_on
from quizapp.queries.alarms import alarms
from quizapp.queries.asides import PutAside
from quizapp.queries.corrections import corrections_of, in_force
from quizapp.queries.question_bank import objectives_by_key
from quizapp.web.banks import bank_or_404, every_bank, topic_or_404
from quizapp.web.editing.blueprint import bp
from quizapp.web.editing.words import line_of
from quizapp.web.extensions import db
from quizapp.web.question_bank import Shelf, bank_page, question_page, standing_in_words
from quizapp.web.roles import editors
from quizapp.web.wording import gettext as _

HARDEST = 20


@bp.get("/editing")
@editors
def banks() -> str:
    """The banks that there are."""
    return render_template("editing/banks.html", banks=[knowledge.bank for knowledge in every_bank()])


@bp.get("/editing/<bank>")
@editors
def report(bank: str) -> str:
    """What a bank lacks: the same as `questions report` says."""
    knowledge = bank_or_404(bank)
    facts, found = Counter(knowledge.bank.topic_of[fact.id] for fact in knowledge.bank.facts), report_on(knowledge)
    return render_template(
        "editing/report.html",
        report=found,
        unexplained=[(knowledge.terms[term].name, corrected_as(TERM, term)) for term in found.unexplained],
        knowledge=knowledge,
        fewest_words=FEWEST_WORDS,
        alarms=alarms(db.session(), bank, HARDEST),
        standing=_standing(),
        topics=[(topic, facts[topic.id]) for topic in knowledge.bank.topics],
        corrections=len(db.session.scalars(corrections_of(bank)).all()),
    )


@bp.get("/editing/<bank>/topics/<topic>")
@editors
def topic(bank: str, topic: str) -> str:
    """The facts of a topic, and what was retired of it."""
    knowledge = bank_or_404(bank)
    found = topic_or_404(knowledge, topic)
    facts = [fact for fact in knowledge.bank.facts if knowledge.bank.topic_of[fact.id] == topic]
    corrected = in_force(db.session(), bank)
    return render_template(
        "editing/topic.html",
        bank=knowledge.bank,
        topic=found,
        facts=[line_of(fact, knowledge) for fact in facts],
        corrected={one.fact for one in corrected},
        retired=[one for one in corrected if one.topic == topic and one.after is None and one.fact not in knowledge.facts],
        kinds=sorted(kinds_of_fact()),
    )


@bp.get("/editing/<bank>/terms")
@editors
def terms(bank: str) -> str:
    """What things are called, in a bank's words and in plain ones; each can be corrected."""
    knowledge = bank_or_404(bank)
    corrected = {one.fact for one in in_force(db.session(), bank)}
    listed = sorted(knowledge.bank.terms, key=lambda term: term.name.casefold())
    return render_template(
        "editing/terms.html",
        bank=knowledge.bank,
        terms=[(term, name, name in corrected) for term in listed for name in [corrected_as(TERM, term.id)]],
    )


@bp.get("/editing/<bank>/questions")
@editors
def questions(bank: str) -> str:
    """The facts and objectives of a bank, or one of these as it is asked."""
    knowledge, shelf = bank_or_404(bank), _shelf(bank)
    if key := request.args.get("objective"):
        objective = objectives_by_key(db.session(), bank).get(key)
        if objective is None or key not in knowledge.templates:
            abort(404)
        return question_page(shelf, knowledge, objective, said=(), put_aside_at=None)
    return bank_page(shelf, knowledge, {bank: knowledge.bank.title})


def _shelf(bank: str) -> Shelf:
    return Shelf(
        title=_("Content"),
        back=url_for(".report", bank=bank),
        course_id=None,
        aside=PutAside(),
        listed=lambda **query: url_for(".questions", **{**query, "bank": bank}),
        opened=lambda objective, **query: url_for(".questions", bank=bank, objective=objective.key, **query),
    )


def _standing() -> dict[Currency, str]:
    """How a fact stands today, in words."""
    return {currency: standing_in_words(currency) for currency in Currency}
