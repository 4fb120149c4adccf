"""Routes that are compiled once for all the programs of a run: a program has nearly two hundred, and each test has a program of its own."""

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule

_COMPILED: dict[tuple[object, ...], Callable[..., Any]] = {}


class KnownRoute(Rule):
    """A route whose code is kept. It belongs to no program: it is handed the route by which it is called."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        if self.defaults:
            return super()._compile_builder(append_unknown)
        known = (append_unknown, *self._trace)
        if known not in _COMPILED:
            _COMPILED[known] = super()._compile_builder(append_unknown)
        return _COMPILED[known]
