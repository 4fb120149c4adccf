import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from quizapp.app import create_app
from quizapp.settings import Settings
from quizapp.web.extensions import db
from quizapp.web.log import network
from tests.program import OURS, fetch, served_and_heard
from tests.web.browser import Browser
from tests.web.people import answers, signs_up, starts_everything

ROOT = Path(__file__).parents[2]
Lines = list[dict[str, Any]]


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Callable[[], Lines]:
    """Tells the lines that were logged since it was last asked."""

    def told() -> Lines:
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    return told


def test_an_answer_is_one_line_without_what_was_asked_for(guest: FlaskClient, lines) -> None:
    lines()
    answer = guest.get("/study/7/reviews/12?token=secret", environ_base={"REMOTE_ADDR": "203.0.113.77"})
    [line] = lines()
    assert line.pop("ms") >= 0
    assert line == {
        "time": "2026-03-02T20:00:00.000+00:00",
        "level": "info",
        "event": "answer",
        "request": answer.headers["X-Request-ID"],
        "method": "GET",
        "route": "/study/<int:objective_id>/reviews/<int:turn>",
        "status": 303,
        "from": "203.0.113.0/24",
    }


def test_what_is_nowhere_is_logged_without_its_address(guest: FlaskClient, lines) -> None:
    lines()
    guest.open("/people/anna@example.org", method="TOLD-BY-ANNA")
    [line] = lines()
    assert (line["route"], line["status"], line["method"]) == (None, 404, "other")


@pytest.mark.parametrize(
    ("address", "logged"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:aaaa:bbbb:cccc::1", "2001:db8:aaaa::/48"),
        ("fe80::1%eth0", "fe80::/48"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("unix socket of anna", None),
        (None, None),
    ],
)
def test_of_an_address_only_the_network_is_logged(address: str | None, logged: str | None) -> None:
    assert network(address) == logged


def test_a_whole_visit_leaves_nothing_of_the_visitor_in_the_log(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = "198.51.100.23"
    browser = starts_everything(signs_up(Browser(client), "hildegard"))
    page = answers(app, browser, browser.open("/study"), sure="certain", name="hildegard")
    browser.send(page.form("/sessions/end"))
    browser.send(browser.open("/sign-in?next=/about").form("/sessions"), {"name": ["hildegard"], "password": ["wrong horse"]})
    with app.app_context(), db.engine.connect() as connection:
        kept = connection.execute(text("SELECT response, seed, template FROM reviews")).one()
    told = capsys.readouterr().err
    assert told.count("\n") > 10
    cookies = [str(cookie.value) for name in ("sid", "quizapp") if (cookie := client.get_cookie(name))]
    secrets = ["hildegard", "lamp orbit", "wrong horse", "198.51.100.23", "Berlin", "next=", "certain", str(app.secret_key)]
    for secret in (*secrets, *cookies, *kept):
        assert secret not in told
        assert json.dumps(secret)[1:-1] not in told


@pytest.mark.parametrize("broken", [KeyError("typed by hildegard"), ValueError("typed by hildegard")])
def test_a_fault_is_logged_with_its_places_but_not_with_what_was_typed(app: Flask, visitor: Browser, broken: Exception, lines) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    form = visitor.open("/sign-up?words=nursing").form("/people")

    def fails() -> str:
        try:
            raise broken
        except type(broken) as error:
            raise RuntimeError("hildegard again") from error

    app.view_functions["accounts.people"] = fails
    lines()
    visitor.send(form, {"name": ["hildegard"]})
    fault, answer = lines()
    assert (fault["event"], fault["level"], answer["status"]) == ("fault", "error", 500)
    assert fault["request"] == answer["request"]
    assert [error["kind"] for error in fault["errors"]] == ["builtins.RuntimeError", f"builtins.{type(broken).__name__}"]
    assert fault["errors"][0]["at"][-1].startswith("tests/web/test_log.py:")
    assert "hildegard" not in json.dumps(fault)


@pytest.mark.every_database
def test_a_fault_of_the_database_is_logged_by_its_code(app: Flask, visitor: Browser, lines) -> None:
    def fails() -> str:
        db.session.execute(text("SELECT * FROM nowhere WHERE name = :name"), {"name": "hildegard"})
        return ""

    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.view_functions["welcome.about"] = fails
    lines()
    assert visitor.open("/about").status in (500, 503)
    fault, _ = lines()
    assert fault["errors"][-1]["code"] in ("SQLITE_ERROR", "42P01")
    assert "hildegard" not in json.dumps(fault)


@pytest.mark.parametrize(("hops", "given", "taken"), [(1, "from-the-proxy", True), (0, "from-a-stranger", False), (1, "a\tb" * 20, False)])
def test_the_name_that_a_proxy_gives_a_request_is_kept(settings: Settings, hops: int, given: str, taken: bool) -> None:
    app = create_app(replace(settings, proxy_hops=hops))
    answer = app.test_client().get("/healthz", headers={"X-Request-ID": given})
    assert (answer.headers["X-Request-ID"] == given) is taken


def test_the_app_of_wsgi_logs_in_the_same_way(tmp_path: Path) -> None:
    asks = "from wsgi import app; app.test_client().get('/about?name=hildegard')"
    done = subprocess.run(
        [sys.executable, "-c", asks], cwd=ROOT, env=OURS | {"QUIZAPP_DATA": str(tmp_path)}, capture_output=True, text=True
    )
    [line] = done.stderr.splitlines()
    assert json.loads(line)["route"] == "/about"
    assert done.stdout == ""


def test_the_served_program_logs_each_answer_once_and_nothing_else(tmp_path: Path) -> None:
    with served_and_heard(tmp_path) as (address, said):
        fetch(address + "about?name=hildegard")
        with pytest.raises(HTTPError):
            fetch(address + "nowhere/hildegard")
        told = said()
    lines = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    assert [line["route"] for line in lines if line["route"] != "/healthz"] == ["/about", None]
    assert "hildegard" not in told
    assert len([line for line in told.splitlines() if not line.startswith("{")]) == 1
