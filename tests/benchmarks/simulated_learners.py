"""Made-up learners, whose memory is no scheduler's own, for the comparison of schedulers.

Activation and decay are those of Pavlik & Anderson (2005, Cognitive Science 29, 559-586), with the parameters that they fitted: each meeting
leaves a trace that fades by a power law, the sooner the more active the memory still was at that meeting (the effect of spacing). People
differ in how fast they forget and how easily they learn, objectives in how hard they are; who does not remember may guess, who does may slip.
This was written and committed before any scheduler was tuned on it, and is not changed with them.
"""

from dataclasses import dataclass, field
from math import exp, log
from random import Random
from typing import Final

from quizapp.scheduling.grading import Certainty

SECONDS_A_DAY: Final = 86_400
BETWEEN_DAYS: Final = 0.025
"""Time outside of sittings counts so little, since less else is learned in it (h)."""

DECAY, SCALE, THRESHOLD, NOISE = 0.177, 0.217, -0.704, 0.255  # a, c, tau, s
GUESSED: Final = {"recognise": 0.3, "tell apart": 0.2, "recall": 0.05}
"""How often a guess is right, by level."""


@dataclass(frozen=True, slots=True)
class Person:
    """How somebody learns: decay that every trace has, how easily things stick, and how they answer."""

    decay: float
    ability: float
    slips: float
    admits: float  # how often they say "I don't know" rather than guess
    says: float  # how often they say how sure they are
    too_sure: float  # by how much they feel surer than they should
    diligence: float  # on which share of days they study


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: whether it was right, whether "I don't know" was said, and how sure they said they were."""

    right: bool
    dont_know: bool
    certainty: Certainty | None


@dataclass
class SimulatedLearner:
    """One made-up person, what they have met, and the dice of their life."""

    number: int
    person: Person = field(init=False)
    _traces: dict[int, list[tuple[float, float]]] = field(default_factory=dict)  # when, in seconds that count; its decay
    _chance: Random = field(init=False)

    def __post_init__(self) -> None:
        self._chance = Random(f"simulated learner {self.number}")
        draw = self._chance
        self.person = Person(
            decay=min(max(draw.gauss(DECAY, 0.02), 0.12), 0.24),
            ability=draw.gauss(1.0, 0.25),
            slips=draw.uniform(0.01, 0.06),
            admits=draw.uniform(0.2, 0.6),
            says=draw.uniform(0.3, 0.9),
            too_sure=draw.uniform(-0.05, 0.15),
            diligence=draw.uniform(0.75, 1.0),
        )

    def studies_on(self, day: int) -> bool:
        """Whether they sit down at all on this day (0 up): the same whatever they are asked."""
        return Random(f"{self.number} on {day}").random() < self.person.diligence

    def recall(self, objective: int, day: int, second: float = 0.0) -> float:
        """How likely (0 to 1) they remember it so many seconds into their sitting of a day: what no scheduler sees."""
        activation = self._activation(objective, _counted(day, second))
        if activation is None:
            return 0.0
        known = activation + self.person.ability + _hardness(objective)
        return 1 / (1 + exp((THRESHOLD - known) / NOISE))

    def answers(self, objective: int, day: int, second: float, level: str) -> Answer:
        """Answer a question at this level, read why, and thereby meet it once more."""
        likely, draw = self.recall(objective, day, second), self._chance
        remembered = draw.random() < likely
        dont_know = not remembered and draw.random() < self.person.admits
        right = not dont_know and draw.random() < (1 - self.person.slips if remembered else GUESSED[level])
        feels = min(max((0.55 + 0.45 * likely if remembered else 0.6 * likely) + draw.gauss(self.person.too_sure, 0.12), 0), 1)
        says = not dont_know and draw.random() < self.person.says
        self._meet(objective, _counted(day, second))
        return Answer(right, dont_know, _band(feels) if says else None)

    def _activation(self, objective: int, now: float) -> float | None:
        met = self._traces.get(objective)
        return log(sum(max(now - at, 1.0) ** -decay for at, decay in met)) if met else None

    def _meet(self, objective: int, now: float) -> None:
        activation = self._activation(objective, now)
        decay = self.person.decay + (SCALE * exp(activation) if activation is not None else 0)
        self._traces.setdefault(objective, []).append((now, decay))


def _counted(day: int, second: float) -> float:
    return day * SECONDS_A_DAY * BETWEEN_DAYS + second


def _hardness(objective: int) -> float:
    return Random(f"hardness of {objective}").gauss(0, 0.3)


def _band(feels: float) -> Certainty:
    return Certainty.CERTAIN if feels > 0.8 else Certainty.FAIRLY if feels > 0.66 else Certainty.GUESSING
