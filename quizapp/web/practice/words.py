"""What the pages of practice call things."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never, get_args

from quizapp.models.quizzes import Mode, Pool
from quizapp.queries.attempts import Sheet
from quizapp.queries.practice import Choice, ChoiceTopic, Offered, matching
from quizapp.web.audiences import is_patient
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext


def pools_in_words(offers: Offered, choice: Choice) -> list[tuple[Pool, str, int]]:
    """What can be asked, in words, and how much of it there is in the chosen topics."""
    return [(pool, _pool(pool), len(matching(offers.practisable, replace(choice, pool=pool)))) for pool in get_args(Pool)]


def what_is_due(pools: Sequence[tuple[Pool, str, int]]) -> str:
    """How what is due differs from what Today asks of it; "" where nothing is due."""
    if not any(count for pool, _words, count in pools if pool == "due"):
        return ""
    if is_patient():
        return _("Some of what is to be asked today may wait, so that no day is long or asks the same thing twice.")
    return _("“Due now” counts all that is due. Today asks no more than your limits allow, and of each fact one question.")


def modes_in_words(*, plainly: bool = False) -> list[tuple[Mode, str, str]]:
    """The two ways of taking a quiz, and what each is like; whoever is told plainly hears of no exam."""
    modes: list[tuple[Mode, str, str]] = [
        ("study", _("Study mode"), _("Each answer is explained at once.")),
        ("exam", _("Exam mode"), _("Answers can be changed until you finish. All is explained after that.")),
    ]
    return modes[:1] if plainly else modes


@dataclass(frozen=True, slots=True)
class Fold:
    """A bank's topics, unfolded where some are chosen, or must be."""

    title: str
    topics: tuple[ChoiceTopic, ...]
    open: bool


def banks_to_choose_from(offers: Offered, choice: Choice) -> list[Fold]:
    """Each bank that has something to ask, with its topics."""
    none_studied = not any(one.studied for one in offers.practisable)
    banks = [bank for bank in offers.banks if any(topic.objectives for topic in bank.topics)]
    return [Fold(bank.title, bank.topics, none_studied or any(topic.id in choice.topics for topic in bank.topics)) for bank in banks]


def what_matches(found: int, choice: Choice, offers: Offered) -> str:
    """How much matches a choice or, where nothing does, what to do about it."""
    if found:
        if is_patient():
            return ngettext("There is %(num)d question for you.", "There are %(num)d questions for you.", found)
        return ngettext("%(num)d question matches.", "%(num)d questions match.", found)
    if not choice.topics and not any(one.studied for one in offers.practisable):
        return _("You study no topic yet. Choose one or more topics on this page, or start one in the library.")
    if choice.item_types and matching(offers.practisable, replace(choice, item_types=())):
        return _("Nothing of it can be asked as the types you chose. Choose more types, or none for any.")
    return _nothing(choice.pool)


def item_types_in_words(item_types: Sequence[str]) -> list[tuple[str, str]]:
    """Types of items and their names."""
    return [(one, _names().get(one, one.capitalize())) for one in item_types]


def what_is_told(of: str) -> str:
    """What a result says to an answer that led to it; "" to none. It stands in the address, since a message is lost on the way there."""
    return {
        "over": _("Your time is over. What you had answered counts."),
        "late": _("Your time was over before this answer came, so it does not count. What you had saved before does."),
        "finished": _("This quiz was finished before, here or in another tab. The answer you sent now does not count."),
    }.get(of, "")


def kind_of(sheet: Sheet) -> str:
    """What an attempt is, in a line; patients, who have one mode, hear of none."""
    mode = _("Exam mode") if sheet.exam else _("Study mode")
    length = ngettext("%(num)d question", "%(num)d questions", len(sheet.asked))
    return length if is_patient() and not sheet.exam else f"{mode} · {length}"


def _pool(pool: Pool) -> str:
    match pool:
        case "all":
            return _("Everything")
        case "due":
            return _("To be asked today") if is_patient() else _("Due now")
        case "new":
            return _("New to me")
        case "wrong":
            return _("Not known yet") if is_patient() else _("Wrong before")
        case "hard":
            return _("Hard for me") if is_patient() else _("Hardest for me")
        case "flagged":
            return _("Saved") if is_patient() else _("Flagged")
        case _:
            assert_never(pool)


def _nothing(pool: Pool) -> str:
    match pool:
        case "all":
            return _("There is nothing to ask here. Choose other topics.")
        case "due":
            if is_patient():
                return _("There is nothing of it to be asked today. Choose “Everything”, or other topics.")
            return _("Nothing of it is due. Choose “Everything”, or other topics.")
        case "new":
            return _("You have met all of it. Choose “Everything”, or other topics.")
        case "wrong":
            if is_patient():
                return _("There is nothing of it that you did not know. Choose “Everything”, or other topics.")
            return _("You have had nothing of it wrong. Choose “Everything”, or other topics.")
        case "hard":
            return _("Nothing of it stands out as hard. Choose “Everything”, or other topics.")
        case "flagged":
            if is_patient():
                return _("You have saved nothing of it. “Save this question” stands below each answer, under “More about this question”.")
            return _("You have flagged nothing of it. “Flag” stands below each question that is answered.")
        case _:
            assert_never(pool)


def _names() -> dict[str, str]:
    return {
        "bow-tie": _("Bow-tie"),
        "drop-down cloze": _("Fill the gaps"),
        "drop-down table": _("Drop-down table"),
        "fill in the number": _("Fill in the number"),
        "highlight table": _("Highlight in a table"),
        "highlight text": _("Highlight text"),
        "matching": _("Matching"),
        "matrix multiple choice": _("Matrix, one answer a row"),
        "matrix multiple response": _("Matrix, any answers"),
        "multiple choice": _("Multiple choice"),
        "ordered response": _("Put in order"),
        "rationale dyad": _("Complete the reason"),
        "rationale triad": _("Complete cause and effects"),
        "select N": _("Select a number of answers"),
        "select all that apply": _("Select all that apply"),
        "short answer": _("Type the answer"),
    }
