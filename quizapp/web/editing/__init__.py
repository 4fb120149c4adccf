"""What editors look after: the banks, and what each of them lacks."""

from flask import Blueprint, render_template
from flask_login import current_user

from questions.readability import FEWEST_WORDS
from questions.report import report_on
from quizapp.queries.items import all_knowledge
from quizapp.web.banks import bank_or_404
from quizapp.web.extensions import db
from quizapp.web.roles import editors, may_edit

bp = Blueprint("editing", __name__)


@bp.app_context_processor
def for_editors() -> dict[str, bool]:
    """Whether whoever asks may change content."""
    return {"may_edit": may_edit(current_user)}


@bp.get("/editing")
@editors
def banks() -> str:
    """The banks that there are."""
    return render_template("editing/banks.html", banks=[knowledge.bank for knowledge in all_knowledge(db.session())])


@bp.get("/editing/<bank>")
@editors
def report(bank: str) -> str:
    """What a bank lacks: the same as `questions report` says."""
    knowledge = bank_or_404(bank)
    return render_template("editing/report.html", report=report_on(knowledge), knowledge=knowledge, fewest_words=FEWEST_WORDS)
