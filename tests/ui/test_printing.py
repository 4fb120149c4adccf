"""Pages on paper: dark on white, however the screen looks."""

import pytest
from playwright.sync_api import Page

from tests.ui.site import Site
from tests.ui.watch import Devices

PALE = """all => all.filter(one => one.checkVisibility() && one.textContent.trim()).flatMap(one => {
    const [red, green, blue] = getComputedStyle(one).color.match(/[\\d.]+/g).map(Number);
    return .2126 * red + .7152 * green + .0722 * blue > 120 ? [one.outerHTML] : [];
})"""


@pytest.mark.parametrize("path", ["/doctor-questions", "/words", "/maps/metastatic-cancer/spread", "/self-test/outlook"])
@pytest.mark.parametrize("dark", ["by choice", "as the system"])
def test_a_page_that_is_dark_on_the_screen_prints_dark_on_white(site: Site, devices: Devices, path: str, dark: str) -> None:
    page = devices.open(color_scheme="dark" if dark == "as the system" else "light", reduced_motion="reduce")
    page.goto(path)
    if dark == "by choice":
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert pale(page)
    page.emulate_media(media="print")
    assert pale(page) == []


def pale(page: Page) -> list[str]:
    """What would hardly be read on white paper."""
    found: list[str] = page.locator(":is(h1, h2, h3, p, li, dt, dd, label, input, textarea, a, text)").evaluate_all(PALE)
    return found
