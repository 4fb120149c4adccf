"""Studying from the first question to the summary, as people do it and as they slip."""

import re

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.models import Objective, Review
from quizapp.models.transactions import begin_writing, changing
from quizapp.web.extensions import db
from tests.learner import right_answer
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.people import answers, item_on, question_form


def logged(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Review)) or 0


def live(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Review).where(Review.undone_at.is_(None))) or 0


def next_question(browser: Browser) -> Page:
    page = browser.open("/study?more=1")
    assert page.has_form(r"/study/\d+/reviews"), page.text
    return page


def test_today_says_what_waits_and_where_to_begin(student: Browser) -> None:
    page = student.open("/today")
    assert page.heading.endswith("questions for today")
    assert page.link("Start") == "/study?more=1"


def test_a_question_page_says_where_one_is_and_how_to_leave(app: Flask, student: Browser) -> None:
    page = next_question(student)
    item = item_on(app, page)
    assert page.heading == item.stem
    assert item.hint in page.text
    assert "Question 1 of" in page.text
    assert page.link("Save and exit") == "/today"
    assert page.response.headers["Cache-Control"] == "no-store"


def test_what_is_missed_again_and_again_lets_no_count_grow(app: Flask, student: Browser) -> None:
    student.send(student.open("/settings").form("/settings"), {"new_a_day": ["2"]})
    missed = next_question(student)
    feedback = answers(app, student, missed, right=False)
    assert ("Question 1 of 2" in feedback.text, "1 to see again" in feedback.text) == (True, True)
    other = next_question(student)
    assert "Question 2 of 2" in other.text
    answers(app, student, other)
    for _ in range(3):
        again = next_question(student)
        assert again.path == missed.path
        assert ("2 of 2 seen" in again.text, "1 to see again" in again.text) == (True, True)
        answers(app, student, again, right=False)
    feedback = answers(app, student, next_question(student))
    assert ("2 of 2 seen" in feedback.text, "to see again" in feedback.text) == (True, False)


def test_the_key_never_reaches_the_browser(app: Flask, student: Browser) -> None:
    page = next_question(student)
    item = item_on(app, page)
    assert item.why not in page.response.text
    assert "correct" not in page.response.text.casefold()


def test_a_right_answer_is_told_first_and_comes_back_tomorrow(app: Flask, student: Browser) -> None:
    page = next_question(student)
    item = item_on(app, page)
    feedback = answers(app, student, page)
    assert feedback.heading == "Right"
    assert "autofocus" in feedback.root.all("h1")[0].attributes
    assert item.why in feedback.text
    assert item.source.section in feedback.text
    assert "It comes back tomorrow." in feedback.text
    assert "Why then: after the first right answer in a row the wait is one day." in feedback.text
    assert logged(app) == 1


def test_a_wrong_answer_is_explained_without_blame_and_comes_once_more_today(app: Flask, student: Browser) -> None:
    page = next_question(student)
    feedback = answers(app, student, page, right=False)
    assert feedback.heading == "Here is the answer"
    assert "It comes once more today, after a few others, and then tomorrow." in feedback.text
    assert feedback.root.all("details")[0].all("dt")


def test_nothing_picked_gets_the_same_question_and_a_kind_word(app: Flask, student: Browser) -> None:
    page = next_question(student)
    again = student.send(page.form(r"/study/\d+/reviews"), {"sure": ["fairly"]})
    assert again.status == 422
    assert again.heading == page.heading
    assert again.title.startswith(f"Error: {page.heading}")
    assert "I don’t know" in again.root.all("div", class_="problems")[0].text()
    assert [one.attributes["value"] for one in again.root.all("input", name="sure") if "checked" in one.attributes] == ["fairly"]
    assert logged(app) == 0
    assert answers(app, student, again).heading == "Right"


def time_on(page: Page) -> list[str]:
    return [one.attributes["value"] for one in page.root.all("input", name="milliseconds")]


