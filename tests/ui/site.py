"""The program as tests see it from behind: what it asks, what it has logged, and a learner's other device."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

from flask import Flask
from playwright.sync_api import Page
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.serving import WSGIRequestHandler, make_server

from questions.items import Item
from questions.knowledge import Knowledge
from quizapp.models import Objective, Person
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.items import ask, current_knowledge, knowledge_of
from quizapp.usecases.opening import open_session
from quizapp.usecases.sign_up import SignedUp
from quizapp.usecases.tickets import Ticket, read_ticket
from tests.learner import Learner
from tests.standing_clock import StandingClock

BANK = "metastatic-cancer"


class Silent(WSGIRequestHandler):
    """Answers without telling each request."""

    protocol_version = "HTTP/1.1"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The address at which the app answers meanwhile, several browsers at once."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Silent)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Site:
    """A program that is being served, its clock, and a look into its database."""

    address: str
    app: Flask
    clock: StandingClock
    session: Session

    def ticket(self, page: Page) -> Ticket:
        """What the question on a page carries in its form."""
        ticket = read_ticket(page.locator("input[name=ticket]").input_value(), str(self.app.secret_key))
        assert ticket
        return ticket

    def item(self, page: Page) -> Item:
        """The item that a page asks, key and all, written again from its ticket as the program itself does."""
        ticket = self.ticket(page)
        knowledge = knowledge_of(self.session, ticket.revision)
        item = ask(knowledge, ticket.key, ticket.template, ticket.version, ticket.seed, ticket.audience, ticket.language)
        self.session.rollback()
        return item

    def learner(self, name: str) -> Learner:
        """The other device of somebody who has an account."""
        person = self.session.scalars(select(Person).where(Person.name == name)).one()
        token = changing(self.session, lambda: self._open(person.id))
        return Learner(self.session, SignedUp(person, token), self.clock.at, self.clock.at)

    def knowledge(self) -> Knowledge:
        """What the shipped bank says."""
        return current_knowledge(self.session, BANK)

    def key_of(self, objective_id: int) -> str:
        return self.session.get_one(Objective, objective_id).key

    def _open(self, person_id: int) -> str:
        begin_writing(self.session)
        return open_session(self.session, person_id, self.clock.at)
