"""What was corrected, by whom and why; taking it back; and scoring again what was answered before."""

from datetime import datetime

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from questions.correcting import table_of
from quizapp.clock import now
from quizapp.models import Correction
from quizapp.models.transactions import changing
from quizapp.queries.corrections import correction_in, corrections_of, is_last, standings, with_who, without
from quizapp.usecases.correct_bank import Corrected
from quizapp.usecases.rescore_finished import rescore_finished, would_change
from quizapp.usecases.undo_correction import undo_correction
from quizapp.web.banks import bank_or_404
from quizapp.web.editing.blueprint import bp
from quizapp.web.editing.checking import check, problems_of
from quizapp.web.editing.words import differences, standing_in_words
from quizapp.web.extensions import db
from quizapp.web.roles import editors
from quizapp.web.wording import format_moment, ngettext
from quizapp.web.wording import gettext as _


@bp.get("/editing/<bank>/corrections")
@editors
def corrections(bank: str) -> str:
    """All that was corrected in a bank, the latest first."""
    knowledge = bank_or_404(bank)
    standing = standings(db.session(), bank)
    found = db.session.execute(with_who(corrections_of(bank))).all()
    told = [(one, who, standing_in_words(standing.get(one.id), one)) for one, who in found]
    return render_template("editing/corrections.html", bank=knowledge.bank, corrections=told, moment=_moment)


@bp.get("/editing/<bank>/corrections/<int:number>")
@editors
def correction(bank: str, number: int) -> str:
    """One correction: before and after, what has become of it, and what it would change in what was answered before."""
    return _page(bank, number, {})


@bp.post("/editing/<bank>/corrections/<int:number>/undoing")
@editors
def undo(bank: str, number: int) -> Response | tuple[str, int]:
    """Take a correction back, if what the bank says without it hangs together."""
    found, _who = _found(bank, number)
    person_id, at = current_user.id, now()
    while found.undone_at is None and is_last(db.session(), found):
        draft = without(db.session(), found)
        checked = check(draft)
        if checked.faults:
            return _page(bank, number, problems_of(checked, found.kind, found.fact, ())), 422
        outcome = changing(db.session(), lambda draft=draft: undo_correction(db.session(), number, draft, person_id, at))  # type: ignore[misc]
        if isinstance(outcome, Corrected):
            flash(_("Taken back. The bank says again what it said before."))
            break
        found, _who = _found(bank, number)
    return redirect(url_for(".correction", bank=bank, number=number), 303)


@bp.post("/editing/<bank>/corrections/<int:number>/rescorings")
@editors
def rescore(bank: str, number: int) -> Response:
    """Score again what was answered for good before the correction."""
    _found(bank, number)
    at = now()
    outcome = changing(db.session(), lambda: rescore_finished(db.session(), number, at))
    flash(
        ngettext("%(num)d answer was scored again.", "%(num)d answers were scored again.", outcome.answers)
        if outcome.answers
        else _("There was nothing to score again.")
    )
    return redirect(url_for(".correction", bank=bank, number=number), 303)


def _page(bank: str, number: int, problems: dict[str, str]) -> str:
    knowledge = bank_or_404(bank)
    found, who = _found(bank, number)
    return render_template(
        "editing/correction.html",
        bank=knowledge.bank,
        correction=found,
        who=who,
        differences=differences(found.before, found.after),
        standing=standing_in_words(standings(db.session(), bank).get(found.id), found),
        may_undo=is_last(db.session(), found),
        finished=would_change(db.session(), found) if "finished" in request.args else None,
        there=table_of(knowledge.bank, found.fact) is not None,
        problems=problems,
        moment=_moment,
    )


def _moment(at: datetime) -> str:
    return format_moment(at, current_user.zone)


def _found(bank: str, number: int) -> tuple[Correction, str | None]:
    found = db.session.execute(with_who(correction_in(bank, number))).one_or_none()
    return (found[0], found[1]) if found else abort(404)