def test_the_time_of_a_form_that_was_filled_in_badly_goes_on(student: Browser) -> None:
    page = next_question(student)
    assert time_on(page) == [""]
    assert time_on(student.send(page.form(r"/study/\d+/reviews"), {"milliseconds": ["41000"]})) == ["41000"]


def test_who_was_too_quick_is_told_so_and_who_looks_again_after_taking_it_back_is_not(app: Flask, student: Browser) -> None:
    page = next_question(student)
    right = right_answer(item_on(app, page).interaction)
    quick = student.send(page.form(r"/study/\d+/reviews"), {**right, "milliseconds": ["300"]})
    assert "counts as a guess" in quick.text
    again = student.send(quick.form("/study/undone"))
    assert time_on(again) == []
    checked = student.send(again.form(r"/study/\d+/reviews"), right)
    assert checked.heading == "Right"
    assert "counts as a guess" not in checked.text


def test_after_practice_it_is_said_why_the_question_comes_back_when_it_does(app: Flask, student: Browser) -> None:
    missed = next_question(student)
    answers(app, student, missed, right=False)
    while (page := next_question(student)).path != missed.path:
        answers(app, student, page)
    practice = answers(app, student, page)
    assert "It comes back tomorrow." in practice.text
    assert "Why then: a missed answer begins again at one day." in practice.text


def test_an_option_that_was_not_offered_gets_the_same_question(app: Flask, student: Browser) -> None:
    page = next_question(student)
    again = student.send(page.form(r"/study/\d+/reviews"), {"answer": ["aspirin"]})
    assert again.status == 422
    assert again.heading == page.heading
    assert logged(app) == 0


@pytest.mark.parametrize("ticket", ["", "nonsense", "\x00", "é" * 4000])
def test_a_ticket_that_was_changed_gets_the_question_afresh(app: Flask, student: Browser, ticket: str) -> None:
    page = next_question(student)
    again = student.send(page.form(r"/study/\d+/reviews"), {"ticket": [ticket], "dont-know": ["1"]})
    assert again.status == 422
    assert "please answer once more" in again.text
    assert logged(app) == 0
    assert answers(app, student, again).heading == "Right"


def test_a_form_without_a_ticket_gets_the_question_afresh(app: Flask, student: Browser) -> None:
    page = next_question(student)
    assert student.send(page.form(r"/study/\d+/reviews"), {"dont-know": ["1"]}, without=["ticket"]).status == 422
    assert logged(app) == 0


def test_a_double_click_logs_once_and_shows_the_feedback_twice(app: Flask, student: Browser) -> None:
    page = next_question(student)
    first = answers(app, student, page, right=False)
    second = student.send(page.form(r"/study/\d+/reviews"), {"dont-know": ["1"]})
    assert second.path == first.path
    assert "the one you sent now does not" not in second.text
    assert logged(app) == 1


def test_whoever_goes_back_and_answers_anew_sees_the_feedback_of_the_first_answer(app: Flask, student: Browser) -> None:
    page = next_question(student)
    right = answers(app, student, page)
    anew = student.send(page.form(r"/study/\d+/reviews"), {"dont-know": ["1"]})
    assert (anew.path, anew.heading) == (right.path, "Right")
    assert "That answer counts; the one you sent now does not." in anew.text
    assert "does not" not in student.open(anew.path).text
    assert logged(app) == 1


@pytest.mark.parametrize("right", [True, False])
def test_whoever_goes_back_to_a_question_just_answered_finds_its_feedback(app: Flask, student: Browser, right: bool) -> None:
    page = next_question(student)
    feedback = answers(app, student, page, right=right)
    assert student.open(page.path).path == feedback.path


def test_a_reload_shows_the_same_question(student: Browser) -> None:
    page = next_question(student)
    assert student.open(page.path).form(r"/study/\d+/reviews").text() == page.form(r"/study/\d+/reviews").text()


