from flask import Flask
from sqlalchemy import select

from quizapp.models import Report
from quizapp.web.extensions import db
from tests.web.browser import Browser, Page
from tests.web.people import answers, item_on, question_form

TO = r"/study/\d+/reports"


def next_question(browser: Browser) -> Page:
    return browser.open("/study?more=1")


def all_reports(app: Flask) -> list[Report]:
    with app.app_context():
        return list(db.session.scalars(select(Report).order_by(Report.id)))


def test_a_question_is_reported_before_it_is_answered_and_is_there_again(app: Flask, student: Browser) -> None:
    question = next_question(student)
    item = item_on(app, question)
    page = student.open(question.link("Report a problem"))
    assert page.heading == "Report a problem"
    assert item.stem in page.text
    assert item.why not in page.response.text
    back = student.send(page.form(TO), {"problem": ["unclear"]})
    assert back.path == question.path
    assert back.heading == question.heading
    assert "Thank you." in back.text
    (report,) = all_reports(app)
    assert (report.problem, report.turn, report.seed) == ("unclear", None, item.seed)


def test_an_answer_is_reported_and_its_page_is_there_again(app: Flask, student: Browser) -> None:
    question = next_question(student)
    feedback = answers(app, student, question)
    page = student.open(feedback.link("Report a problem"))
    assert question.heading in page.text
    back = student.send(page.form(TO), {"problem": ["other"], "words": ["It is <b>odd</b>."]})
    assert back.path == feedback.path
    assert [(report.turn, report.words) for report in all_reports(app)] == [(1, "It is <b>odd</b>.")]
    own = student.open("/study/reports")
    assert "It is <b>odd</b>." in own.text
    assert "not looked at yet" in own.text


def test_a_mistake_brings_the_form_back_as_it_was_filled_in(app: Flask, student: Browser) -> None:
    question = next_question(student)
    form = student.open(question.link("Report a problem")).form(TO)
    page = student.send(form, {"words": ["The lung is missing."]})
    assert page.status == 422
    assert page.title.startswith("Error: Report a problem")
    assert page.root.all("a", href="#problem")[0].text() == "Choose what is wrong with the question."
    assert "".join(page.root.all("textarea")[0].words) == "The lung is missing."
    assert question.heading in page.text
    assert student.send(page.form(TO), {"problem": ["wrong"]}).path == question.path
    assert [report.words for report in all_reports(app)] == ["The lung is missing."]


def test_whoever_reports_all_day_is_thanked_and_asked_to_wait(app: Flask, student: Browser) -> None:
    form = student.open(next_question(student).link("Report a problem")).form(TO)
    for number in range(20):
        student.send(form, {"problem": ["other"], "words": [f"Number {number}"]})
    page = student.send(form, {"problem": ["other"], "words": ["Number 20"]})
    assert page.status == 429
    assert int(page.response.headers["Retry-After"]) > 0
    assert "".join(page.root.all("textarea")[0].words) == "Number 20"
    assert len(all_reports(app)) == 20


def test_a_question_that_waits_leads_to_the_answer_it_had(app: Flask, student: Browser) -> None:
    question = next_question(student)
    feedback = answers(app, student, question)
    assert student.open(f"/study/{question_form(question)}/report").path == feedback.path


def test_an_outsider_can_neither_see_nor_send_a_report_about_what_is_asked_of_others(
    app: Flask, student: Browser, outsider: Browser
) -> None:
    question = next_question(student)
    report = student.open(question.link("Report a problem"))
    feedback = answers(app, student, question)
    assert outsider.open(report.path).status == 404
    assert outsider.open(feedback.link("Report a problem")).status == 404
    token = outsider.open("/settings").root.all("input", name="csrf_token")[0].attributes["value"]
    theirs = {"csrf_token": [token], "problem": ["typo"]}
    assert outsider.send(report.form(TO), theirs).status == 404
    assert outsider.send(report.form(TO), {**theirs, "turn": ["1"]}).status == 404
    assert outsider.send(report.form(TO), {**theirs, "ticket": ["nonsense"]}).status == 404
    assert all_reports(app) == []
    student.send(report.form(TO), {"problem": ["typo"]})
    assert "You have reported nothing yet." in outsider.open("/study/reports").text
