import pytest
from flask import Flask

from tests.web.browser import Browser, Page
from tests.web.people import answers

pytestmark = pytest.mark.every_database


def topic_page(app: Flask, student: Browser) -> Page:
    feedback = answers(app, student, student.open("/study?more=1"))
    about = student.open(feedback.link("Write a note"))
    link = next(one for one in about.root.all("main")[0].all("a") if one.attributes["href"].startswith("/topics/"))
    return student.open(link.attributes["href"])


def test_a_topic_is_begun_afresh_after_being_asked_once_and_taken_back(app: Flask, student: Browser) -> None:
    topic = topic_page(app, student)
    page = student.open(topic.link("Begin this topic afresh"))
    assert "1 answer of yours would count no more" in page.text
    page = student.send(page.form(r"/studies/.+/resets"))
    assert "The topic is new again. 1 answer counts no more." in page.text
    assert "You have met" not in student.open(topic.path).text
    page = student.send(page.form(r"/studies/.+/resets/end"))
    assert "All that you knew of this topic is there again." in page.text
    assert "You have met 1 of" in student.open(topic.path).text


def test_an_answer_of_before_says_that_its_topic_was_begun_afresh(app: Flask, student: Browser) -> None:
    feedback = answers(app, student, student.open("/study?more=1"))
    about = student.open(feedback.link("Write a note"))
    link = next(one for one in about.root.all("main")[0].all("a") if one.attributes["href"].startswith("/topics/"))
    page = student.open(student.open(link.attributes["href"]).link("Begin this topic afresh"))
    student.send(page.form(r"/studies/.+/resets"))
    assert "You have begun this topic afresh since." in student.open(feedback.path).text


def test_what_is_not_studied_has_no_such_page(student: Browser, outsider: Browser) -> None:
    assert outsider.open("/studies/metastatic-cancer/spread/afresh").status == 404
    assert student.open("/studies/metastatic-cancer/nothing/afresh").status == 404
