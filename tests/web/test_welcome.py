import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

import quizapp.web
from tests.web.browser import Browser


def test_a_guest_reads_what_this_is_and_where_to_begin(visitor: Browser) -> None:
    page = visitor.open("/")
    assert page.heading == "Understand how cancer spreads, and remember it"
    assert page.link("Create an account") == "/sign-up?words=nursing"
    assert page.link("Sign in") == "/sign-in"


def test_whoever_is_signed_in_begins_with_the_day(student: Browser) -> None:
    assert student.open("/").path == "/today"


def test_an_outsider_begins_with_nothing_to_study(outsider: Browser) -> None:
    page = outsider.open("/")
    assert page.heading == "Nothing to study yet"
    assert page.link("Open the library") == "/library"


def test_whoever_answered_nothing_is_not_told_to_be_done(outsider: Browser) -> None:
    page = outsider.open("/study")
    assert page.heading == "Nothing to sum up yet"
    assert page.link("Back to today") == "/today"


def test_the_page_about_the_content_says_how_old_it_is(visitor: Browser) -> None:
    text = visitor.open("/about").text
    assert "carries no date" in text
    assert "No clinician has reviewed it" in text
    assert "not advice" in text


@pytest.mark.parametrize("path", ["/", "/about", "/help", "/sign-in", "/sign-up", "/library", "/nothing"])
def test_help_is_in_the_same_place_on_every_page(visitor: Browser, student: Browser, path: str) -> None:
    for somebody in (visitor, student):
        links = [link.attributes["href"] for link in somebody.open(path).root.all("footer")[0].all("a")]
        assert links[:2] == ["/help", "/about"]


@pytest.mark.parametrize("path", ["/accessibility", "/privacy"])
def test_without_a_contact_a_person_is_sent_to_who_gave_them_the_address(visitor: Browser, path: str) -> None:
    assert "Turn to whoever runs this site" in visitor.open(path).text


@pytest.mark.parametrize("path", ["/accessibility", "/privacy"])
@pytest.mark.parametrize(
    ("contact", "link"), [("ann@example.org", "mailto:ann@example.org"), ("https://example.org/contact", "https://example.org/contact")]
)
def test_a_contact_that_is_set_is_shown_where_people_look_for_it(app: Flask, visitor: Browser, path: str, contact: str, link: str) -> None:
    app.config["QUIZAPP"] = replace(app.config["QUIZAPP"], contact=contact)
    assert visitor.open(path).link(contact) == link


def test_the_page_on_privacy_says_who_sees_the_answers_of_somebody_in_a_course(visitor: Browser) -> None:
    text = visitor.open("/privacy").text
    assert "If you join a course, those who teach it see" in text
    assert text.index("those who teach it see") < text.index("Nobody else learns how you answer")


def test_every_page_leads_to_accessibility_privacy_and_terms(visitor: Browser, student: Browser) -> None:
    for page in (visitor.open("/"), student.open("/today")):
        assert (page.link("Accessibility"), page.link("Privacy and terms")) == ("/accessibility", "/privacy")


def test_the_list_of_keys_names_every_key_that_does_something(visitor: Browser) -> None:
    module = (Path(quizapp.web.__file__).parent / "static/study.js").read_text(encoding="utf-8")
    (table,) = re.findall(r"const KEYS = \{(.*?)\};", module)
    keys = {key.upper() for key in re.findall(r"(\w+): \"", table)} | {"1", "9", "Enter", "?"}
    assert {kbd.text() for kbd in visitor.open("/help").root.all("main")[0].all("kbd")} == keys
