import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from quizapp.app import content_hash
from quizapp.settings import Settings
from quizapp.web.roles import check_roles


def test_the_app_does_not_start_with_a_route_that_does_not_say_who_may_use_it(app: Flask) -> None:
    check_roles(app)
    app.view_functions["anybody"] = lambda: "open"
    with pytest.raises(LookupError, match="anybody"):
        check_roles(app)


def test_the_app_answers_that_it_is_there(guest: FlaskClient) -> None:
    answer = guest.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


def test_a_static_file_may_be_kept_for_a_year_since_its_address_changes_with_it(guest: FlaskClient) -> None:
    address = re.search(r'href="(/static/[0-9a-f]{12}/app\.css)"', guest.get("/").text)
    assert address
    with guest.get(address[1]) as answer:
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert guest.get("/static/000000000000/app.css").status_code == 404


def test_the_address_of_static_files_changes_with_what_any_of_them_holds_or_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a")
    first = content_hash(tmp_path)
    assert content_hash(tmp_path) == first
    (tmp_path / "a.css").write_text("b")
    second = content_hash(tmp_path)
    (tmp_path / "a.css").rename(tmp_path / "b.css")
    assert len({first, second, content_hash(tmp_path)}) == 3


def test_a_form_that_is_too_large_is_refused(guest: FlaskClient) -> None:
    assert guest.post("/people", data={"name": "x" * 300_000}).status_code == 413


@pytest.mark.parametrize(("hops", "seen"), [(0, "127.0.0.1"), (1, "203.0.113.9"), (2, "198.51.100.7")])
def test_the_address_of_a_visitor_is_taken_from_as_many_proxies_as_are_set(
    make_app: Callable[[Settings], Flask], settings: Settings, hops: int, seen: str
) -> None:
    app = make_app(replace(settings, proxy_hops=hops))
    app.add_url_rule("/address", view_func=lambda: request.remote_addr or "")
    assert app.test_client().get("/address", headers={"X-Forwarded-For": "198.51.100.7, 203.0.113.9"}).text == seen


def test_the_key_of_the_settings_counts_before_the_one_that_is_kept(make_app: Callable[[Settings], Flask], settings: Settings) -> None:
    assert make_app(replace(settings, secret_key="k" * 32)).secret_key == "k" * 32
    assert not (settings.data / "secret-key").exists()
    assert make_app(settings).secret_key == (settings.data / "secret-key").read_text()
