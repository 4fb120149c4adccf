"""Put a question to somebody who has no account: nothing is kept of it here."""

from dataclasses import dataclass

from questions.items import Item
from questions.knowledge import Knowledge
from questions.writing import plain_template
from quizapp.queries.items import ask
from quizapp.usecases.tickets import Ticket, signed

NOBODY = 0
"""Whom a ticket of the self-test names; no learner has this number."""


@dataclass(frozen=True, slots=True)
class Put:
    """An item in the order in which it is shown, and what its form carries."""

    item: Item
    ticket: str


def ask_visitor(knowledge: Knowledge, objective: str, seed: str, reader: str, language: str, key: str) -> Put:
    """The question about an objective in plain words for this reader. The ticket names no option, so that the page tells no answer.

    Gone if this program cannot put it so.
    """
    name, version = plain_template(knowledge, objective, reader)
    ticket = Ticket(
        learner=NOBODY,
        objective=NOBODY,
        key=objective,
        turn=1,
        step=0,
        revision=knowledge.bank.revision,
        template=name,
        version=version,
        seed=seed,
        shown=(),
        audience=reader,
        language=language,
    )
    return Put(ask(knowledge, objective, name, version, seed, reader, language), signed(ticket, key))
