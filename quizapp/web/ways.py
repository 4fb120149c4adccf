"""What ways of asking are called, for those who teach and edit."""

from questions.template import way_called
from quizapp.web.languages import language_shown


def way_in_words(template: str) -> str:
    """A way of asking in the language of the page."""
    return way_called(template, language_shown())
