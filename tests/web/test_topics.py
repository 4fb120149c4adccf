"""A topic can be read by everybody, and tells a learner how well each thing is known."""

import pytest
from flask import Flask

from tests.web.browser import Browser
from tests.web.buttons import assert_as_many_come_as_said
from tests.web.people import answers

SPREAD = "/topics/metastatic-cancer/spread"


@pytest.mark.parametrize("topic", ["basics", "kinds", "spread", "recurrence", "phases", "tests"])
@pytest.mark.parametrize("words", ["patient", "nursing"])
def test_a_guest_reads_every_topic_in_either_words(visitor: Browser, topic: str, words: str) -> None:
    page = visitor.open(f"/topics/metastatic-cancer/{topic}?words={words}")
    assert page.status == 200
    assert ("Where the article says so: in the part" in page.text) is (words == "patient")
    assert ("Source: Metastatic Cancer (" in page.text) is (words == "nursing")
    assert not page.has_form("/studies")
    assert page.link("Create an account to practise") == ("/sign-up?words=patient" if words == "patient" else "/sign-up")


def test_guests_read_plain_words_and_nursing_students_their_own(visitor: Browser, outsider: Browser) -> None:
    plain, full = "New blood vessels grow and feed the tumour.", "The making of new blood vessels"
    assert plain in visitor.open("/topics/metastatic-cancer/phases").text
    assert full in outsider.open("/topics/metastatic-cancer/phases").text
    assert plain in outsider.open("/topics/metastatic-cancer/phases?words=patient").text


def test_a_topic_leads_on_to_its_words_and_to_the_sheet_of_questions(visitor: Browser) -> None:
    assert visitor.open("/topics/metastatic-cancer/phases").link("Angiogenesis") == "/words/metastatic-cancer/angiogenesis"
    assert visitor.open("/topics/metastatic-cancer/questions").link("Choose some, add more, and print them") == "/doctor-questions"


def test_words_that_are_nobodys_are_ones_own(outsider: Browser) -> None:
    assert outsider.open(f"{SPREAD}?words=pirate").text == outsider.open(SPREAD).text


def test_practising_a_topic_starts_it_and_asks_its_first_question(outsider: Browser) -> None:
    page = outsider.send(outsider.open(SPREAD).form("/studies"))
    assert page.path.startswith("/study/")
    assert "Where cancers spread" in page.text


@pytest.mark.parametrize("topic", ["spread", "kinds", "questions"])
def test_a_topic_is_practised_in_as_many_questions_as_the_button_says(student: Browser, topic: str) -> None:
    assert_as_many_come_as_said(student, student.open(f"/topics/metastatic-cancer/{topic}"), r"Practise (\d+) questions?")


def test_a_learner_sees_how_well_each_thing_is_known_and_an_outsider_sees_nothing_of_it(
    app: Flask, student: Browser, outsider: Browser
) -> None:
    question = student.open("/study?more=1")
    answers(app, student, question)
    topics = [f"/topics/metastatic-cancer/{topic}" for topic in ("basics", "kinds", "spread", "recurrence", "phases", "tests")]
    mine, theirs = ([browser.open(path).text for path in topics] for browser in (student, outsider))
    assert sum(text.count("Known, 95 % · comes back tomorrow") for text in mine) == 1
    assert sum("You have met 1 of" in text and "1 is at your goal of 90 %." in text for text in mine) == 1
    assert not any("Known, " in text or "You have met" in text for text in theirs)
    assert all("Not met yet" in text for text in theirs)


def test_a_topic_with_a_map_leads_to_it_and_one_without_does_not(visitor: Browser) -> None:
    assert visitor.open(SPREAD).link("See it on a map") == "/maps/metastatic-cancer/spread"
    assert "See it on a map" not in visitor.open("/topics/metastatic-cancer/phases").text


@pytest.mark.parametrize("path", ["/topics/metastatic-cancer/nothing", "/topics/nothing/spread", "/topics/metastatic-cancer/%00"])
def test_a_topic_that_is_not_there_is_not_found(visitor: Browser, path: str) -> None:
    assert visitor.open(path).status == 404


def test_the_library_leads_to_every_topic(visitor: Browser) -> None:
    page = visitor.open("/library")
    assert page.link("Where cancers spread") == "/maps/metastatic-cancer/spread"
    assert SPREAD in [link.attributes["href"] for link in page.root.all("a")]
