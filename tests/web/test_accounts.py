import os
import sqlite3
from zoneinfo import available_timezones

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from quizapp.letters import Letter, put_aside
from quizapp.settings import Settings
from quizapp.usecases.throttling import Purpose
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.people import PASSWORD, signs_up
from tests.web.test_account import signs_in


def test_a_first_question_is_two_taps_away_from_the_form(visitor: Browser) -> None:
    form = visitor.open("/sign-up?words=nursing").form("/people")
    library = visitor.send(form, {"name": ["student"], "password": [PASSWORD]})
    assert library.heading == "Library"
    question = visitor.send(library.form("/studies"))
    assert question.path.startswith("/study/")
    assert question.root.all("button", name="dont-know")


def chosen(page: Page, name: str) -> list[str]:
    """What is chosen on a page before anybody has chosen."""
    return [one.attributes["value"] for one in page.root.all("input", name=name) if "checked" in one.attributes]


def test_a_neutral_form_chooses_nothing_for_anybody_and_asks_for_the_choice(app: Flask, visitor: Browser) -> None:
    page = visitor.open("/sign-up")
    assert chosen(page, "words") == []
    page = visitor.send(page.form("/people"), {"name": ["newcomer"], "password": [PASSWORD]})
    assert page.status == 422
    assert page.link("Choose how facts are told to you.") == "#words"
    assert page.root.all("input", id="words")
    assert visitor.send(page.form("/people"), {"password": [PASSWORD], "words": ["nursing"]}).path == "/library"


@pytest.mark.parametrize(("said", "who"), [("nursing", None), ("patient", "me"), ("family", "someone")])
def test_the_form_knows_what_somebody_has_said_before(visitor: Browser, said: str, who: str | None) -> None:
    if who:
        visitor.send(visitor.open("/self-test").form("/visits"), {"who": [who]})
        assert chosen(visitor.open(visitor.open("/sign-in").link("Create an account")), "words") == [said]
    assert chosen(visitor.open(f"/sign-up?words={said}"), "words") == [said]


@pytest.mark.parametrize("words", ["nursing", "patient", "family"])
def test_nobody_stays_signed_in_who_has_not_asked_for_it(visitor: Browser, words: str) -> None:
    page = visitor.open(f"/sign-up?words={words}")
    assert chosen(page, "stay") == []
    visitor.send(page.form("/people"), {"name": ["newcomer"], "password": [PASSWORD]})
    cookie = visitor.client.get_cookie("sid")
    assert cookie
    assert cookie.expires is None


def test_after_signing_up_in_plain_words_one_button_leads_to_the_first_question(visitor: Browser) -> None:
    page = visitor.open("/sign-up?words=patient")
    page = visitor.send(page.form("/people"), {"name": ["newcomer"], "password": [PASSWORD]})
    assert page.heading == "You can begin now"
    main = page.root.all("main")[0]
    assert [one.text() for one in (*main.all("button", class_="button"), *main.all("a", class_="button"))] == ["Show me the first question"]
    page = visitor.send(page.form("/studies"))
    assert page.root.all("button", name="dont-know")
    assert visitor.open("/today").heading != "You can begin now"


def test_an_e_mail_address_is_a_name_too(visitor: Browser) -> None:
    assert signs_up(visitor, "nurse@example.org").open("/today").status == 200


def test_what_is_wrong_with_a_form_is_said_on_top_and_at_the_field(visitor: Browser) -> None:
    page = visitor.send(
        visitor.open("/sign-up?words=nursing").form("/people"), {"name": [""], "password": ["short"], "zone": ["Europe/Paris"]}
    )
    assert page.status == 422
    assert page.title.startswith("Error: Create an account")
    summary = page.root.all("div", class_="problems")[0]
    assert "autofocus" in summary.attributes
    for link in summary.all("a"):
        name = link.attributes["href"].removeprefix("#")
        (field,) = page.root.all("input", id=name)
        assert field.attributes["aria-invalid"] == "true"
        assert f"{name}-error" in field.attributes["aria-describedby"].split()
        assert page.root.all("p", id=f"{name}-error")[0].text() == link.text()
    assert len(summary.all("a")) == 2
    assert [option.text() for option in page.root.all("option") if "selected" in option.attributes] == ["Europe/Paris"]


