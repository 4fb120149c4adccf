"""How far tests go that try many things: a little in the usual run, a lot where QUIZAPP_TEST_LONG is set."""

import os

LONG = bool(os.environ.get("QUIZAPP_TEST_LONG"))


def amount(usual: int, long: int) -> int:
    """One of two numbers."""
    return long if LONG else usual
