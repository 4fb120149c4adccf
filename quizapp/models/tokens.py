"""Tokens: whose one is, and a secret of 256 bits of which only the hash is kept."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import NamedTuple


class TokenKey(NamedTuple):
    """Where the row of a token is found. Nobody can make the token again from it."""

    person_id: int
    token_hash: bytes


NOBODY = TokenKey(0, b"")


def new_token(person_id: int) -> str:
    """A token that was never given before."""
    return f"{person_id}.{secrets.token_urlsafe(32)}"


def derived_token(person_id: int, grain: bytes, key: str) -> str:
    """The token that comes of a grain and the program's key: the same each time, and not to be had without the key."""
    secret = hmac.digest(key.encode(), b"calendar " + grain, "sha256")
    return f"{person_id}.{urlsafe_b64encode(secret).decode().rstrip('=')}"


def read_token(token: str) -> TokenKey:
    """Where to look for a token's row; nowhere if it is not of our making."""
    person, _, secret = token.partition(".")
    if not (person.isascii() and person.isdigit() and len(person) < 10):
        return NOBODY
    return TokenKey(int(person), sha256(secret.encode(errors="replace")).digest())
