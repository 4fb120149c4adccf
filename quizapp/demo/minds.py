"""How made-up people remember and forget."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp

GROWN, SHRUNK = 3.0, 0.3


@dataclass(frozen=True, slots=True)
class Mind:
    """What share somebody knew before, for how many days something new lasts, and how much surer they feel than they should."""

    knew_before: float = 0.3
    lasts: float = 9.0
    too_sure: float = 0.1


@dataclass(frozen=True, slots=True)
class Trace:
    """What is left of something that was met: when last, and how many days it lasts."""

    met_at: datetime
    lasts: float


def recall(mind: Mind, trace: Trace | None, at: datetime) -> float:
    """How likely something is remembered: it falls away as in Ebbinghaus's curve, slower the better it is known."""
    return mind.knew_before if trace is None else exp(-((at - trace.met_at) / timedelta(days=1)) / trace.lasts)


def met(mind: Mind, trace: Trace | None, at: datetime, *, recalled: bool) -> Trace:
    """What is left when the answer has been seen: it lasts longer if it was remembered, and afresh if it was not."""
    lasts = trace.lasts if trace else mind.lasts
    return Trace(at, lasts * GROWN if recalled and trace else max(mind.lasts, lasts * SHRUNK))
