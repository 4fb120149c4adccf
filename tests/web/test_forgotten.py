import json
import re
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, func, select, update

from quizapp.app import create_app
from quizapp.clock import told_by
from quizapp.models import Person, ResetLink
from quizapp.models.engines import WRITING
from quizapp.settings import Settings
from quizapp.web.extensions import db
from tests.mail_server import mail_server
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.people import PASSWORD, signs_up

NEW = "velvet orbit lamp"


def asks(browser: Browser, name: str) -> Page:
    page = browser.open("/forgotten")
    page = browser.send(page.form("/letters"), {"name": [name]})
    written()
    return page


def written() -> None:
    """Wait until the letters that were asked for are written."""
    for thread in threading.enumerate():
        if thread.name == "letter":
            thread.join()


def letters(settings: Settings) -> list[Path]:
    return sorted((settings.data / "letters").glob("*.txt"))


def link_in(text: str) -> str:
    return re.search(r"\S*/reset-links/\S+", text)[0]  # type: ignore[index]


@pytest.fixture
def link(settings: Settings, visitor: Browser, student: Browser) -> str:
    """The path of a link in a letter to the student."""
    asks(visitor, "student")
    (letter,) = letters(settings)
    return link_in(letter.read_text()).removeprefix("http://localhost")


def test_who_has_forgotten_their_password_gets_in_by_a_letter(visitor: Browser, student: Browser, link: str) -> None:
    page = visitor.open(link)
    assert page.heading == "Set a new password"
    assert page.response.headers["Cache-Control"] == "no-store"
    page = visitor.send(page.form("/reset-links/.+"), {"new": [NEW]})
    assert page.path == "/today"
    assert "Your password was changed. Wherever else you were signed in, you are not any more." in page.text
    assert student.open("/today").heading == "Sign in"
    page = student.send(student.open("/sign-in").form("/sessions"), {"name": ["student"], "password": [NEW]})
    assert page.path == "/today"


def test_a_link_is_not_used_up_by_being_looked_at_but_by_being_used(app: Flask, visitor: Browser, link: str) -> None:
    other = Browser(app.test_client())
    late = other.open(link).form("/reset-links/.+")
    form = visitor.open(link).form("/reset-links/.+")
    assert visitor.send(form, {"new": ["short"]}).status == 422
    assert visitor.send(form, {"new": [NEW]}).path == "/today"
    for page in (visitor.open(link), other.send(late, {"new": [PASSWORD]})):
        assert page.status == 410
        assert page.heading == "This link does not work any more"


def test_a_letter_bears_the_moment_from_which_its_link_counts(
    app: Flask, settings: Settings, visitor: Browser, student: Browser, clock: StandingClock
) -> None:
    def ticks() -> datetime:
        clock.let_pass(seconds=1)
        return clock.at

    with told_by(ticks):
        asks(visitor, "student")
    (letter,) = letters(settings)
    with app.app_context():
        made_at = db.session.scalars(select(ResetLink)).one().made_at
    assert letter.name.split("-", 1)[1].startswith(f"{made_at:%Y%m%d-%H%M%S}")


def test_a_link_ends_after_an_hour(visitor: Browser, link: str, clock: StandingClock) -> None:
    clock.let_pass(minutes=61)
    assert visitor.open(link).status == 410


@pytest.mark.parametrize("token", ["nonsense", "1.nonsense", "0." + "x" * 43])
def test_a_link_that_nobody_was_sent_says_what_one_that_is_over_says(visitor: Browser, link: str, token: str) -> None:
    page = visitor.open(f"/reset-links/{token}")
    assert (page.status, page.heading) == (410, "This link does not work any more")


def test_the_page_says_the_same_of_a_name_that_nobody_has(visitor: Browser, outsider: Browser, settings: Settings) -> None:
    known, unknown = asks(visitor, "outsider"), asks(visitor, "nobody")
    assert known.path == unknown.path == "/letters"
    assert re.sub(r'value="[^"]*"', "", known.response.text) == re.sub(r'value="[^"]*"', "", unknown.response.text)
    assert len(letters(settings)) == 1


