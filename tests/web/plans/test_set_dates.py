"""The way to what a course has set: on Today, its plan, and practice for it."""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.models import AssignedObjective, AttemptAnswer
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser
from tests.web.people import signs_up
from tests.web.progress.filling import asked_of_the_database
from tests.web.test_exams_of_courses import EXAM
from tests.web.test_teaching import course, sets  # noqa: F401

NOT_SEEN = r"gone over"


def not_seen(page: str) -> tuple[int, int, int]:
    """How much is still to be gone over, of how much, and how many that makes a day."""
    found = re.search(r"(?:Of (\d+) things (\d+) are still to be|You have not) gone over(?: any of the (\d+) things)?", page)
    a_day = re.search(r"That is about (\d+) a day, counting those that you are asked anyway\.", page)
    assert found, page
    assert a_day, page
    every, left, all_of_it = found.groups()
    return int(left or all_of_it), int(every or all_of_it), int(a_day[1])


@pytest.fixture
def kinds(outsider: Browser, course: str) -> str:  # noqa: F811
    """The page of what is due in ten days."""
    return sets(outsider, course, "kinds", due="2026-03-12").path


def test_in_the_last_seven_days_what_was_not_seen_is_counted_and_practised(student: Browser, kinds: str, clock: StandingClock) -> None:
    plan = student.open(student.open(kinds).link("See the plan"))
    assert plan.heading == "The way to “Spread”"
    assert "At most about" in plan.text
    assert not re.search(NOT_SEEN, plan.text + student.open("/today").text)
    assert not plan.has_form(".*/practice")
    clock.let_pass(days=6)
    today = student.open("/today")
    left, every, a_day = not_seen(today.text)
    assert (left, a_day) == (every, -(-every // 5))
    plan = student.open(today.link("See the plan"))
    assert not_seen(plan.text) == (left, every, a_day)
    question = student.send(today.form("/exams/set/.*/practice"))
    student.send(question.form(r"/practice/attempts/1/1"), {"dont-know": ["1"]})
    assert not_seen(student.open("/today").text)[:2] == (left - 1, every)


def test_the_plan_says_what_would_not_come_by_itself_and_begins_it(student: Browser, kinds: str) -> None:
    way = student.open(kinds).link("See the plan")
    assert "not study" not in student.open(way).text
    student.send(student.open("/library").form(r"/studies/pauses"), {"bank": ["metastatic-cancer"], "topic": ["kinds"]})
    plan = student.open(way)
    assert "You do not study it yet: you are asked it only once you begin." in plan.text
    student.send(plan.form(r"/courses/\d+/assignments/\d+/beginnings"))
    assert "not study" not in student.open(way).text


def test_the_plan_says_how_much_would_not_come_by_itself(student: Browser, outsider: Browser, course: str) -> None:  # noqa: F811
    page = student.open(sets(outsider, course, "kinds", "tests", due="2026-03-12").path)
    student.send(student.open("/library").form(r"/studies/pauses"), {"bank": ["metastatic-cancer"], "topic": ["kinds"]})
    (waits,) = re.findall(r"You do not study (\d+) things of it yet", student.open(page.link("See the plan")).text)
    assert 1 < int(waits) < 20


@pytest.mark.parametrize("where", ["/today", "plan"])
def test_the_button_asks_for_what_is_left_and_nothing_else(
    app: Flask, student: Browser, kinds: str, clock: StandingClock, where: str
) -> None:
    clock.let_pass(days=6)
    page = student.open(where if where == "/today" else student.open(kinds).link("See the plan"))
    student.send(page.form("/exams/set/.*/practice"))
    with app.app_context():
        held = set(db.session.scalars(select(AssignedObjective.objective_id)))
        asked = db.session.scalars(select(AttemptAnswer.objective_id)).all()
    assert len(asked) > 1
    assert held.issuperset(asked)


def test_more_dates_ask_no_more_of_the_database(app: Flask, student: Browser, outsider: Browser, course: str) -> None:  # noqa: F811
    def asks() -> int:
        student.open("/today")
        with asked_of_the_database(app) as seen:
            assert "“Spread” (Oncology nursing) is due" in student.open("/today").text
        return len(seen)

    sets(outsider, course, "kinds", due="2026-03-08")
    with_one = asks()
    for topic in ("tests", "treatments", "basics"):
        sets(outsider, course, topic, due="2026-03-08")
    assert asks() == with_one <= 35


def test_too_much_is_said_more_than_a_week_ahead_and_where_no_pace_would_do_the_plan_offers_practice_alone(
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
) -> None:
    sets(outsider, course, "tests", "treatments", "basics", "by-site", due="2026-03-15")
    today = student.open("/today")
    assert "At this pace you would not get to all of it in time" in today.text
    plan = student.open(today.link("See the plan"))
    assert "Practise in the last days what was not seen." in plan.text
    assert "leave a topic out" not in plan.text
    assert not plan.has_form(".*/pace")


def test_an_exam_offers_what_the_course_has_set_to_study_and_nothing_of_its_own(
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
) -> None:
    outsider.send(
        outsider.open(f"{course}/assignments/new").form(r".*/assignments"), {"title": ["Mid-term"], "due": ["2026-03-08"], **EXAM}
    )
    today = student.open("/today")
    assert "“Mid-term” (Oncology nursing) is due" in today.text
    assert not re.search(NOT_SEEN, today.text)
    plan = student.open(student.open(today.link("See what to do")).link("See the plan"))
    assert "What it asks is not told before" in plan.text
    assert not plan.has_form(".*/practice")
    sets(outsider, course, "kinds", due="2026-04-20")
    today = student.open("/today")
    assert "It does not tell before what it asks, but you can practise what the course has set to study." in today.text
    assert "the plan is for what the course has set to study" in student.open(plan.path).text
    assert not_seen(today.text)[1] < 20, "of the topic that is set to study, out of a whole bank that the exam is over"


def test_a_plan_is_found_by_learners_of_the_course_once_it_is_open(
    outsider: Browser,
    student: Browser,
    visitor: Browser,
    course: str,  # noqa: F811
    clock: StandingClock,
) -> None:
    sets(outsider, course, "kinds", due="2026-03-12", opens="2026-03-09")
    assert student.open("/exams/set/1").status == 404
    clock.let_pass(days=7)
    assert student.open("/exams/set/1").status == 200
    assert outsider.open("/exams/set/1").status == 404, "who teaches it does not learn it"
    assert visitor.open("/exams/set/1").heading == "Sign in"
    clock.let_pass(days=5)
    assert student.open("/exams/set/1").status == 404


def test_what_is_due_much_later_stands_on_a_day_on_which_nothing_is_studied(
    outsider: Browser,
    visitor: Browser,
    course: str,  # noqa: F811
) -> None:
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", outsider.open(f"{course}/people").text)
    assert code
    sets(outsider, course, "kinds", due="2026-05-20")
    newcomer = signs_up(visitor, "newcomer")
    assert newcomer.open("/today").heading == "Nothing to study yet"
    newcomer.send(newcomer.open("/join").form("/enrolments"), {"code": [code[0]], "called": ["Ben Ode"]})
    today = newcomer.open("/today")
    assert today.heading == "Set by your courses"
    assert "“Spread” (Oncology nursing) is due 20 May 2026" in today.text
    assert newcomer.open(today.link("See what to do")).heading == "Spread"
