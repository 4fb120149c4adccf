"""What a patient who made an account sees on every page."""

import re

import pytest
from flask import Flask

from tests.web.browser import Browser, Page
from tests.web.maps.test_quiz import QUIZ, address
from tests.web.people import answers, question_form, starts_everything
from tests.web.test_stylesheet import HEAVIEST, MOST_REQUESTS, weight

PAGES = ["/help", "/settings", "/account", "/about", "/accessibility", "/privacy", "/courses", "/nothing", "/library", "/progress"]
PAGES += ["/today", "/practice", "/topics/metastatic-cancer/tests?words=nursing", "/maps/metastatic-cancer/spread", "/search?q=bone"]


@pytest.mark.parametrize("path", PAGES)
def test_a_patient_with_an_account_can_hide_every_page(patient: Browser, path: str) -> None:
    page = patient.open(path)
    assert page.has_form("/visits/ended")
    (module,) = page.root.all("script")
    assert "hide.js" in module.attributes["src"]
    bytes_, requests = weight(patient, page)
    assert bytes_ <= HEAVIEST
    assert requests <= MOST_REQUESTS


def test_a_page_of_progress_on_which_nothing_stands_yet_is_kind(patient: Browser) -> None:
    assert "Nothing to show yet. Answer a few questions" in patient.open("/progress").text


def test_settings_say_nothing_of_exams_to_a_patient_and_keep_what_was_set(patient: Browser, student: Browser) -> None:
    for browser, told in ((patient, False), (student, True)):
        page = browser.open("/settings")
        assert bool(page.root.all("input", id="extra_time")) is told
        assert ("exam" in page.text.casefold()) is told
        assert (page.has_form("/settings/schedule"), "FSRS" in page.text) == (told, told)
        assert "Your settings are kept." in browser.send(page.form("/settings"), {"new_a_day": ["4"]}).text


@pytest.mark.parametrize("begin", ["/studies", "/practice/attempts"])
def test_the_hint_of_the_keys_says_what_the_button_says(patient: Browser, student: Browser, begin: str) -> None:
    for browser, told, other in ((patient, "see the answer", "check"), (student, "check", "see the answer")):
        starts_everything(browser)
        page = browser.open("/study?more=1") if begin == "/studies" else browser.send(browser.open("/practice").form(begin))
        (hint,) = (one for one in page.root.all("span") if one.attributes.get("class") == "keys")
        assert told in hint.text()
        assert other not in hint.text()
        assert told in page.root.all("button", data_key="enter")[0].text().casefold()


OF_STUDENTS = re.compile(r"\bSource:|\bFlag|I know this already|Ask me sooner|Stop asking|\bUndo|Put it on my list|Martin E\.")


def folded(page: Page) -> str:
    """What is put away below a question."""
    (fold,) = (one for one in page.root.all("details") if one.text().startswith("More about this question"))
    assert "open" not in fold.attributes
    return fold.text()


def test_a_patient_reads_in_short_where_the_article_says_so_and_finds_the_rest_put_away_in_plain_words(
    app: Flask, patient: Browser
) -> None:
    page = starts_everything(patient).open("/study?more=1")
    first = question_form(page)
    assert "Report a problem" in folded(page)
    page = answers(app, patient, page, name="robin")
    assert re.search(r"Where the article says so: in the parts? “[^”]+”", page.text)
    assert not OF_STUDENTS.search(page.text)
    for words in ("Save this question", "Do not ask me this again", "Write a note", "Report a problem"):
        assert words in folded(page)
    assert not page.has_form(rf"/study/{first}/knowledge")
    for wish, said in (("flag", "Saved."), ("suspension", "We do not ask you this again.")):
        page = patient.send(page.form(rf"/study/{first}/{wish}"))
        assert said in page.text
    assert "Remove it from what I saved" in folded(page)
    assert "Ask me this again" in folded(page)
    page = patient.open(patient.open("/settings").link("Questions you saved, notes, and what you are not asked"))
    assert not OF_STUDENTS.search(page.text)
    assert page.heading == "Saved, noted, and not asked"
    assert "We ask you this again." in patient.send(page.form(r"/study/\d+/suspension/end")).text
    page = patient.open("/study?more=1")
    assert "Answer the last question again" in folded(page)
    assert not OF_STUDENTS.search(page.text)


def test_what_follows_an_answer_of_a_quiz_is_as_short_for_a_patient(patient: Browser) -> None:
    page = starts_everything(patient).open("/practice")
    page = patient.send(page.form("/practice/attempts"), {"number": ["1"]})
    page = patient.send(page.form("/practice/attempts/1/1"), {"dont-know": ["1"]})
    assert page.heading == "Here is the answer"
    assert "Where the article says so:" in page.text
    assert "Report a problem" in folded(page)
    assert not OF_STUDENTS.search(page.text)


def test_practice_offers_a_patient_no_bank_that_asks_them_nothing(patient: Browser, student: Browser) -> None:
    for browser, banks in ((patient, ["Metastatic cancer"]), (student, ["Metastatic cancer", "Electrolytes"])):
        form = browser.open("/practice").form("/practice/attempts")
        named = [one.all("summary")[0].text() for one in form.all("details") if one.all("input", name="topic")]
        assert named == banks


def test_a_report_is_asked_for_in_plain_words(patient: Browser) -> None:
    page = starts_everything(patient).open("/study?more=1")
    page = patient.open(page.link("Report a problem"))
    assert "What is not right?" in page.text
    assert not re.search(r"\bwrong\b", page.text)
    page = patient.send(page.form(r"/study/\d+/reports"), {"problem": ["unclear"]})
    assert "Thank you." in page.text


def test_a_picture_is_told_as_calmly_as_a_question(patient: Browser, student: Browser) -> None:
    for browser, calm in ((patient, True), (student, False)):
        page = browser.open(QUIZ)
        for shown in (browser.open(address(page)), browser.open(address(page, **{"dont-know": "1"}))):
            assert ('class="card asking calm"' in shown.response.text) is calm
        assert ('class="verdict calm"' in shown.response.text) is calm
