"""A disk that is full, a database that cannot be written, and a foreign program that holds the lock."""

import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from urllib.error import HTTPError

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, create_engine, event, make_url, select, text
from werkzeug.test import TestResponse

from quizapp.models import Card, Review
from quizapp.models.engines import PATIENCE, keep_safely
from quizapp.models.migrations import take_back
from quizapp.models.sqlite import STRANGERS
from quizapp.queries.cards import state_of
from quizapp.queries.reviews import answered
from quizapp.scheduling.cards import fold
from quizapp.settings import Settings
from quizapp.web.extensions import db
from tests.amounts import LONG
from tests.program import fetch, free_port, refused, served
from tests.web.browser import Browser, Element, filled_in
from tests.web.people import signs_up, starts_everything
from tests.web.test_calendars import makes_an_address

pytestmark = pytest.mark.faults


@pytest.fixture
def student(app: Flask) -> Browser:
    return starts_everything(signs_up(Browser(app.test_client()), "student"))


def form_of(browser: Browser, objective: int) -> Element:
    return browser.open(f"/study/{objective}").form(r"/study/\d+/reviews")


def sends(browser: Browser, form: Element) -> TestResponse:
    """Say “I don’t know” to a question, and hear the very answer."""
    return browser.client.post(form.attributes["action"], data=filled_in(form) | {"dont-know": ["1"]})


def refuses_in_the_usual_look(answer: TestResponse) -> bool:
    assert answer.status_code == 503, answer.status_code
    assert int(answer.headers["Retry-After"]) > 0
    assert "Traceback" not in answer.text
    assert "<h1" in answer.text
    return True


def assert_whole(app: Flask, reviews: int) -> None:
    """The log holds so many reviews, and each card is what its log comes to."""
    with app.app_context():
        db.session.rollback()
        log = db.session.scalars(select(Review)).all()
        assert len(log) == reviews
        for card in db.session.scalars(select(Card)):
            assert state_of(card) == fold(answered(review) for review in log if review.objective_id == card.objective_id)
        if db.engine.dialect.name == "sqlite":
            assert db.session.scalar(text("PRAGMA integrity_check")) == "ok"


# No room left


@contextmanager
def no_room_left(app: Flask) -> Iterator[None]:
    """Let the file of the database grow no more."""
    with app.app_context():
        engine = db.engine

        def cap(raw: sqlite3.Connection, _: object) -> None:
            raw.execute(f"PRAGMA max_page_count = {raw.execute('PRAGMA page_count').fetchone()[0]}")

        engine.dispose()
        with closing(sqlite3.connect(str(engine.url.database))) as database:
            database.execute("VACUUM")  # or answers find room in pages that migrations have left free
        event.listen(engine, "connect", cap)
        yield
        event.remove(engine, "connect", cap)
        engine.dispose()


def test_on_a_full_disk_an_answer_is_not_taken_and_the_same_form_counts_when_there_is_room(app: Flask, student: Browser) -> None:
    if "sqlite" not in str(app.config["SQLALCHEMY_DATABASE_URI"]):
        pytest.skip("The disk of a PostgreSQL server is not ours to fill.")
    taken = 0
    with no_room_left(app):
        for objective in range(1, 140):
            form = form_of(student, objective)
            answer = sends(student, form)
            if answer.status_code != 303:
                break
            taken += 1
        assert refuses_in_the_usual_look(answer)
        assert student.open("/library").status == 200  # what needs no room goes on
        assert_whole(app, taken)
    assert sends(student, form).status_code == 303
    assert_whole(app, taken + 1)


# Read-only


