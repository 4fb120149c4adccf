"""Which answers of an exam were saved before they were filled in to the end."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from questions.responses import Malformed, Picked, Placed, Response, read_response, response_from_json
from quizapp.queries.attempts import Asked, Sheet
from quizapp.queries.items import item_in_attempt
from quizapp.web.filled_in import filled_in


def half_filled(session: Session, found: Sheet) -> frozenset[int]:
    """The places of the answers in which something is still empty that has to be filled: what study would not have taken."""
    return frozenset(_half_filled(session, found))


def _half_filled(session: Session, found: Sheet) -> Iterator[int]:
    for asked in found.counting:
        if (kept := asked.answer.response) is None:
            continue
        response = response_from_json(kept)
        if not _may_lack(asked, response) or (item := item_in_attempt(session, asked.answer)) is None:
            continue
        if isinstance(read_response(item.interaction, filled_in(item.interaction, response)), Malformed):
            yield asked.position


def _may_lack(asked: Asked, response: Response) -> bool:
    """Whether it is worth to write the question once more: most answers tell by themselves that nothing is empty in them."""
    match response:
        case Picked(ids):
            return len(ids) < len(asked.answer.keys)
        case Placed(places):
            return not all(values for _, values in places)
        case _:
            return False
