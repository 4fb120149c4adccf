"""Picking what an item offers: which keys, which distractors, how many, so that no blind answer earns more than half."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import TypeVar

from questions.interactions import Option
from questions.matters import Entry, Heading, Listing
from questions.wording import once_each

T = TypeVar("T")

FEWEST_DISTRACTORS = 2


def draw(things: Sequence[T], how_many: int, rng: Random) -> tuple[T, ...]:
    """So many of the things (0 or more; all of them, if there are fewer), in the order in which they stand."""
    chosen = set(rng.sample(range(len(things)), min(how_many, len(things))))
    return tuple(thing for place, thing in enumerate(things) if place in chosen)


def canonical(options: Iterable[Option]) -> tuple[Option, ...]:
    """Options by their size, where they have one, and by their ids."""
    return tuple(sorted(options, key=lambda option: (option.size or 0, option.id)))


def wrong_ones(listing: Listing, rng: Random, how_many: int) -> tuple[Option, ...]:
    """So many distractors with different texts, at most one of each sort that is not the commonest among the keys."""
    plain = [option for option in listing.distractors if option.id not in listing.veiled]
    shuffled = rng.sample(plain, len(plain))
    found: dict[str, Option] = {}
    for option in shuffled:
        sort = listing.group.get(option.id, "")
        found.setdefault(option.text if sort == main_group(listing) else sort, option)
    return tuple(found.values())[:how_many]


def most_wrong_ones(listing: Listing) -> int:
    """How many distractors can be offered together."""
    return len(wrong_ones(listing, Random(0), len(listing.distractors)))


def main_group(listing: Listing) -> str:
    """The sort of which most keys are."""
    sorts = [listing.group.get(key.id, "") for key in listing.keys]
    return max(sorted(set(sorts)), key=sorts.count, default="")


def open_keys(listing: Listing) -> tuple[Option, ...]:
    """The keys that can stand beside distractors: one with a veiled name would stand out among full ones."""
    return tuple(key for key in listing.keys if key.id not in listing.veiled)


def askable(listing: Listing) -> bool:
    """Whether there is enough that provably does not belong to the list."""
    return bool(listing.keys) and most_wrong_ones(listing) >= FEWEST_DISTRACTORS


def why_together(entries: Sequence[Entry], heading: Heading) -> str:
    """Why entries belong to a heading: what it is, where there are several and the bank says so; else why each of them does."""
    return heading.told if heading.told and len(entries) > 1 else once_each(entry.told for entry in entries)


def where_each_belongs(entries: Iterable[Entry], headings: Sequence[Heading]) -> str:
    """Entries with the headings to which they belong, each as a sentence."""
    return once_each(f"{entry.text.rstrip('.')}: {_home(entry, headings).spoken}." for entry in entries)


def entry_option(entry: Entry, heading: Heading) -> Option:
    """An entry offered under the question for a heading."""
    facts = entry.homes.get(heading.id) or entry.against.get(heading.id, ())
    return Option(entry.id, entry.text, heading.id in entry.homes, entry.told, facts, entry.claims[heading.id])


def heading_option(entry: Entry, heading: Heading) -> Option:
    """A heading offered under the question for an entry."""
    correct = heading.id in entry.homes
    facts = entry.homes.get(heading.id) or entry.against.get(heading.id, ())
    return Option(heading.id, heading.text, correct, (not correct and heading.told) or entry.told, facts, entry.claims[heading.id])


def settled(entries: Iterable[Entry], headings: Iterable[Heading]) -> bool:
    """Whether each entry has exactly one home among the headings and is refuted under all others."""
    wanted = {heading.id for heading in headings}
    return all(len(wanted & entry.homes.keys()) == 1 and wanted <= entry.homes.keys() | entry.against.keys() for entry in entries)


def _home(entry: Entry, headings: Iterable[Heading]) -> Heading:
    return next(heading for heading in headings if heading.id in entry.homes)


def likeness(one: str, other: str) -> float:
    """How much two texts share: words of four letters or more in both, of those in either (Jaccard), 0 to 1."""
    a, b = (frozenset(word for word in text.casefold().split() if len(word) >= 4) for text in (one, other))
    return len(a & b) / len(a | b) if a | b else 0.0


def mean(values: Sequence[float]) -> float:
    """The mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0
