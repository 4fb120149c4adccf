"""Things that facts are about."""

from msgspec import Struct


class Kind(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of term, and how its meanings are asked: `{term}` and `{meaning}` stand for the two sides."""

    id: str
    one: str
    many: str
    asks_meaning: str = "Which of these describes {term}?"
    asks_term: str = "Which {one} is described here? {meaning}"
    asks_match: str = "Match each description with the {one} that it fits."


class Term(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A thing, named as it stands within a sentence; `the` is the name with its article, `veiled` one that tells no answer."""

    id: str
    name: str
    kind: str
    the: str = ""
    synonyms: tuple[str, ...] = ()
    plural: str = ""
    plain: str = ""
    veiled: str = ""
    part_of: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The name with its article, where it takes one."""
        return self.the or self.name

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write it."""
        return tuple(dict.fromkeys(filter(None, (self.name, self.the, self.plural, *self.synonyms))))


class Apart(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Terms of which none is, holds or overlaps another."""

    terms: tuple[str, ...]


class Predicate(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A relation between terms and its wording; `{subject}` and `{object}` stand for names.

    `single`: a subject has one such object. `aspect` ends the ids of objectives ("sites").
    `objects` and `subjects` name what is listed, as in "one of …"; `says` and `denies` are sentences for rationales,
    `asks_which` asks for which of two subjects each object is listed.
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
    single: bool = False
