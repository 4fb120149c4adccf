"""The sentences of templates, in the learner's language: catalogues that this room carries itself."""

from collections.abc import Callable, Sequence
from functools import cache
from gettext import translation
from pathlib import Path

Say = Callable[..., str]
CATALOGUES = Path(__file__).parent / "catalogues"


@cache
def sayer(language: str) -> Say:
    """A function that puts a sentence in this language and fills in its {names}; English where there is no catalogue."""
    catalogue = translation("questions", CATALOGUES, languages=[language], fallback=True)

    def say(sentence: str, **values: object) -> str:
        return catalogue.gettext(sentence).format(**values)

    return say


def listed(things: Sequence[str], say: Say) -> str:
    """A list in words: "a", "a and b", "a, b and c"."""
    match things:
        case []:
            return ""
        case [only]:
            return only
        case [*before, last]:
            return say("{before} and {last}", before=", ".join(before), last=last)
        case _:
            raise TypeError("a list of texts is needed")


def sentence(text: str) -> str:
    """The text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """The text as it stands within a sentence: without the capital letter in front, unless it begins with an abbreviation (MRI, X-ray)."""
    abbreviated = text[1:2].isupper() or text[1:2] == "-"
    return text if abbreviated else text[:1].lower() + text[1:]
