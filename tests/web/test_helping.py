"""Whoever helps somebody is told so on every page: by the choice of the visit or, with an account, by what it says."""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.models import Person, Review
from quizapp.web.extensions import db
from tests.web.browser import Browser, Page
from tests.web.people import PASSWORD, answers, starts_everything

TO_A_PATIENT = re.compile(r"\b(your (?!local|doctor about)\w+|you (?:get|may)|for you)\b", re.IGNORECASE)
"""But for the local emergency number, and what a section of the article is called."""
READ = ("basics", "tests", "treatments", "by-site", "questions", "recurrence")


@pytest.fixture
def helper(visitor: Browser) -> Browser:
    assert not visitor.open("/sign-up").has_form("/visits/ended")
    page = visitor.open("/sign-up?words=family")
    assert page.has_form("/visits/ended")
    assert "care team" in page.root.text()
    page = visitor.send(page.form("/people"), {"name": ["robin"], "password": [PASSWORD], "zone": ["Europe/Berlin"]})
    assert page.path == "/today"
    return visitor


def told(page: Page) -> list[str]:
    """What a page says to a patient."""
    return [page.text[max(0, found.start() - 30) : found.end() + 30] for found in TO_A_PATIENT.finditer(page.text)]


def is_told_as_a_helper(browser: Browser) -> bool:
    return "the person you help" in browser.open("/words").text


@pytest.mark.parametrize("path", [*(f"/topics/metastatic-cancer/{topic}" for topic in READ), "/words", "/words/metastatic-cancer/biopsy"])
def test_a_page_that_is_read_in_the_visit_of_a_helper_takes_nobody_for_the_patient(visitor: Browser, path: str) -> None:
    visitor.send(visitor.open("/self-test").form("/visits"), {"who": ["someone"]})
    assert told(visitor.open(path)) == []
    visitor.send(visitor.open("/self-test").form("/visits"), {"who": ["me"]})
    assert told(visitor.open(path))


def test_whoever_helps_finds_what_they_look_up_in_their_words(visitor: Browser) -> None:
    for who, asked in (("me", "What does your treatment depend on?"), ("someone", "What does the treatment depend on?")):
        visitor.send(visitor.open("/self-test").form("/visits"), {"who": [who]})
        page = visitor.open("/search?q=treatment")
        assert asked in page.text
        assert (told(page) == []) is (who == "someone")


def test_whoever_signs_up_for_someone_close_reads_and_is_asked_so(app: Flask, helper: Browser) -> None:
    assert is_told_as_a_helper(helper)
    for topic in READ:
        assert told(helper.open(f"/topics/metastatic-cancer/{topic}")) == []
    feedback = answers(app, helper, starts_everything(helper).open("/study?more=1"), right=False, name="robin")
    assert feedback.heading == "Here is the answer"
    with app.app_context():
        assert db.session.scalars(select(Review.audience)).one() == "family"
        assert db.session.scalars(select(Person.audience)).one() == "patient"


def test_settings_ask_patients_and_nobody_else_whom_they_learn_for(patient: Browser, student: Browser) -> None:
    page = patient.open("/settings")
    assert not is_told_as_a_helper(patient)
    patient.send(page.form("/settings"), {"who": ["someone"]})
    assert is_told_as_a_helper(patient)
    patient.send(page.form("/settings"), {"reviews_a_day": ["many"], "who": ["me"]})
    assert is_told_as_a_helper(patient), "what was refused changes nothing"
    patient.send(page.form("/settings"), {"who": ["me"]})
    assert not is_told_as_a_helper(patient)
    assert "Who you are learning for" not in student.open("/settings").text
    assert student.send(student.open("/settings").form("/settings"), {"who": ["someone"]}).status == 200
    assert not is_told_as_a_helper(student)


def test_in_a_visit_its_choice_goes_before_the_account_which_decides_everywhere_else(helper: Browser) -> None:
    helper.send(helper.open("/self-test").form("/visits"), {"who": ["me"]})
    assert told(helper.open("/doctor-questions"))
    assert is_told_as_a_helper(helper)


def test_a_visit_as_a_helper_makes_no_helper_of_an_account(patient: Browser, student: Browser) -> None:
    for other in (patient, student):
        other.send(other.open("/self-test").form("/visits"), {"who": ["someone"]})
        assert "the person you help" in other.open("/doctor-questions").text
        assert not is_told_as_a_helper(other)
        assert "the person you help" not in other.open("/today").text


def test_a_sign_up_that_is_refused_keeps_whom_it_is_for(visitor: Browser) -> None:
    page = visitor.send(visitor.open("/sign-up?words=family").form("/people"), {"name": ["robin"], "password": ["short"]})
    assert page.status == 422
    assert [one.attributes["value"] for one in page.root.all("input", name="words") if "checked" in one.attributes] == ["family"]
