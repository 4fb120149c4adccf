"""Whatever page of theirs somebody hides, it is not one step back."""

import pytest
from playwright.sync_api import Page, expect

from tests.ui.site import Site
from tests.ui.test_patients import begins, signs_up
from tests.ui.watch import Devices

READ = ["/library", "/topics/metastatic-cancer/tests", "/maps/metastatic-cancer/spread", "/about", "/doctor-questions"]
LEARNED_WITH = ["/study", "/today", "/practice"]


@pytest.mark.parametrize("path", READ)
def test_a_page_that_is_read_during_a_visit_is_gone_when_it_is_hidden(site: Site, devices: Devices, path: str) -> None:
    page = devices.open(reduced_motion="reduce")
    begins(page)
    is_gone_when_hidden(page, path)


@pytest.mark.parametrize("path", LEARNED_WITH)
def test_a_page_that_patients_learn_with_is_gone_when_it_is_hidden(site: Site, devices: Devices, path: str) -> None:
    page = devices.open(reduced_motion="reduce")
    signs_up(page)
    page.locator("form[action='/studies'] .button").first.click()
    page.wait_for_url("**/study/*")
    is_gone_when_hidden(page, path)


def test_on_a_phone_what_is_said_beside_the_button_keeps_its_distance(site: Site, devices: Devices) -> None:
    page = devices.open(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    signs_up(page)
    button, said = (page.locator(f".hide {part}").bounding_box() for part in ("button", "span"))
    assert button
    assert said
    assert said["x"] - button["x"] - button["width"] >= 8
    assert button["height"] < 50


def is_gone_when_hidden(page: Page, path: str) -> None:
    page.goto("/accessibility")
    page.goto(path)
    page.get_by_role("button", name="Stop here and hide this").click()
    page.wait_for_url("**/blank")
    expect(page.locator("body")).to_have_text("Blank page")
    page.go_back()
    assert page.url.endswith("/accessibility")