def test_two_tabs_log_a_turn_once_and_both_end_at_its_feedback(app: Flask, student: Browser) -> None:
    one, other = next_question(student), next_question(student)
    assert one.path == other.path
    feedback = answers(app, student, one, right=False)
    assert student.send(other.form(r"/study/\d+/reviews"), {"dont-know": ["1"]}).path == feedback.path
    assert logged(app) == 1


def test_an_answer_given_after_signing_out_is_kept_while_one_signs_in_again(app: Flask, student: Browser) -> None:
    page = next_question(student)
    student.client.delete_cookie("sid")
    sign_in = student.send(page.form(r"/study/\d+/reviews"), {"dont-know": ["1"]})
    assert sign_in.heading == "You were signed out"
    assert sign_in.root.all("input", name="dont-know")
    assert logged(app) == 0


def test_an_answer_is_taken_back_and_the_same_question_is_there_again(app: Flask, student: Browser) -> None:
    page = next_question(student)
    feedback = answers(app, student, page, right=False)
    again = student.send(feedback.form("/study/undone"))
    assert again.path == page.path
    assert again.heading == page.heading
    assert "Your answer was taken back." in again.text
    assert (logged(app), live(app)) == (1, 0)
    assert answers(app, student, again).heading == "Right"
    assert (logged(app), live(app)) == (2, 1)


def test_a_double_click_on_undo_takes_back_one_answer(app: Flask, student: Browser) -> None:
    answers(app, student, next_question(student))
    feedback = answers(app, student, next_question(student))
    student.send(feedback.form("/study/undone"))
    student.send(feedback.form("/study/undone"))
    assert live(app) == 1


def test_answers_are_taken_back_one_after_the_other_from_today(app: Flask, student: Browser) -> None:
    for _ in range(3):
        answers(app, student, next_question(student))
    for left in (2, 1, 0):
        student.send(student.open("/today").form("/study/undone"))
        assert live(app) == left
    assert not student.open("/today").has_form("/study/undone")


def test_an_answer_that_was_taken_back_says_so(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, next_question(student))
    student.send(feedback.form("/study/undone"))
    page = student.open(feedback.path)
    assert "You took this answer back." in page.text
    assert not page.has_form("/study/undone")


def test_yesterdays_answer_is_not_taken_back(app: Flask, student: Browser, clock: StandingClock) -> None:
    feedback = answers(app, student, next_question(student))
    clock.let_pass(days=1)
    student.send(feedback.form("/study/undone"))
    assert live(app) == 1
    assert not student.open(feedback.path).has_form("/study/undone")


def test_a_right_answer_is_counted_as_the_guess_that_it_was(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, next_question(student))
    lowered = student.send(feedback.form(r"/study/\d+/reviews/\d+/lowering"))
    assert lowered.path == feedback.path
    assert "Counted as a guess." in lowered.text
    assert "It was a guess, so it comes once more today" in lowered.text
    assert not lowered.has_form(r"/study/\d+/reviews/\d+/lowering")


def test_certainty_is_asked_before_the_verdict_and_may_be_left_out(app: Flask, student: Browser) -> None:
    page = next_question(student)
    assert [one.attributes["value"] for one in page.root.all("input", name="sure")] == ["guessing", "fairly", "certain"]
    assert answers(app, student, page, sure="guessing").heading == "Right"
    with app.app_context():
        assert db.session.scalars(select(Review.certainty)).all() == ["guessing"]


def test_a_portion_ends_in_a_summary_that_says_when_to_come_back(app: Flask, student: Browser) -> None:
    for number in range(1, 13):
        feedback = answers(app, student, next_question(student), right=number > 3)
        assert re.search(r"Question \d+ of \d+|\d+ of \d+ seen", feedback.text)
        assert feedback.link("See how it went" if number == 12 else "Next question") == "/study"
    summary = student.open("/study")
    assert summary.path == "/study/summary"
    assert summary.heading.startswith("You got ")
    assert "You studied on 1 day this week." in summary.text
    assert "What you got" in summary.text
    assert summary.link("Study some more") == "/study?more=1"
    assert student.open("/study?more=1").has_form(r"/study/\d+/reviews")


