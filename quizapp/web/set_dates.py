"""What is said of the way to a date that a course has set."""

from dataclasses import dataclass
from secrets import token_hex

from quizapp.queries.set_dates import SetAhead
from quizapp.queries.ways import Ahead
from quizapp.web.due_dates import DueWords, due_in_words
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


@dataclass(frozen=True, slots=True)
class SetWords:
    """When something is due, what is said of the way to it, whether there is a plan, how much is left, and the seed of a quiz of that."""

    due: DueWords
    sentences: tuple[str, ...]
    planned: bool
    left: int
    seed: str


def set_in_words(one: SetAhead, zone: str) -> SetWords:
    """All of it for somebody in a zone."""
    due, ahead, assignment = due_in_words(one.soon, zone), one.ahead, one.soon.assignment
    if ahead is None:
        return SetWords(due, (due.sentence,), planned=False, left=0, seed=token_hex(8))
    sentences, planned = [due.sentence, *not_seen_in_words(ahead)], one.soon.open or assignment.exam
    if assignment.exam and ahead.not_seen:
        sentences.insert(1, _("It does not tell before what it asks, but you can practise what the course has set to study."))
    if ahead.too_many:
        sentences.append(
            _("At this pace you would not get to all of it in time. The plan says what would help.")
            if planned
            else _("You would not get to all of it in time, even if you began today.")
        )
    return SetWords(due, tuple(sentences), planned, len(ahead.not_seen), token_hex(8))


def not_seen_in_words(ahead: Ahead) -> tuple[str, ...]:
    """In the seven days before it, how much was not seen in them yet, and how much that is a day; what is due by itself is among it."""
    left, every = len(ahead.not_seen), ahead.objectives
    if not left:
        return ()
    a_day = ngettext(
        "That is about %(num)d a day, counting those that you are asked anyway.",
        "That is about %(num)d a day, counting those that you are asked anyway.",
        ahead.a_day,
    )
    return (_still_to_go_over(left, every), *([a_day] if ahead.a_day < left else []))


def _still_to_go_over(left: int, every: int) -> str:
    if every == 1:
        return _("You have not gone over it yet in this last week.")
    if left == every:
        return _("You have not gone over any of the %(all)s things yet in this last week.", all=every)
    return ngettext(
        "Of %(all)s things %(num)d is still to be gone over in this last week.",
        "Of %(all)s things %(num)d are still to be gone over in this last week.",
        left,
        all=every,
    )
