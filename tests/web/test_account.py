import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.models import Login, Person
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.people import PASSWORD

NEW = "velvet orbit lamp"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
FORMS = ["/account/name", "/account/email", "/account/password", "/account/codes", "/account/erasure"]


def signs_in(browser: Browser, name: str = "student", password: str = PASSWORD, **more: list[str]) -> Page:
    return browser.send(browser.open("/sign-in").form("/sessions"), {"name": [name], "password": [password], **more})


@pytest.fixture
def phone(app: Flask, student: Browser) -> Browser:
    """The student's other browser, in which she is signed in too."""
    client = app.test_client()
    client.environ_base["HTTP_USER_AGENT"] = FIREFOX
    browser = Browser(client)
    assert signs_in(browser).path == "/today"
    return browser


def cookie(browser: Browser) -> str:
    return browser.client.get_cookie("sid").value  # type: ignore[union-attr]


def test_the_account_is_one_link_away_from_every_page_of_who_is_signed_in(student: Browser, visitor: Browser) -> None:
    assert student.open(student.open("/library").link("Account")).heading == "Account"
    assert not [link for link in visitor.open("/about").root.all("a") if link.text() == "Account"]


def test_people_see_where_they_are_signed_in(student: Browser, phone: Browser, clock: StandingClock) -> None:
    clock.let_pass(hours=1)
    phone.open("/today")
    text = student.open("/account").text
    assert "Firefox, Windows" in text
    assert "Since 2 March 2026, 21:00, last used 2 March 2026, 22:00. Ends when the browser is closed." in text
    assert "A device we do not know – this one Since 2 March 2026, 21:00" in text


def test_people_sign_out_somewhere_else(student: Browser, phone: Browser) -> None:
    page = student.open("/account")
    page = student.send(page.form("/account/sessions/ended"))
    assert "That session has ended." in page.text
    assert not page.has_form("/account/sessions/.*")
    assert phone.open("/today").heading == "Sign in"
    assert student.open("/today").path == "/today"


def test_people_sign_out_everywhere_else(app: Flask, student: Browser, phone: Browser) -> None:
    signs_in(Browser(app.test_client()))
    page = student.open("/account")
    page = student.send(page.form("/account/sessions/others/ended"))
    assert "2 other sessions have ended." in page.text
    assert phone.open("/today").heading == "Sign in"


@pytest.mark.parametrize("handle", ["hers", "", "nonsense", "00" * 32])
def test_an_outsider_cannot_end_a_session_nor_tell_that_there_is_one(
    student: Browser, phone: Browser, outsider: Browser, handle: str
) -> None:
    form = student.open("/account").form("/account/sessions/ended")
    token = outsider.open("/account").root.all("input", name="csrf_token")[0].attributes["value"]
    hers = form.all("input", name="session")[0].attributes["value"]
    page = outsider.send(form, {"csrf_token": [token], "session": [hers if handle == "hers" else handle]})
    assert page.status == 404
    assert phone.open("/today").path == "/today"


def test_an_outsider_sees_nothing_of_somebody_elses_account(student: Browser, phone: Browser, outsider: Browser) -> None:
    page = outsider.open("/account")
    assert "student" not in page.text
    assert "Firefox" not in page.text


def test_a_sign_in_stays_when_asked_to_and_ends_with_the_browser_otherwise(app: Flask, student: Browser, clock: StandingClock) -> None:
    here, shared = Browser(app.test_client()), Browser(app.test_client())
    signs_in(here, stay=["1"])
    signs_in(shared)
    assert here.client.get_cookie("sid").max_age == 90 * 24 * 60 * 60  # type: ignore[union-attr]
    assert shared.client.get_cookie("sid").max_age is None  # type: ignore[union-attr]
    clock.let_pass(hours=12)
    assert here.open("/today").path == "/today"
    assert shared.open("/today").heading == "Sign in"


def test_the_box_is_as_it_was_left_when_a_sign_in_fails(visitor: Browser) -> None:
    page = signs_in(visitor, "nobody", stay=["1"])
    assert page.status == 422
    assert "checked" in page.root.all("input", id="stay")[0].attributes


def test_a_name_is_changed(student: Browser) -> None:
    page = student.open("/account/name")
    assert page.root.all("input", id="name")[0].attributes["value"] == "student"
    page = student.send(page.form("/account/name"), {"name": ["Nurse"], "password": [PASSWORD]})
    assert page.path == "/account"
    assert "Your name was changed." in page.text
    assert "Nurse" in page.text


def test_an_address_is_given_and_taken_away(student: Browser) -> None:
    page = student.open("/account/email")
    page = student.send(page.form("/account/email"), {"email": ["nurse@example.org"], "password": [PASSWORD]})
    assert "Your e-mail address was changed." in page.text
    assert "nurse@example.org" in page.text
    page = student.send(student.open("/account/email").form("/account/email"), {"email": [""], "password": [PASSWORD]})
    assert "Your e-mail address was taken away." in page.text


def test_the_page_says_that_recovery_codes_outlive_a_new_password(student: Browser) -> None:
    assert "Your recovery codes go on working." in student.open("/account/password").text


def test_a_new_password_ends_the_other_sessions_and_this_one_goes_on(student: Browser, phone: Browser) -> None:
    before = cookie(student)
    page = student.open("/account/password")
    page = student.send(page.form("/account/password"), {"password": [PASSWORD], "new": [NEW]})
    assert page.path == "/account"
    assert "Your password was changed." in page.text
    assert cookie(student) != before
    assert phone.open("/today").heading == "Sign in"
    assert signs_in(phone, password=NEW).path == "/today"


@pytest.mark.parametrize("path", FORMS)
def test_every_change_asks_for_the_present_password(student: Browser, visitor: Browser, path: str) -> None:
    page = student.send(
        student.open(path).form(path), {"password": ["wrong"], "new": [NEW], "name": ["Nurse"], "email": ["n@example.org"], "sure": ["1"]}
    )
    assert page.status == 422
    assert page.title.startswith("Error: ")
    assert "This is not your present password." in page.text
    assert "value" not in page.root.all("input", id="password")[0].attributes
    assert signs_in(visitor).path == "/today"


@pytest.mark.parametrize("path", FORMS)
def test_whoever_guesses_passwords_at_an_open_session_is_asked_to_wait(student: Browser, path: str) -> None:
    page, wrong = student.open(path), {"password": ["wrong"], "new": [NEW], "name": ["Nurse"], "sure": ["1"]}
    for _ in range(10):
        assert student.send(page.form(path), wrong).status == 422
    page = student.send(page.form(path), wrong)
    assert page.status == 429
    assert int(page.response.headers["Retry-After"]) > 0


def test_an_account_is_deleted_after_two_consents_and_a_word_is_said(app: Flask, student: Browser, phone: Browser) -> None:
    page = student.open("/account/erasure")
    page = student.send(page.form("/account/erasure"), {"password": [PASSWORD]})
    assert page.status == 422
    assert "Tick the box" in page.text
    page = student.send(page.form("/account/erasure"), {"password": [PASSWORD], "sure": ["1"]})
    assert page.path == "/"
    assert "Your account is gone, with everything that belonged to it." in page.text
    assert student.client.get_cookie("sid") is None
    assert phone.open("/today").heading == "Sign in"
    with app.app_context():
        assert [db.session.scalar(select(func.count()).select_from(table)) for table in (Person, Login)] == [0, 0]