def test_the_day_ends(app: Flask, student: Browser) -> None:
    for _ in range(200):
        page = student.open("/study?more=1")
        if page.path == "/study/summary":
            break
        answers(app, student, page)
    assert page.path == "/study/summary"
    today = student.open("/today")
    assert today.heading == "That is all for today"
    assert "come back tomorrow." in today.text


def test_a_question_that_is_no_longer_asked_says_so_and_counts_nothing(app: Flask, student: Browser, clock: StandingClock) -> None:
    page = next_question(student)
    _retire(app, page, clock)
    gone = student.send(page.form(r"/study/\d+/reviews"), {"dont-know": ["1"]})
    assert gone.status == 410
    assert gone.heading == "This question is no longer asked"
    assert logged(app) == 0


def test_an_answer_that_was_counted_is_shown_also_after_its_question_was_retired(
    app: Flask, student: Browser, clock: StandingClock
) -> None:
    page = next_question(student)
    first = student.send(page.form(r"/study/\d+/reviews"), {"dont-know": ["1"]})
    _retire(app, page, clock)
    again = student.send(page.form(r"/study/\d+/reviews"), {"dont-know": ["1"]})
    assert (again.status, again.path, again.heading) == (200, first.path, first.heading)
    assert logged(app) == 1


def _retire(app: Flask, page: Page, clock: StandingClock) -> None:
    with app.app_context():

        def retire() -> None:
            begin_writing(db.session())
            db.session.get_one(Objective, int(question_form(page))).retired_at = clock()

        changing(db.session(), retire)


def test_a_character_that_no_database_keeps_is_refused_kindly(app: Flask, student: Browser) -> None:
    page = next_question(student)
    assert student.send(page.form(r"/study/\d+/reviews"), {"answer": ["liver\x00"]}).status == 422
    assert logged(app) == 0


def test_an_outsider_finds_neither_a_question_nor_an_answer_of_somebody_else(app: Flask, student: Browser, outsider: Browser) -> None:
    page = next_question(student)
    feedback = answers(app, student, page)
    assert outsider.open(page.path).status == 404
    assert outsider.open(feedback.path).status == 404
    assert outsider.open("/today").heading == "Nothing to study yet"
    assert outsider.open("/study").path == "/study/summary"
    assert outsider.open("/study/summary").heading == "Nothing to sum up yet"


def test_an_outsider_cannot_answer_take_back_or_lower_for_somebody_else(app: Flask, student: Browser, outsider: Browser) -> None:
    page = next_question(student)
    token = outsider.open("/library").root.all("input", name="csrf_token")[0].attributes["value"]
    theirs = {"csrf_token": [token]}
    assert outsider.send(page.form(r"/study/\d+/reviews"), {**theirs, "dont-know": ["1"]}).status == 404
    assert logged(app) == 0
    feedback = answers(app, student, page)
    assert outsider.send(feedback.form(r"/study/\d+/reviews/\d+/lowering"), theirs).status == 404
    outsider.send(feedback.form("/study/undone"), theirs)
    assert live(app) == 1
    assert student.open(feedback.path).has_form(r"/study/\d+/reviews/\d+/lowering")


def test_answers_are_taken_back_one_after_the_other_from_the_question_itself(app: Flask, student: Browser) -> None:
    for _ in range(3):
        feedback = answers(app, student, next_question(student))
    page = student.send(feedback.form("/study/undone"))
    for left in (1, 0):
        assert page.has_form("/study/undone")
        page = student.send(page.form("/study/undone"))
        assert live(app) == left
        assert page.has_form(r"/study/\d+/reviews")
    assert not page.has_form("/study/undone")


def test_a_summary_of_nothing_offers_to_begin(student: Browser) -> None:
    summary = student.open("/study/summary")
    assert "Study some more" not in summary.text
    assert student.open(summary.link("Start")).has_form(r"/study/\d+/reviews")
