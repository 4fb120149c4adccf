"""Correcting, adding and retiring a fact: the form, the checker's word, and publishing."""

from dataclasses import replace

import msgspec
from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from questions.bank import kinds_of_fact
from questions.correcting import Table
from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.usecases.correct_bank import Corrected, correct_bank, reason_problem
from quizapp.web.addresses import seen_from_here
from quizapp.web.banks import bank_or_404
from quizapp.web.editing.blueprint import bp
from quizapp.web.editing.checking import Looked, check, looked_at, problems_of
from quizapp.web.editing.edits import Edit, addition_or_404, as_sent, edit_or_404, id_problem, mark_of
from quizapp.web.editing.fields import leaves, with_list_changed
from quizapp.web.editing.folding import MOST_BESIDE, MOST_SHOWN, opened_by, shortened
from quizapp.web.editing.words import differences_of, label, pieces
from quizapp.web.extensions import db
from quizapp.web.limits import takes
from quizapp.web.roles import editors
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

Page = str | tuple[str, int]
SHORTER = 1.0
"""Seconds for the checker's second look, when what it has seen is published."""


@bp.get("/editing/<bank>/facts/<fact>")
@editors
def fact(bank: str, fact: str) -> str:
    """A fact as a form."""
    return _page(edit_or_404(bank, fact))


@bp.post("/editing/<bank>/facts/<fact>/checks")
@editors
@takes(64)
def check_fact(bank: str, fact: str) -> Page:
    """What the checker says of what was typed; or the form with one more, or one less, in a list."""
    return _check(as_sent(edit_or_404(bank, fact)))


@bp.post("/editing/<bank>/facts/<fact>/corrections")
@editors
@takes(64)
def publish(bank: str, fact: str) -> Page | Response:
    """Publish what was typed, if the checker finds nothing."""
    return _publish(as_sent(edit_or_404(bank, fact)))


@bp.get("/editing/<bank>/additions")
@editors
def addition(bank: str) -> str:
    """Which kind of fact to add to which topic; then its form."""
    if "kind-of-fact" in request.args:
        return _page(addition_or_404(bank, request.args.to_dict()))
    knowledge = bank_or_404(bank)
    kinds = [(name, pieces(kind.__doc__ or "")) for name, kind in kinds_of_fact().items()]
    return render_template("editing/adding.html", bank=knowledge.bank, kinds=kinds, chosen=request.args.get("topic", ""))


@bp.post("/editing/<bank>/additions/checks")
@editors
@takes(64)
def check_addition(bank: str) -> Page:
    """What the checker says of a new fact."""
    return _check(as_sent(addition_or_404(bank, request.form.to_dict())))


@bp.post("/editing/<bank>/additions")
@editors
@takes(64)
def add(bank: str) -> Page | Response:
    """Publish a new fact, if the checker finds nothing."""
    return _publish(as_sent(addition_or_404(bank, request.form.to_dict())))


@bp.get("/editing/<bank>/facts/<fact>/retirement")
@editors
def retirement(bank: str, fact: str) -> str:
    """What would go with a fact, and why it should."""
    return _retiring(_there(bank, fact), {})


@bp.post("/editing/<bank>/facts/<fact>/retirement")
@editors
def retire(bank: str, fact: str) -> Page | Response:
    """Take a fact out of a bank, if what is left hangs together."""
    edit = replace(_there(bank, fact), seen=request.form.get("seen-as", ""))
    if why := reason_problem(_why()):
        return _retiring(edit, {"correction-why": _(why)}), 422
    if edit.overtaken:
        return _retiring(edit, {"form": _changed()}), 422
    outcome = _published(edit, None)
    return outcome if isinstance(outcome, Response) else (_retiring(outcome, {}), 422)


def _check(edit: Edit) -> Page:
    if "list-change" in request.form:
        return _page(replace(edit, raw=with_list_changed(edit.raw, request.form["list-change"])))
    table, problems = _read(edit)
    if problems:
        return _page(edit, problems), 422
    draft = edit.draft(table)
    checked = check(draft)
    problems = problems_of(checked, edit.kind, edit.fact, edit.fields)
    page = _page(edit, problems, looked_at(draft, checked))
    return (page, 422) if problems else page


def _publish(edit: Edit) -> Page | Response:
    table, problems = _read(edit)
    if problems:
        return _page(edit, problems), 422
    if why := reason_problem(_why()):
        draft = edit.draft(table)
        checked = check(draft)
        return _page(
            edit, {**problems_of(checked, edit.kind, edit.fact, edit.fields), "correction-why": _(why)}, looked_at(draft, checked)
        ), 422
    outcome = _published(edit, table)
    if isinstance(outcome, Response):
        return outcome
    return (_page(outcome, {"form": _changed()}), 422) if outcome.overtaken else _check(outcome)


