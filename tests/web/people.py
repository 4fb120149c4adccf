"""What people do at a browser in one go."""

from collections.abc import Mapping, Sequence

from flask import Flask
from sqlalchemy import select

from questions.items import Item
from quizapp.clock import now
from quizapp.models import Person
from quizapp.usecases.ask_question import Question, ask_question
from quizapp.web.extensions import db
from tests.learner import right_answer
from tests.web.browser import Browser, Page

PASSWORD = "lamp orbit velvet"


def signs_up(browser: Browser, name: str, words: str = "nursing") -> Browser:
    page = browser.open(f"/sign-up?words={words}")
    page = browser.send(page.form("/people"), {"name": [name], "password": [PASSWORD], "zone": ["Europe/Berlin"], "stay": ["1"]})
    assert page.path == ("/library" if words == "nursing" else "/today"), page.text
    return browser


def starts_everything(browser: Browser) -> Browser:
    page = browser.open("/library")
    page = browser.send(page.form("/studies"))
    assert page.path.startswith("/study/"), page.text
    return browser


def question_form(page: Page) -> str:
    """The number of the objective that a page asks about."""
    return page.form(r"/study/\d+/reviews").attributes["action"].split("/")[2]


def item_on(app: Flask, page: Page, name: str = "student") -> Item:
    """The item that a page asks, as the program writes it again."""
    with app.app_context():
        person = db.session.scalars(select(Person).where(Person.name == name)).one()
        asked = ask_question(db.session(), person, int(question_form(page)), now(), str(app.secret_key))
        assert isinstance(asked, Question)
        db.session.rollback()
        return asked.item


def answers(app: Flask, browser: Browser, page: Page, *, right: bool = True, sure: str | None = None, name: str = "student") -> Page:
    """Answer the question on a page, and see what is said of it."""
    form: Mapping[str, Sequence[str]] = right_answer(item_on(app, page, name).interaction) if right else {"dont-know": ["1"]}
    return browser.send(page.form(r"/study/\d+/reviews"), {**form, **({"sure": [sure]} if sure else {})})