def test_the_answer_does_not_wait_for_the_letter(app: Flask, settings: Settings, visitor: Browser, outsider: Browser) -> None:
    """No row of people or links is touched before the answer: all of that happens in a thread of its own."""
    page = visitor.open("/forgotten")
    seen: list[str] = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *said: seen.append(f"{threading.current_thread().name}: {said[2]}"))
    visitor.send(page.form("/letters"), {"name": ["outsider"]})
    written()
    ours = [statement for statement in seen if not statement.startswith("letter: ")]
    assert not [statement for statement in ours if "people" in statement or "reset_links" in statement]
    assert [statement for statement in seen if statement.startswith("letter: ") and "reset_links" in statement]


def test_a_letter_that_cannot_be_written_is_one_line_in_the_log_and_no_more(
    app: Flask, settings: Settings, visitor: Browser, outsider: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    with app.app_context():
        engine = db.engine

    def is_full(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if "reset_links" in statement:
            raise sqlite3.OperationalError("database or disk is full")

    event.listen(engine, "before_cursor_execute", is_full)
    assert asks(visitor, "outsider").status == 200
    said = [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()]
    assert "A letter was not written while the database could not be." in said
    assert letters(settings) == []


def test_what_else_fails_at_a_letter_is_one_line_in_the_log(
    app: Flask, visitor: Browser, outsider: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    with app.app_context():
        engine = db.engine

    def fails(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if "reset_links" in statement:
            raise KeyError("ours")

    event.listen(engine, "before_cursor_execute", fails)
    assert asks(visitor, "outsider").status == 200
    (line,) = [line for line in map(json.loads, capsys.readouterr().err.splitlines()) if line["level"] == "error"]
    assert line["event"] == "A letter could not be written."
    assert [error["kind"] for error in line["errors"]] == ["builtins.KeyError"]


def test_letters_are_asked_for_three_times_and_then_a_wait(visitor: Browser) -> None:
    for _ in range(3):
        assert asks(visitor, "nobody").status == 200
    page = asks(visitor, "nobody")
    assert page.status == 429
    assert page.title.startswith("Error: Forgotten your password?")
    assert int(page.response.headers["Retry-After"]) > 0


def test_no_name_is_a_mistake_in_the_form(visitor: Browser) -> None:
    page = asks(visitor, " ")
    assert page.status == 422
    assert page.title.startswith("Error: ")


@pytest.mark.parametrize(
    ("host", "base"),
    [
        ("evil.example", ""),
        ("localhost.evil.example", ""),
        ("localhost:5000", "http://localhost:5000"),
        ("[::1]:5000", "http://[::1]:5000"),
    ],
)
def test_a_link_never_leads_where_the_browser_says_the_pages_are(
    app: Flask, visitor: Browser, outsider: Browser, settings: Settings, host: str, base: str
) -> None:
    token = visitor.open("/forgotten").root.all("input", name="csrf_token")[0].attributes["value"]
    headers = {"Host": host, "Cookie": f"quizapp={visitor.client.get_cookie('quizapp').value}"}  # type: ignore[union-attr]
    answer = app.test_client(use_cookies=False).post("/letters", data={"csrf_token": token, "name": "outsider"}, headers=headers)
    written()
    assert answer.status_code == 303
    (letter,) = letters(settings)
    assert link_in(letter.read_text()).startswith(f"{base}/reset-links/")
    assert "evil" not in letter.read_text()


Mailing = Callable[..., Browser]


@pytest.fixture
def mailing(app: Flask, settings: Settings) -> Iterator[Mailing]:
    """A guest of the same program where a mail server is set."""
    made: list[Flask] = []

    def mailing(server: str) -> Browser:
        made.append(create_app(replace(settings, address="https://quiz.example.org", mail_server=server)))
        return Browser(made[-1].test_client())

    yield mailing
    for one in made:
        with one.app_context():
            db.engine.dispose()


def test_who_has_an_address_gets_the_letter_by_mail_and_it_leads_to_the_address_that_is_set(
    app: Flask, settings: Settings, mailing: Mailing
) -> None:
    signs_up(Browser(app.test_client()), "ann@example.org")
    with mail_server() as server:
        asks(mailing(f"smtp://{server.address}"), "ANN@example.org")
    (letter,) = server.letters
    assert letter["To"] == "ann@example.org"
    assert letter["From"] == "quizapp@quiz.example.org"
    assert link_in(letter.get_content()).startswith("https://quiz.example.org/reset-links/")
    assert letters(settings) == []


def test_a_letter_that_the_mail_server_does_not_take_is_put_aside(app: Flask, settings: Settings, mailing: Mailing) -> None:
    signs_up(Browser(app.test_client()), "ann@example.org")
    with mail_server(refuses=True) as server:
        asks(mailing(f"smtp://{server.address}"), "ann@example.org")
    assert server.letters == []
    assert len(letters(settings)) == 1


@pytest.mark.parametrize("email", [".:@b.c", ":;@b.c", "().V@[x.c"])
def test_a_letter_to_an_address_that_cannot_be_written_down_is_put_aside(
    app: Flask, settings: Settings, mailing: Mailing, outsider: Browser, email: str
) -> None:
    with app.app_context():
        db.session.connection(execution_options=WRITING)
        db.session.execute(update(Person).values(email=email, email_key=email))  # as some were accepted once
        db.session.commit()
    with mail_server() as server:
        asks(mailing(f"smtp://{server.address}"), "outsider")
    assert server.letters == []
    assert len(letters(settings)) == 1


def test_who_has_no_address_gets_a_letter_through_the_administrator(settings: Settings, mailing: Mailing, outsider: Browser) -> None:
    with mail_server() as server:
        asks(mailing(f"smtp://{server.address}"), "outsider")
    assert server.letters == []
    assert len(letters(settings)) == 1


def test_a_recovery_code_sets_a_new_password(visitor: Browser, student: Browser) -> None:
    form = student.open("/account/codes").form("/account/codes")
    page = student.send(form, {"password": [PASSWORD]})
    assert page.status == 201
    assert "Codes made earlier do not work any more." in page.text
    again = student.send(form, {"password": [PASSWORD]})  # as by a reload: what is on paper goes on working
    assert (again.status, again.heading) == (409, "Your codes were shown already")
    assert again.link("Make other codes") == "/account/codes"
    codes = [code.text() for code in page.root.all("code")]
    assert len(codes) == 10
    assert codes[0] not in student.open("/account/codes").text
    fields = {"name": ["student"], "code": [codes[0]], "new": [NEW]}
    page = visitor.send(visitor.open("/recovery").form("/recoveries"), fields)
    assert page.path == "/today"
    assert "Your password was changed." in page.text
    assert student.open("/today").heading == "Sign in"
    page = visitor.send(visitor.open("/recovery").form("/recoveries"), fields)
    assert page.status == 422
    assert "the code was used before" in page.text


@pytest.mark.parametrize("way", ["link", "code"])
def test_whoever_was_signed_in_here_before_is_signed_out_for_good(
    app: Flask, settings: Settings, student: Browser, outsider: Browser, way: str
) -> None:
    before = outsider.client.get_cookie("sid").value  # type: ignore[union-attr]
    if way == "link":
        asks(outsider, "student")
        (letter,) = letters(settings)
        page = outsider.open(link_in(letter.read_text()).removeprefix("http://localhost"))
        page = outsider.send(page.form("/reset-links/.+"), {"new": [NEW]})
    else:
        made = student.send(student.open("/account/codes").form("/account/codes"), {"password": [PASSWORD]})
        code = made.root.all("code")[0].text()
        fields = {"name": ["student"], "code": [code], "new": [NEW]}
        page = outsider.send(outsider.open("/recovery").form("/recoveries"), fields)
    assert page.path == "/today"
    other = Browser(app.test_client())
    other.client.set_cookie("sid", before)
    assert other.open("/today").heading == "Sign in"


def test_a_wrong_code_and_a_name_that_nobody_has_are_told_apart_by_nothing(visitor: Browser, outsider: Browser) -> None:
    said = set()
    for name in ("outsider", "nobodyx"):
        page = visitor.send(visitor.open("/recovery").form("/recoveries"), {"name": [name], "code": ["AAAA"], "new": [NEW]})
        assert page.status == 422
        said.add(re.sub(r'value="[^"]*"', "", page.response.text))
    assert len(said) == 1


def test_nothing_is_kept_of_a_letter_that_nobody_can_get(app: Flask, visitor: Browser) -> None:
    asks(visitor, "nobody")
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(ResetLink)) == 0
        assert db.session.scalar(select(func.count()).select_from(Person)) == 0
