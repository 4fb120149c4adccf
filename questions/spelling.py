"""Reading a typed term: case, spaces, hyphens, British spelling, and one slip of the keyboard in a long word."""

import re
import unicodedata
from collections.abc import Iterable

from questions.interactions import Spelled, TypedText

LONG_ENOUGH_FOR_A_SLIP = 6
BRITISH = (
    ("tumour", "tumor"),
    ("oesoph", "esoph"),
    ("haem", "hem"),
    ("oedema", "edema"),
    ("colour", "color"),
    ("centre", "center"),
    ("metastasise", "metastasize"),
)
SMALL_WORDS = frozenset(("a", "an", "the"))


def named_by(text: str, typing: TypedText) -> str | None:
    """The id of the accepted thing that the text names; None where it names none, or another term of the bank."""
    return recognise(text, typing.spellings, (*typing.refused, *typing.unsettled, *typing.given))


def recognise(text: str, known: Iterable[Spelled], others: Iterable[Spelled] = ()) -> str | None:
    """The id of the thing that the text names, exactly or by one slip; None if none, or if the slip makes it one of the others."""
    typed, known = plain(text), tuple(known)
    if exact := next((thing.id for thing in known if _is(typed, thing)), None):
        return exact
    if any(_is(typed, thing) for thing in others):
        return None
    return next((thing.id for thing in known if any(one_slip(typed, form) for form in _forms(thing))), None)


def plain(text: str) -> str:
    """The text in small letters without accents, hyphens, marks, articles or British spelling."""
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(letter))
    words = re.sub(r"[^\w]+", " ", letters).split()
    joined = " ".join(word for word in words if word not in SMALL_WORDS)
    for british, american in BRITISH:
        joined = joined.replace(british, american)
    return joined


def one_slip(typed: str, meant: str) -> bool:
    """Whether the words differ in one long word only, by one letter too many, too few, changed, or two that swapped."""
    pairs = list(zip(typed.split(), meant.split(), strict=False))
    if len(typed.split()) != len(meant.split()):
        return False
    slips = [(a, b) for a, b in pairs if a != b]
    return len(slips) == 1 and len(slips[0][1]) >= LONG_ENOUGH_FOR_A_SLIP and _near(*slips[0])


def _is(typed: str, thing: Spelled) -> bool:
    """Whether the text is one of the thing's spellings, written in one word or in several."""
    return typed.replace(" ", "") in {form.replace(" ", "") for form in _forms(thing)}


def _forms(thing: Spelled) -> frozenset[str]:
    return frozenset(plain(spelling) for spelling in (thing.text, *thing.spellings))


def _near(a: str, b: str) -> bool:
    """Whether the optimal string alignment distance of two different words is one."""
    start = next((place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    left, right = a[start:], b[start:]
    return left[1:] == right or left == right[1:] or left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
