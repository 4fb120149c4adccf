"""The blueprint that the pages of patients hang on, and what every page needs to know of a visit."""

from typing import Any

from flask import Blueprint, current_app, request, url_for

from quizapp.web.aiming import aimed
from quizapp.web.audiences import PLAIN, is_helping, is_patient, reader
from quizapp.web.visits import PATIENT_SIDE, Visit, current_visit
from quizapp.web.wording import gettext as _

BELOW = ("/self-test", "/doctor-questions", "/visits")
bp = Blueprint("patients", __name__)
READ_BY_PATIENTS = frozenset(("topics", "words", "library", "search", "maps"))
"""The features that patients and those who learn a profession read alike, each in words of their own."""


@bp.app_context_processor
def on_every_page() -> dict[str, Any]:
    """The visit that goes on, if any; whether this page is for patients, and says whom to call and how to leave; the line in distress."""
    visit, of_theirs = current_visit(), _of_theirs()
    return {
        "visit": visit,
        "go_on": _go_on(visit) if visit else None,
        "for_patients": visit is not None or of_theirs,
        "hide_stays": of_theirs,
        "helping": is_helping(),
        "plainly": is_patient(),
        "aimed": aimed,
        "crisis_line": current_app.config["QUIZAPP"].crisis_line,
    }


def _go_on(visit: Visit) -> tuple[str, str]:
    """Where a visit goes on, in words and as an address: after the last question that was answered, or with what was learned.

    What was skipped before is not offered on every page: it is found at the end, among what was left out.
    """
    number = 1 + max((place for place, name in enumerate(visit.asked, 1) if name in visit.given), default=0)
    if number > len(visit.asked):
        return _("See what you learned"), url_for("patients.learned")
    return _("Go on with question %(number)s", number=number), url_for("patients.question", number=number)


def _of_theirs() -> bool:
    """Whether the page is of the patient side, one to read that is put in plain words, or any that a patient with an account sees.

    A page that is not there has no blueprint, and is told by its address.
    """
    if request.blueprint in PATIENT_SIDE or request.path.startswith(BELOW):
        return True
    return is_patient() or (request.blueprint in READ_BY_PATIENTS and reader() == PLAIN)
