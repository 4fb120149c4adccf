"""The only place that asks what time it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime


def now() -> datetime:
    """This moment, aware and in UTC."""
    return _ask()


@contextmanager
def told_by(ask: Callable[[], datetime]) -> Iterator[None]:
    """Let another clock tell the time meanwhile, such as one that stands still."""
    global _ask
    before, _ask = _ask, ask
    try:
        yield
    finally:
        _ask = before


def _by_the_machine() -> datetime:
    return datetime.now(UTC)


_ask: Callable[[], datetime] = _by_the_machine
