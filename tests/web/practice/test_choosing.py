"""Choosing a quiz: what matches, and what to do where nothing does."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.people import answers as answered
from tests.web.practice.taking import ANSWER, BEGIN, begins, sheet_of


def test_the_page_says_how_much_matches_and_counts_again_when_it_is_asked_to(student: Browser) -> None:
    page = student.open("/practice")
    everything = int(page.text.split(" questions match.")[0].split()[-1])
    counted = student.send(page.form(BEGIN), {"topic": ["metastatic-cancer/spread"], "number": ["7"], "count": ["1"]})
    assert counted.path.startswith("/practice?")
    assert "csrf" not in counted.path
    assert int(counted.text.split(" questions match.")[0].split()[-1]) < everything
    (box,) = counted.root.all("input", value="metastatic-cancer/spread")
    assert "checked" in box.attributes
    assert counted.root.all("input", name="number")[0].attributes["value"] == "7"


def test_counting_begins_no_quiz(student: Browser) -> None:
    page = student.open("/practice")
    student.send(page.form(BEGIN), {"count": ["1"]})
    assert "Go on where you were" not in student.open("/practice").text


@pytest.mark.parametrize(
    ("pool", "says"),
    [("due", "Nothing of it is due."), ("wrong", "You have had nothing of it wrong."), ("flagged", "You have flagged nothing of it.")],
)
def test_where_nothing_matches_the_page_says_what_to_do(student: Browser, pool: str, says: str) -> None:
    assert says in student.open(f"/practice?pool={pool}").text
    page = begins(student, pool=[pool])
    assert page.status == 422
    assert page.title.startswith("Error: ")
    assert says in page.text


def test_what_is_due_is_told_apart_from_what_today_asks_of_it(app: Flask, student: Browser, clock: StandingClock) -> None:
    why = "“Due now” counts all that is due. Today asks no more than your limits allow"
    assert why not in student.open("/practice").text
    answered(app, student, student.open("/study?more=1"))
    clock.at += timedelta(days=3)
    assert why in student.open("/practice").text


def test_who_studies_nothing_is_told_to_choose_a_topic(outsider: Browser) -> None:
    page = outsider.open("/practice")
    assert "You study no topic yet." in page.text
    assert begins(outsider).status == 422
    assert begins(outsider, topic=["metastatic-cancer/why"]).has_form(ANSWER)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("number", "0", "from 1 to 50"),
        ("number", "51", "from 1 to 50"),
        ("number", "ten", "from 1 to 50"),
        ("minutes", "0", "from 1 to 240"),
        ("minutes", "9999999999", "from 1 to 240"),
        ("extra", "201", "from 0 to 200"),
    ],
)
def test_a_slip_is_the_same_page_filled_in_with_what_to_do(student: Browser, field: str, value: str, says: str) -> None:
    page = begins(student, mode=["exam"], **{field: [value]})
    assert page.status == 422
    assert says in page.text
    assert page.root.all("input", name=field)[0].attributes["value"] == value
    (exam,) = page.root.all("input", value="exam")
    assert "checked" in exam.attributes


def test_what_no_form_of_ours_offers_is_passed_over(app: Flask, student: Browser) -> None:
    page = begins(student, topic=["metastatic-cancer/spread", "nowhere/nothing\0"], type=["riddle"], pool=["secret"], seed=["x" * 500])
    assert page.has_form(ANSWER)
    sheet = sheet_of(app)
    assert (sheet.quiz.topics, sheet.quiz.item_types, sheet.quiz.pool) == (("metastatic-cancer/spread",), (), "all")


def test_the_same_form_sent_twice_begins_one_quiz(student: Browser) -> None:
    page = student.open("/practice")
    first, second = student.send(page.form(BEGIN)), student.send(page.form(BEGIN))
    assert first.path == second.path == "/practice/attempts/1/1"


def test_where_fewer_fit_together_than_are_wished_the_page_says_so(app: Flask, student: Browser) -> None:
    page = begins(student, topic=["metastatic-cancer/figures"], number=["50"])
    assert f"This quiz has {len(sheet_of(app).asked)} questions" in page.text


def test_a_topic_page_begins_a_quiz_of_that_topic_alone(app: Flask, student: Browser) -> None:
    topic = student.open("/topics/metastatic-cancer/recurrence")
    page = student.send(topic.form(BEGIN))
    assert page.has_form(ANSWER)
    sheet = sheet_of(app)
    assert {one.objective.topic for one in sheet.asked} == {"recurrence"}
    assert (sheet.quiz.mode, len(sheet.asked)) == ("study", 10)


def test_the_time_limit_is_folded_away_until_it_is_set_or_wrong(student: Browser) -> None:
    def is_open(page: Page) -> bool:
        (fold,) = [one for one in page.root.all("details") if one.all("input", name="minutes")]
        return "open" in fold.attributes

    page = student.open("/practice")
    assert not is_open(page)
    assert is_open(student.send(page.form("/practice/attempts"), {"mode": ["exam"], "minutes": ["never"]}))
    assert is_open(student.open("/practice?minutes=20"))


def test_extra_time_is_there_again_the_next_time(student: Browser) -> None:
    begins(student, mode=["exam"], minutes=["10"], extra=["25"])
    assert student.open("/practice").root.all("input", name="extra")[0].attributes["value"] == "25"