def test_a_form_comes_back_filled_in_but_for_the_password(visitor: Browser) -> None:
    page = visitor.send(visitor.open("/sign-up?words=nursing").form("/people"), {"name": ["student"], "password": ["password"]})
    assert page.root.all("input", id="name")[0].attributes["value"] == "student"
    assert "value" not in page.root.all("input", id="password")[0].attributes


def test_a_name_is_somebodys_only_once(visitor: Browser, student: Browser) -> None:
    page = visitor.send(visitor.open("/sign-up?words=nursing").form("/people"), {"name": ["Student"], "password": [PASSWORD]})
    assert page.status == 422
    assert "Somebody has this name already" in page.text


def test_a_person_signs_out_and_in_again(student: Browser) -> None:
    page = student.open("/library")
    assert student.send(page.form("/sessions/end")).heading == "Understand how cancer spreads, and remember it"
    sign_in = student.open("/today")
    assert sign_in.heading == "Sign in"
    page = student.send(sign_in.form("/sessions"), {"name": ["student"], "password": [PASSWORD]})
    assert page.path == "/today"


@pytest.mark.parametrize(("name", "password"), [("student", "not the one"), ("nobody", PASSWORD)])
def test_a_sign_in_that_fails_never_says_which_half_was_wrong(visitor: Browser, student: Browser, name: str, password: str) -> None:
    page = visitor.send(visitor.open("/sign-in").form("/sessions"), {"name": [name], "password": [password]})
    assert page.status == 422
    assert page.title.startswith("Error: Sign in")
    assert "The name or the password is not right." in page.text


def test_whoever_guesses_passwords_is_asked_to_wait(visitor: Browser, student: Browser, clock: StandingClock) -> None:
    page = visitor.open("/sign-in")
    for _ in range(30):
        page = visitor.send(page.form("/sessions"), {"name": ["student"], "password": ["not the one"]})
        if page.status == 429:
            break
    assert page.status == 429
    assert page.root.all("h2", id="problems")[0].text() == "Please wait"
    clock.let_pass(hours=0.21)
    page = visitor.send(page.form("/sessions"), {"name": ["student"], "password": [PASSWORD]})
    assert page.response.headers["Retry-After"] == "145"
    assert "Wait 3 minutes, then try again." in page.text
    assert "“Forgotten your password?” below helps at once." in page.text
    clock.let_pass(hours=25)
    assert visitor.send(page.form("/sessions"), {"name": ["student"], "password": [PASSWORD]}).path == "/today"


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_but_to_this_site(visitor: Browser, student: Browser, target: str) -> None:
    page = visitor.open("/sign-in")
    page = visitor.send(page.form("/sessions"), {"name": ["student"], "password": [PASSWORD], "next": [target]})
    assert page.path == "/today"


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"])
def test_signing_up_leads_nowhere_but_to_this_site(visitor: Browser, target: str) -> None:
    page = visitor.open("/sign-up?words=nursing")
    page = visitor.send(page.form("/people"), {"name": ["newcomer"], "password": [PASSWORD], "next": [target]})
    assert page.path == "/library"


def test_who_turns_from_the_sign_in_to_the_sign_up_and_back_still_comes_to_what_they_asked_for(visitor: Browser, student: Browser) -> None:
    page = visitor.open(visitor.open("/join?code=ABCDEFGH").link("Create an account"))
    (elsewhere,) = {one.attributes["href"] for one in page.root.all("main")[0].all("a") if one.text() == "Sign in"}
    page = visitor.open(elsewhere)
    page = visitor.send(page.form("/sessions"), {"name": ["student"], "password": [PASSWORD]})
    assert page.path == "/join?code=ABCDEFGH"


def test_an_ended_session_is_worth_nothing_when_its_cookie_is_replayed(app: Flask, student: Browser) -> None:
    token = student.client.get_cookie("sid")
    assert token
    student.send(student.open("/library").form("/sessions/end"))
    thief = Browser(app.test_client())
    thief.client.set_cookie("sid", token.value)
    assert thief.open("/today").heading == "Sign in"


