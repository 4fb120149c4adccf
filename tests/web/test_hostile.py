"""What people send who mean harm: it is shown as they typed it, or refused, and it changes nothing that was not offered."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.models import Person
from quizapp.settings import Settings
from quizapp.web.extensions import db
from tests.web.browser import Browser
from tests.web.people import PASSWORD, signs_up
from tests.web.test_account import signs_in

MARKUP = "<script>alert(1)</script>&'\"{{7**8}}"
PAGES_OF_THE_SIGNED_IN = ["/today", "/library", "/account", "/settings", "/help", "/about", "/study/summary", "/account/password"]


@pytest.fixture
def secure_guest(make_app: Callable[[Settings], Flask], app: Flask, settings: Settings) -> FlaskClient:
    return make_app(replace(settings, https=True)).test_client()


def test_what_people_type_is_shown_as_they_typed_it_and_never_as_markup(visitor: Browser) -> None:
    browser = signs_up(visitor, MARKUP)
    for path in ("/account", "/account/name"):
        page = browser.open(path)
        assert "<script>alert(1)" not in page.response.text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in page.response.text
        assert "5764801" not in page.response.text


def test_a_form_that_comes_back_shows_markup_as_text(visitor: Browser) -> None:
    page = visitor.send(visitor.open("/sign-in").form("/sessions"), {"name": [MARKUP], "password": ["wrong"]})
    assert page.status == 422
    assert "<script>alert(1)" not in page.response.text


@pytest.mark.parametrize("name", ["' OR 1=1 --", "student'; DROP TABLE people; --", "student\\' OR name LIKE '%"])
def test_a_name_that_looks_like_a_statement_is_a_name_that_nobody_has(visitor: Browser, student: Browser, name: str) -> None:
    page = visitor.send(visitor.open("/sign-in").form("/sessions"), {"name": [name], "password": [PASSWORD]})
    assert page.status == 422
    assert student.open("/today").path == "/today"


@pytest.mark.parametrize(
    ("path", "form", "more"), [("/settings", "/settings", {}), ("/account/name", "/account/name", {"password": [PASSWORD]})]
)
def test_nobody_makes_themselves_an_administrator_by_a_field_more(
    app: Flask, student: Browser, path: str, form: str, more: dict[str, list[str]]
) -> None:
    beyond = {"role": ["administrator"], "id": ["999"], "person_id": ["999"], "password_hash": ["x"], "audience": ["patient"]}
    page = student.send(student.open(path).form(form), {**beyond, **more})
    assert page.status == 200, page.text
    with app.app_context():
        person = db.session.scalars(select(Person)).one()
        assert (person.role, person.audience, person.id) == ("learner", "nursing", 1)
        assert person.password_hash != "x"


def test_whoever_signs_up_is_a_learner_whatever_they_send(app: Flask, visitor: Browser) -> None:
    form = visitor.open("/sign-up?words=nursing").form("/people")
    visitor.send(form, {"name": ["ann"], "password": [PASSWORD], "role": ["administrator"], "reviews_a_day": ["900"]})
    with app.app_context():
        person = db.session.scalars(select(Person)).one()
        assert (person.role, person.reviews_a_day) == ("learner", 60)


def test_a_session_that_somebody_else_chose_is_not_taken_over(app: Flask, student: Browser) -> None:
    visitor = Browser(app.test_client())
    visitor.client.set_cookie("sid", "1.chosen-by-somebody-else")
    signs_in(visitor)
    cookie = visitor.client.get_cookie("sid")
    assert cookie
    assert cookie.value != "1.chosen-by-somebody-else"
    assert visitor.open("/today").path == "/today"


@pytest.mark.parametrize("number", ["0", "9" * 12, "9" * 19, "9" * 25, "9" * 400])
def test_a_number_that_nothing_has_is_nowhere(student: Browser, number: str) -> None:
    assert student.open(f"/study/{number}").status == 404
    assert student.open(f"/study/1/reviews/{number}").status == 404
    token = student.open("/display").root.all("input", name="csrf_token")[0].attributes["value"]
    for path, status in (("/study/1/reports", 404), ("/study/undone", 303)):
        sent = {"csrf_token": token, "turn": number, "objective": number}
        assert student.client.post(path, data=sent).status_code == status


@pytest.mark.parametrize(
    "path", ["../app.py", "..%2fapp.py", "....//app.py", "etc/passwd", "%2e%2e/%2e%2e/app.py", "app.css/../../app.py", ""]
)
def test_nothing_but_static_files_is_served_by_name(app: Flask, guest: FlaskClient, path: str) -> None:
    assert guest.get(f"{app.static_url_path}/{path}").status_code == 404


@pytest.mark.parametrize(
    "path", ["/.git/config", "/.git/HEAD", "/secret-key", "/quizapp.sqlite3", "/wsgi.py", "/pyproject.toml", "/console", "/static/"]
)
def test_neither_the_code_nor_the_data_nor_a_list_of_files_is_served(guest: FlaskClient, path: str) -> None:
    assert guest.get(path).status_code == 404


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "CONNECT", "MADE-UP"])
def test_a_method_that_no_page_has_is_refused(guest: FlaskClient, method: str) -> None:
    assert guest.open("/about", method=method).status_code in (400, 403, 405)


def test_no_other_site_may_read_our_answers(guest: FlaskClient) -> None:
    for method in ("GET", "OPTIONS"):
        answer = guest.open(
            "/about", method=method, headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
        )
        assert not [name for name in answer.headers.keys() if name.lower().startswith("access-control-")]  # noqa: SIM118 (pairs otherwise)


@pytest.mark.parametrize("path", ["/", "/healthz", "/nothing-is-here", "app.css", "forms.js"])
def test_every_answer_says_what_it_is_and_in_which_letters(app: Flask, guest: FlaskClient, path: str) -> None:
    with guest.get(path if path.startswith("/") else f"{app.static_url_path}/{path}") as answer:
        kinds = {"app.css": "text/css", "forms.js": "text/javascript", "/healthz": "text/plain"}
        assert answer.headers["Content-Type"] == f"{kinds.get(path, 'text/html')}; charset=utf-8"


def test_over_https_the_session_is_for_this_host_and_out_of_reach_of_scripts(secure_guest: FlaskClient) -> None:
    base = {"base_url": "https://localhost"}
    token = Browser(secure_guest)
    page = secure_guest.get("/sign-up", **base)
    assert page.status_code == 200
    del token
    csrf = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
    form = {"csrf_token": csrf, "name": "ann", "password": PASSWORD, "zone": "UTC", "words": "nursing"}
    answer = secure_guest.post("/people", data=form, headers={"Referer": "https://localhost/sign-up"}, **base)
    (cookie,) = [one for one in answer.headers.getlist("Set-Cookie") if one.startswith("__Host-sid=")]
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert cookie.partition("=")[2].partition(";")[0] not in answer.text


def test_the_browser_forgets_what_it_kept_when_somebody_signs_out(student: Browser) -> None:
    form = student.open("/today").form("/sessions/end")
    token = form.all("input", name="csrf_token")[0].attributes["value"]
    answer = student.client.post("/sessions/end", data={"csrf_token": token})
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PAGES_OF_THE_SIGNED_IN)
def test_whoever_is_signed_in_can_sign_out_on_every_page_and_none_is_stored(student: Browser, path: str) -> None:
    page = student.open(path)
    assert page.has_form("/sessions/end")
    assert page.response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/sign-up", "/sign-in", "/recovery", "/account/password", "/account/email", "/account/codes", "/account/erasure"]
)
def test_a_password_is_masked_and_may_come_from_a_password_manager(student: Browser, visitor: Browser, path: str) -> None:
    page = (student if path.startswith("/account") else visitor).open(path)
    fields = [field for name in ("password", "new") for field in page.root.all("input", name=name)]
    assert fields
    for field in fields:
        assert field.attributes["type"] == "password"
        assert field.attributes["autocomplete"] in ("current-password", "new-password")


def test_nobody_is_there_before_somebody_signs_up(app: Flask) -> None:
    with app.app_context():
        assert not db.session.scalars(select(Person)).all()


def test_the_program_runs_without_the_aids_of_developers(app: Flask) -> None:
    assert not app.debug
    assert not app.testing
