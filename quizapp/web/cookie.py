"""The signed cookie of guests and forms."""

from hashlib import sha256

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer


class Cookie(SecureCookieSessionInterface):
    """Flask's own, signed by HMAC with SHA-256 in place of SHA-1."""

    digest_method = staticmethod(sha256)

    def __init__(self) -> None:
        self._made: dict[object, URLSafeTimedSerializer | None] = {}

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """What signs for a key: made once, not for every request and answer."""
        if app.secret_key not in self._made:
            self._made[app.secret_key] = super().get_signing_serializer(app)
        return self._made[app.secret_key]
