"""The visit that goes on: what it asks, in whose words."""

from dataclasses import dataclass

from flask import abort, current_app, redirect, url_for
from flask_babel import get_locale

from questions.items import Item
from questions.knowledge import Knowledge
from questions.plainly import FAMILY, PATIENT, offered
from questions.writing import UnknownTemplate
from quizapp.queries.items import Gone, knowledge_of
from quizapp.usecases.ask_visitor import Put, ask_visitor
from quizapp.web.extensions import db
from quizapp.web.visits import Visit, current_visit


@dataclass(frozen=True, slots=True)
class Going:
    """A visit, and what the bank says that it is about."""

    visit: Visit
    knowledge: Knowledge

    @property
    def reader(self) -> str:
        """In whose words things are put."""
        return FAMILY if self.visit.helping else PATIENT

    def name(self, number: int) -> str:
        """The name of the objective that comes at this place, counted from 1; none is at others."""
        return self.visit.asked[number - 1] if 1 <= number <= len(self.visit.asked) else abort(404)

    def put(self, name: str) -> Put:
        """The question about an objective."""
        objective = f"{self.knowledge.bank.name}/{name}"
        try:
            return ask_visitor(
                self.knowledge, objective, self.visit.seed_of(name), self.reader, str(get_locale()), str(current_app.secret_key)
            )
        except (Gone, KeyError, UnknownTemplate):
            abort(redirect(url_for("patients.start"), 303))

    def chosen(self, name: str, item: Item) -> tuple[str, ...]:
        """The ids of the options that were chosen."""
        bits = self.visit.given.get(name, (0, 0))[0]
        return tuple(option.id for place, option in enumerate(offered(item.interaction)) if bits >> place & 1)


def going_on() -> Going:
    """The visit of whoever asks; without one, or where the program has changed under it, they begin again."""
    if (visit := current_visit()) is None:
        abort(redirect(url_for("patients.start"), 303))
    try:
        return Going(visit, knowledge_of(db.session(), visit.revision))
    except Gone:
        abort(redirect(url_for("patients.start"), 303))
