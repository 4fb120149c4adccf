"""The question bank, for those who teach and for editors: facts, objectives, and questions as they are asked, seed by seed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from flask import render_template, request
from flask_login import current_user

from questions.fact import Currency, Fact
from questions.knowledge import Knowledge
from questions.offers import parts
from questions.saying import said
from questions.searching import LONGEST_QUERY, Aim, search
from questions.writing import templates_of
from quizapp.models import Course, Objective
from quizapp.queries.asides import PutAside
from quizapp.queries.items import ask
from quizapp.queries.question_bank import objectives_by_key, open_reports_on, reported
from quizapp.web.extensions import db
from quizapp.web.languages import language_shown
from quizapp.web.numbers import number
from quizapp.web.wording import format_day
from quizapp.web.wording import gettext as _

AT_A_TIME = 15
LAST_SEED = 999
TO_LOOK_AT = (Currency.DATED, Currency.DISPUTED, Currency.ERROR)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the bank is looked at: of whom, from which page, for which course (None: for all), and where its pages are."""

    title: str
    back: str
    course_id: int | None
    aside: PutAside
    listed: Callable[..., str]
    opened: Callable[[Objective], str]


@dataclass(frozen=True, slots=True)
class Listed:
    """An objective in a list, in how many ways it is asked, how many of them are put aside, and how often it was reported."""

    objective: Objective
    ways: int
    aside: int
    reports: int


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact in words, how it stands today, and where the document says so."""

    id: str
    words: str
    currency: Currency
    standing: str
    note: str
    where: str


def bank_page(shelf: Shelf, knowledge: Knowledge, others: Mapping[str, str]) -> str:
    """Topics or, where one is chosen or something is looked for, its facts and objectives; `others` are titles of all banks by name."""
    topic, query, only = request.args.get("topic", ""), request.args.get("q", "")[:LONGEST_QUERY].strip(), request.args.get("only", "")
    page, reports = max(request.args.get("page", 1, type=number), 1), reported(db.session(), shelf.course_id)
    listed = _listed(knowledge, shelf, reports)
    facts, aims = _found(knowledge, topic, query, only, listed)
    here = (page - 1) * AT_A_TIME
    return render_template(
        "bank/bank.html",
        shelf=shelf,
        bank=knowledge.bank,
        banks=others,
        topics=[(one.id, one.title, *_counts(knowledge, one.id, listed)) for one in knowledge.bank.topics],
        chosen=bool(topic or query or only),
        topic=topic,
        query=query,
        only=only,
        facts=[told(fact, knowledge) for fact in facts[here : here + AT_A_TIME]],
        objectives=aims[here : here + AT_A_TIME],
        found=(len(facts), len(aims)),
        page=page,
        pages=-(-max(len(facts), len(aims)) // AT_A_TIME),
        longest=LONGEST_QUERY,
    )


def question_page(shelf: Shelf, knowledge: Knowledge, objective: Objective, **more: Any) -> str:
    """An objective: the question as it is asked from one seed or the next, why each option is right or not, facts, and reports."""
    aim, ways = knowledge.objectives[objective.key], templates_of(knowledge, objective.key)
    way = next((one for one in ways if one.name == request.args.get("template")), ways[0])
    seed = min(max(request.args.get("seed", 1, type=number), 1), LAST_SEED)
    item = ask(knowledge, objective.key, *way, str(seed), "nursing", language_shown())
    settled_by = {fact for part in parts(item.interaction) for offer in part.offers for fact in offer.facts}
    shown = [knowledge.facts[id] for id in dict.fromkeys((*aim.facts, *sorted(settled_by))) if id in knowledge.facts]
    return render_template(
        "bank/question.html",
        shelf=shelf,
        objective=objective,
        topic=knowledge.topic_titles[aim.topic],
        ways=ways,
        way=way,
        aside=shelf.aside.of(objective.id),
        seed=seed,
        last_seed=LAST_SEED,
        item=item,
        parts=parts,
        facts=[told(fact, knowledge) for fact in shown],
        reports=[(one, problem_in_words(one.problem), format_day(one.reported_at, _zone(shelf))) for one in _reports(shelf, objective)],
        **more,
    )


def told(fact: Fact, knowledge: Knowledge) -> ToldFact:
    """A fact, as those who look after it read it."""
    where = _("“%(section)s”, paragraph %(paragraph)s", section=fact.source.section, paragraph=fact.source.paragraph)
    return ToldFact(
        fact.id,
        said(fact, knowledge),
        fact.currency,
        standing_in_words(fact.currency),
        f"{fact.note} ({fact.who})" if fact.note and fact.who else fact.note,
        where if fact.source.paragraph else f"“{fact.source.section}”",
    )


def standing_in_words(currency: Currency) -> str:
    """How a fact stands today."""
    match currency:
        case Currency.AS_STATED:
            return _("as stated")
        case Currency.CONFIRMED:
            return _("confirmed")
        case Currency.DATED:
            return _("dated")
        case Currency.DISPUTED:
            return _("disputed")
        case Currency.ERROR:
            return _("error in source")
        case _:
            assert_never(currency)


def problem_in_words(problem: str) -> str:
    """What somebody said is wrong with a question."""
    words = {
        "wrong": _("The answer it calls right is wrong, or another is right, too"),
        "unclear": _("It is unclear what is asked"),
        "typo": _("A slip in spelling or grammar"),
        "gives itself away": _("It gives its answer away"),
    }
    return words.get(problem, _("Something else"))


def _zone(shelf: Shelf) -> str:
    """By whose clock days are told: the course's, or that of whoever looks at the bank for all."""
    zone: str = current_user.zone if shelf.course_id is None else db.session.get_one(Course, shelf.course_id).zone
    return zone


