"""Things that facts are about."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct


class Stem(NamedTuple):
    """A text of a bank that is filled in, and the names that may stand in it in braces."""

    text: str
    names: frozenset[str]


def stem(text: str, *names: str) -> Stem:
    """A text that is filled in with these names."""
    return Stem(text, frozenset(names))


class Kind(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of term, and how its meanings are asked, where it is not as usual: `{term}` and `{meaning}` stand for the two sides.

    Where its terms are `phrases` ("a mass in the chest"), they explain themselves and are no words of a glossary.
    """

    id: str
    one: str
    many: str
    phrases: bool = False
    asks_meaning: str = ""
    asks_term: str = ""
    asks_match: str = ""

    def stems(self) -> Iterable[Stem]:
        """What is filled in when its terms are asked."""
        yield stem(self.asks_meaning, "term")
        yield stem(self.asks_term, "one", "meaning")
        yield stem(self.asks_match, "one")


class Term(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A thing, named as it stands within a sentence; `the` is the name with its article, `veiled` one that tells no answer.

    `accepts` is what may be typed for it though nobody calls it so: the organ for its cancer, an adjective, a narrower word, an old
    spelling. `drawn` names the regions of a map where it lies.
    """

    id: str
    name: str
    kind: str
    the: str = ""
    synonyms: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    plural: str = ""
    plain: str = ""
    veiled: str = ""
    part_of: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The name with its article, where it takes one."""
        return self.the or self.name

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write it."""
        return tuple(dict.fromkeys(filter(None, (self.name, self.the, self.plural, *self.synonyms, *self.accepts))))


class Apart(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Terms of which none is, holds or overlaps another."""

    terms: tuple[str, ...]


class Siblings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Facts of which one gives another away, so that their objectives are not asked on one day."""

    facts: tuple[str, ...]


class Predicate(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A relation between terms and its wording; `{subject}` and `{object}` stand for names.

    `single`: a subject has one such object. `aspect` ends the ids of objectives ("sites").
    `objects` and `subjects` name what is listed, as in "one of …"; `says` and `denies` are sentences for rationales, and `instead` goes
    on after `denies` with what is so ("it lists …"). `asks_which` asks for which of two subjects each object is listed, `asks_each`
    which objects are listed for each of several.
    """

    id: str
    aspect: str
    one: str
    many: str
    subject_one: str
    subject_many: str
    objects: str
    subjects: str
    says: str
    denies: str
    aim: str
    aim_back: str = ""
    asks_which: str = ""
    asks_each: str = ""
    instead: str = ""
    single: bool = False

    def stems(self) -> Iterable[Stem]:
        """What is filled in with a subject, an object or both."""
        yield from (stem(text, "subject") for text in (self.objects, self.aim))
        yield from (stem(text, "object") for text in (self.subjects, self.aim_back, self.instead))
        yield from (stem(text, "subject", "object") for text in (self.says, self.denies))
        yield from (stem(text) for text in (self.asks_which, self.asks_each))
