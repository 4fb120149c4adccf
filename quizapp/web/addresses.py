"""From where a request comes, where others find us, and how a page names another in few letters."""

from posixpath import dirname, relpath

from flask import current_app, request


def from_here() -> tuple[str, str]:
    """The address that asks, and the key under which only its hash is kept."""
    return request.remote_addr or "", str(current_app.secret_key)


def seen_from_outside(path: str) -> str:
    """A path with the address before it that was set or, where none was, by which it was asked for."""
    return f"{current_app.config['QUIZAPP'].address or request.host_url.rstrip('/')}{path}"


def seen_from_here(path: str) -> str:
    """A path as the page that is asked for may name it, where it names it many times: "checks" for a neighbour of its own."""
    return relpath(path, dirname(f"{request.script_root}{request.path}"))
