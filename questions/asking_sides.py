"""Sortings asked by choice: the heading of an entry, or an entry of a heading, among rivals that somebody picks."""

from collections.abc import Callable, Sequence
from random import Random

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw, entry_option, heading_option, likeness, mean
from questions.interactions import OneOf
from questions.matters import Entry, Heading, Sorting
from questions.template import Draft
from questions.wording import Say

Rivals = Callable[[str, Sequence[tuple[str, str]], Random], Sequence[str]]


def at_random(asked: str, others: Sequence[tuple[str, str]], rng: Random) -> Sequence[str]:
    """Three of the others, as chance has it; each is an id and the text by which it is known."""
    return [id for id, _ in draw(others, 3, rng)]


def the_nearest(asked: str, others: Sequence[tuple[str, str]], rng: Random) -> Sequence[str]:
    """The two others whose texts are most like the one that is asked, and the one most like these two; chance decides between equals.

    Three that are all like the one that is asked would leave it in their middle, where whoever counts words finds it.
    """
    shuffled = rng.sample(others, len(others))
    alike = sorted(shuffled, key=lambda other: -likeness(asked, other[1]))
    beside = alike[:2]
    third = sorted(alike[2:], key=lambda other: -sum(likeness(text, other[1]) for _, text in beside))[:1]
    return [id for id, _ in (*beside, *third)]


def ask_heading(sorting: Sorting, rivals: Rivals, rng: Random, say: Say) -> Draft | None:
    """The heading of one entry beside headings that are refuted for it."""
    entries = answerable(sorting)
    if sorting.toward == "entry" or not entries:
        return None
    entry = rng.choice(entries)
    home = home_of(sorting, entry)
    against = {heading.id: heading for heading in sorting.headings if heading.id in entry.against}
    wrong = [against[id] for id in rivals(home.told, [(heading.id, heading.told) for heading in against.values()], rng)]
    return Draft(
        stem=sorting.asks_heading.format(entry=entry.text),
        hint=say("Choose one answer."),
        interaction=OneOf(canonical(heading_option(entry, heading) for heading in (home, *wrong))),
        item_type="multiple choice",
        why=entry.told,
        nearness=mean([likeness(home.told, heading.told) for heading in wrong]),
    )


def ask_entry(sorting: Sorting, rivals: Rivals, rng: Random, say: Say) -> Draft | None:
    """One entry of a heading beside entries that are refuted for it."""
    pairs = [pair for pair in _pairs(sorting) if len(sorting.refuted(pair[1])) >= FEWEST_DISTRACTORS]
    if sorting.toward == "heading" or not pairs:
        return None
    entry, heading = rng.choice(pairs)
    against = {one.id: one for one in sorting.refuted(heading)}
    wrong = [against[id] for id in rivals(entry.text, [(one.id, one.text) for one in against.values()], rng)]
    return Draft(
        stem=sorting.asks_entry.format(heading=heading.spoken, other=_other(sorting, heading)),
        hint=say("Choose one answer."),
        interaction=OneOf(canonical(entry_option(one, heading) for one in (entry, *wrong))),
        item_type="multiple choice",
        why=entry.told,
        nearness=mean([likeness(entry.text, one.text) for one in wrong]),
    )


def answerable(sorting: Sorting) -> list[Entry]:
    """The entries in focus that have one home and enough headings that are refuted for them."""
    return [
        entry
        for entry in sorting.entries
        if entry.id in sorting.focus and len(entry.homes) == 1 and len(entry.against) >= FEWEST_DISTRACTORS
    ]


def home_of(sorting: Sorting, entry: Entry) -> Heading:
    """The heading under which an entry belongs."""
    return next(heading for heading in sorting.headings if heading.id in entry.homes)


def _other(sorting: Sorting, heading: Heading) -> str:
    """What a heading is to be told apart from, if that is one thing."""
    others = [one.spoken for one in sorting.headings if one is not heading]
    return others[0] if len(others) == 1 else ""


def _pairs(sorting: Sorting) -> list[tuple[Entry, Heading]]:
    """Each entry in focus with the heading that is its home."""
    return [(entry, home) for entry in sorting.entries if entry.id in sorting.focus for home in sorting.headings if home.id in entry.homes]
