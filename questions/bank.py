"""A bank: all terms and facts of one document, with title, edition, licence and date."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from questions.fact import KINDS, Fact
from questions.registry import import_all
from questions.terms import Apart, Kind, Predicate, Siblings, Term

Content = Mapping[str, Any]

LAST = 9


class About(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a bank says of itself and of its document; `place` is where it stands in the library, counted from 1.

    `language` is the one in which its wording is, and so the one of the sentences that are kept of it. For patients `plain` says how old it
    is.
    """

    name: str
    title: str
    edition: str
    licence: str
    date: str
    document: str
    sections: tuple[str, ...]
    age: str
    plain: str = ""
    place: int = LAST
    language: str = "en"


class Topic(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of a bank that can be studied by itself: what it is about in a sentence, and `plain` the same for patients.

    What is not said to them in plain words is nothing for them, unless they are asked about it.
    """

    id: str
    title: str
    about: str
    plain: str = ""


class Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of the self-test for patients: objectives in the order in which they are asked, named as they are within the bank."""

    id: str
    title: str
    objectives: tuple[str, ...]


class Bank(Struct, frozen=True, kw_only=True):
    """Everything that a document says; `topic_of` names the topic of each fact, `revision` is the hash of the content."""

    about: About
    revision: str
    topics: tuple[Topic, ...]
    kinds: tuple[Kind, ...]
    predicates: tuple[Predicate, ...]
    apart: tuple[Apart, ...]
    siblings: tuple[Siblings, ...]
    terms: tuple[Term, ...]
    facts: tuple[Fact, ...]
    self_test: tuple[Part, ...]
    topic_of: dict[str, str]
    content: str

    @property
    def name(self) -> str:
        """The short name that begins the ids of its objectives."""
        return self.about.name

    @property
    def title(self) -> str:
        """What people see."""
        return self.about.title


SHARED: Mapping[str, type[Struct]] = {
    "kind": Kind,
    "predicate": Predicate,
    "apart": Apart,
    "siblings": Siblings,
    "term": Term,
    "self-test": Part,
}


def bank_content(bank: Bank) -> str:
    """The bank as canonical JSON, the same bytes on every machine; `bank_from_content` reads it back."""
    return bank.content


def bank_from_content(text: str) -> Bank:
    """The bank that `bank_content` wrote. Raises ValueError if the text is no JSON, else as `bank_of` does."""
    return bank_of(json.loads(text))


def bank_of(content: Content) -> Bank:
    """The bank of what its files hold: {"bank": …, "files": [{"topic": …, "term": [...], "relation": [...]}, …]}.

    Raises msgspec.ValidationError if a table is none of its kind, KeyError if facts stand outside a topic. Whether it hangs together is
    for `soundness.faults` to say.
    """
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    content = json.loads(canonical)  # what is said by name stands in one order, wherever the bank was read from
    shared = {name: tuple(_all(content, name, kind)) for name, kind in SHARED.items()}
    facts = tuple(_facts(content))
    return Bank(
        about=msgspec.convert(content["bank"], About),
        revision=sha256(canonical.encode()).hexdigest(),
        topics=tuple(msgspec.convert(file["topic"], Topic) for file in content["files"] if "topic" in file),
        kinds=shared["kind"],
        predicates=shared["predicate"],
        apart=shared["apart"],
        siblings=shared["siblings"],
        terms=shared["term"],
        facts=tuple(fact for _, fact in facts),
        self_test=shared["self-test"],
        topic_of={fact.id: topic for topic, fact in facts},
        content=canonical,
    )


def shipped_banks() -> tuple[Path, ...]:
    """The folders of the banks that come with the program, as they stand in the library."""
    files = (Path(__file__).parent / "banks").glob("*/bank.toml")
    return tuple(file.parent for file in sorted(files, key=lambda file: (_place(file), file.parent.name)))


@cache
def kinds_of_fact() -> Mapping[str, type[Fact]]:
    """Every kind of fact, by the name of its table in a bank, in the order in which they are introduced."""
    import_all("questions.facts")
    return dict(sorted(KINDS.items(), key=lambda named: (named[1].introduced, named[0])))


def _place(file: Path) -> int:
    """Where a bank stands in the library; a spoiled one, of which its reader will complain, stands last."""
    try:
        return int(tomllib.loads(file.read_text(encoding="utf-8"))["bank"]["place"])
    except (ValueError, LookupError, TypeError, OSError):
        return LAST


def _all(content: Content, name: str, kind: type[Struct]) -> Iterator[Any]:
    return (msgspec.convert(table, kind) for file in content["files"] for table in file.get(name, ()))


def _facts(content: Content) -> Iterator[tuple[str, Fact]]:
    for file in content["files"]:
        for name, kind in kinds_of_fact().items():
            for table in file.get(name, ()):
                yield file["topic"]["id"], msgspec.convert(table, kind)
