"""A question as it is put to a learner, with the ticket for its answer."""

from dataclasses import dataclass, replace

from questions.interactions import ids_shown
from questions.items import Item
from quizapp.models import Objective, Person
from quizapp.scheduling.cards import Kind
from quizapp.usecases.tickets import Ticket, signed


@dataclass(frozen=True, slots=True)
class Question:
    """An item in the order in which it is shown, and what its form carries.

    It is timed unless it was answered before and that was taken back: who knows the question already is not quick.
    """

    objective_id: int
    turn: int
    kind: Kind
    item: Item
    ticket: str
    timed: bool = True


def seed_of(learner_id: int, key: str, step: int) -> str:
    """What an item is drawn from: an answer taken back and given again meets the same question."""
    return f"{learner_id}/{key}/{step}"


def put(person: Person, objective: Objective, item: Item, turn: int, step: int, kind: Kind, key: str, *, timed: bool = True) -> Question:
    """The question to this person at this turn."""
    ticket = Ticket(
        learner=person.id,
        objective=objective.id,
        key=objective.key,
        turn=turn,
        step=step,
        revision=item.revision,
        template=item.template,
        version=item.version,
        seed=item.seed,
        shown=ids_shown(item.interaction),
        audience=item.audience,
        language=item.language,
    )
    return Question(objective.id, turn, kind, item, signed(ticket, key), timed)


def put_again(ticket: Ticket, item: Item, turn: int, kind: Kind, key: str, *, timed: bool = True) -> Question:
    """The same question once more, at this turn."""
    return Question(ticket.objective, turn, kind, item, signed(replace(ticket, turn=turn), key), timed)
