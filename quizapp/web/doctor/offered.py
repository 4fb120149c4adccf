"""The questions that there are to choose from."""

from dataclasses import dataclass, replace

from flask_babel import get_locale

from questions.facts.prompt import Prompt
from questions.knowledge import Knowledge
from questions.plainly import FAMILY
from questions.wording import sentence
from questions.writing import plain_template, write_item
from quizapp.web.audiences import is_helping
from quizapp.web.banks import every_bank
from quizapp.web.visits import Visit, current_visit
from quizapp.web.wording import gettext as _

MOST_RAISED = 3
"""So many questions at most that come from what was not clear stand on a sheet unasked: it has only so much room."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the doctor, what its answer helps with, and whether it stands on the sheet only where it is picked."""

    id: str
    text: str
    helps: str
    spare: bool = False


def offered() -> tuple[Question, ...]:
    """What the banks suggest, in the words for whoever asks, and then what was not clear in the visit: what is one's own comes first."""
    visit, banks = current_visit(), every_bank()
    helping = is_helping()
    suggested = (_suggested(prompt, helping=helping) for bank in banks for prompt in bank.of_kind(Prompt))
    raised = (question for bank in banks for question in _raised(bank, visit)) if visit else ()
    return (*suggested, *(replace(question, spare=place >= MOST_RAISED) for place, question in enumerate(raised)))


def _suggested(prompt: Prompt, *, helping: bool) -> Question:
    return Question(prompt.id, (prompt.family if helping else "") or prompt.plain or prompt.asks, sentence(prompt.helps))


def _raised(bank: Knowledge, visit: Visit) -> list[Question]:
    """What was asked in the visit and was not clear, to be asked of the doctor: in the words that speak to nobody as "you"."""
    objectives = {name: bank.objectives.get(f"{bank.bank.name}/{name}") for name in visit.not_clear}
    asked = {name: _stem(bank, objective.id) for name, objective in objectives.items() if objective and FAMILY in objective.plain}
    helps = _("This was not clear yet when you looked at it here.")
    return [Question(f"asked.{name}", stem, helps) for name, stem in asked.items()]


def _stem(bank: Knowledge, objective: str) -> str:
    return write_item(bank, objective, *plain_template(bank, objective, FAMILY), "", FAMILY, str(get_locale())).stem
