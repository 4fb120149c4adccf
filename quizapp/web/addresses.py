"""From where a request comes, and where others find us."""

from flask import current_app, request


def from_here() -> tuple[str, str]:
    """The address that asks, and the key under which only its hash is kept."""
    return request.remote_addr or "", str(current_app.secret_key)


def seen_from_outside(path: str) -> str:
    """A path with the address before it that was set or, where none was, by which it was asked for."""
    return f"{current_app.config['QUIZAPP'].address or request.host_url.rstrip('/')}{path}"
