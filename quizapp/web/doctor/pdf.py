"""The sheet as a file to save."""

from pathlib import Path

from flask import Response, abort, current_app, render_template, request, url_for
from flask_babel import get_locale
from werkzeug.exceptions import TooManyRequests

from quizapp.clock import now
from quizapp.web.doctor.blueprint import bp
from quizapp.web.doctor.code import code_of
from quizapp.web.doctor.offered import offered
from quizapp.web.doctor.pace import writing_pace
from quizapp.web.doctor.picking import shown_of
from quizapp.web.doctor.printer import print_page, printer
from quizapp.web.roles import everyone

PAPERS = ("a4", "letter")


@bp.get("/doctor-questions.pdf")
@everyone
def pdf() -> Response:
    """The questions that were picked, in their order, with room to write by hand; notes never come here."""
    if printer() is None:
        abort(404)
    if seconds := writing_pace().seconds_to_wait(now()):
        raise TooManyRequests(retry_after=seconds)
    asked, paper = shown_of(offered()), request.args.get("paper", PAPERS[0])
    language = str(get_locale()).replace("_", "-")
    page = render_template("doctor/pdf.html", asked=asked, code=code_of(url_for(".sheet")), language=language)
    content = print_page(page, Path(current_app.static_folder or "") / "doctor-pdf.css", paper if paper in PAPERS else PAPERS[0])
    return Response(content, mimetype="application/pdf", headers={"Content-Disposition": 'attachment; filename="questions.pdf"'})
