"""The token of a session: whose it is, and a secret of 256 bits of which only the hash is kept."""

import secrets
from hashlib import sha256
from typing import NamedTuple


class TokenKey(NamedTuple):
    """Where the row of a session is found. Nobody can make the token again from it."""

    person_id: int
    token_hash: bytes


NOBODY = TokenKey(0, b"")


def new_token(person_id: int) -> str:
    """A token that was never given before."""
    return f"{person_id}.{secrets.token_urlsafe(32)}"


def read_token(token: str) -> TokenKey:
    """Where to look for a token's session; nowhere if it is not of our making."""
    person, _, secret = token.partition(".")
    if not (person.isascii() and person.isdigit() and len(person) < 10):
        return NOBODY
    return TokenKey(int(person), sha256(secret.encode(errors="replace")).digest())
