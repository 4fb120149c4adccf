import sqlite3
from collections.abc import Callable

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from quizapp.models.engines import Busy
from quizapp.web.extensions import db
from tests.web.browser import Browser, filled_in, read
from tests.web.people import question_form


def test_a_page_that_is_not_there_says_what_to_do(visitor: Browser) -> None:
    page = visitor.open("/nothing-is-here")
    assert page.status == 404
    assert page.heading == "Nothing is here"
    assert page.link("Go to the start page") == "/"


@pytest.mark.parametrize("path", ["/people", "/sessions", "/studies", "/study/1/reviews", "/study/undone"])
def test_what_changes_something_cannot_be_opened(visitor: Browser, path: str) -> None:
    page = visitor.open(path)
    assert page.status == 405
    assert "POST" in page.response.headers["Allow"]


def test_a_form_without_its_token_that_may_be_a_strangers_is_told_to_load_the_page_again(visitor: Browser) -> None:
    page = visitor.send(visitor.open("/sign-in").form("/sessions"), without=["csrf_token"])
    assert page.status == 400
    assert page.heading == "This page has been open for too long"
    assert not page.has_form("/sessions")


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}])
def test_a_form_of_ours_whose_token_is_stale_can_be_sent_again_as_it_was(guest: FlaskClient, headers: dict[str, str]) -> None:
    filled_in = {"theme": "dark", "text_size": "138", "keys": "off", "next": "/about", "csrf_token": "of yesterday"}
    again = read(guest.post("/display", data=filled_in, headers=headers))
    assert again.status == 400
    assert again.heading == "This page has been open for too long"
    assert Browser(guest).send(again.form("/display")).path == "/about"
    assert 'data-theme="dark"' in guest.get("/about").text


@pytest.mark.parametrize("error", [Busy("full"), OperationalError("", {}, Exception()), sqlite3.OperationalError("disk full")])
def test_a_form_that_could_not_be_kept_comes_back_filled_in_but_for_passwords(
    app: Flask, visitor: Browser, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    form = visitor.open("/sign-up").form("/people")
    people = app.view_functions["accounts.people"]
    app.view_functions["accounts.people"] = _failing(error)
    again = visitor.send(form, {"name": ["<Ann>"], "password": ["lamp orbit velvet"], "zone": ["Europe/Berlin"]})
    assert (again.status, again.heading) == (503, "Many are at it just now")
    assert again.response.headers["Retry-After"] == "10"
    assert "lamp orbit" not in again.response.text
    app.view_functions["accounts.people"] = people
    sent = filled_in(again.form("/people"))
    assert (sent["name"], sent["zone"], sent["password"]) == (["<Ann>"], ["Europe/Berlin"], [""])
    assert visitor.send(again.form("/people"), {"name": ["anna"], "password": ["lamp orbit velvet"]}).path == "/library"


def test_a_recovery_code_is_typed_again_and_never_repeated(app: Flask, visitor: Browser) -> None:
    form = visitor.open("/recovery").form("/recoveries")
    app.view_functions["accounts.recoveries"] = _failing(Busy("full"))
    again = visitor.send(form, {"name": ["ann"], "code": ["ABCD-EFGH"], "new": ["lamp orbit velvet"]})
    assert "ABCD-EFGH" not in again.response.text
    assert filled_in(again.form("/recoveries"))["code"] == [""]


def test_an_answer_that_could_not_be_kept_is_sent_again_and_counts_once(app: Flask, student: Browser) -> None:
    page = student.open("/study")
    objective = question_form(page)
    review = app.view_functions["study.review"]
    app.view_functions["study.review"] = _failing(Busy("full"))
    again = student.send(page.form(r"/study/\d+/reviews"), {"dont-know": ["1"], "sure": ["certain"]})
    assert again.status == 503
    app.view_functions["study.review"] = review
    told = student.send(again.form(r"/study/\d+/reviews"))
    assert told.path == f"/study/{objective}/reviews/1"
    assert student.send(again.form(r"/study/\d+/reviews")).path == told.path


def test_the_page_is_drawn_as_for_a_guest_where_nobody_can_be_found(app: Flask, student: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OperationalError("", {}, Exception())

    with app.app_context():
        monkeypatch.setattr(db.engine.pool, "connect", fails)
    page = student.open("/today")
    assert (page.status, page.heading) == (503, "Many are at it just now")
    assert "Sign in" in page.root.all("header")[0].text()


def test_a_form_from_another_site_is_refused_in_the_same_look(guest: FlaskClient) -> None:
    answer = guest.post("/sessions", headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403
    assert "That is not open to you" in answer.text


def test_a_form_that_is_too_large_is_refused(visitor: Browser) -> None:
    page = visitor.send(visitor.open("/sign-in").form("/sessions"), {"name": ["x" * 300_000]})
    assert page.status == 413
    assert page.heading == "That is too much"


@pytest.mark.parametrize("status", [400, 403, 404, 405, 410, 413, 422, 429, 500, 503])
def test_every_refusal_is_a_page_like_the_others(app: Flask, visitor: Browser, status: int) -> None:
    app.view_functions["welcome.about"] = lambda: abort(status)
    page = visitor.open("/about")
    assert page.status == status
    assert page.text.startswith(page.heading)
    assert page.root.all("nav", aria_label="Main")
    assert page.link("Go to the start page") == "/"


@pytest.mark.parametrize(
    ("error", "status", "heading"), [(Busy("full"), 503, "Many are at it just now"), (KeyError("ours"), 500, "Something went wrong")]
)
def test_a_fault_of_ours_is_said_to_be_ours(app: Flask, visitor: Browser, error: Exception, status: int, heading: str) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.view_functions["welcome.about"] = _failing(error)
    page = visitor.open("/about")
    assert page.status == status
    assert page.heading == heading
    assert (page.response.headers.get("Retry-After") == "10") == (status == 503)


def test_an_outsider_sees_the_same_page_for_what_is_not_theirs_and_what_is_nowhere(outsider: Browser, student: Browser) -> None:
    theirs, nowhere = outsider.open("/study/1"), outsider.open("/study/999999")
    assert theirs.status == nowhere.status == 404
    assert theirs.text == nowhere.text


def _failing(error: Exception) -> Callable[..., str]:
    def fails(**_: object) -> str:
        raise error

    return fails
