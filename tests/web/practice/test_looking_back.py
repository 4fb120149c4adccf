"""What came of quizzes."""

from flask import Flask

from tests.web.browser import Browser
from tests.web.practice.taking import EXAM, answers, begins, sheet_of
from tests.web.practice.test_taking import FINISH


def test_who_has_finished_no_quiz_is_told_what_will_be_there(student: Browser) -> None:
    begins(student)
    page = student.open("/practice/results")
    assert "You have finished no quiz yet." in page.text
    assert page.link("Choose a quiz") == "/practice"


def test_results_are_shown_over_time_by_topic_and_as_tables(app: Flask, student: Browser) -> None:
    for attempt in (1, 2):
        page = begins(student, number=["2"], topic=["metastatic-cancer/kinds"], **EXAM)
        check = answers(app, student, answers(app, student, page), right=attempt == 1)
        student.send(check.form(FINISH))
    page = student.open("/practice/results")
    shares = [round(100 * one.marks / one.maximum) for one in (sheet_of(app, 1), sheet_of(app, 2))]
    assert shares[0] == 100
    assert f"In your last quiz you earned {shares[1]} % of the marks." in page.text
    over_time, topics = page.root.all("table")
    assert [row.text() for row in over_time.all("td")][1::2] == [f"{share} %" for share in shares]
    assert [row.text() for row in topics.all("th")][3:] == ["Kinds of spread"]
    assert len(page.root.all("svg", role="img")[0].all("rect")) == 2


def test_a_result_lists_every_question_as_asked_and_by_topic(app: Flask, student: Browser) -> None:
    page = begins(student, number=["6"], **EXAM)
    check = student.send(page.form(r"/practice/attempts/\d+/\d+"), {"go": ["check"]})
    result = student.send(check.form(FINISH))
    aims = [one.objective.aim for one in sheet_of(app).asked]
    assert [link.text() for link in result.root.all("ol")[0].all("a")] == [f"{number}. {aim}" for number, aim in enumerate(aims, 1)]
    grouped = student.open("/practice/attempts/1/result?by=topic")
    assert sorted(link.text() for one in grouped.root.all("ol") for link in one.all("a")) == sorted(
        f"{number}. {aim}" for number, aim in enumerate(aims, 1)
    )
    assert len(grouped.root.all("h3")) == len({one.objective.topic for one in sheet_of(app).asked})


def test_by_topic_a_result_lists_also_what_was_left_without_an_answer(app: Flask, student: Browser) -> None:
    answers(app, student, begins(student, number=["6"]))
    student.send(student.open("/practice/attempts/1/check").form(r".*/finish"))
    lists = [student.open(f"/practice/attempts/1/result{order}").root.all("ol") for order in ("", "?by=topic")]
    asked, by_topic = ([len(one.all("li")) for one in some] for some in lists)
    assert asked == [6]
    assert sum(by_topic) == 6
