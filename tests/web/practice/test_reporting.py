"""Reporting a question of a quiz."""

from flask import Flask
from sqlalchemy import select

from quizapp.models import Report
from quizapp.web.extensions import db
from tests.web.browser import Browser
from tests.web.practice.taking import EXAM, answers, begins, sheet_of

REPORT = r"/practice/attempts/\d+/\d+/report"


def test_a_question_is_reported_after_its_answer_with_all_it_takes_to_write_it_again(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, begins(student), right=False)
    form = student.open(feedback.link("Report a problem"))
    assert sheet_of(app).asked[0].answer.shown
    refused = student.send(form.form(REPORT), {"problem": ["other"]})
    assert refused.status == 422
    back = student.send(refused.form(REPORT), {"problem": ["typo"], "words": ["A word is missing."]})
    assert back.path == "/practice/attempts/1/1"
    assert "Thank you." in back.text
    answer = sheet_of(app).asked[0].answer
    with app.app_context():
        (report,) = db.session.scalars(select(Report))
        assert (report.objective_id, report.template, report.seed, report.turn) == (answer.objective_id, answer.template, answer.seed, None)


def test_nothing_is_said_of_a_question_of_an_exam_before_its_end(app: Flask, student: Browser) -> None:
    answers(app, student, begins(student, **EXAM))
    assert student.open("/practice/attempts/1/1/report").status == 404
