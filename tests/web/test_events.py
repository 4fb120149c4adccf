"""What an operator can tell from the log when somebody tries to get in, or to get at what is not theirs."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from tests.web.browser import Browser
from tests.web.people import PASSWORD
from tests.web.test_account import signs_in

Event = tuple[str, str | None, int]


@pytest.fixture
def events(capsys: pytest.CaptureFixture[str]) -> Callable[[], list[Event]]:
    """What was asked for since, by method and route, and what it came to."""

    def told() -> list[Event]:
        lines: list[dict[str, Any]] = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
        assert all(line["time"].endswith("+00:00") and line["from"] and line["request"] for line in lines)
        return [(line["method"], line["route"], line["status"]) for line in lines]

    return told


def test_signing_in_and_failing_to_are_told_apart(app: Flask, student: Browser, events: Callable[[], list[Event]]) -> None:
    visitor = Browser(app.test_client())
    events()
    signs_in(visitor, password="wrong horse")
    signs_in(visitor)
    assert [event for event in events() if event[0] == "POST"] == [("POST", "/sessions", 422), ("POST", "/sessions", 303)]


def test_whoever_guesses_on_and_on_is_seen_to_be_refused(visitor: Browser, events: Callable[[], list[Event]]) -> None:
    for _ in range(11):
        signs_in(visitor, "nobody", "wrong horse")
    assert events()[-1] == ("POST", "/sessions", 429)


def test_a_change_of_how_somebody_gets_in_is_seen(student: Browser, events: Callable[[], list[Event]]) -> None:
    events()
    for password in ("wrong horse", PASSWORD):
        student.send(student.open("/account/password").form("/account/password"), {"password": [password], "new": ["velvet orbit lamp"]})
    assert [event for event in events() if event[0] == "POST"] == [("POST", "/account/password", 422), ("POST", "/account/password", 303)]


def test_what_is_refused_is_seen(visitor: Browser, outsider: Browser, events: Callable[[], list[Event]]) -> None:
    events()
    visitor.client.get("/today")
    outsider.client.get("/study/1/reviews/1")
    visitor.client.post("/sessions", headers={"Sec-Fetch-Site": "cross-site"})
    visitor.client.post("/sessions")
    visitor.client.post("/sessions", data={"x": "x" * 300_000})
    assert events() == [
        ("GET", "/today", 303),
        ("GET", "/study/<int:objective_id>/reviews/<int:turn>", 404),
        ("POST", "/sessions", 403),
        ("POST", "/sessions", 400),
        ("POST", "/sessions", 413),
    ]