def _published(edit: Edit, table: Table | None) -> Response | Edit:
    """Publish, once more where others published something else meanwhile; or the edit as it stands, where it cannot be."""
    person_id, why, at = current_user.id, _why(), now()
    while not edit.overtaken:
        draft = edit.draft(table)
        if not check(draft, SHORTER).sound:
            return edit
        outcome = changing(db.session(), lambda draft=draft: correct_bank(db.session(), draft, why, person_id, at))  # type: ignore[misc]
        if isinstance(outcome, Corrected):
            flash(_said(outcome) if table is not None else _said_of_retired(outcome))
            return redirect(url_for(".correction", bank=edit.bank.name, number=outcome.number), 303)
        edit = edit.once_more()
    return edit


def _read(edit: Edit) -> tuple[dict[str, object], dict[str, str]]:
    """What was typed, and what is to be mended before the checker can look at it."""
    table, problems = edit.read()
    if edit.new and (what := id_problem(edit)):
        problems = {"new-id": what, **{field: said for field, said in problems.items() if field != "id"}}
    if edit.overtaken:
        problems = {"form": _changed(), **problems}
    elif not problems and edit.now is not None and msgspec.convert(table, edit.type) == msgspec.convert(edit.now, edit.type):
        problems = {"form": _("Nothing is changed yet. Change a field, then check again.")}
    return table, problems


def _page(edit: Edit, problems: dict[str, str] | None = None, looked: Looked | None = None) -> str:
    """The form; once the checker finds nothing wrong, what it changes and how that would be asked, with what was typed sent along."""
    problems = problems or {}
    settled = looked is not None and not problems.keys() - {"correction-why"}
    changed = differences_of(edit.now, edit.read()[0]) if settled or edit.overtaken else []
    opened = opened_by(request.form["list-change"]) if "list-change" in request.form else request.form.get("opened-part", "")
    return render_template(
        "editing/fact.html",
        edit=edit,
        settled=settled,
        changed=changed,
        carried=[one for one in leaves(edit.fields) if one.value],
        fields=shortened(edit.fields, {opened, *problems} - {""}, MOST_BESIDE if looked else MOST_SHOWN),
        opened=opened,
        about=[pieces(one.__doc__ or "") for one in edit.type.__mro__ if one.__name__ in _told(edit)],
        title=edit.title or _("A new fact"),
        topic=next((one for one in edit.bank.topics if one.id == edit.topic), None),
        problems=problems,
        looked=looked,
        theirs=changed if edit.overtaken else [],
        seen=mark_of(edit.now),
        why=_why(),
        label=label,
        pieces=pieces,
        seen_from_here=seen_from_here,
    )


def _told(edit: Edit) -> set[str]:
    """The names of the kinds of which this is one, as far as they say something of themselves."""
    return {one.__name__ for one in edit.type.__mro__ if hasattr(one, "__struct_fields__") and one.__struct_fields__}


def _retiring(edit: Edit, problems: dict[str, str]) -> str:
    draft = edit.draft(None)
    checked = check(draft)
    found = problems_of(checked, edit.kind, edit.fact, ())
    return render_template(
        "editing/retirement.html",
        edit=edit,
        problems={**found, **problems},
        looked=looked_at(draft, checked),
        named_by=sorted({one.id for one in checked.faults if one.id}),
        seen=mark_of(edit.now),
        why=_why(),
    )


def _there(bank: str, fact: str) -> Edit:
    edit = edit_or_404(bank, fact)
    return edit if edit.now is not None and not edit.term else abort(404)


def _why() -> str:
    return " ".join(request.form.get("correction-why", "").split())


def _changed() -> str:
    return _(
        "Somebody has changed this fact since you opened it. What you typed is below; look at what differs, and go on if yours is right."
    )


def _said(outcome: Corrected) -> str:
    if not outcome.questions:
        return _("Published. It is asked from now on.")
    return ngettext(
        "Published. %(num)d question of quizzes that go on is asked and scored anew.",
        "Published. %(num)d questions of quizzes that go on are asked and scored anew.",
        outcome.questions,
    )


def _said_of_retired(outcome: Corrected) -> str:
    left = ngettext("It left %(num)d quiz that goes on.", "It left %(num)d quizzes that go on.", outcome.left) if outcome.left else ""
    others = (
        ngettext(
            "%(num)d other question of quizzes that go on is asked and scored anew.",
            "%(num)d other questions of quizzes that go on are asked and scored anew.",
            outcome.questions,
        )
        if outcome.questions
        else ""
    )
    return " ".join(filter(None, (_("Retired. It is not asked any more."), left, others)))
