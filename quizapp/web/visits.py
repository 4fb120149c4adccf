"""A visit of the patient side: it lives in the signed cookie for some hours, holds nothing about a person, and no table knows of it."""

from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from flask import session

from quizapp.clock import now

FIELD = "visit"
FORGOTTEN_AFTER = timedelta(hours=6)
PATIENT_SIDE = frozenset(("patients", "doctor"))
"""The features on which nothing is ever written, whoever is signed in."""
MOST_GIVEN = 40
LOOKS = frozenset(("display", "csrf_token", "_permanent"))
"""What a cookie holds that says nothing of a visit."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit has come to: objectives of a bank's revision, and what was answered to each.

    `given` maps an objective's id to which options were chosen (a sum of powers of two, in the order shown) and whether it is clear (1).
    Nothing chosen is an "I am not sure" or a skip: then it is not clear yet.
    """

    began: int
    seed: str
    revision: str
    helping: bool = False
    asked: tuple[str, ...] = ()
    given: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def clear(self) -> tuple[str, ...]:
        """The objectives that were answered, and are clear."""
        return tuple(one for one in self.asked if self.given.get(one, (0, 0))[1])

    @property
    def not_clear(self) -> tuple[str, ...]:
        """The objectives that came up and are not clear yet."""
        return tuple(one for one in self.asked if one in self.given and not self.given[one][1])

    def seed_of(self, objective: str) -> str:
        """What the question about an objective is drawn from: another seed for each, so that right answers stand in different places."""
        return f"{self.seed}/{objective}"

    def with_answer(self, objective: str, chosen: int, *, clear: bool) -> "Visit":
        """The visit after an answer; a later one to the same objective takes the place of the first."""
        return replace(self, given={**self.given, objective: (chosen, int(clear))}) if objective in self.asked else self


def begin_visit(revision: str, asked: tuple[str, ...], *, helping: bool, at: datetime) -> Visit:
    """A new visit, in place of any before it. The cookie ends with the browser."""
    end_visit()
    visit = Visit(int(at.timestamp()), token_hex(6), revision, helping, asked[:MOST_GIVEN])
    keep_visit(visit)
    return visit


def keep_visit(visit: Visit) -> None:
    """Let the cookie hold what the visit has come to, until the browser is closed."""
    session[FIELD] = asdict(visit)
    session.permanent = False


def current_visit() -> Visit | None:
    """The visit that the cookie holds, if there is one of these hours."""
    visit = _read(session.get(FIELD))
    return visit if visit and 0 <= now().timestamp() - visit.began < FORGOTTEN_AFTER.total_seconds() else None


def end_visit() -> None:
    """Take everything out of the cookie that is not how pages look: whatever any page of the patient side has put there."""
    for name in session.keys() - LOOKS:
        del session[name]
    session.permanent = "display" in session


def tells_of_a_visit() -> bool:
    """Whether the cookie holds more than looks; then no page may be kept by the browser."""
    return bool(session.keys() - LOOKS)


def _read(kept: Any) -> Visit | None:
    try:
        given = {str(objective): (int(chosen), int(clear)) for objective, (chosen, clear) in kept["given"].items()}
        return Visit(int(kept["began"]), kept["seed"], kept["revision"], bool(kept["helping"]), tuple(kept["asked"]), given)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
