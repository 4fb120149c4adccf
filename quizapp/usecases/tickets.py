"""The ticket in a question's form: what was asked of whom, signed, so that the answer is judged by it alone."""

from dataclasses import astuple, dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from itsdangerous import BadData, URLSafeSerializer


@dataclass(frozen=True, slots=True)
class Ticket:
    """One asking of one question."""

    learner: int
    objective: int
    key: str
    turn: int
    step: int
    revision: str
    template: str
    version: int
    seed: str
    shown: tuple[str, ...]
    audience: str
    language: str


def signed(ticket: Ticket, key: str) -> str:
    """The ticket as text that nobody else can write."""
    text = _signer(key).dumps(astuple(ticket))
    return text if isinstance(text, str) else text.decode()


def read_ticket(text: str, key: str) -> Ticket | None:
    """The ticket in this text; None if it was changed, is not of our making, or of another version of the program."""
    try:
        fields: list[Any] = [tuple(field) if isinstance(field, list) else field for field in _signer(key).loads(text)]
        return Ticket(*fields)
    except (BadData, TypeError, ValueError):
        return None


@lru_cache(maxsize=8)
def _signer(key: str) -> URLSafeSerializer:
    return URLSafeSerializer(key, salt="quizapp.ticket", signer_kwargs={"digest_method": sha256})
