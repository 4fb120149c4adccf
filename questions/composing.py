"""A quiz: items that can stand together, with their keys spread evenly over the places in which options stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import NamedTuple, TypeGuard

from questions.giving_away import kept_apart, objectives_apart, tell_each_other
from questions.interactions import OneOf, arrange, of_size, place_key
from questions.items import Item
from questions.knowledge import Knowledge
from questions.template import LEVELS, Level, Template
from questions.writing import written

TRIES = 6
"""So many variants of an item are looked at before it is left as it is."""


class Candidate(NamedTuple):
    """An objective that may be asked: its id and its bank, the level, the audience and the language, and the templates left aside."""

    knowledge: Knowledge
    objective: str
    level: Level
    audience: str
    language: str
    without: frozenset[str] = frozenset()


def compose(candidates: Sequence[Candidate], most: int, seed: str, item_types: frozenset[str] = frozenset()) -> tuple[Item, ...]:
    """Up to so many items of these types (none: of any), drawn by the seed and arranged as they are shown.

    No two are siblings, a table and its row, or such that one tells the other's answer; each place holds as many keys as any other.
    """
    drawn = Random(f"{seed}/order").sample(candidates, len(candidates))
    return tuple(_balanced(_as_many_as_fit(drawn, most, seed, item_types), seed))


def draw_test(candidates: Sequence[Candidate], most: int, seed: str) -> tuple[Item, ...]:
    """Up to so many items that can stand together, drawn by the seed for a test that many take.

    Each candidate has its own chance, so that one which goes takes no other along.
    """
    drawn = sorted(candidates, key=lambda one: (Random(f"{seed}/{one.objective}/order").random(), one.objective))
    return tuple(_as_many_as_fit(drawn, most, seed))


def level_drawn(objective: str, seed: str) -> Level:
    """The level on which a test asks an objective, whoever takes it."""
    return Random(f"{seed}/{objective}/level").choice(LEVELS)


def vary(items: Sequence[Item], candidates: Mapping[str, Candidate], seed: str) -> tuple[Item, ...]:
    """The same test for somebody else: each item written from another seed by its template, and laid out anew.

    An item stays as it is where no variant of it can stand beside the others. `candidates` are found by the id of their objective.
    """
    varied: list[Item] = []
    for place, item in enumerate(items):
        varied.append(_variant(item, candidates[item.objective], [*varied, *items[place + 1 :]], seed))
    return lay_out(varied, seed)


def lay_out(items: Sequence[Item], seed: str) -> tuple[Item, ...]:
    """Items as they are shown: they and their options in an order by the seed, the keys spread evenly over the places."""
    shuffled = Random(f"{seed}/order").sample(items, len(items))
    return tuple(_balanced(shuffled, seed, seed))


def _variant(item: Item, candidate: Candidate, beside: Sequence[Item], seed: str) -> Item:
    template = next(one for one in candidate.knowledge.templates[item.objective] if one.name == item.template)
    near = [one for one in beside if one.objective in candidate.knowledge.objectives]
    for nth in range(TRIES):
        variant = _write(candidate, template, f"{seed}/{nth}")
        if not any(tell_each_other(one, variant, candidate.knowledge) for one in near):
            return variant
    return item


def _as_many_as_fit(drawn: Sequence[Candidate], most: int, seed: str, item_types: frozenset[str] = frozenset()) -> list[Item]:
    """Items of the candidates as they were drawn, or, where so too few can stand together, with those last that rule out many."""
    chosen = _chosen(drawn, most, seed, item_types)
    return chosen if len(chosen) == most else max(chosen, _chosen(_hubs_last(drawn), most, seed, item_types), key=len)


def _chosen(candidates: Iterable[Candidate], most: int, seed: str, item_types: frozenset[str]) -> list[Item]:
    chosen: list[Item] = []
    for candidate in candidates:
        if len(chosen) == most:
            break
        chosen += _fitting(candidate, chosen, seed, item_types)
    return chosen


def _hubs_last(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Whatever rules out many others comes after them: one question about a table would leave no place for any of its rows."""
    objectives = [one.knowledge.objectives[one.objective] for one in candidates]
    rules_out = {one.id: sum(bool(objectives_apart(one, other)) for other in objectives) for one in objectives}
    return sorted(candidates, key=lambda candidate: rules_out[candidate.objective])


def _fitting(candidate: Candidate, chosen: Iterable[Item], seed: str, item_types: frozenset[str]) -> Iterator[Item]:
    """The first item of this candidate that can stand beside what is chosen, if there is one."""
    knowledge, beside = candidate.knowledge, [one for one in chosen if one.objective in candidate.knowledge.objectives]
    for template in _templates(candidate, seed):
        item = _write(candidate, template, seed)
        if any(kept_apart(one, item, knowledge) for one in beside):
            return
        wanted = not item_types or item.item_type in item_types
        if wanted and not any(tell_each_other(one, item, knowledge) for one in beside):
            yield item
            return


def _templates(candidate: Candidate, seed: str) -> list[Template]:
    """Those that can ask it, the nearest to its level first; of several on one level the seed says which comes first."""
    fit = [one for one in candidate.knowledge.templates[candidate.objective] if one.name not in candidate.without]
    wanted = LEVELS.index(candidate.level)
    shuffled = Random(f"{seed}/{candidate.objective}/template").sample(fit, len(fit))
    return sorted(shuffled, key=lambda one: (abs(LEVELS.index(one.level) - wanted), LEVELS.index(one.level)))


def _write(candidate: Candidate, template: Template, seed: str) -> Item:
    knowledge, objective = candidate.knowledge, candidate.knowledge.objectives[candidate.objective]
    return written(knowledge, objective, template, f"{seed}/{objective.id}", candidate.audience, candidate.language)


def _balanced(items: Sequence[Item], seed: str, shown_by: str = "") -> Iterator[Item]:
    """The items as they are shown: of single choices with as many options, the keys stand in each place equally often, or nearly so.

    Each stands as its own seed says, or as `shown_by` does.
    """
    places = {count: _places(count, number, seed) for count, number in _single_choices(items).items()}
    for item in items:
        shown = arrange(item.interaction, f"{shown_by}/{item.objective}" if shown_by else item.seed)
        yield replace(item, interaction=place_key(shown, next(places[len(shown.options)])) if _movable(shown) else shown)


def _single_choices(items: Iterable[Item]) -> dict[int, int]:
    """How many single choices there are, by how many options they have."""
    found: dict[int, int] = defaultdict(int)
    for item in items:
        if _movable(item.interaction):
            found[len(item.interaction.options)] += 1
    return found


def _places(options: int, items: int, seed: str) -> Iterator[int]:
    """A place for the key of each of so many items, each used as often as any other; which are used once more the seed says."""
    rng = Random(f"{seed}/keys among {options}")
    rounds, rest = divmod(items, options)
    places = [*range(options)] * rounds + rng.sample(range(options), rest)
    return iter(rng.sample(places, items))


def _movable(interaction: object) -> TypeGuard[OneOf]:
    """Whether the key can stand anywhere; figures stand by their size."""
    return isinstance(interaction, OneOf) and not of_size(interaction.options)
