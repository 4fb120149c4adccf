from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.settings import Settings
from tests.web.browser import filled_in, read

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@pytest.fixture
def secure_guest(make_app: Callable[[Settings], Flask], settings: Settings) -> FlaskClient:
    return make_app(replace(settings, https=True)).test_client()


@pytest.mark.parametrize("path", ["/", "/sign-in", "/nothing-is-here", "/healthz"])
def test_every_answer_tells_the_browser_what_it_may_do(guest: FlaskClient, path: str) -> None:
    headers = guest.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in headers


def test_over_https_the_browser_insists_on_it_and_cookies_belong_to_this_host(secure_guest: FlaskClient) -> None:
    answer = secure_guest.get("/sign-in", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    cookies = answer.headers.getlist("Set-Cookie")
    assert cookies
    for cookie in cookies:
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))


def test_a_page_of_somebody_who_is_signed_in_is_not_stored(guest: FlaskClient) -> None:
    assert guest.get("/healthz").headers["Cache-Control"] == "private, no-cache"
    guest.set_cookie("sid", "a token")
    assert guest.get("/healthz").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
)
def test_a_change_that_another_site_asks_for_is_refused(guest: FlaskClient, headers: dict[str, str]) -> None:
    assert guest.post("/sessions", headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}, {}])
def test_a_change_without_its_token_is_refused_from_our_own_pages_too(guest: FlaskClient, headers: dict[str, str]) -> None:
    assert guest.post("/sessions", headers=headers).status_code == 400


def test_another_site_may_link_to_our_pages(guest: FlaskClient) -> None:
    assert guest.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


@pytest.mark.parametrize("path", ["/topics/a%00b/c", "/words/a%00b/c", "/maps/%00/student", "/%00", "/static/%00"])
def test_no_address_has_a_nul(guest: FlaskClient, path: str) -> None:
    assert guest.get(path).status_code == 404


def test_over_https_a_browser_that_sends_no_referer_can_use_a_form(app: Flask, secure_guest: FlaskClient) -> None:
    page = read(secure_guest.get("/sign-in", base_url="https://localhost"))
    fields = filled_in(page.form("/sessions"))
    for headers in ({"Origin": "https://localhost"}, {"Sec-Fetch-Site": "same-origin"}):
        assert secure_guest.post("/sessions", base_url="https://localhost", data=fields, headers=headers).status_code == 422


def test_over_https_a_page_that_came_without_it_is_another_site_also_on_the_same_host(secure_guest: FlaskClient) -> None:
    fields = filled_in(read(secure_guest.get("/sign-in", base_url="https://localhost")).form("/sessions"))
    headers = {"Origin": "http://localhost"}
    for scheme in ("https", "http"):  # as a proxy reports it, and as it looks where nobody was told of the proxy
        assert secure_guest.post("/sessions", base_url=f"{scheme}://localhost", data=fields, headers=headers).status_code == 403


def test_over_https_a_change_that_says_nothing_needs_the_token(secure_guest: FlaskClient) -> None:
    assert secure_guest.post("/sessions", base_url="https://localhost").status_code == 400


def test_an_answer_to_a_form_is_not_stored(guest: FlaskClient) -> None:
    fields = filled_in(read(guest.get("/recovery")).form("/recoveries")) | {"name": ["ann"], "code": ["AAAA"], "new": ["lamp orbit velvet"]}
    answer = guest.post("/recoveries", data=fields)
    assert answer.status_code == 422
    assert answer.headers["Cache-Control"] == "no-store"
