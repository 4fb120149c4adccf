from base64 import urlsafe_b64decode

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from flask.testing import FlaskClient


def test_the_signed_cookie_is_signed_by_sha_256(app: Flask, guest: FlaskClient) -> None:
    guest.get("/sign-in")
    cookie = guest.get_cookie("quizapp")
    assert cookie
    signature = cookie.value.rpartition(".")[2]
    assert len(urlsafe_b64decode(signature + "=" * (-len(signature) % 4))) * 8 == 256


def test_a_cookie_that_others_signed_is_none(app: Flask, guest: FlaskClient) -> None:
    forger = Flask("forger")
    forger.secret_key = "a key that is not ours, of thirty-two"
    serializer = SecureCookieSessionInterface().get_signing_serializer(forger)
    assert serializer
    guest.set_cookie("quizapp", str(serializer.dumps({"display": {"theme": "dark", "text_size": "138", "keys": "off"}})))
    assert 'data-theme="dark"' not in guest.get("/about").text
