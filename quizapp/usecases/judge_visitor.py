"""Judge the answer of somebody who has no account, by the ticket alone: nothing is kept of it here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from questions.items import Item
from questions.plainly import offered
from questions.responses import Malformed, Response, read_response
from questions.scoring import score
from quizapp.queries.items import Gone, ask, knowledge_of
from quizapp.usecases.ask_visitor import NOBODY
from quizapp.usecases.tickets import read_ticket


@dataclass(frozen=True, slots=True)
class Judged:
    """What was asked, with which seed, and what was answered: well formed or not. `clear` says that all of it was right."""

    item: Item
    response: Response | Malformed
    clear: bool


def judge_visitor(session: Session, answers: Mapping[str, Sequence[str]], key: str) -> Judged | None:
    """Judge an answer, in which options are named by their places in the order shown; None where the ticket is not, or no longer, good."""
    ticket = read_ticket(next(iter(answers.get("ticket", ())), ""), key)
    if ticket is None or ticket.learner != NOBODY:
        return None
    try:
        knowledge = knowledge_of(session, ticket.revision)
        item = ask(knowledge, ticket.key, ticket.template, ticket.version, ticket.seed, ticket.audience, ticket.language)
    except Gone:
        return None
    response = read_response(item.interaction, {**answers, "answer": _ids(item, answers.get("answer", ()))}, item.language)
    if isinstance(response, Malformed):
        return Judged(item, response, clear=False)
    got = score(item.interaction, response)
    return Judged(item, response, clear=got.marks == got.maximum)


def _ids(item: Item, places: Sequence[str]) -> list[str]:
    ids = {str(place): option.id for place, option in enumerate(offered(item.interaction))}
    return [ids.get(place, "") for place in places]
