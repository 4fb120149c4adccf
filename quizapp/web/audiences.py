"""In whose words a page tells facts: plain ones for patients and guests, those of the profession for nursing students."""

from flask import request
from flask_login import current_user

from questions.fact import AUDIENCES
from questions.plainly import FAMILY
from quizapp.web.visits import PATIENT_SIDE, current_visit

PLAIN, NURSING = "patient", "nursing"


def is_patient() -> bool:
    """Whether somebody is signed in who learns as a patient: they are told of no marks."""
    return bool(current_user.is_authenticated and current_user.audience == PLAIN)


def is_helping() -> bool:
    """Whether whoever reads helps somebody: as the account says, and for guests, and all on the patient side, as the visit was begun."""
    of_a_guest = not current_user.is_authenticated or request.blueprint in PATIENT_SIDE
    visit = current_visit() if of_a_guest else None
    return visit.helping if visit else is_patient() and bool(current_user.helping)


def is_spared() -> bool:
    """Whether nothing is told of survival and death unasked: to patients and guests, in whosever words they read."""
    return not current_user.is_authenticated or is_patient()


def reader() -> str:
    """The audience of whoever reads: the one that the address asks for, else the person's own; a guest may be a patient."""
    asked = request.args.get("words", "")
    if asked in AUDIENCES:
        return asked
    return str(current_user.audience) if current_user.is_authenticated else PLAIN


def told_to() -> str:
    """In whose words facts are put: those for the audience, or for whoever is close to a patient."""
    return FAMILY if reader() == PLAIN and is_helping() else reader()
