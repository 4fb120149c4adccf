"""One line of JSON on the side of errors for each answer and each fault: what, and how long, never who or what was typed.

Messages of exceptions are left out, since they quote what was typed and what is kept; their kinds and places are enough to find them.
"""

import json
import logging
import re
import secrets
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, g, request

from quizapp.clock import now

METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
A_GIVEN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
PROGRAM = Path(__file__).parents[2]


class Program(Flask):
    """A Flask that keeps the address of what failed, with its numbers, out of the log, and calls what it is given."""

    def log_exception(self, exc_info: Any) -> None:
        self.logger.error("fault", exc_info=exc_info)

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """As it is: no view or hook of ours is a coroutine, and Flask would look at each of them at every request."""
        return func


class Lines(logging.Handler):
    """Writes each record as one line, at once."""

    def emit(self, record: logging.LogRecord) -> None:
        _write(_line(record))


def log(app: Flask) -> None:
    """Log what this app answers. To be called before other hooks are put in place, so that the time holds theirs."""
    app.logger.handlers = [Lines()]
    app.logger.setLevel(logging.INFO)
    app.logger.propagate = False
    app.before_request(_begin)
    app.after_request(_end)


@lru_cache(maxsize=1024)
def network(address: str | None) -> str | None:
    """The part of an address that many share: of IPv4 the first 24 bits, of IPv6 the first 48."""
    try:
        whole = ip_address((address or "").partition("%")[0])
    except ValueError:
        return None
    if isinstance(whole, IPv6Address) and whole.ipv4_mapped:
        whole = whole.ipv4_mapped
    return str(ip_network((whole, 24 if whole.version == 4 else 48), strict=False))


def _begin() -> None:
    g.began = time.perf_counter()
    g.request_id = _given_id() or secrets.token_hex(8)


def _end(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.request_id
    _write(_answer(response))  # by itself: a logger would look for who calls it, at each answer
    return response


def _answer(response: Response) -> Iterator[tuple[str, Any]]:
    yield from _head("info", "answer")
    yield "method", request.method if request.method in METHODS else "other"
    yield "route", request.url_rule.rule if request.url_rule else None
    yield "status", response.status_code
    yield "ms", round((time.perf_counter() - g.began) * 1000, 1)
    yield "from", network(request.remote_addr)


def _given_id() -> str | None:
    """What a proxy in front calls this request, where proxies are believed."""
    given = request.headers.get("X-Request-ID", "") if current_app.config["QUIZAPP"].proxy_hops else ""
    return given if A_GIVEN_ID.fullmatch(given) else None


def _line(record: logging.LogRecord) -> Iterator[tuple[str, Any]]:
    yield from _head(record.levelname.lower(), record.getMessage())
    if record.exc_info and record.exc_info[1]:
        yield "errors", [_fault(error) for error in _chain(record.exc_info[1])]


def _head(level: str, event: str) -> Iterator[tuple[str, Any]]:
    yield "time", now().isoformat(timespec="milliseconds")
    yield "level", level
    yield "event", event
    if g and "request_id" in g:
        yield "request", g.request_id


def _write(line: Iterator[tuple[str, Any]]) -> None:
    sys.stderr.write(json.dumps(dict(line)) + "\n")
    sys.stderr.flush()


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception, and those that led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _fault(error: BaseException) -> dict[str, Any]:
    frames = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False)
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    code = getattr(error, "sqlstate", None) or getattr(error, "sqlite_errorname", None)
    return {"kind": kind, **({"code": code} if code else {}), "at": [f"{_place(one.filename)}:{one.lineno} {one.name}" for one in frames]}


def _place(file: str) -> str:
    """Where code stands, without where the program is installed."""
    path = Path(file)
    return path.relative_to(PROGRAM).as_posix() if path.is_relative_to(PROGRAM) else "/".join(path.parts[-3:])
