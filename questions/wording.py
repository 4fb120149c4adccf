"""The sentences of templates, in the learner's language: catalogues that this room carries itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from gettext import NullTranslations, translation
from pathlib import Path

CATALOGUES = Path(__file__).parent / "catalogues"


@dataclass(frozen=True, slots=True)
class Say:
    """Puts a sentence in a language, and fills in its {names}."""

    catalogue: NullTranslations

    def __call__(self, sentence: str, **values: object) -> str:
        """A sentence."""
        return self.catalogue.gettext(sentence).format(**values)

    def several(self, one: str, many: str, number: int, **values: object) -> str:
        """A sentence about so many things: languages have other forms for one, for some, and for many."""
        return self.catalogue.ngettext(one, many, number).format(**values)


@cache
def sayer(language: str) -> Say:
    """What speaks this language; English where there is no catalogue."""
    return Say(translation("questions", CATALOGUES, languages=[language], fallback=True))


def listed(things: Sequence[str], say: Say) -> str:
    """A list in words: "a", "a and b", "a, b and c"."""
    match things:
        case []:
            return ""
        case [only]:
            return only
        case [*before, last]:
            return say("{before} and {last}", before=in_a_row(before, say), last=last)
        case _:
            raise TypeError("a list of texts is needed")


def in_a_row(things: Sequence[str], say: Say) -> str:
    """Things one after the other: "a, b, c"."""
    return reduce(lambda before, then: say("{before}, {then}", before=before, then=then), things) if things else ""


def once_each(texts: Iterable[str]) -> str:
    """Texts one after the other, without a sentence that was said before."""
    return " ".join(dict.fromkeys(said for text in texts for said in sentences(text)))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return re.split(r"(?<=[.?!])\s", text) if text else []


def named(words: str) -> str:
    """Mark the name of a way of asking for the catalogue; it is said where it is shown."""
    return words


def sentence(text: str) -> str:
    """The text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """The text as it stands within a sentence: without the capital letter in front, unless it begins with an abbreviation (MRI, X-ray)."""
    abbreviated = text[1:2].isupper() or text[1:2] == "-"
    return text if abbreviated else text[:1].lower() + text[1:]
