"""What a patient who made an account sees on every page."""

import pytest

from tests.web.browser import Browser
from tests.web.people import PASSWORD
from tests.web.test_stylesheet import HEAVIEST, MOST_REQUESTS, weight

PAGES = ["/help", "/settings", "/account", "/about", "/accessibility", "/privacy", "/courses", "/nothing", "/library", "/progress"]
PAGES += ["/today", "/practice", "/topics/metastatic-cancer/tests?words=nursing", "/maps/metastatic-cancer/spread", "/search?q=bone"]


@pytest.fixture
def patient(visitor: Browser) -> Browser:
    page = visitor.open("/sign-up?words=patient")
    visitor.send(page.form("/people"), {"name": ["robin"], "password": [PASSWORD], "zone": ["Europe/Berlin"]})
    return visitor


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
