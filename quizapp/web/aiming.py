"""What there is to learn, in the words of whoever reads: students read an aim, patients the question in plain words."""

from collections.abc import Mapping

from flask import g

from questions.plainly import FAMILY, PATIENT, asked_of
from quizapp.web.audiences import is_helping, is_patient
from quizapp.web.banks import every_bank


def aimed(aim: str) -> str:
    """An aim as a page shows it; what nobody has put in plain words stays as it is."""
    return _questions().get(aim, aim) if is_patient() else aim


def _questions() -> Mapping[str, str]:
    """By aim, the question that patients are asked, gathered once for a page."""
    if "plain_questions" not in g:
        reader = FAMILY if is_helping() else PATIENT
        told = ((one.aim, asked_of(one.plain, reader)) for bank in every_bank() for one in bank.objectives.values())
        g.plain_questions = {aim: asks for aim, asks in told if asks}
    return g.plain_questions  # type: ignore[no-any-return]
