"""What an editor is about to say of a fact: as it stands, as it was typed, and whether somebody else was quicker."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from flask import abort, request
from msgspec import Struct
from sqlalchemy import select

from questions.bank import Bank, kinds_of_fact
from questions.correcting import TERM, Table, kinds_corrected, table_of
from questions.fact import Fact
from questions.knowledge import Knowledge
from questions.well_formed import ID
from quizapp.models import Correction, Objective
from quizapp.queries.corrections import Draft, corrections_of, drafted
from quizapp.web.banks import bank_or_404
from quizapp.web.editing.fields import Field, Raw, form_fields, raw_of, read_raw, read_table
from quizapp.web.editing.words import label
from quizapp.web.extensions import db
from quizapp.web.wording import gettext as _

LONGEST_ID = 80
OWN = frozenset({"id"})
OF_TERMS = frozenset({"id", "kind", "part_of", "drawn"})
"""What no editor changes: by which name something is known and, of a term, what it is and where it lies."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A fact under the hands of an editor; `now` is what the bank says of it (None: it has no such fact)."""

    bank: Bank
    kind: str
    topic: str
    fact: str
    now: Table | None
    raw: Raw
    seen: str
    new: bool = False

    @property
    def type(self) -> type[Struct]:
        """Its kind."""
        return kinds_corrected()[self.kind]

    @property
    def term(self) -> bool:
        """Whether it is what a term is called."""
        return self.kind == TERM

    @property
    def title(self) -> str:
        """What it is called on its page; "" for a new fact without a name."""
        return str(self.now["name"]) if self.term and self.now else self.fact

    @property
    def fields(self) -> tuple[Field, ...]:
        """All of it as fields, what is its kind's own first."""
        every = form_fields(self.type, self.raw, OF_TERMS if self.term else OWN)
        shared = set(Fact.__struct_fields__)
        return tuple(sorted(every, key=lambda one: one.name in shared))

    @property
    def overtaken(self) -> bool:
        """Whether the fact is another now than the one that the form was filled in from."""
        return self.seen != mark_of(self.now)

    def read(self) -> tuple[dict[str, Any], dict[str, str]]:
        """The fact as a bank's file would hold it, and what is to be mended first, by field."""
        kept = {name: self.now[name] for name in OF_TERMS if name in self.now} if self.term and self.now else {"id": self.fact}
        table, problems = read_table(self.type, {**self.raw, **kept})
        return table, {field: f"{label(field.split('.')[-1])}: {_(what)}" for field, what in problems.items()}

    def draft(self, after: Table | None) -> Draft:
        """The bank as it would be with this said of the fact (None: without the fact)."""
        return drafted(db.session(), self.bank.name, self.kind, self.topic, self.fact, after)

    def once_more(self) -> "Edit":
        """The same with what the bank says by now."""
        bank = bank_or_404(self.bank.name).bank
        return replace(self, bank=bank, now=_said(bank, self.fact))


def edit_or_404(name: str, fact: str) -> Edit:
    """A fact of a bank as it stands, or as it stood before it was retired."""
    knowledge = bank_or_404(name)
    if (found := table_of(knowledge.bank, fact)) is not None:
        kind, topic, table = found
        return Edit(knowledge.bank, kind, topic, fact, table, raw_of(table), mark_of(table))
    last = db.session.scalars(corrections_of(name).where(Correction.fact == fact).limit(1)).first()
    if last is None or last.before is None or not _at_home(knowledge, last.kind, last.topic):
        abort(404)
    return Edit(knowledge.bank, last.kind, last.topic, fact, None, json.loads(last.before), mark_of(None))


def addition_or_404(name: str, given: Mapping[str, str]) -> Edit:
    """A fact that a bank does not have yet, of the kind and in the topic that are given."""
    knowledge = bank_or_404(name)
    kind, topic = given.get("kind-of-fact", ""), given.get("in-topic", "")
    if not _at_home(knowledge, kind, topic):
        abort(404)
    return Edit(knowledge.bank, kind, topic, " ".join(given.get("new-id", "").split()), None, {}, mark_of(None), new=True)


def as_sent(edit: Edit) -> Edit:
    """The same with what was typed."""
    form = request.form.to_dict()
    return replace(edit, raw=read_raw(form), seen=form.get("seen-as", ""))


def id_problem(edit: Edit) -> str | None:
    """What is the matter with the id of a new fact. One that was used once is not given to something else."""
    if not ID.fullmatch(edit.fact) or len(edit.fact) > LONGEST_ID:
        return _("Give it a short name of small letters and digits, with dots or hyphens between them: spread.kidney.")
    named = f"{edit.bank.name}/{edit.fact}#"
    used = db.session.scalar(select(Objective.id).where(Objective.key.startswith(named, autoescape=True)).limit(1))
    said = db.session.scalar(select(Correction.id).where(Correction.bank == edit.bank.name, Correction.fact == edit.fact).limit(1))
    if used is not None or said is not None or table_of(edit.bank, edit.fact):
        return _("There is, or was, a fact of this name. Give it another one.")
    return None


def mark_of(table: Table | None) -> str:
    """A short mark by which a form knows again what it was filled in from."""
    return sha256(json.dumps(table, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def _said(bank: Bank, fact: str) -> Table | None:
    found = table_of(bank, fact)
    return found[2] if found else None


def _at_home(knowledge: Knowledge, kind: str, topic: str) -> bool:
    return kind in kinds_of_fact() and any(one.id == topic for one in knowledge.bank.topics)