def test_whoever_is_signed_in_is_sent_on_from_both_forms(outsider: Browser) -> None:
    assert outsider.open("/sign-up").path == outsider.open("/sign-in").path == "/today"
    assert outsider.open("/sign-in?next=/account").path == "/account"
    assert outsider.open("/sign-in?next=//elsewhere.example").path == "/today"


def test_pages_look_after_signing_up_and_in_as_the_guest_had_chosen(visitor: Browser, student: Browser, app: Flask) -> None:
    chosen = {"theme": ["dark"], "text_size": ["138"], "keys": ["on"]}
    for come_in in (lambda browser: signs_up(browser, "newcomer"), lambda browser: signs_in(browser, "student")):
        browser = Browser(app.test_client())
        browser.send(browser.open("/display").form("/display"), chosen)
        come_in(browser)
        assert browser.open("/today").root.all("html")[0].attributes["data-theme"] == "dark"
    assert student.open("/today").root.all("html")[0].attributes["data-theme"] == "dark"


def test_an_account_that_is_not_made_whole_is_not_made_and_the_form_can_be_sent_again(app: Flask, visitor: Browser) -> None:
    chosen = {"theme": ["dark"], "text_size": ["138"], "keys": ["on"]}
    visitor.send(visitor.open("/display").form("/display"), chosen)
    left = ["once"]

    def cannot(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("UPDATE people") and left:
            left.clear()
            raise OperationalError(statement, {}, sqlite3.OperationalError("database or disk is full"))

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", cannot)
    fields = {"name": ["newcomer"], "password": [PASSWORD]}
    page = visitor.send(visitor.open("/sign-up?words=nursing").form("/people"), fields)
    assert (page.status, left) == (503, [])
    assert visitor.send(visitor.open("/sign-up?words=nursing").form("/people"), fields).path == "/library"


def test_making_another_account_ends_the_session_that_this_browser_had(app: Flask, visitor: Browser) -> None:
    form = visitor.open("/sign-up?words=nursing").form("/people")
    first = signs_up(visitor, "first").client.get_cookie("sid")
    assert first
    token = visitor.open("/library").root.all("input", name="csrf_token")[0].attributes["value"]
    fields = {"csrf_token": [token], "name": ["second"], "password": [PASSWORD]}
    assert visitor.send(form, fields).path == "/library"
    earlier = Browser(app.test_client())
    earlier.client.set_cookie("sid", first.value)
    assert earlier.open("/today").heading == "Sign in"


def test_signing_in_removes_the_letters_of_other_days(settings: Settings, visitor: Browser, student: Browser, clock: StandingClock) -> None:
    letter = put_aside(Letter(7, None, "", ""), settings.data, clock())
    os.utime(letter, (clock().timestamp(), clock().timestamp()))
    clock.let_pass(days=1, seconds=1)
    signs_in(visitor, "student")
    assert not letter.exists()


def test_a_name_that_is_too_long_is_told_so(visitor: Browser) -> None:
    page = visitor.send(visitor.open("/sign-up?words=nursing").form("/people"), {"name": ["x" * 255], "password": [PASSWORD]})
    assert page.status == 422
    assert "Type a shorter name, of 254 characters at most." in page.text


def test_accounts_without_end_are_not_made_from_one_address(visitor: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.usecases.sign_up.SIGN_UP", Purpose("sign-up", None, 2))
    for number in range(3):
        visitor.client.delete_cookie("sid")
        page = visitor.send(visitor.open("/sign-up?words=nursing").form("/people"), {"name": [f"ann{number}"], "password": [PASSWORD]})
    assert page.status == 429
    assert int(page.response.headers["Retry-After"]) > 0
    assert "Many accounts were made from here just now." in page.text


def test_every_zone_that_is_offered_is_one_that_can_be_kept(visitor: Browser) -> None:
    offered = [option.text() for option in visitor.open("/sign-up?words=nursing").root.all("option")]
    assert len(offered) > 300
    assert set(offered) <= available_timezones()
