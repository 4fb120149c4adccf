"""Taking out what is one's own, in the browser."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page

pytestmark = pytest.mark.every_database


def downloads(browser: Browser, name: str = "everything") -> Page:
    return browser.send(browser.open("/exports").form(f"/exports/{name}"))


def test_everything_about_a_person_is_two_links_away_from_the_settings(student: Browser) -> None:
    for path in ("/settings", "/account", "/account/erasure"):
        assert [link for link in student.open(path).root.all("a") if link.attributes["href"] == "/exports"], path
    page = downloads(student)
    assert page.status == 200
    assert page.response.mimetype == "application/zip"
    assert page.response.headers["Content-Disposition"] == "attachment; filename=quizapp-everything-2026-03-02.zip"
    assert page.response.headers["Cache-Control"] == "no-store"
    assert page.response.content_length == len(page.response.data)
    everything = json.loads(ZipFile(BytesIO(page.response.data)).read("everything.json"))
    assert [person["name"] for person in everything["people"]] == ["student"]
    assert everything["studies"]


def test_an_outsider_takes_out_what_is_the_outsiders(student: Browser, outsider: Browser) -> None:
    everything = json.loads(ZipFile(BytesIO(downloads(outsider).response.data)).read("everything.json"))
    assert [person["name"] for person in everything["people"]] == ["outsider"]
    assert everything["studies"] == []


def test_what_is_no_way_out_is_not_found(student: Browser) -> None:
    form = student.open("/exports").form("/exports/everything")
    form.attributes["action"] = "/exports/nothing"
    assert student.send(form).status == 404


def test_whoever_takes_it_out_again_and_again_is_asked_to_wait(student: Browser, clock: StandingClock) -> None:
    for _ in range(12):
        assert downloads(student).status == 200
    page = downloads(student)
    assert page.status == 429
    assert page.response.headers["Retry-After"] == "901"
    assert "Wait 15 minutes" in page.text
    clock.at = clock.at.replace(hour=21)
    assert downloads(student).status == 200