def read_only(url: str) -> str:
    """The same database, for a program that may not write."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return f"sqlite:///file:{address.database}?mode=ro&uri=true"
    options = f"{address.query['options']} -cdefault_transaction_read_only=on"
    return address.update_query_dict({"options": options}).render_as_string(hide_password=False)


def test_a_database_that_can_only_be_read_is_read_and_what_would_be_kept_is_refused(
    app: Flask, settings: Settings, make_app: Callable[[Settings], Flask], student: Browser
) -> None:
    form = form_of(student, 1)
    calendar = makes_an_address(student)
    assert settings.database_url
    frozen = make_app(Settings(data=settings.data, database_url=read_only(settings.database_url)))
    visitor = Browser(with_the_cookies_of(student.client, frozen))
    assert visitor.open("/library").status == 200
    assert visitor.open("/study/1").status == 200
    assert visitor.client.get(calendar).status_code == 200  # that it was read cannot be counted
    assert refuses_in_the_usual_look(sends(visitor, form))
    assert_whole(app, 0)
    assert sends(student, form).status_code == 303
    assert_whole(app, 1)


def with_the_cookies_of(client: FlaskClient, app: Flask) -> FlaskClient:
    """The same browser at another program."""
    other = app.test_client()
    for name in ("sid", "quizapp"):
        cookie = client.get_cookie(name)
        assert cookie
        other.set_cookie(name, cookie.value)
    return other


def test_a_program_that_has_to_migrate_and_may_not_write_says_so_in_one_sentence(app: Flask, settings: Settings) -> None:
    with app.app_context():
        take_back(db.engine, "0003")
        db.engine.dispose()
    assert settings.database_url
    url = read_only(settings.database_url)
    said = refused("serve", "--data", settings.data, "--port", str(free_port()), QUIZAPP_DATABASE_URL=url)
    assert "cannot be used" in said
    assert "read" in said


@pytest.mark.skipif(sys.platform == "win32", reason="There is no queue.")
def test_where_the_queue_cannot_be_opened_what_was_filled_in_comes_back(app: Flask, student: Browser) -> None:
    database = make_url(str(app.config["SQLALCHEMY_DATABASE_URI"]))
    if database.get_backend_name() != "sqlite":
        pytest.skip("PostgreSQL has no such file.")
    form = form_of(student, 1)
    queue = Path(f"{database.database}-writers")
    queue.unlink(missing_ok=True)
    queue.mkdir()
    refused = sends(student, form)
    assert refuses_in_the_usual_look(refused)
    assert filled_in(form)["ticket"][0] in refused.text
    assert student.client.get("/readyz").status_code == 503
    queue.rmdir()
    assert sends(student, form).status_code == 303
    assert_whole(app, 1)


# A foreign program holds the lock


@contextmanager
def locked(settings: Settings, seconds: float) -> Iterator[None]:
    """A program that knows nothing of ours, and keeps the log of answers to itself for a while."""
    engine = create_engine(settings.database_url or "")
    held, over = threading.Event(), threading.Event()

    def hold() -> None:
        with engine.connect() as connection:
            lock(connection)
            held.set()
            over.wait(seconds)
            connection.rollback()

    def lock(connection: Connection) -> None:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("LOCK TABLE reviews IN ACCESS EXCLUSIVE MODE"))

    foreigner = threading.Thread(target=hold)
    foreigner.start()
    held.wait()
    try:
        yield
    finally:
        over.set()
        foreigner.join()
        engine.dispose()


def test_an_answer_waits_for_a_foreign_lock_of_a_second(app: Flask, settings: Settings, student: Browser) -> None:
    form = form_of(student, 1)
    began = time.monotonic()
    with locked(settings, 1.0):
        assert sends(student, form).status_code == 303
        assert time.monotonic() - began > 0.8
    assert_whole(app, 1)


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> float:
    """How long a writer waits: as long as people have it in the long run, else a moment."""
    seconds = PATIENCE if LONG else 0.7
    monkeypatch.setattr("quizapp.app.keep_safely", partial(keep_safely, patience=seconds))
    return seconds


def test_beyond_the_deadline_people_are_asked_to_send_what_they_filled_in_again(
    patience: float, app: Flask, settings: Settings, student: Browser
) -> None:
    form = form_of(student, 1)
    with locked(settings, 3 * PATIENCE):
        began = time.monotonic()
        refused = sends(student, form)
        waited = time.monotonic() - began
        assert 0.8 * min(patience, STRANGERS if "sqlite" in (settings.database_url or "") else patience) < waited < patience + 5
        assert refuses_in_the_usual_look(refused)
        assert filled_in(form)["ticket"][0] in refused.text  # nothing that was filled in is lost
        assert "dont-know" in refused.text
    assert_whole(app, 0)
    assert sends(student, form).status_code == 303
    assert_whole(app, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="There is no queue.")
def test_pages_that_only_read_answer_while_a_foreign_program_holds_the_lock_and_every_worker_has_a_writer(tmp_path: Path) -> None:
    with served(tmp_path) as address, closing(sqlite3.connect(tmp_path / "quizapp.sqlite3", isolation_level=None)) as foreigner:
        foreigner.execute("BEGIN IMMEDIATE")
        for patience in (5, 2):  # the second writer has heard of it
            writer = threading.Thread(target=_busy, args=(f"{address}readyz",))
            writer.start()
            time.sleep(0.1)
            began = time.monotonic()
            assert fetch(f"{address}healthz") == (200, "ok\n")
            assert fetch(f"{address}library")[0] == 200
            assert time.monotonic() - began < patience
            writer.join()


def _busy(address: str) -> None:
    """Ask for what writes, and hear that it is busy."""
    with pytest.raises(HTTPError, match="503"):
        fetch(address)
