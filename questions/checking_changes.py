"""What the checker says of a change of one fact, before it is published, and which objectives it touches."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from questions.bank import Bank
from questions.flaw import flaws_of
from questions.items import Item
from questions.knowledge import Knowledge
from questions.soundness import Fault, faults
from questions.writing import templates_of, write_item

MOST_VARIANTS = 20
"""Of each objective in each way of asking."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Which objectives a change touches, by id: those that are asked otherwise, come, and go."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        """Those whose items are others, or new."""
        return (*self.changed, *self.added)


@dataclass(frozen=True, slots=True)
class Flawed:
    """A flaw of an item: its name, a sentence that says where, and the item."""

    name: str
    what: str
    item: Item


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: faults of the bank, or else flaws in so many items that follow from it, and what it touches.

    `left` is how many more items were to be looked at: chance may find flaws in them.
    """

    faults: tuple[Fault, ...]
    flaws: tuple[Flawed, ...] = ()
    items: int = 0
    left: int = 0
    effect: Effect = Effect((), (), ())

    @property
    def sound(self) -> bool:
        """Whether it can be published."""
        return not self.faults and not self.flaws


def check_change(before: Knowledge, bank: Bank, after: Callable[[Bank], Knowledge], seed: str, going_on: Callable[[], bool]) -> Checked:
    """Check a changed bank against what was known before: as `questions check` does, in the objectives that the change touches.

    Items are made from one seed after the other while `going_on` says so; the first of each way of asking always is. `after` indexes
    the bank, which is done only where it hangs together.
    """
    if found := tuple(faults(bank)):
        return Checked(found)
    knowledge = after(bank)
    if (stumbled := stumbles(knowledge)) is not None:
        return Checked((stumbled,))
    effect = effect_of(before, knowledge)
    try:
        return _looked_at(knowledge, effect, seed, going_on)
    except Exception as error:
        return Checked((_stumbled(error),))


def stumbles(knowledge: Knowledge) -> Fault | None:
    """A fault where no objectives can be made of a bank that hangs together: kinds of fact count on more than soundness asks of them.

    An editor can write what nobody has thought of; it must not break the program of everybody else.
    """
    try:
        knowledge.objectives  # noqa: B018
    except Exception as error:
        return _stumbled(error)
    return None


def effect_of(before: Knowledge, after: Knowledge) -> Effect:
    """What a change of facts does to the objectives."""
    old, new = before.objectives, after.objectives
    changed_facts = {id for id in {**before.facts, **after.facts} if before.facts.get(id) != after.facts.get(id)}
    changed = (
        key
        for key, one in new.items()
        if key in old
        and (
            not changed_facts.isdisjoint(one.facts)
            or (one.matter, one.plain, one.audiences, one.facts) != (old[key].matter, old[key].plain, old[key].audiences, old[key].facts)
        )
    )
    return Effect(tuple(changed), tuple(key for key in new if key not in old), tuple(key for key in old if key not in new))


def _looked_at(knowledge: Knowledge, effect: Effect, seed: str, going_on: Callable[[], bool]) -> Checked:
    flaws: dict[tuple[str, str, str], Flawed] = {}
    items, ways = 0, sum(len(templates_of(knowledge, objective)) for objective in effect.asked)
    for number, item in _variants(knowledge, effect.asked, seed):
        if number and not going_on():
            break
        items += 1
        for name, what in flaws_of(item, knowledge):
            flaws.setdefault((name, item.objective, item.template), Flawed(name, what, item))
    return Checked((), tuple(flaws.values()), items, MOST_VARIANTS * ways - items, effect)


def _stumbled(error: Exception) -> Fault:
    return Fault("", "", "", f"no questions can be made with this ({type(error).__name__}: {error}); leave out less, or something else")


def _variants(knowledge: Knowledge, objectives: tuple[str, ...], seed: str) -> Iterator[tuple[int, Item]]:
    """Items of each objective in each way of asking, with how many there were before it; one seed after the other."""
    for number in range(MOST_VARIANTS):
        for objective in objectives:
            for template in templates_of(knowledge, objective):
                yield number, write_item(knowledge, objective, template.name, template.version, f"{seed}/{number}")
