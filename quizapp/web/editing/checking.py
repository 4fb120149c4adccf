"""The checker's word on a draft, within a few seconds, and what would be asked of it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from questions.checking_changes import Checked, check_change
from questions.correcting import corrected_as
from questions.items import Item
from questions.knowledge import Knowledge
from questions.plainly import PATIENT
from questions.responses import DontKnow
from questions.wording import sentence
from questions.writing import UnknownTemplate, choose_template, plain_template, write_item
from quizapp.queries.corrections import Draft
from quizapp.queries.items import knowledge_in, knowledge_of
from quizapp.web.editing.fields import Field, leaves
from quizapp.web.extensions import db
from quizapp.web.languages import language_shown
from quizapp.web.marking import Marked, marked
from quizapp.web.reasons import Reasons, reasons
from quizapp.web.widgets import widget
from quizapp.web.wording import ngettext

SECONDS = 3.0
SEED = "1"
FIRST = f"{SEED}/0"
"""The seed of the first items that the checker looks at."""
MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """An item of a preview, as feedback shows it."""

    item: Item
    widget: str
    marked: Marked
    reasons: Reasons


@dataclass(frozen=True, slots=True)
class Preview:
    """How an objective would be asked: those who study nursing, and patients (None: not at all)."""

    aim: str
    nursing: Shown
    patients: Shown | None


@dataclass(frozen=True, slots=True)
class Looked:
    """What is shown of a draft: the checker's word, what it touches, and how that would be asked."""

    checked: Checked
    changed: tuple[str, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]
    previews: tuple[Preview, ...]


def check(draft: Draft, seconds: float = SECONDS) -> Checked:
    """Let the checker look at a draft for so long."""
    until = time.monotonic() + seconds
    return check_change(knowledge_of(db.session(), draft.revision), draft.bank, knowledge_in, SEED, lambda: time.monotonic() < until)


def looked_at(draft: Draft, checked: Checked) -> Looked:
    """What an editor sees of it."""
    if checked.faults:
        return Looked(checked, (), (), (), ())
    before, after, effect = knowledge_of(db.session(), draft.revision), knowledge_in(draft.bank), checked.effect
    own = sorted(effect.asked, key=lambda key: draft.change.fact not in after.objectives[key].facts[:1])
    return Looked(
        checked,
        tuple(after.objectives[key].aim for key in effect.changed),
        tuple(after.objectives[key].aim for key in effect.added),
        tuple(before.objectives[key].aim for key in effect.gone),
        tuple(_previews(after, own[:MOST_SHOWN])),
    )


def problems_of(checked: Checked, kind: str, fact: str, fields: tuple[Field, ...]) -> dict[str, str]:
    """What the checker found, by the field where it can be mended; what is wrong in other facts because of it stands above the form."""
    found: dict[str, list[str]] = {}
    for fault in checked.faults:
        own = (fault.table, corrected_as(fault.table, fault.id)) == (kind, fact)
        at = next((one.path for one in leaves(fields) if own and fault.value and fault.value in one.value.split("\n")), "form")
        where = "" if own or not fault.id else f"{fault.id}: "
        found.setdefault(at, []).append(f"{where}{fault.what}.")
    if checked.flaws:
        number = len(checked.flaws)
        found["verdict"] = [
            ngettext("The checker found %(num)d flaw in the questions.", "The checker found %(num)d flaws in the questions.", number)
        ]
    told = {field: " ".join(what) for field, what in found.items()}
    return {field: sentence(words) for field, words in told.items()}


def _previews(knowledge: Knowledge, keys: list[str]) -> Iterator[Preview]:
    for key in keys:
        objective = knowledge.objectives[key]
        name, version = choose_template(knowledge, key, "recognise", SEED)
        nursing = write_item(knowledge, key, name, version, FIRST, "nursing", language_shown())
        yield Preview(objective.aim, _shown(nursing), _for_patients(knowledge, key) if PATIENT in objective.audiences else None)


def _for_patients(knowledge: Knowledge, key: str) -> Shown | None:
    try:
        name, version = plain_template(knowledge, key, PATIENT)
    except UnknownTemplate:
        return None
    return _shown(write_item(knowledge, key, name, version, FIRST, PATIENT, language_shown()))


def _shown(item: Item) -> Shown:
    return Shown(item, widget(item.interaction), marked(item.interaction, DontKnow()), reasons(item.interaction))
