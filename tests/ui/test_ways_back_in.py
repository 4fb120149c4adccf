"""A forgotten password, on the smallest of phones and without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.ui.site import Site
from tests.ui.watch import Devices

PASSWORD, NEW = "lamp orbit velvet", "brick tulip harbor"


@pytest.fixture
def phone(devices: Devices, site: Site) -> Page:
    return devices.open(java_script_enabled=False, viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)


def signs_up(page: Page) -> None:
    page.goto("/sign-up?words=nursing")
    page.get_by_label("User name or e-mail").fill("nora")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Create account").tap()
    expect(page.get_by_role("navigation").get_by_role("link", name="Today").first).to_be_visible()


def makes_codes(page: Page) -> list[str]:
    page.goto("/account/codes")
    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_role("button", name="Make ten codes").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    return page.locator("main code").all_inner_texts()


def test_recovery_codes_stand_whole_on_a_small_phone_and_one_of_them_leads_back_in(phone: Page) -> None:
    signs_up(phone)
    codes = makes_codes(phone)
    assert len(codes) == 10
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    boxes = [code.bounding_box() for code in phone.locator("main code").all()]
    assert all(box and box["x"] + box["width"] <= 320 - 16 for box in boxes)
    groups = [group.bounding_box() for group in phone.locator("main code").first.locator("span").all()]
    assert len(groups) == 7
    assert len({round(group["height"]) for group in groups if group}) == 1  # none breaks in its middle
    phone.get_by_role("button", name="Sign out").tap()
    expect(phone.get_by_role("link", name="Sign in").first).to_be_visible()
    phone.goto("/recovery")
    phone.get_by_label("User name or e-mail").fill("nora")
    phone.get_by_label("Recovery code").fill(codes[3])
    phone.get_by_label("New password").fill(NEW)
    phone.get_by_role("button", name="Set new password").tap()
    expect(phone.get_by_text("Your password was changed.")).to_be_visible()
    phone.goto("/account/codes")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Recovery codes")
