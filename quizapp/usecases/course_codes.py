"""The code with which a course is joined: eight letters and digits, none of which looks like another."""

import secrets
from datetime import timedelta
from typing import Final

ALPHABET: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LETTERS: Final = 8
LASTS: Final = timedelta(days=60)


def new_code() -> str:
    """A code that nobody can guess: some 40 random bits, and few attempts."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))


def as_typed(code: str) -> str:
    """A code as it is kept, in whichever case and groups it was typed."""
    return "".join(filter(str.isalnum, code.upper()))


def grouped(code: str) -> str:
    """A code as it is shown and said."""
    return f"{code[:4]}-{code[4:]}"
