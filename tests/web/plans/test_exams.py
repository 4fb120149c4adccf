from datetime import timedelta

from flask import Flask

from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.people import answers


def names(student: Browser, clock: StandingClock, days: int, bank: str = "everything") -> Page:
    page = student.open(student.open("/settings").link("Your exam"))
    return student.send(page.form("/exams"), {"bank": [bank], "day": [(clock.at + timedelta(days=days)).date().isoformat()]})


def test_naming_a_day_leads_to_the_plan_and_today_counts_the_days(student: Browser, clock: StandingClock) -> None:
    page = names(student, clock, 60)
    assert page.path == "/exams/everything"
    assert "It is in 60 days, on" in page.text
    assert "It can be met" in page.text
    assert "At most about" in page.text
    today = student.open("/today")
    assert "Your exam (all that you study) is in 60 days." in today.text
    assert student.open(today.link("See the plan")).path == page.path


def test_another_day_for_the_same_exam_says_which_one_it_replaces(student: Browser, clock: StandingClock) -> None:
    assert "takes the place" not in names(student, clock, 60).text
    assert "takes the place of the one named before, Friday 1 May 2026." in names(student, clock, 30).text
    assert "takes the place" not in names(student, clock, 30).text


def test_too_much_is_said_with_the_pace_that_would_do_and_what_could_be_left_out(student: Browser, clock: StandingClock) -> None:
    page = names(student, clock, 14, "metastatic-cancer")
    assert "would not be met by then." in page.text
    assert "you would not get to all of it in time" in student.open("/today").text
    assert page.form("/studies/pauses")
    page = student.send(page.form(r"/exams/metastatic-cancer/pace"))
    assert "new questions a day now." in page.text
    assert "Meet more new ones a day" not in page.text


def test_what_nobody_would_keep_up_is_not_offered(student: Browser, clock: StandingClock) -> None:
    page = names(student, clock, 4, "metastatic-cancer")
    assert not page.has_form(r"/exams/metastatic-cancer/pace")
    assert "Leave a topic out: so many new ones a day do not stay." in page.text
    assert page.has_form("/studies/pauses")


def test_far_from_an_exam_the_plan_goes_by_the_week_and_names_the_years(student: Browser, clock: StandingClock) -> None:
    near, far = names(student, clock, 50), names(student, clock, 366)
    assert "Day by day" in near.text
    assert "Mon 2 Mar 2026" not in near.text
    assert "Week by week" in far.text
    weeks = [row.all("th")[0].text() for row in far.root.all("tbody")[0].all("tr")]
    assert len(weeks) == 53
    assert weeks[0].endswith("2026")
    assert weeks[-1].endswith("2027")


def test_a_day_that_is_over_is_refused_and_stays_filled_in(student: Browser, clock: StandingClock) -> None:
    page = names(student, clock, -1)
    assert page.status == 422
    assert "Choose a day after today, within two years." in page.text
    assert page.root.all("input", name="day")[0].attributes["value"] == (clock.at - timedelta(days=1)).date().isoformat()


def test_an_exam_can_be_forgotten(student: Browser, clock: StandingClock) -> None:
    page = names(student, clock, 30)
    page = student.send(page.form("/exams/everything/end"))
    assert "Your questions come as before." in page.text
    assert student.open("/exams/everything").status == 404
    assert "Your exam (" not in student.open("/today").text


def test_in_the_last_days_a_quiz_practises_what_was_not_seen_in_them(app: Flask, student: Browser, clock: StandingClock) -> None:
    objective = answers(app, student, student.open("/study?more=1")).path.split("/")[2]
    for days in (1, 7):
        clock.let_pass(days=days + (days > 1))
        answers(app, student, student.open(f"/study/{objective}"))
    clock.let_pass(days=9)
    names(student, clock, 2)
    today, plan = student.open("/today"), student.open("/exams/everything")
    assert "1 question to practise for it is left today, beside those that you are asked anyway." in today.text
    assert "Practise for it now" in plan.text
    assert "Practise for it now" in today.text
    page = student.send(today.form("/exams/everything/practice"))
    assert page.path == "/practice/attempts/1/1"
    assert page.text.count("Question 1 of 1") == 1


def test_others_find_no_exam_of_mine(student: Browser, outsider: Browser, clock: StandingClock) -> None:
    names(student, clock, 30)
    assert outsider.open("/exams/everything").status == 404
