import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from quizapp.models.engines import Busy
from quizapp.web.extensions import db
from tests.learner import right_answer
from tests.web.browser import Browser, Element, Page, filled_in, read
from tests.web.people import PASSWORD, item_on, question_form


def test_a_page_that_is_not_there_says_what_to_do(visitor: Browser) -> None:
    page = visitor.open("/nothing-is-here")
    assert page.status == 404
    assert page.heading == "Nothing is here"
    assert page.link("Go to the start page") == "/"


def test_a_refused_form_that_is_sent_once_more_by_back_or_reload_changes_nothing(app: Flask, visitor: Browser, student: Browser) -> None:
    form = visitor.open("/sign-up?words=nursing").form("/people")
    short = {"name": ["somebody"], "password": ["short"]}
    again = visitor.send(form, short)
    assert again.status == 422
    assert visitor.send(again.form("/people"), {"name": ["somebody"], "password": [PASSWORD]}).path == "/library"
    assert visitor.send(form, short).status == 400
    settings = student.open("/settings").form("/settings")
    assert student.send(settings, {"reviews_a_day": ["x"]}).status == 422
    assert "33" in student.send(settings, {"reviews_a_day": ["33"]}).response.text
    assert student.send(settings, {"reviews_a_day": ["x"]}).status == 422
    assert student.open("/settings").form("/settings").all("input", name="reviews_a_day", value="33")
    page = student.open("/study")
    question = page.form(r"/study/\d+/reviews")
    assert student.send(question).status == 422
    told = student.send(question, {"dont-know": ["1"]})
    assert student.send(question).path == told.path


@pytest.mark.parametrize("path", ["/people", "/sessions", "/studies", "/study/1/reviews", "/study/undone", "/sign-in"])
def test_what_is_not_done_at_an_address_is_refused_in_the_usual_look(visitor: Browser, path: str) -> None:
    page = read(visitor.client.put(path))
    assert (page.status, page.heading) == (405, "That cannot be done here")
    assert page.response.headers["Allow"]


@pytest.mark.parametrize(
    ("form", "page"),
    [
        ("/people", "/sign-up"),
        ("/sessions", "/sign-in"),
        ("/sessions/end", "/sign-in"),
        ("/visits/ended", "/self-test"),
        ("/studies/metastatic-cancer/kinds/resets/end", "/studies/metastatic-cancer/kinds/afresh"),
        ("/study/7/reviews", "/study/7"),
        ("/study/7/reviews/2/lowering", "/study/7/reviews/2"),
        ("/courses/7/invitations/3/renewal", "/courses/7/people"),
        ("/courses/7/people/3/removal", "/courses/7/people"),
        ("/courses/7/assignments/3/trials", "/courses/7/assignments/3"),
        ("/exports/everything", "/exports"),
    ],
)
def test_whoever_opens_the_address_of_a_form_is_led_to_its_page(guest: FlaskClient, form: str, page: str) -> None:
    answer = guest.get(form)
    assert (answer.status_code, answer.headers["Location"]) == (303, page)
    assert guest.head(form).headers["Location"] == page


def test_every_form_has_a_page(app: Flask, guest: FlaskClient) -> None:
    opened = {rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    forms = [rule.rule for rule in app.url_map.iter_rules() if rule.rule not in opened]
    assert len(forms) > 50
    for form in forms:
        answer = guest.get(re.sub(r"<(int:)?\w+>", "1", form))
        assert answer.status_code == 303, form
        assert answer.headers["Location"] != "/", form
        assert guest.get(answer.headers["Location"]).status_code != 405, form


def test_a_refused_form_that_is_opened_in_another_tab_is_there_to_be_filled_in(student: Browser) -> None:
    page = student.send(student.open("/breaks").form("/breaks"), {"from": ["nonsense"]})
    assert (page.status, page.path) == (422, "/breaks")
    assert student.open(page.path).path == "/days-off"


def test_a_form_without_its_token_that_may_be_a_strangers_is_told_to_load_the_page_again(visitor: Browser) -> None:
    page = visitor.send(visitor.open("/sign-in").form("/sessions"), without=["csrf_token"])
    assert page.status == 400
    assert page.heading == "This page has been open for too long"
    assert not page.has_form("/sessions")


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}])
def test_a_form_of_ours_whose_token_is_stale_can_be_sent_again_as_it_was(guest: FlaskClient, headers: dict[str, str]) -> None:
    guest.get("/sign-in")  # from which it has a cookie
    filled_in = {"theme": "dark", "text_size": "138", "keys": "off", "next": "/about", "csrf_token": "of yesterday"}
    again = read(guest.post("/display", data=filled_in, headers=headers))
    assert again.status == 400
    assert again.heading == "This page has been open for too long"
    assert Browser(guest).send(again.form("/display")).path == "/about"
    assert 'data-theme="dark"' in guest.get("/about").text


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {}])
def test_whose_browser_takes_no_cookie_is_told_so_and_what_there_is_without(guest: FlaskClient, headers: dict[str, str]) -> None:
    page = read(guest.post("/visits", data={"who": "me", "csrf_token": "of no cookie"}, headers=headers))
    assert (page.status, page.heading) == (400, "This needs one small cookie")
    assert page.link("Words explained") == "/words"
    assert page.has_form("/visits") is bool(headers)  # for whoever allows it now


FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


def signs_out_elsewhere(browser: Browser) -> None:
    """Without this browser learning of it."""
    token = browser.client.get_cookie("sid")
    assert token
    browser.open("/account")
    elsewhere = browser.client.application.test_client()
    elsewhere.set_cookie("sid", token.value)
    Browser(elsewhere).send(Browser(elsewhere).open("/account").form("/sessions/end"))


def sends(browser: Browser, form: Element, changes: Mapping[str, Sequence[str]] | None = None) -> Page:
    return read(
        browser.client.post(
            form.attributes["action"], data={**filled_in(form), **(changes or {})}, headers=FROM_OUR_PAGE, follow_redirects=True
        )
    )


def signs_in(browser: Browser, name: str) -> None:
    page = browser.send(browser.open("/sign-in").form("/sessions"), {"name": [name], "password": [PASSWORD]})
    assert page.path == "/today"


def test_what_was_filled_in_when_the_session_ended_is_kept_until_one_has_signed_in_again(app: Flask, student: Browser) -> None:
    page = student.open("/study")
    form, given = page.form(r"/study/\d+/reviews"), {**right_answer(item_on(app, page).interaction), "sure": ["certain"]}
    signs_out_elsewhere(student)
    kept = sends(student, form, given)
    assert (kept.status, kept.heading) == (403, "You were signed out")
    assert kept.link("Sign in in another tab") == "/sign-in"
    signs_in(student, "student")
    again = sends(student, kept.form(r"/study/\d+/reviews"))
    assert again.heading == "This page has been open for too long"  # signing in made other tokens
    told = sends(student, again.form(r"/study/\d+/reviews"))
    assert told.path == f"/study/{question_form(page)}/reviews/1"
    assert "Right The answer" in told.text


def test_a_form_sent_after_signing_out_in_another_tab_is_kept_and_its_password_is_not(student: Browser) -> None:
    form = student.open("/account/name").form("/account/name")
    student.send(student.open("/account").form("/sessions/end"))
    kept = sends(student, form, {"name": ["another-name"], "password": [PASSWORD]})
    assert kept.heading == "You were signed out"
    assert PASSWORD not in kept.response.text
    sent = filled_in(kept.form("/account/name"))
    assert (sent["name"], sent["whose"]) == (["another-name"], filled_in(form)["whose"])


def test_nobody_sends_the_form_of_somebody_else_who_was_signed_in_here_before(student: Browser, outsider: Browser) -> None:
    form = student.open("/settings").form("/settings")
    student.send(student.open("/account").form("/sessions/end"))
    signs_in(student, "outsider")
    told = sends(student, form, {"reviews_a_day": ["33"]})
    assert (told.status, told.heading) == (400, "You are signed in as outsider now")
    assert not told.has_form("/settings")
    assert "33" not in told.text


def test_who_never_was_signed_in_is_sent_to_sign_in(visitor: Browser) -> None:
    form = visitor.open("/sign-in").form("/sessions")
    assert read(visitor.client.post("/studies", data=filled_in(form), headers=FROM_OUR_PAGE, follow_redirects=True)).path == "/sign-in"


BUSY, UNUSABLE, OURS = "Many are at it just now", "This does not work just now", "Something went wrong"


def locked() -> sqlite3.OperationalError:
    """What SQLite says of a lock."""
    held = sqlite3.OperationalError("database is locked")
    held.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return held


@pytest.mark.parametrize(
    ("error", "status", "heading", "pause"),
    [
        (Busy("full"), 503, BUSY, "10"),
        (locked(), 503, BUSY, "10"),
        (OperationalError("", {}, locked()), 503, BUSY, "10"),
        (OperationalError("", {}, Exception()), 503, UNUSABLE, "120"),
        (sqlite3.OperationalError("disk full"), 503, UNUSABLE, "120"),
        (KeyError("ours"), 500, OURS, None),
    ],
)
def test_a_form_that_could_not_be_kept_comes_back_filled_in_but_for_passwords(
    app: Flask, visitor: Browser, error: Exception, status: int, heading: str, pause: str | None
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    form = visitor.open("/sign-up?words=nursing").form("/people")
    people = app.view_functions["accounts.people"]
    app.view_functions["accounts.people"] = _failing(error)
    again = visitor.send(form, {"name": ["<Ann>"], "password": ["lamp orbit velvet"], "zone": ["Europe/Berlin"]})
    assert (again.status, again.heading) == (status, heading)
    assert again.response.headers.get("Retry-After") == pause
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
    assert (page.status, page.heading) == (503, "This does not work just now")
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
