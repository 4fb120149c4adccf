"""A visit lives in the cookie for some hours, and holds little."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask, session

from quizapp.clock import now
from quizapp.web.visits import FORGOTTEN_AFTER, MOST_GIVEN, begin_visit, current_visit, end_visit, keep_visit, tells_of_a_visit
from tests.standing_clock import StandingClock
from tests.web.browser import Browser

MOST_BYTES = 4096
OBJECTIVES = tuple(f"an-objective-with-a-long-name-{number}#statement" for number in range(MOST_GIVEN))


@pytest.fixture
def request_(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.mark.usefixtures("request_")
def test_a_visit_is_kept_as_it_is() -> None:
    visit = begin_visit("e" * 64, ("first#meaning", "second#truth", "third#truth"), helping=True, at=now())
    visit = visit.with_answer("first#meaning", 4, clear=True).with_answer("second#truth", 0, clear=False)
    keep_visit(visit)
    assert current_visit() == visit
    assert (visit.clear, visit.not_clear) == (("first#meaning",), ("second#truth",))


@pytest.mark.usefixtures("request_")
def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    visit = begin_visit("e" * 64, ("first#meaning",), helping=False, at=now()).with_answer("first#meaning", 1, clear=False)
    assert visit.with_answer("first#meaning", 2, clear=True).clear == ("first#meaning",)


@pytest.mark.usefixtures("request_")
def test_what_was_not_asked_cannot_be_answered() -> None:
    visit = begin_visit("e" * 64, ("first#meaning",), helping=False, at=now())
    assert visit.with_answer("other#meaning", 1, clear=True) == visit


@pytest.mark.usefixtures("request_")
def test_a_visit_is_forgotten_after_some_hours(clock: StandingClock) -> None:
    begin_visit("e" * 64, (), helping=False, at=now())
    clock.let_pass(seconds=(FORGOTTEN_AFTER - timedelta(minutes=1)).total_seconds())
    assert current_visit()
    clock.let_pass(minutes=2)
    assert current_visit() is None


@pytest.mark.parametrize("kept", [None, "visit", {}, {"began": "x"}, {"began": 1, "seed": "a", "revision": "b", "helping": 1, "asked": 3}])
@pytest.mark.usefixtures("request_")
def test_a_cookie_that_holds_nonsense_is_no_visit(kept: object) -> None:
    session["visit"] = kept
    assert current_visit() is None


@pytest.mark.usefixtures("request_")
def test_ending_a_visit_leaves_only_how_pages_look() -> None:
    session["display"] = {"theme": "dark"}
    begin_visit("e" * 64, OBJECTIVES, helping=True, at=now())
    session["picks"] = [3, 1]
    assert tells_of_a_visit()
    assert not session.permanent
    end_visit()
    assert not tells_of_a_visit()
    assert session["display"] == {"theme": "dark"}
    assert session.permanent


def test_the_longest_visit_fits_into_a_cookie(app: Flask) -> None:
    with app.test_request_context():
        visit = begin_visit("0123456789abcdef" * 4, OBJECTIVES, helping=True, at=now())
        for objective in OBJECTIVES:
            visit = visit.with_answer(objective, 2**8 - 1, clear=True)
        keep_visit(visit)
        session["csrf_token"] = "f" * 40
        answer = app.response_class()
        app.session_interface.save_session(app, session, answer)
        assert len(answer.headers["Set-Cookie"].encode()) < MOST_BYTES


def test_hiding_leads_to_a_blank_page_and_forgets_the_visit(visitor: Browser, app: Flask) -> None:
    visitor.open("/self-test")
    with visitor.client.session_transaction() as kept:
        kept["visit"] = {"began": int(now().timestamp()), "seed": "a", "revision": "b", "helping": False, "asked": [], "given": {}}
    page = visitor.open("/about")
    assert page.response.headers["Cache-Control"] == "no-store"
    blank = visitor.send(page.form("/visits/ended"))
    assert (blank.path, blank.title, blank.text) == ("/blank", "Blank page", "Blank page")
    with visitor.client.session_transaction() as kept:
        assert "visit" not in kept
    assert not visitor.open("/about").has_form("/visits/ended")


def test_a_line_for_people_in_distress_is_shown_where_one_is_set(app: Flask, visitor: Browser) -> None:
    assert "You can also reach this line" not in visitor.open("/self-test").text
    app.config["QUIZAPP"] = replace(app.config["QUIZAPP"], crisis_line="988, by call or text")
    assert "You can also reach this line: 988, by call or text." in visitor.open("/self-test").text
