"""What a learner should be able to say, tell apart or put in order: the unit that is scheduled."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from questions.matters import Matter


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective with its stable id ("metastatic-cancer/spread.kidney#sites"), its facts, its topic and its aim in words.

    `fact` is the one that it hangs on: objectives of one fact are siblings and not asked on one day.
    `beside` are facts whose objectives never stand next to it (a table and its rows); objectives that share a mark of `kin` are
    siblings too. `plain` is what patients are asked in place of the matter, by who reads, where it has been put in plain words; where it
    has not, patients are not among its audiences, whoever may read its facts.
    """

    id: str
    fact: str
    facts: tuple[str, ...]
    topic: str
    aim: str
    matter: Matter = field(compare=False, repr=False)
    audiences: tuple[str, ...] = ("nursing", "patient")
    beside: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    plain: Mapping[str, Matter] = field(default_factory=dict, compare=False, repr=False)
