"""What a patient who made an account sees on every page."""

import pytest

from tests.web.browser import Browser
from tests.web.people import starts_everything
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
