"""Taking a quiz, as people do it and as they slip."""

from datetime import timedelta

import pytest
from flask import Flask

from quizapp.models import Objective
from quizapp.models.transactions import begin_writing, changing
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser
from tests.web.people import starts_everything
from tests.web.practice.taking import ANSWER, EXAM, answers, begins, item_on, sheet_of

pytestmark = pytest.mark.every_database

FINISH, LEAVE = r"/practice/attempts/\d+/finish", r"/practice/attempts/\d+/leaving"


def test_in_study_mode_each_answer_is_explained_at_once_and_the_last_leads_to_the_result(app: Flask, student: Browser) -> None:
    page = begins(student, number=["2"])
    item = item_on(app, page)
    assert item.why not in page.response.text
    feedback = answers(app, student, page)
    assert (feedback.path, feedback.heading) == ("/practice/attempts/1/1", "Right")
    assert item.why in feedback.text
    second = student.open(feedback.link("Next question"))
    wrong = answers(app, student, second, right=False)
    assert wrong.heading == "Here is the answer"
    result = student.open(wrong.link("See how it went"))
    assert result.path == "/practice/attempts/1/result"
    assert f"{item_on_sheet(app)} of" in result.heading


def item_on_sheet(app: Flask) -> int:
    return sheet_of(app).marks


def test_the_key_does_not_reach_the_browser_before_an_exam_is_finished(app: Flask, student: Browser) -> None:
    page = begins(student, number=["3"], **EXAM)
    item = item_on(app, page)
    after = answers(app, student, page)
    for shown in (page, after, student.open("/practice/attempts/1/1"), student.open("/practice/attempts/1/check")):
        assert item.why not in shown.response.text
        assert "correct" not in shown.response.text.casefold()
    assert student.open("/practice/attempts/1/result").path == "/practice/attempts/1/2"


def test_an_exam_is_answered_flagged_changed_checked_and_finished(app: Flask, student: Browser) -> None:
    page = begins(student, number=["3"], **EXAM)
    page = answers(app, student, page, right=False, go=["flag"])
    assert page.path == "/practice/attempts/1/1"
    assert "1 flagged" in page.text
    page = answers(app, student, page, go=["3"])
    assert page.path == "/practice/attempts/1/3"
    check = answers(app, student, page, go=["next"])
    assert check.path == "/practice/attempts/1/check"
    assert "1 question has no answer yet." in check.text
    assert "1 question is flagged." in check.text
    numbers = [link.attributes.get("aria-label", link.text()) for link in check.root.all("a") if "/attempts/1/" in link.attributes["href"]]
    assert numbers[:3] == ["Question 1, answered, flagged", "2", "Question 3, answered"]
    result = student.send(check.form(FINISH))
    assert result.path == "/practice/attempts/1/result"
    assert "no answer" in result.text
    review = student.open("/practice/attempts/1/2")
    assert review.heading == "No answer"


def test_what_was_kept_is_filled_in_again_and_can_be_taken_back(app: Flask, student: Browser) -> None:
    page = begins(student, number=["2"], type=["multiple choice"], **EXAM)
    answers(app, student, page, sure=["fairly"])
    again = student.open("/practice/attempts/1/1")
    (kept,) = [one.attributes["value"] for one in again.root.all("input", name="answer") if "checked" in one.attributes]
    assert kept in sheet_of(app).asked[0].answer.keys
    (sure,) = [one.attributes["value"] for one in again.root.all("input", name="sure") if "checked" in one.attributes]
    assert sure == "fairly"
    cleared = student.send(again.form(ANSWER), {"clear": ["1"]})
    assert cleared.path == "/practice/attempts/1/1"
    assert not any("checked" in one.attributes for one in cleared.root.all("input", name="answer"))


def test_the_first_button_of_a_question_saves_it(student: Browser) -> None:
    page = begins(student, **EXAM)
    assert page.form(ANSWER).all("button")[0].attributes["value"] == "next"


def test_an_attempt_outlives_the_browser_and_is_found_on_two_pages(app: Flask, student: Browser) -> None:
    answers(app, student, begins(student, number=["3"], **EXAM))
    for address, words in (("/practice", "Exam: 1 of 3 answered"), ("/today", "Go on with it")):
        page = student.open(address)
        assert student.open(page.link(words)).path == "/practice/attempts/1/2"
    assert "1 of 3 answered" in student.open("/today").text


def test_two_tabs_and_a_double_click_count_one_answer(app: Flask, student: Browser) -> None:
    page = begins(student, number=["3"])
    first = answers(app, student, page)
    again = answers(app, student, page, right=False)
    assert again.path == first.path
    assert "That answer counts; the one you sent now does not." in again.text
    assert sheet_of(app).asked[0].right


def test_an_exam_finished_in_another_tab_takes_no_answer_any_more(app: Flask, student: Browser) -> None:
    page = begins(student, number=["2"], **EXAM)
    check = student.open("/practice/attempts/1/check")
    student.send(check.form(FINISH))
    assert student.send(check.form(FINISH)).path == "/practice/attempts/1/result"
    late = answers(app, student, page)
    assert late.path.startswith("/practice/attempts/1/result")
    assert "The answer you sent now does not count." in late.text
    assert sheet_of(app).marks == 0


def test_the_time_limit_ends_an_exam_by_itself_and_what_was_saved_counts(app: Flask, student: Browser, clock: StandingClock) -> None:
    page = begins(student, number=["2"], minutes=["10"], extra=["50"], **EXAM)
    assert "15 minutes left when this page was opened." in page.text
    second = answers(app, student, page)
    clock.at += timedelta(minutes=15, seconds=11)
    late = answers(app, student, second)
    assert late.path.startswith("/practice/attempts/1/result")
    assert "Your time was over before this answer came" in late.text
    assert "ended by its time limit" in late.text
    assert sheet_of(app).marks == sheet_of(app).asked[0].answer.maximum


