"""The pages of progress: one sentence, a picture and a table for each figure; little to load, little to ask for."""

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.clock import now
from quizapp.models import Person
from quizapp.queries.sureness import confident_errors
from quizapp.web.extensions import db
from quizapp.web.progress.mistakes import MOST
from tests.web.browser import Browser, Page
from tests.web.buttons import assert_as_many_come_as_said
from tests.web.practice.taking import sheet_of
from tests.web.progress.filling import answers_much, asked_of_the_database, has_answered_more

pytestmark = pytest.mark.every_database

PAGES = {
    "/progress": ["topics"],
    "/progress/days": ["coming", "days"],
    "/progress/memory": ["fading", "retention", "calibration"],
    "/progress/mistakes": ["hardest"],
}
MOST_ASKED = 15


def figures(page: Page) -> dict[str, bool]:
    """The figures of a page, and whether each has a picture."""
    found = {}
    for figure in page.root.all("figure"):
        pictures = [svg for svg in figure.all("svg") if svg.attributes.get("role") == "img"] + [
            tracks for tracks in figure.all("ul") if tracks.attributes.get("class") == "tracks"
        ]
        found[figure.attributes["aria-labelledby"]] = bool(pictures)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_whoever_has_just_begun_is_told_what_to_do_next(outsider: Browser, path: str) -> None:
    page = outsider.open(path)
    assert figures(page) == dict.fromkeys(PAGES[path], False)
    for figure in page.root.all("figure"):
        assert [link for link in figure.all("a") if link.attributes["href"] in ("/today", "/library")]
        assert not figure.all("table")


@pytest.mark.parametrize("path", PAGES)
def test_each_figure_has_a_sentence_a_picture_and_its_table(app: Flask, student: Browser, path: str) -> None:
    answers_much(app, student, 30, 8)
    page = student.open(path)
    assert figures(page) == dict.fromkeys(PAGES[path], True)
    for figure in page.root.all("figure"):
        (caption,) = figure.all("figcaption")
        assert caption.all("p")[0].text().endswith(".")
        (table,) = figure.all("table")
        columns = len(table.all("th", scope="col"))
        rows = [row for row in table.all("tr") if row.all("td")]
        assert rows
        assert all(len(row.all("th", scope="row")) == 1 and len(row.all("td")) == columns - 1 for row in rows)


@pytest.mark.parametrize("path", PAGES)
def test_what_is_asked_of_the_database_does_not_grow_with_what_was_learned(app: Flask, student: Browser, path: str) -> None:
    answers_much(app, student, 3, 3)
    student.open(path)
    with asked_of_the_database(app) as few:
        student.open(path)
    has_answered_more(app, 60, 12)
    with asked_of_the_database(app) as many:
        student.open(path)
    assert len(few) == len(many) <= MOST_ASKED


def test_a_topic_and_what_was_certain_and_wrong_lead_to_reading_and_practising(app: Flask, student: Browser) -> None:
    answers_much(app, student, 30, 8)
    assert student.open(student.open("/progress").link("What metastatic cancer is")).status == 200
    page = student.open("/progress/mistakes")
    assert "certain of" in page.text
    read = [link for link in page.root.all("a") if link.text().startswith("Read “")]
    assert read
    assert student.open(read[0].attributes["href"]).status == 200


@pytest.mark.parametrize("words", [r"Practise (\d+) of these mistakes", r"Practise (\d+) of these"])
def test_what_was_missed_is_practised_in_as_many_questions_as_the_button_says(app: Flask, student: Browser, words: str) -> None:
    answers_much(app, student, 30, 8)
    assert_as_many_come_as_said(student, student.open("/progress/mistakes"), words)


def test_the_button_under_what_was_certain_and_wrong_asks_nothing_else(app: Flask, student: Browser) -> None:
    answers_much(app, student, 30, 8)
    page = student.open("/progress/mistakes")
    assert student.send(page.form("/progress/mistakes/practice")).path == "/practice/attempts/1/1"
    with app.app_context():
        person = db.session.scalars(select(Person.id).where(Person.name == "student")).one()
        listed = [one.objective_id for one in confident_errors(db.session(), person, now())[:MOST]]
    asked = {one.objective.id for one in sheet_of(app).asked}
    assert asked <= set(listed)
    assert (len(asked) < len(listed)) == ("in the quiz: " in page.text)


def test_an_outsider_sees_nothing_of_it(app: Flask, student: Browser, outsider: Browser) -> None:
    before = {path: outsider.open(path).root.all("main")[0].text() for path in PAGES}
    answers_much(app, student, 10, 4)
    assert {path: outsider.open(path).root.all("main")[0].text() for path in PAGES} == before


def test_progress_stands_in_the_bar_on_top_for_whoever_is_signed_in(student: Browser, visitor: Browser) -> None:
    assert student.open("/today").link("Progress") == "/progress"
    assert not [link for link in visitor.open("/").root.all("a") if link.text() == "Progress"]


def test_whoever_has_started_topics_and_answered_nothing_is_led_to_today(student: Browser) -> None:
    assert student.open("/progress").link("Go to today") == "/today"
