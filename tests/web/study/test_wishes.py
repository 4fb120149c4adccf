import pytest
from flask import Flask

from tests.web.browser import Browser, Page
from tests.web.people import answers, question_form


def next_question(browser: Browser) -> Page:
    return browser.open("/study?more=1")


def presses(browser: Browser, page: Page, what: str) -> Page:
    return browser.send(page.form(rf"/study/\d+/{what}"))


def test_a_question_is_stopped_and_asked_again_from_the_page_of_its_answer(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, next_question(student))
    stopped = presses(student, feedback, "suspension")
    assert stopped.path == feedback.path
    assert "You are not asked this any more." in stopped.text
    assert "It comes back" not in stopped.text
    again = presses(student, stopped, "suspension/end")
    assert again.path == feedback.path
    assert "It comes back tomorrow." in again.text


def test_a_missed_question_that_is_stopped_is_not_asked_once_more_today(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, next_question(student), right=False)
    objective = feedback.path.split("/")[2]
    presses(student, feedback, "suspension")
    today = student.open("/today")
    assert "1 question is not asked, as you wished." in today.text
    assert "once more today" not in today.text
    assert student.open(f"/study/{objective}").path == feedback.path
    for _ in range(5):
        page = next_question(student)
        assert question_form(page) != objective
        answers(app, student, page)


def test_the_list_shows_what_is_flagged_and_what_is_stopped_and_takes_both_back(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, next_question(student))
    presses(student, presses(student, feedback, "flag"), "suspension")
    page = student.open("/study/set-aside")
    assert [link.attributes["href"] for link in page.root.all("main")[0].all("a")] == [feedback.path, feedback.path]
    page = presses(student, page, "flag/end")
    assert page.path == "/study/set-aside"
    page = presses(student, page, "suspension/end")
    assert page.root.all("main")[0].all("form") == []
    assert page.text.count("Nothing yet.") == 2


def test_what_is_stopped_is_counted_in_the_library(app: Flask, student: Browser) -> None:
    presses(student, answers(app, student, next_question(student)), "suspension")
    library = student.open(student.open("/today").link("Library"))
    assert "1 not asked" in library.text


def test_a_flag_leads_back_to_this_site_only(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, next_question(student))
    page = student.send(feedback.form(r"/study/\d+/flag"), {"next": ["https://elsewhere.example/"]})
    assert page.path == "/study/set-aside"


@pytest.mark.parametrize("what", ["suspension", "suspension/end", "flag", "flag/end"])
def test_an_outsider_can_wish_nothing_of_what_they_do_not_study_nor_see_what_others_wish(
    app: Flask, student: Browser, outsider: Browser, what: str
) -> None:
    feedback = answers(app, student, next_question(student))
    presses(student, presses(student, feedback, "flag"), "suspension")
    token = outsider.open("/settings").root.all("input", name="csrf_token")[0].attributes["value"]
    form = feedback.form(r"/study/\d+/flag")
    form.attributes["action"] = form.attributes["action"].removesuffix("flag") + what
    assert outsider.send(form, {"csrf_token": [token]}).status == 404
    assert outsider.open("/study/set-aside").text.count("Nothing yet.") == 2
    assert len(student.open("/study/set-aside").root.all("main")[0].all("form")) == 2
