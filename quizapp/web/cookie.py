"""The signed cookie of guests and forms."""

from hashlib import sha256

from flask.sessions import SecureCookieSessionInterface


class Cookie(SecureCookieSessionInterface):
    """Flask's own, signed by HMAC with SHA-256 in place of SHA-1."""

    digest_method = staticmethod(sha256)
