"""Reading a typed term: case, spaces, hyphens, number, British spelling, and one slip of the keyboard in a long word."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from questions.interactions import Spelled, TypedText

LONG_ENOUGH_FOR_A_SLIP = 6
ARTICLES = re.compile(r"\bthe\b|\ban?\b(?=\s+\w)")  # the A of a vitamin is none
AS_TWO = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "&": " and ", "'": None, "’": None})
BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"(?<=\w)ae(?!r[ou]|\b)|\bae(?=tiol|sth)", "e"),
        (r"oe(?=soph|dem|strog|nol)|(?<=rrh)oe|(?<=\bf)oe(?=t)|(?<=man)oe(?=uv)|(?<=\bc)oe(?=l)|(?<=hom)oe(?=o)", "e"),
        (r"(tum|col|lab|fav|hum|vap|rum|od|behavi)our", r"\1or"),
        (r"(cent|lit|met|fib|calib)re", r"\1er"),
        (r"(\w{3})is(e|ed|es|er|ing|ations?)\b", r"\1iz\2"),
        (r"lys(e|ed|es|ing)\b", r"lyz\1"),
        (r"([aeiou])ll(ed|ing|er)\b", r"\1l\2"),
        (r"(def|lic|off)ence", r"\1ense"),
        (r"\bsulph", "sulf"),
        (r"\bgrey", "gray"),
        (r"programme\b", "program"),
        (r"aluminium", "aluminum"),
        (r"\bageing\b", "aging"),
    )
)
PLURALS = (
    ("", "s"),
    ("", "es"),
    ("y", "ies"),
    ("is", "es"),
    ("us", "i"),
    ("a", "ae"),
    ("um", "a"),
    ("on", "a"),
    ("x", "ces"),
)
BEFORE_WHAT_FOLLOWS = frozenset(
    ("of", "in", "on", "at", "near", "next", "under", "around", "beside", "between", "for", "from", "with", "to")
)


def named_by(text: str, typing: TypedText) -> str | None:
    """The id of the accepted thing that the text names; None where it names none, or another term of the bank."""
    return recognise(text, typing.spellings, _not_accepted(typing))


def is_between(text: str, typing: TypedText) -> bool:
    """Whether the text names no term and is one slip from an accepted one and from another: hyprkalemia may be too much or too little."""
    by_slip = not named_by(text, typing) and recognise(text, typing.spellings)
    return bool(by_slip) and not recognise(text, _not_accepted(typing), typing.spellings)


def recognise(text: str, known: Iterable[Spelled], others: Iterable[Spelled] = ()) -> str | None:
    """The id of the thing that the text names, exactly, in another number, or by one slip; None where it names, or may mean, another."""
    typed, known, others = plain(text), tuple(known), tuple(others)
    for ways in (frozenset((typed,)), frozenset(_other_numbers(typed))):
        if named := next((thing.id for thing in known if _is(ways, thing)), None):
            return named
        if any(_is(ways, thing) for thing in others):
            return None
    if not (meant := next((thing for thing in known if _is_slip_of(typed, _forms(thing))), None)):
        return None
    return None if any(_is_slip_of(typed, _forms(thing) - _forms(meant)) for thing in others) else meant.id


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """The text in small letters without accents, hyphens, marks, articles or British spelling."""
    letters = unicodedata.normalize("NFKD", text).casefold().translate(AS_TWO)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = ARTICLES.sub(" ", " ".join(re.sub(r"[\W_]+", " ", bare).split())).split()
    joined = " ".join(words) or " ".join(bare.split())
    for british, american in BRITISH:
        joined = british.sub(american, joined)
    return joined


def one_slip(typed: str, meant: str, long_enough: int = LONG_ENOUGH_FOR_A_SLIP) -> bool:
    """Whether the words differ in one long word only, by one letter too many, too few, changed, or two that swapped."""
    pairs = list(zip(typed.split(), meant.split(), strict=False))
    if len(typed.split()) != len(meant.split()):
        return False
    slips = [(a, b) for a, b in pairs if a != b]
    return len(slips) == 1 and len(slips[0][1]) >= long_enough and _near(*slips[0])


def _not_accepted(typing: TypedText) -> tuple[Spelled, ...]:
    """All terms of the bank that are not the answer."""
    return (*typing.refused, *typing.unsettled, *typing.given, *typing.others)


def _is_slip_of(typed: str, forms: Iterable[str]) -> bool:
    return any(one_slip(typed, form) for form in forms)


def _is(ways: frozenset[str], thing: Spelled) -> bool:
    """Whether one of the texts is one of the thing's spellings, written in one word or in several."""
    return not _joined(_forms(thing)).isdisjoint(_joined(ways))


@lru_cache(maxsize=20_000)
def _forms(thing: Spelled) -> frozenset[str]:
    return frozenset(plain(spelling) for spelling in (thing.text, *thing.spellings))


@lru_cache(maxsize=20_000)
def _joined(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(form.replace(" ", "") for form in forms)


def _other_numbers(typed: str) -> Iterator[str]:
    """The text in the plural or the singular: its last word, or the one before “of”, “in” and the like, with another ending."""
    words = typed.split()
    place = next((place for place, word in enumerate(words) if place and word in BEFORE_WHAT_FOLLOWS), len(words)) - 1
    for other in _endings(words[place]) if words else ():
        yield " ".join((*words[:place], other, *words[place + 1 :]))


def _endings(word: str) -> Iterator[str]:
    for one, many in PLURALS:
        if word.endswith(one) and len(word) > len(one) + 1:
            yield word[: len(word) - len(one)] + many
        if word.endswith(many) and not word.endswith("ss") and len(word) > len(many) + 1:
            yield word[: len(word) - len(many)] + one


def _near(a: str, b: str) -> bool:
    """Whether the optimal string alignment distance of two different words is one."""
    start = next((place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    left, right = a[start:], b[start:]
    return left[1:] == right or left == right[1:] or left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