def test_whoever_only_looks_finds_an_exam_ended_when_its_time_was_over(app: Flask, student: Browser, clock: StandingClock) -> None:
    answers(app, student, begins(student, number=["2"], minutes=["10"], **EXAM))
    ends_at = sheet_of(app).attempt.ends_at
    clock.at += timedelta(days=1)
    assert "Go on where you were" not in student.open("/practice").text
    shown = student.open("/practice/attempts/1/1")
    assert shown.heading == "Right"
    assert "Your time ended this quiz. What you had answered counts." in shown.text
    assert sheet_of(app).attempt.ended_at == ends_at


def test_an_answer_that_takes_the_place_of_one_from_another_tab_says_so(app: Flask, student: Browser) -> None:
    told = "This replaces the answer that you saved on"
    page = begins(student, number=["2"], **EXAM)
    assert told not in answers(app, student, page).text
    same = answers(app, student, page)
    assert told not in same.text
    assert told in answers(app, student, page, right=False).text
    first = student.open("/practice/attempts/1/1")
    assert told not in first.text
    assert told not in answers(app, student, first).text


def test_a_half_filled_answer_of_an_exam_is_kept_as_it_is(app: Flask, student: Browser) -> None:
    page = begins(student, number=["1"], type=["matrix multiple choice"], **EXAM)
    row = next(one for one in page.root.all("input", type_="radio") if one.attributes["name"].startswith("row."))
    back = student.send(page.form(ANSWER), {row.attributes["name"]: [row.attributes["value"]], "go": ["check"]})
    assert back.path == "/practice/attempts/1/check"
    assert "1 answer is not filled in to the end." in back.text
    assert "Question 1, answered in part" in back.response.text
    back = student.open(back.link("Back to the questions"))
    assert back.path == "/practice/attempts/1/1"
    kept = [one.attributes["name"] for one in back.form(ANSWER).all("input", type_="radio") if "checked" in one.attributes]
    assert kept == [row.attributes["name"]]


def test_a_question_that_is_retired_meanwhile_is_passed_over(app: Flask, student: Browser, clock: StandingClock) -> None:
    page = begins(student, number=["2"], **EXAM)
    objective = sheet_of(app).asked[0].objective.id
    with app.app_context():

        def retire() -> None:
            begin_writing(db.session())
            db.session.get_one(Objective, objective).retired_at = clock()

        changing(db.session(), retire)
    gone = answers(app, student, page)
    assert gone.heading == "This question is no longer asked"
    onward = student.open(gone.link("Next question"))
    check = answers(app, student, onward)
    result = student.send(check.form(FINISH))
    assert "does not count" in result.text
    assert student.open("/practice/attempts/1/1").heading == "This question does not count"


def test_an_attempt_is_left_after_being_asked_once(student: Browser) -> None:
    begins(student, **EXAM)
    asked = student.open(student.open("/practice").link("Leave it"))
    assert asked.heading == "Leave this quiz?"
    left = student.send(asked.form(LEAVE))
    assert left.path == "/practice"
    assert "You left the quiz." in left.text
    assert "Go on where you were" not in left.text
    assert student.open("/practice/attempts/1").heading == "You left this quiz"


def test_an_outsider_cannot_tell_that_an_attempt_exists(app: Flask, student: Browser, outsider: Browser) -> None:
    page = begins(student, **EXAM)
    check = student.open("/practice/attempts/1/check")
    nowhere = outsider.open("/practice/attempts/99")
    for address in ("1", "1/1", "1/check", "1/result", "1/leaving"):
        theirs = outsider.open(f"/practice/attempts/{address}")
        assert (theirs.status, theirs.text) == (404, nowhere.text)
    token = outsider.open("/display").root.all("input", name="csrf_token")[0].attributes["value"]
    for form in (page.form(ANSWER), check.form(FINISH)):
        assert outsider.send(form, {"csrf_token": [token]}).status == 404
    assert sheet_of(app).open


def test_progress_and_what_is_taken_out_see_an_exam_as_ended_once_its_time_is_over(
    app: Flask, student: Browser, clock: StandingClock
) -> None:
    page = begins(student, mode=["exam"], number=["2"], minutes=["5"])
    answers(app, student, page)
    clock.let_pass(minutes=6)
    student.open("/progress/days")
    assert (sheet_of(app).attempt.ended_because, sheet_of(app).asked[0].answer.final_at) == ("time", sheet_of(app).attempt.ends_at)


def test_a_patient_skips_a_question_and_it_comes_again_after_the_others(app: Flask, patient: Browser) -> None:
    first = begins(starts_everything(patient), number=["3"])
    second = patient.open(first.link("Skip this one"))
    third = patient.open(second.link("Skip this one"))
    assert [page.path[-1] for page in (first, second, third)] == ["1", "2", "3"]
    assert third.link("Skip this one") == first.path
    assert not sheet_of(app, name="robin").counting
    for page in (second, third):
        patient.send(page.form(ANSWER), {"dont-know": ["1"]})
    last = patient.open(first.path)
    assert patient.open(last.link("Skip this one")).heading == "Finish here?"
    result = patient.send(patient.open("/practice/attempts/1/check").form(FINISH))
    assert result.path == "/practice/attempts/1/result"
    assert len(sheet_of(app, name="robin").counting) == 2, "what was skipped counts nowhere"


def test_a_student_is_offered_no_skip(student: Browser) -> None:
    assert "Skip this one" not in begins(student, number=["2"]).text
