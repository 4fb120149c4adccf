"""A form that does not come to its end: the process that waits for it gives itself up, and the server starts another one in its place.

Granian lets a process wait for the rest of a form without a deadline, and nothing can wake it: a phone that lost its line in the middle
would hold the process for good.
"""

import time
from collections.abc import Callable, Iterable
from threading import Thread
from typing import Any

SECONDS = 20.0  # of waiting for a form, or for the next 64 KB of it

Environ = dict[str, Any]


class InTime:
    """The app, watched while it waits for a form; `give_up` is called when that takes too long."""

    def __init__(self, app: Callable[..., Iterable[bytes]], give_up: Callable[[], None], seconds: float) -> None:
        self._app, self._give_up, self._seconds = app, give_up, seconds
        self.waits_since: float | None = None
        Thread(target=self._watch, daemon=True).start()

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["wsgi.input"] = _Watched(environ["wsgi.input"], self)
        return self._app(environ, start_response)

    def _watch(self) -> None:
        while (since := self.waits_since) is None or time.monotonic() - since < self._seconds:
            time.sleep(self._seconds / 20)
        self._give_up()


class _Watched:
    """What is read of a form, and since when somebody waits for it."""

    def __init__(self, form: Any, watched_by: InTime) -> None:
        self._form, self._watched_by = form, watched_by

    def read(self, *size: int) -> Any:
        return self._meanwhile(self._form.read, *size)

    def readline(self, *size: int) -> Any:
        return self._meanwhile(self._form.readline, *size)

    def readlines(self, *hint: int) -> Any:
        return self._meanwhile(self._form.readlines, *hint)

    def __iter__(self) -> "_Watched":
        return self

    def __next__(self) -> Any:
        return self._meanwhile(self._form.__next__)

    def _meanwhile(self, read: Callable[..., Any], *size: int) -> Any:
        self._watched_by.waits_since = time.monotonic()
        try:
            return read(*size)
        finally:
            self._watched_by.waits_since = None
