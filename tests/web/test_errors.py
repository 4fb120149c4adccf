import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.models.engines import Busy
from tests.web.browser import Browser


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


def test_a_form_without_its_token_is_told_to_load_the_page_again(visitor: Browser) -> None:
    page = visitor.send(visitor.open("/sign-in").form("/sessions"), without=["csrf_token"])
    assert page.status == 400
    assert page.heading == "This page has been open for too long"


def test_a_form_from_another_site_is_refused_in_the_same_look(guest: FlaskClient) -> None:
    answer = guest.post("/sessions", headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403
    assert "That is not open to you" in answer.text


def test_a_form_that_is_too_large_is_refused(visitor: Browser) -> None:
    page = visitor.send(visitor.open("/sign-in").form("/sessions"), {"name": ["x" * 300_000]})
    assert page.status == 413
    assert page.heading == "That is too much"


@pytest.mark.parametrize(
    ("error", "status", "heading"), [(Busy("full"), 503, "Many are at it just now"), (KeyError("ours"), 500, "Something went wrong")]
)
def test_a_fault_of_ours_is_said_to_be_ours(app: Flask, visitor: Browser, error: Exception, status: int, heading: str) -> None:
    def fails() -> str:
        raise error

    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.view_functions["welcome.about"] = fails
    page = visitor.open("/about")
    assert page.status == status
    assert page.heading == heading
    assert (page.response.headers.get("Retry-After") == "10") == (status == 503)


def test_an_outsider_sees_the_same_page_for_what_is_not_theirs_and_what_is_nowhere(outsider: Browser, student: Browser) -> None:
    theirs, nowhere = outsider.open("/study/1"), outsider.open("/study/999999")
    assert theirs.status == nowhere.status == 404
    assert theirs.text == nowhere.text
