import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.models import Person
from quizapp.models.transactions import begin_writing, changing
from quizapp.web.extensions import db
from tests.web.browser import Browser, Page
from tests.web.test_languages import in_german

__all__ = ["in_german"]


def sets(browser: Browser, **given: str) -> Page:
    return browser.send(browser.open("/settings").form("/settings"), {name: [value] for name, value in given.items()})


def kept(page: Page) -> dict[str, str]:
    typed = page.form("/settings").all("input", type="text")
    return {one.attributes["name"]: one.attributes["value"] for one in typed if one.attributes["name"].endswith("_a_day")}


def test_a_limit_counts_at_once_for_the_queue_of_the_day(student: Browser) -> None:
    assert student.open("/today").heading == "10 questions for today"
    page = sets(student, reviews_a_day="7", new_a_day="3")
    assert page.path == "/settings"
    assert "Your settings are kept." in page.text
    assert kept(page) == {"reviews_a_day": "7", "new_a_day": "3"}
    assert student.open("/today").heading == "3 questions for today"


def test_what_is_wrong_is_said_on_top_and_at_the_field_and_nothing_typed_is_lost(student: Browser) -> None:
    page = sets(student, reviews_a_day="5", new_a_day="many", zone="Europe/Paris")
    assert page.status == 422
    assert page.title.startswith("Error: Settings")
    assert page.root.all("a", href="#new_a_day")[0].text() == "Type a number from 0 to 100."
    assert page.root.all("input", id="new_a_day")[0].attributes["aria-invalid"] == "true"
    assert kept(page) == {"reviews_a_day": "5", "new_a_day": "many"}
    zones = page.root.all("select", id="zone")[0].all("option")
    assert [zone.text() for zone in zones if "selected" in zone.attributes] == ["Europe/Paris"]
    assert kept(student.open("/settings")) == {"reviews_a_day": "60", "new_a_day": "10"}


def test_the_zone_that_somebody_has_is_offered_even_where_it_has_no_region(app: Flask, student: Browser) -> None:
    with app.app_context():

        def move() -> None:
            begin_writing(db.session())
            db.session.scalars(select(Person)).one().zone = "Etc/GMT+5"

        changing(db.session(), move)
    sets(student, reviews_a_day="20")
    with app.app_context():
        person = db.session.scalars(select(Person)).one()
        assert (person.zone, person.reviews_a_day) == ("Etc/GMT+5", 20)


def test_colours_and_text_size_are_set_on_the_same_page(student: Browser) -> None:
    page = student.send(student.open("/settings").form("/display"), {"theme": ["dark"]})
    assert page.path == "/settings"
    assert page.root.all("html")[0].attributes["data-theme"] == "dark"


def chooses(browser: Browser, **given: str) -> Page:
    return browser.send(browser.open("/settings").form("/settings/schedule"), {name: [value] for name, value in given.items()})


def test_another_way_of_coming_back_and_another_goal_are_kept_on_the_same_page(student: Browser) -> None:
    page = chooses(student, scheduler="fsrs", goal_recall="85")
    assert page.path == "/settings"
    assert "Your settings are kept." in page.text
    (way,) = [one for one in page.root.all("input", name="scheduler") if "checked" in one.attributes]
    assert way.attributes["value"] == "fsrs"
    assert "By your goal" in page.text
    assert page.root.all("input", id="goal_recall")[0].attributes["value"] == "85"


def test_a_goal_that_nobody_can_have_is_said_at_its_field_and_the_rest_of_the_page_stays(student: Browser) -> None:
    sets(student, reviews_a_day="33")
    page = chooses(student, scheduler="fsrs", goal_recall="100")
    assert page.status == 422
    assert page.root.all("a", href="#goal_recall")[0].text() == "Type a number from 70 to 97."
    assert page.root.all("input", id="goal_recall")[0].attributes["value"] == "100"
    assert page.root.all("input", id="reviews_a_day")[0].attributes["value"] == "33"


@pytest.mark.usefixtures("in_german")
def test_pages_are_read_in_the_language_that_is_chosen(student: Browser) -> None:
    page = student.open("/settings")
    assert [option.text() for option in page.root.all("select", id="language")[0].all("option")] == ["Deutsch", "English"]
    assert sets(student, language="de").root.all("html")[0].attributes["lang"] == "de"


def test_a_language_without_a_catalogue_is_not_offered(student: Browser) -> None:
    assert [option.text() for option in student.open("/settings").root.all("select", id="language")[0].all("option")] == ["English"]
    assert sets(student, language="tlh").status == 422


def test_the_page_leads_to_all_that_is_ones_own(student: Browser) -> None:
    page = student.open("/settings")
    for words in ("Account, password", "Questions flagged, resting or noted", "Your reports"):
        assert student.open(page.link(words)).status == 200


def test_an_outsider_sets_only_what_is_their_own(student: Browser, outsider: Browser) -> None:
    sets(outsider, reviews_a_day="7", new_a_day="7")
    assert kept(student.open("/settings")) == {"reviews_a_day": "60", "new_a_day": "10"}


def test_extra_time_is_set_with_the_rest_and_stands_ready_for_the_next_quiz(student: Browser) -> None:
    assert "Type a number from 0 to 200" in sets(student, extra_time="300").text
    sets(student, extra_time="50")
    assert student.open("/practice").root.all("input", id="extra")[0].attributes["value"] == "50"
