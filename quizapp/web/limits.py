"""How much a form may send: little, unless its route says that it takes more."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import current_app, request

P = ParamSpec("P")
R = TypeVar("R")

KILOBYTE = 1024
USUAL = 16 * KILOBYTE


def takes(kilobytes: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a route take forms of another size than the usual. Nearest to the function, beneath what guards it."""

    def say(view: Callable[P, R]) -> Callable[P, R]:
        view.__dict__["takes"] = kilobytes * KILOBYTE
        return view

    return say


def set_limit() -> None:
    """Refuse what is larger than the route takes, before it is read."""
    view = current_app.view_functions.get(request.endpoint or "")
    request.max_content_length = request.max_form_memory_size = getattr(view, "takes", USUAL)
