import pytest
from flask import Flask
from sqlalchemy import select, update

from quizapp.clock import now
from quizapp.models import Card, Study
from quizapp.models.transactions import begin_writing
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.people import answers, question_form

pytestmark = pytest.mark.every_database


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
    assert "1 question rests and is not asked." in today.text
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


def test_a_question_is_asked_sooner_and_says_so(app: Flask, student: Browser, clock: StandingClock) -> None:
    objective = answers(app, student, next_question(student)).path.split("/")[2]
    clock.let_pass(days=1)
    feedback = answers(app, student, student.open(f"/study/{objective}"))
    assert "after the second right answer" in feedback.text
    feedback = presses(student, feedback, "sooner")
    assert "You are asked this tomorrow." in feedback.text
    assert "Why then: you wanted it sooner. By itself it would come back in" in feedback.text
    about = student.open(feedback.link("Write a note"))
    about = presses(student, about, "sooner/end")
    assert "You are asked this on the day it is due." in about.text
    assert "after the second right answer" in about.text


def test_what_rests_is_promised_for_no_day_by_a_page_that_was_open_before(app: Flask, student: Browser) -> None:
    objective = next_question(student).path.rsplit("/", 1)[-1]
    about = student.open(f"/study/{objective}/about")
    presses(student, about, "suspension")
    assert "This rests, so you are not asked it now." in presses(student, about, "sooner").text


def test_no_sooner_day_is_offered_of_what_comes_back_tomorrow(app: Flask, student: Browser, clock: StandingClock) -> None:
    feedback = answers(app, student, next_question(student))
    about = student.open(feedback.link("Write a note"))
    assert not any(page.has_form(r"/study/\d+/sooner") for page in (feedback, about))
    clock.let_pass(days=1)
    again = answers(app, student, student.open(f"/study/{feedback.path.split('/')[2]}"))
    assert again.has_form(r"/study/\d+/sooner")


def test_what_is_wanted_sooner_of_a_topic_that_rests_is_promised_for_no_day(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, next_question(student))
    with app.app_context():
        begin_writing(db.session())
        db.session.execute(update(Study).values(paused_at=now()))
        db.session.commit()
    about = presses(student, student.open(feedback.link("Write a note")), "sooner")
    assert "It comes first once you start the topic again" in about.text
    assert "Its topic rests, so you are not asked." in about.text
    assert "today" not in about.root.all("main")[0].text()
    assert "tomorrow" not in about.root.all("main")[0].text()


def test_what_is_beyond_the_limits_of_the_day_is_not_asked_by_its_address_either(app: Flask, student: Browser) -> None:
    for _ in range(9):
        answers(app, student, next_question(student))
    page = next_question(student)
    objective = int(question_form(page))
    assert student.open(f"/study/{objective}").path == page.path
    answers(app, student, page)
    assert student.open(f"/study/{objective + 20}").path == "/study/summary"


def test_what_rests_is_not_promised_again_when_its_answer_is_taken_back(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, next_question(student))
    objective = feedback.path.split("/")[2]
    stopped = presses(student, feedback, "suspension")
    page = student.send(stopped.form("/study/undone"))
    assert "The question rests, so here is the next one." in page.text
    assert question_form(page) != objective


def test_what_is_known_already_is_not_asked_and_stands_on_the_list(app: Flask, student: Browser) -> None:
    feedback = presses(student, answers(app, student, next_question(student)), "knowledge")
    assert "You know this already, so you are not asked." in feedback.text
    page = student.open("/study/set-aside")
    assert "Known already" in page.text
    assert "Known already" not in presses(student, page, "suspension/end").text


def test_a_note_is_kept_shown_changed_and_taken_away(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, next_question(student))
    about = student.open(feedback.link("Write a note"))
    page = student.send(about.form(r"/study/\d+/note"), {"words": ["Kidney: skin too <b>"]})
    assert "Your note is kept." in page.text
    for path in (feedback.path, "/study/set-aside"):
        assert "Kidney: skin too <b>" in student.open(path).text
    long = student.send(page.form(r"/study/\d+/note"), {"words": ["x" * 1001]})
    assert long.status == 422
    assert "Your note is too long." in long.text
    page = student.send(page.form(r"/study/\d+/note"), {"words": [" "]})
    assert "Your note is gone." in page.text
    page = student.send(page.form(r"/study/\d+/note"), {"words": [" "]})
    assert "Your note is gone." not in page.text
    assert "Nothing was written, so there is no note." in page.text
    assert "Your notes" not in student.open("/study/set-aside").text


def test_what_keeps_slipping_can_be_read_about_and_taken_up_again(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, next_question(student))
    objective = int(feedback.path.split("/")[2])
    with app.app_context():
        begin_writing(db.session())
        card = db.session.scalars(select(Card).where(Card.objective_id == objective)).one()
        card.suspended_because, card.suspended_at = "leech", now()
        db.session.commit()
    feedback = student.open(feedback.path)
    assert "This keeps slipping, so it rests now." in feedback.text
    assert student.open(feedback.link("Read the topic")).path.startswith("/topics/")
    page = student.open("/study/set-aside")
    assert "Keeps slipping, and rests" in page.text
    assert "Keeps slipping" not in presses(student, page, "suspension/end").text


@pytest.mark.parametrize("what", ["suspension", "suspension/end", "flag", "flag/end", "knowledge", "sooner", "sooner/end", "note"])
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
