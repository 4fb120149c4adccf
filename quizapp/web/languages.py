"""In which language a page is shown."""

from babel import negotiate_locale
from flask import request
from flask_babel import get_locale
from flask_login import current_user

from quizapp.web.extensions import babel

LAST_RESORT = "en"


def languages() -> dict[str, str]:
    """The languages that there is a catalogue for, each called as its speakers call it."""
    named = {str(locale): str(locale.get_display_name(locale)) for locale in babel.list_translations()}
    return dict(sorted(named.items(), key=lambda one: one[1].casefold()))


def language_of() -> str:
    """The person's own language, or the one that the browser likes best, among those there is a catalogue for."""
    known = list(languages())
    if current_user.is_authenticated and current_user.language in known:
        return str(current_user.language)
    liked = [tag.replace("-", "_") for tag in request.accept_languages.values()]
    return negotiate_locale(liked, known) or LAST_RESORT


def language_shown() -> str:
    """The language of the page that is being made."""
    return str(get_locale() or LAST_RESORT)
