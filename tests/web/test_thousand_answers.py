"""A thousand random answers through HTTP give what the pure functions give when they are fed the same."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from questions.items import Item
from questions.knowledge import Knowledge
from questions.responses import DontKnow, Malformed, read_response
from questions.scoring import score
from quizapp.models import Card, Review
from quizapp.queries.cards import state_of
from quizapp.queries.items import ask, current_knowledge
from quizapp.scheduling.balancing import lightest
from quizapp.scheduling.cards import Answered, CardState, answer, days_near, fold, kind_on
from quizapp.scheduling.days import study_day
from quizapp.scheduling.grading import Certainty, counted_time, grade_answer
from quizapp.scheduling.leeches import makes_a_leech
from quizapp.usecases.tickets import Ticket, read_ticket
from quizapp.web.extensions import db
from tests.amounts import amount
from tests.learner import Form, random_answer
from tests.standing_clock import StandingClock
from tests.web.browser import Browser

pytestmark = pytest.mark.every_database

ANSWERS = {"sqlite": 1000, "postgresql": amount(200, 1000)}
ZONE = "Europe/Berlin"  # where the student lives


@dataclass
class Fed:
    """What the pure functions say, fed the same forms: for each answer its marks, grade and card, before and after."""

    logs: defaultdict[int, list[Answered]] = field(default_factory=lambda: defaultdict(list))
    answers: dict[tuple[int, int], tuple[object, ...]] = field(default_factory=dict)
    due: dict[int, date] = field(default_factory=dict)
    resting: set[int] = field(default_factory=set)

    def feed(self, ticket: Ticket, item: Item, form: Form, day: date) -> None:
        before = fold(self.logs[ticket.objective])
        response = read_response(item.interaction, form)
        assert not isinstance(response, Malformed)
        marks = score(item.interaction, response)
        grade = grade_answer(
            *marks,
            Certainty(form["sure"][0]) if "sure" in form else None,
            dont_know=isinstance(response, DontKnow),
            recalled_before=before.recalled_before,
            milliseconds=counted_time(int(form["milliseconds"][0])) if form["milliseconds"][0] else None,
            words=item.words(),
        )
        kind = kind_on(before, day)
        after = answer(before, grade, day, kind)
        if kind == "scheduled":
            after = replace(after, due=lightest(days_near(before, after), self._load(ticket.objective), ticket.seed))
        assert after.due is not None
        self.due[ticket.objective] = after.due
        self.resting |= {ticket.objective} if makes_a_leech(before, after) else set()
        self.logs[ticket.objective].append(Answered(ticket.turn, grade, day, kind, due=after.due))
        self.answers[ticket.objective, ticket.turn] = (*marks, grade, kind, day, *before.memory, *after.memory, after.due)

    def _load(self, but: int) -> Counter[date]:
        return Counter(day for objective, day in self.due.items() if objective != but and objective not in self.resting)

    def cards(self) -> dict[int, CardState]:
        return {objective: fold(log) for objective, log in self.logs.items()}


def test_a_thousand_random_answers_give_what_the_pure_functions_give(app: Flask, student: Browser, clock: StandingClock) -> None:
    chance, fed, client = Random(1000), Fed(), student.client
    with app.app_context():
        knowledge = current_knowledge(db.session(), "metastatic-cancer")
        answers = ANSWERS[db.engine.dialect.name]
    while len(fed.answers) < answers:
        page = client.get(client.get("/study?more=1").location).text
        if 'name="ticket"' not in page:
            clock.let_pass(days=1)  # the day is done
            continue
        ticket = ticket_on(app, page)
        item = item_of(knowledge, ticket)
        form = some_form(item, chance)
        fed.feed(ticket, item, form, study_day(clock.at, ZONE))
        sends(client, page, form)
        clock.let_pass(seconds=10)
    with app.app_context():
        assert {(one.objective_id, one.turn): kept(one) for one in db.session.scalars(select(Review))} == fed.answers
        assert {one.objective_id: state_of(one) for one in db.session.scalars(select(Card))} == fed.cards()


def ticket_on(app: Flask, page: str) -> Ticket:
    ticket = read_ticket(hidden(page, "ticket"), str(app.secret_key))
    assert ticket
    return ticket


def item_of(knowledge: Knowledge, ticket: Ticket) -> Item:
    return ask(knowledge, ticket.key, ticket.template, ticket.version, ticket.seed, ticket.audience, ticket.language)


def some_form(item: Item, chance: Random) -> Form:
    """What somebody sends who picks at random, as sure and as quick as it happens."""
    form = {"dont-know": ["1"]} if chance.random() < 0.1 else random_answer(item.interaction, chance)
    sure = chance.choice([None, *Certainty])
    time = chance.choice(["", str(chance.randrange(200_000))])
    return {**form, "milliseconds": [time], **({"sure": [str(sure)]} if sure else {})}


def sends(client: FlaskClient, page: str, form: Form) -> None:
    """Send the form of a question; it leads to the feedback."""
    carried = {name: [hidden(page, name)] for name in ("csrf_token", "ticket")}
    address = re.search(r'action="(/study/\d+/reviews)"', page)
    assert address
    response = client.post(address[1], data={**carried, **form})
    assert response.status_code == 303
    assert re.fullmatch(rf"{address[1]}/\d+", response.location)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def kept(review: Review) -> tuple[object, ...]:
    before = (review.repetitions_before, review.interval_before, review.easiness_before)
    after = (review.repetitions_after, review.interval_after, review.easiness_after, review.due_after)
    return (review.marks, review.maximum, review.grade, review.kind, review.study_day, *before, *after)