def _reports(shelf: Shelf, objective: Objective) -> Any:
    return open_reports_on(db.session(), objective.id, shelf.course_id)


def _listed(knowledge: Knowledge, shelf: Shelf, reports: Mapping[int, int]) -> dict[str, Listed]:
    known = objectives_by_key(db.session(), knowledge.bank.name)
    return {
        key: Listed(known[key], len(ways), len(shelf.aside.of(known[key].id)), reports.get(known[key].id, 0))
        for key, ways in knowledge.templates.items()
        if key in known
    }


def _counts(knowledge: Knowledge, topic: str, listed: Mapping[str, Listed]) -> tuple[int, int, int, int]:
    """How many facts a topic has, how many of them are in doubt, how many objectives, and how many open reports on them."""
    facts = [fact for fact in knowledge.bank.facts if knowledge.bank.topic_of[fact.id] == topic]
    aims = [one for one in listed.values() if one.objective.topic == topic]
    return len(facts), sum(fact.currency in TO_LOOK_AT for fact in facts), len(aims), sum(one.reports for one in aims)


def _found(knowledge: Knowledge, topic: str, query: str, only: str, listed: Mapping[str, Listed]) -> tuple[list[Fact], list[Listed]]:
    facts: list[Fact] = [fact for fact in knowledge.bank.facts if topic in ("", knowledge.bank.topic_of[fact.id])]
    aims = [one for one in listed.values() if topic in ("", one.objective.topic)]
    if query:
        hit = search(knowledge, query, "nursing")
        facts = _among(facts, {one.fact for one in hit.sentences} | {fact.id for fact in facts if query.casefold() in fact.id.casefold()})
        aims = [one for one in aims if one.objective.key in _keys(hit.aims) or query.casefold() in one.objective.key.casefold()]
    if only == "doubtful":
        facts = [fact for fact in facts if fact.currency in TO_LOOK_AT]
        doubtful = {fact.id for fact in facts}
        aims = [one for one in aims if doubtful & set(knowledge.objectives[one.objective.key].facts)]
    elif only in ("reported", "aside"):
        aims = [one for one in aims if (one.reports if only == "reported" else one.aside)]
        facts = _among(facts, {fact for one in aims for fact in knowledge.objectives[one.objective.key].facts})
    return facts, aims


def _among(facts: list[Fact], ids: Collection[str]) -> list[Fact]:
    return [fact for fact in facts if fact.id in ids]


def _keys(aims: Collection[Aim]) -> set[str]:
    return {one.objective.id for one in aims}
