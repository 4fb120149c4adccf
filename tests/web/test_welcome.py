import pytest

from tests.web.browser import Browser


def test_a_guest_reads_what_this_is_and_where_to_begin(visitor: Browser) -> None:
    page = visitor.open("/")
    assert page.heading == "Learn how cancer spreads, and keep it"
    assert page.link("Create an account") == "/sign-up"
    assert page.link("Sign in") == "/sign-in"


def test_whoever_is_signed_in_begins_with_the_day(student: Browser) -> None:
    assert student.open("/").path == "/today"


def test_an_outsider_begins_with_nothing_to_study(outsider: Browser) -> None:
    page = outsider.open("/")
    assert page.heading == "Nothing to study yet"
    assert page.link("Open the library") == "/library"


def test_the_page_about_the_content_says_how_old_it_is(visitor: Browser) -> None:
    text = visitor.open("/about").text
    assert "carries no date" in text
    assert "No clinician has reviewed it" in text
    assert "not advice" in text


@pytest.mark.parametrize("path", ["/", "/about", "/help", "/sign-in", "/sign-up", "/library", "/nothing"])
def test_help_is_in_the_same_place_on_every_page(visitor: Browser, student: Browser, path: str) -> None:
    for somebody in (visitor, student):
        links = [link.attributes["href"] for link in somebody.open(path).root.all("footer")[0].all("a")]
        assert links[:2] == ["/help", "/about"]
