"""What an invitation is made of."""

import secrets
from datetime import timedelta
from hashlib import sha256

LASTS = timedelta(days=60)


def new_token() -> str:
    """A token that was never given before: 256 random bits."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> bytes:
    """What is kept of a token."""
    return sha256(token.encode(errors="replace")).digest()
