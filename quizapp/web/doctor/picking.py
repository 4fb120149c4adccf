"""The sheet: which questions stand on it, and in which order."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.web.doctor.blueprint import bp
from quizapp.web.doctor.code import code_of
from quizapp.web.doctor.offered import Question, offered
from quizapp.web.doctor.picks import keep_picks, kept_picks, moved
from quizapp.web.doctor.printer import is_offered
from quizapp.web.roles import everyone


@bp.get("/doctor-questions")
@everyone
def sheet() -> str:
    """The questions to choose from, and the sheet as it will be printed."""
    questions = offered()
    picked = picked_of(questions)
    others = [question for question in questions if question not in picked]
    code, pdf = code_of(url_for(".sheet")), is_offered()
    return render_template("doctor/sheet.html", picked=picked, others=others, shown=shown_of(questions), code=code, pdf=pdf)


@bp.post("/doctor-questions")
@everyone
def pick() -> Response:
    """Put the chosen questions on the sheet, one of them perhaps a place further up or down."""
    known = {question.id for question in offered()}
    picked = tuple(dict.fromkeys(id for id in request.form.getlist("pick") if id in known))
    for name, by in (("up", -1), ("down", 1)):
        picked = moved(picked, request.form.get(name, ""), by)
    keep_picks(picked)
    shown_already = request.headers.get("Sec-Fetch-Dest") == "empty"  # a module has sent it
    return Response(status=204) if shown_already else redirect(url_for(".sheet", _anchor="sheet"), 303)


def picked_of(questions: tuple[Question, ...]) -> list[Question]:
    """Those that were picked, in their order."""
    by_id = {question.id: question for question in questions}
    return [by_id[id] for id in kept_picks() if id in by_id]


def shown_of(questions: tuple[Question, ...]) -> list[Question]:
    """Those that stand on the sheet: what was picked; where nothing is, all but the spare ones."""
    return picked_of(questions) or [question for question in questions if not question.spare]
