"""What a recovery code looks like: 140 random bits, so that a fast hash keeps it as well as a slow one would."""

import secrets
from hashlib import sha256

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LETTERS, IN_A_GROUP = 28, 4


def new_code() -> str:
    """A code that was never given before, in groups that are easy to copy."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return "-".join(letters[place : place + IN_A_GROUP] for place in range(0, LETTERS, IN_A_GROUP))


def code_hash(code: str) -> bytes:
    """What is kept of a code, however its groups are parted and in whichever case."""
    return sha256("".join(filter(str.isalnum, code.upper())).encode(errors="replace")).digest()
