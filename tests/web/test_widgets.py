import re
from pathlib import Path

import pytest
from flask import Flask

import quizapp.web
from questions.responses import Picked
from quizapp.web.marking import marked, without_marks
from quizapp.web.widgets import first_field, widget
from tests.web.study.cases import CASES

FOLDER = Path(quizapp.web.__file__).parent / "templates/study/widgets"
SHARED = {"lists", "options", "rows"}


@pytest.mark.parametrize("name", CASES)
def test_each_way_of_answering_has_a_widget_of_its_own(name: str) -> None:
    assert widget(CASES[name][0]) == name
    assert (FOLDER / f"{name}.html").is_file()


def test_no_widget_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} - SHARED == set(CASES)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("one_of", "answer"),
        ("grid", "row.lung"),
        ("drop_downs", "blank.rays"),
        ("linked", "blank.rays"),
        ("bow_tie", "blank.actions-1"),
        ("highlight", "answer"),
        ("order", "step.c"),
        ("text", "answer"),
        ("number", "answer"),
    ],
)
def test_the_first_field_is_where_a_mistake_leads_to(name: str, field: str) -> None:
    assert first_field(CASES[name][0]) == field


@pytest.mark.parametrize("name", CASES)
def test_who_is_told_plainly_hears_of_nothing_correct_and_of_no_marks(app: Flask, name: str) -> None:
    told = """{% import "study/widgets/" ~ name ~ ".html" as way with context %}{{ way.feedback(marked) }}"""
    with app.test_request_context():
        for plainly in (True, False):
            html = app.jinja_env.from_string(told).render(name=name, marked=without_marks(marked(*CASES[name])), plainly=plainly)
            assert bool(re.search(r"correct", html, re.IGNORECASE)) is not plainly
            assert bool(re.search(r"You chose", html)) is plainly


@pytest.mark.parametrize("name", ["any_of", "highlight"])
def test_what_was_missed_does_not_read_as_if_leaving_it_out_was_right(app: Flask, name: str) -> None:
    interaction, _ = CASES[name]
    told = """{% import "study/widgets/" ~ name ~ ".html" as way with context %}{{ way.feedback(marked) }}"""
    with app.test_request_context():
        html = app.jinja_env.from_string(told).render(name=name, marked=marked(interaction, Picked(())), plainly=False)
    assert "Correct, but not" in html
    assert "Correct, and not" not in html
