"""The picture quiz is for everybody, tells no key, and keeps nothing."""

import re

import pytest
from flask import Flask
from sqlalchemy import func, select

from questions.bank import shipped_banks
from questions.interactions import AnyOf, OneOf, Option
from questions.knowledge import Knowledge
from questions.picturing import Picture, picture
from questions.readers.toml_files import read_bank
from quizapp.models import Base
from quizapp.web.extensions import db
from tests.web.browser import Browser, Page, filled_in

QUIZ = "/maps/metastatic-cancer/spread/quiz"
ARTICLE = Knowledge(read_bank(next(folder for folder in shipped_banks() if folder.name == "metastatic-cancer")))


def address(page: Page, **changes: str) -> str:
    """Where the form on a page leads, filled in as it stands but for these changes."""
    fields = {**{name: values[0] for name, values in filled_in(page.form(QUIZ)).items()}, **changes}
    return QUIZ + "?" + "&".join(f"{name}={value}" for name, value in fields.items())


def offered(shown: Picture) -> tuple[Option, ...]:
    interaction = shown.item.interaction
    assert isinstance(interaction, OneOf | AnyOf)
    return interaction.options


def right_answers(page: Page) -> str:
    seed, number = (filled_in(page.form(QUIZ))[name][0] for name in ("seed", "n"))
    shown = picture(ARTICLE, "spread", f"{seed}/{number}")
    return "&".join(f"answer={option.id}" for option in offered(shown) if option.correct)


def rows(app: Flask) -> dict[str, int]:
    with app.app_context():
        return {
            table.name: db.session.execute(select(func.count()).select_from(table)).scalar_one() for table in Base.metadata.sorted_tables
        }


@pytest.mark.parametrize("who", ["guest", "student"])
def test_a_round_of_right_answers_ends_in_five_of_five_and_keeps_nothing(app: Flask, cast: dict[str, Browser], who: str) -> None:
    browser, before = cast[who], rows(app)
    page = browser.open(QUIZ)
    for number in range(1, 6):
        assert f"Picture {number} of 5" in page.text
        page = browser.open(f"{address(page)}&{right_answers(page)}")
        assert page.heading == ("Yes, that is it" if who == "guest" else "Right")
        page = browser.open(page.link("Next picture" if number < 5 else "See how it went"))
    assert page.heading == ("You looked at 5 pictures" if who == "guest" else "You got 5 of 5")
    assert rows(app) == before


def test_not_knowing_shows_the_answer_and_counts_as_none(visitor: Browser) -> None:
    page = visitor.open(address(visitor.open(QUIZ), **{"dont-know": "1"}))
    assert page.heading == "Here is the answer"
    assert "correct" not in page.text
    assert "right=0" in page.link("Next picture")


def test_nothing_picked_is_said_at_the_field(visitor: Browser) -> None:
    page = visitor.open(address(visitor.open(QUIZ)))
    assert page.title.startswith("Error: ")
    assert page.has_form(QUIZ)


def test_a_reload_shows_the_same_picture(visitor: Browser) -> None:
    page = visitor.open(QUIZ)
    assert visitor.open(page.path).text == page.text


@pytest.mark.parametrize(
    "query", ["?n=0", "?n=7", "?n=2&right=2", "?n=x", "?n=%C2%B2", "?seed=../../x", "?n=1&right=0&seed=zzz", "?n=11&right=0"]
)
def test_an_address_that_cannot_be_begins_a_new_round(visitor: Browser, query: str) -> None:
    page = visitor.open(QUIZ + query)
    assert page.status == 200
    assert "Picture 1 of 5" in page.text


def test_a_picture_of_a_bank_that_has_changed_begins_a_new_round(visitor: Browser) -> None:
    page = visitor.open(QUIZ)
    assert re.search("seed=([0-9a-f]+)", visitor.open(address(page, **{"bank-revision": "0" * 12})).path)[1] not in page.path  # type: ignore[index]


def test_a_question_holds_no_key_and_names_nothing_that_it_asks_for(visitor: Browser) -> None:
    for number in range(12):
        seed = f"{number:012x}"
        shown = picture(ARTICLE, "spread", f"{seed}/1")
        page = visitor.open(f"{QUIZ}?seed={seed}&n=1&right=0&bank-revision={ARTICLE.bank.revision[:12]}")
        asked = page.root.all("details")[0].text().casefold()
        images = " ".join(svg.attributes["aria-label"] for svg in page.root.all("svg", role="img")).casefold()
        keys = [option.text.casefold() for option in offered(shown) if option.correct]
        assert not [key for key in keys if key in asked or key in images], (shown.way, asked)
        if not shown.subject:
            assert all(ARTICLE.terms[term].name in asked for term in shown.lit)
        assert "correct" not in page.response.text
