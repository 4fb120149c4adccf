import pytest
from flask import Flask

from quizapp.web.display.choices import OFFERED, Display
from tests.web.browser import Browser, Page


def looks(page: Page) -> dict[str, str]:
    attributes = page.root.all("html")[0].attributes
    return {name: value for name, value in attributes.items() if name.startswith("data-")}


def chooses(browser: Browser, **chosen: str) -> Page:
    page = browser.open("/display?next=/about")
    return browser.send(page.form("/display"), {name: [value] for name, value in chosen.items()})


@pytest.mark.parametrize("who", ["guest", "student", "outsider"])
def test_colours_text_size_and_keys_are_kept(who: str, cast: dict[str, Browser]) -> None:
    browser = cast[who]
    assert looks(browser.open("/about")) == {"data-keys": "on"}
    page = chooses(browser, theme="dark", text_size="138", keys="off")
    assert page.path == "/about"
    assert looks(page) == {"data-theme": "dark", "data-text": "larger", "data-keys": "off"}
    assert looks(browser.open("/")) == looks(page)


def test_what_one_person_likes_is_not_forced_on_another(student: Browser, outsider: Browser) -> None:
    chooses(student, theme="dark")
    assert looks(outsider.open("/about")) == {"data-keys": "on"}


@pytest.mark.parametrize("wrong", [{"theme": "purple"}, {"text_size": "1000"}, {"keys": "perhaps"}])
def test_what_was_not_offered_changes_nothing(visitor: Browser, wrong: dict[str, str]) -> None:
    assert chooses(visitor, **wrong).status == 422
    assert looks(visitor.open("/about")) == {"data-keys": "on"}


def test_a_choice_leads_back_to_this_site_only(visitor: Browser) -> None:
    assert chooses(visitor, next="https://elsewhere.example/").path == "/"


def test_a_cookie_that_holds_nonsense_is_read_as_none(visitor: Browser) -> None:
    visitor.open("/about")
    with visitor.client.session_transaction() as kept:
        kept["display"] = {"theme": "purple"}
    assert looks(visitor.open("/about")) == {"data-keys": "on"}


def test_everything_that_can_be_chosen_has_words_of_its_own(app: Flask) -> None:
    with app.test_request_context():
        choices = Display().choices
    for choice in choices:
        assert [value for value, _ in choice.offered] == list(OFFERED[choice.name])
        words = [words for _, words in choice.offered]
        assert len(set(words)) == len(words)
