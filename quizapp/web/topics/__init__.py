"""A topic to be read: its text, steps and tables, and what there is to know of it."""

from typing import Any

from flask import Blueprint, render_template
from flask_login import current_user

from questions.glossary import glossary
from questions.knowledge import Knowledge
from questions.topic_text import topic_text
from questions.wording import sentence
from quizapp.clock import now
from quizapp.queries.practice import Choice, offered
from quizapp.queries.study_days import study_day_of
from quizapp.queries.topics import known_in
from quizapp.web.audiences import PLAIN, is_spared, reader, told_to
from quizapp.web.banks import bank_or_404, topic_or_404
from quizapp.web.extensions import db
from quizapp.web.quiz_offers import QuizOffer, quiz_offer
from quizapp.web.roles import everyone
from quizapp.web.sources import where_it_says_so
from quizapp.web.topics.aims import Aim, aim_of, how_far
from quizapp.web.topics.figures import shape

bp = Blueprint("topics", __name__)


@bp.get("/topics/<bank>/<topic>")
@everyone
def topic(bank: str, topic: str) -> str:
    """One topic, in plain words or in those of the profession."""
    knowledge = bank_or_404(bank)
    shown, audience = topic_or_404(knowledge, topic), reader()
    facts = [fact for fact in knowledge.facts_in(topic) if audience in fact.audiences]
    sections = list(dict.fromkeys(fact.source.section for fact in facts))
    of_the_article = audience == PLAIN and bool(knowledge.bank.self_test)
    return render_template(
        "topics/topic.html",
        bank=knowledge.bank,
        topic=shown,
        about=(shown.plain if audience == PLAIN else "") or shown.about,
        audience=audience,
        text=topic_text(knowledge, topic, told_to(), spared=is_spared()),
        explained={sentence(word.term.name): word.term.id for word in glossary(knowledge)},
        left_out=is_spared() and any(fact.outlook for fact in facts),
        shape=shape,
        **_aims(knowledge, topic, audience),
        quiz=_quiz(bank, topic),
        maps=[fact.id for fact in facts if fact.drawn()],
        says_so=where_it_says_so(knowledge.bank.about.document, sections, plainly=of_the_article),
    )


def _quiz(bank: str, topic: str) -> QuizOffer | None:
    """What can be practised of a topic, for whoever is signed in."""
    if not current_user.is_authenticated:
        return None
    offers = offered(db.session(), current_user, now())
    return quiz_offer(offers.practisable, Choice((f"{bank}/{topic}",)))


def _aims(knowledge: Knowledge, topic: str, audience: str) -> dict[str, Any]:
    learns_as = current_user.audience if current_user.is_authenticated else audience
    objectives = [one for one in knowledge.objectives.values() if one.topic == topic and learns_as in one.audiences]
    if is_spared():
        objectives = [one for one in objectives if not any(knowledge.facts[id].outlook for id in one.facts)]
    if not current_user.is_authenticated:
        aims = [] if audience == PLAIN else [Aim(objective.aim) for objective in objectives]  # they are in the words of the profession
        return {"aims": aims, "far": ""}
    today, goal = study_day_of(db.session(), current_user, now()), current_user.goal_recall
    known = known_in(db.session(), current_user.id, knowledge.bank.name, topic, today)
    aims = [aim_of(objective, known.get(objective.id), today, goal) for objective in objectives]
    return {"aims": aims, "far": how_far(objectives, known, goal)}
