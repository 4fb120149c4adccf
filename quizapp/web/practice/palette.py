"""The numbers of an exam's questions, with what is the matter with each."""

from collections.abc import Collection
from dataclasses import dataclass

from quizapp.queries.attempts import Asked, Sheet
from quizapp.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class Number:
    """A question by its number, what is the matter with it in words ("" where nothing is but that it has no answer), and as classes."""

    position: int
    words: str
    classes: str
    current: bool


def palette(sheet: Sheet, current: int = 0, half: Collection[int] = ()) -> list[Number]:
    """Every question of an attempt; those in the places `half` are answered in part."""
    return [_number(one, current, half=one.position in half) for one in sheet.asked]


def _number(asked: Asked, current: int, *, half: bool) -> Number:
    states = {
        "current": (asked.position == current, _("shown now")),
        "gone": (asked.withdrawn, _("no longer asked")),
        "half": (half, _("answered in part")),
        "done": (asked.answered and not asked.withdrawn and not half, _("answered")),
        "open": (not asked.answered and not asked.withdrawn, _("not answered")),
        "flagged": (asked.answer.flagged_at is not None, _("flagged")),
    }
    words = ", ".join(said for is_so, said in states.values() if is_so)
    classes = " ".join(name for name, (is_so, _said) in states.items() if is_so and name not in ("open", "current"))
    told = _("Question %(number)s, %(what)s", number=asked.position, what=words) if classes else ""
    return Number(asked.position, told, classes, asked.position == current)
