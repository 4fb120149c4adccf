"""Taking a quiz at a browser."""

from collections.abc import Mapping, Sequence

from flask import Flask
from sqlalchemy import select

from questions.items import Item
from quizapp.models import Person
from quizapp.queries.attempts import Sheet, sheet
from quizapp.queries.items import item_in_attempt
from quizapp.web.extensions import db
from tests.learner import right_answer
from tests.web.browser import Browser, Page

BEGIN, ANSWER = "/practice/attempts", r"/practice/attempts/\d+/\d+"
EXAM = {"mode": ["exam"]}


def begins(browser: Browser, **chosen: Sequence[str]) -> Page:
    page = browser.open("/practice")
    return browser.send(page.form(BEGIN), chosen)


def sheet_of(app: Flask, attempt: int = 1, name: str = "student") -> Sheet:
    with app.app_context():
        person = db.session.scalars(select(Person.id).where(Person.name == name)).one()
        found = sheet(db.session(), person, attempt)
        assert found
        return found


def item_on(app: Flask, page: Page) -> Item:
    """The item that a page of the student's quiz asks."""
    attempt, position = page.form(ANSWER).attributes["action"].split("/")[-2:]
    with app.app_context():
        asked = sheet_of(app, int(attempt)).at(int(position))
        assert asked
        item = item_in_attempt(db.session(), asked.answer)
        assert item
        return item


def answers(app: Flask, browser: Browser, page: Page, *, right: bool = True, **more: Sequence[str]) -> Page:
    form: Mapping[str, Sequence[str]] = right_answer(item_on(app, page).interaction) if right else {"dont-know": ["1"]}
    return browser.send(page.form(ANSWER), {**form, **more})
