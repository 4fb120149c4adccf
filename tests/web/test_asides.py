"""Putting a question aside in the browser, by somebody and by itself."""

import re

from flask import Flask
from sqlalchemy import select

from questions.template import way_called
from quizapp.clock import now
from quizapp.models import Aside, Objective
from quizapp.models.transactions import begin_writing
from quizapp.queries.assignments import objectives_in
from quizapp.web.extensions import db
from tests.classes import answers_of_class, asked_singly, joins_class
from tests.web.browser import Browser
from tests.web.people import item_on
from tests.web.test_analysis import database_url
from tests.web.test_overdue import kept_by_somebody_else, opens_soon
from tests.web.test_teaching import all_topics, course, sets

__all__ = ["course", "database_url"]


def asides(app: Flask) -> list[tuple[str, str]]:
    with app.app_context():
        return [(one.because, one.template) for one in db.session.scalars(select(Aside))]


def test_a_question_is_put_aside_with_a_reason_and_asked_again(app: Flask, student: Browser, outsider: Browser, course: str) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    question = student.send(student.open(course).form(r".*/beginnings"))
    objective_id, before = question.path.split("/")[2], item_on(app, question)
    form = outsider.open(f"{course}/asides/{objective_id}?template={before.template}").form(r".*/asides/\d+")
    assert way_called(before.template, "en") in [one.text() for one in form.all("option")]
    page = outsider.send(form, {"words": [" "]})
    assert (page.status, page.title[:6]) == (422, "Error:")
    page = outsider.send(page.form(r".*/asides/\d+"), {"words": ["It has two right answers."]})
    assert page.heading == "Put aside"
    assert "It has two right answers. (outsider, 2 March 2026)" in page.text
    assert way_called(before.template, "en") in page.text
    assert before.template not in page.text
    assert item_on(app, student.open(question.path)).template != before.template
    assert "1 question is put aside." in outsider.open(course).text
    assert "put aside" not in student.open(course).text
    page = outsider.send(page.form(r".*/end"))
    assert "Nothing is put aside." in page.text
    assert item_on(app, student.open(question.path)) == before


def misleads_a_class(app: Flask) -> Objective:
    """A question that those who do well elsewhere miss, in the first course."""
    with app.app_context():
        begin_writing(db.session())
        objectives = list(db.session.scalars(objectives_in(1).order_by(Objective.id)))[:6]
        single = asked_singly(db.session(), objectives)
        answers_of_class(db.session(), joins_class(db.session(), 1, 30, now()), objectives, now(), misled=single.id)
        db.session.commit()
        return single


def test_what_runs_against_the_rest_is_put_aside_when_a_learner_studies_and_the_course_says_so(
    app: Flask, student: Browser, outsider: Browser, course: str
) -> None:
    sets(outsider, course, "kinds")
    single = misleads_a_class(app)
    student.open("/today")
    found = asides(app)
    assert ("discrimination" in {because for because, _ in found}) is True
    page = outsider.open(course)
    assert f"“{single.aim}”: Put aside by itself: over 30 first answers, those who do well elsewhere miss it. 2 March 2026" in page.text
    assert "put aside" in outsider.open(f"{course}/analysis").root.all("tbody")[0].all("tr")[0].text()
    assert asides(app) == found


def test_what_was_put_aside_by_itself_says_its_figures_and_stays_asked_once_that_is_taken_back(
    app: Flask, student: Browser, outsider: Browser, course: str
) -> None:
    sets(outsider, course, "kinds")
    misleads_a_class(app)
    student.open("/today")
    page = outsider.open(f"{course}/asides")
    listed = [one.text() for one in page.root.all("li") if "Put aside by itself" in one.text()]
    assert listed
    assert all(re.search(r"Discrimination today: −\d\.\d{3} over 3\d first answers\.", one) for one in listed)
    assert "With few answers a figure near zero can be chance" in page.text
    while page.has_form(r".*/asides/\d+/end"):
        page = outsider.send(page.form(r".*/asides/\d+/end"))
    outsider.open(f"{course}/analysis")
    student.open("/today")
    page = outsider.open(f"{course}/asides")
    assert "Nothing is put aside." in page.text
    assert "With few answers" not in page.text


def test_who_looks_at_the_figures_waits_for_no_writer_and_what_runs_against_the_rest_is_put_aside_another_time(
    app: Flask, outsider: Browser, student: Browser, course: str
) -> None:
    sets(outsider, course, "kinds")
    misleads_a_class(app)
    with kept_by_somebody_else(app):
        assert opens_soon(outsider, f"{course}/analysis").status == 200
    assert asides(app) == []
    outsider.open(f"{course}/analysis")
    assert "discrimination" in {because for because, _ in asides(app)}
