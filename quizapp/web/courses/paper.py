"""What is set as a test on paper: two forms, each with an answer sheet, and the key."""

from flask import abort, render_template, request
from flask_login import current_user

from quizapp.models import Assignment
from quizapp.models.courses import TEACHES
from quizapp.models.quizzes import MOST_QUESTIONS
from quizapp.usecases.exam_drawing import drawn_on_paper
from quizapp.web.courses.assigning import found_in
from quizapp.web.courses.blueprint import bp
from quizapp.web.courses.finding import place_or_404
from quizapp.web.courses.on_paper import OnPaper, on_paper
from quizapp.web.extensions import db
from quizapp.web.numbers import number
from quizapp.web.roles import signed_in
from quizapp.web.wording import gettext as _

FORMS = ("A", "B")
USUAL = 20
MOST_DRAWS = 99
MOST = {"number": MOST_QUESTIONS, "draw": MOST_DRAWS}


@bp.get("/courses/<int:course_id>/assignments/<int:assignment_id>/paper")
@signed_in
def paper(course_id: int, assignment_id: int) -> str | tuple[str, int]:
    """How many questions the test is to have, and its parts to be printed."""
    course, _place = place_or_404(course_id, TEACHES)
    found = found_in(course_id, assignment_id)
    wished, draw = _asked(found)
    problems = _problems()
    page = render_template(
        "courses/paper.html",
        course=course,
        assignment=found,
        wished=wished,
        draw=draw,
        most_draws=MOST_DRAWS,
        questions=len(_forms(found, wished, draw)["A"]),
        forms=FORMS,
        problems=problems,
        given={name: request.args.get(name, str(usual)) for name, usual in (("number", wished), ("draw", draw))},
    )
    return (page, 422) if problems else page


@bp.get("/courses/<int:course_id>/assignments/<int:assignment_id>/paper/<part>")
@signed_in
def paper_part(course_id: int, assignment_id: int, part: str) -> str:
    """A form with its answer sheet, or the key to both."""
    course, _place = place_or_404(course_id, TEACHES)
    found = found_in(course_id, assignment_id)
    if part not in (*FORMS, "key"):
        abort(404)
    wished, draw = _asked(found)
    forms = _forms(found, wished, draw)
    about = {"course": course, "assignment": found, "wished": wished, "draw": draw, "total": sum(one.marks for one in forms["A"])}
    if part == "key":
        return render_template("courses/paper_key.html", forms=forms, elsewhere=_elsewhere(forms), **about)
    return render_template("courses/paper_form.html", form=part, questions=forms[part], **about)


def _problems() -> dict[str, str]:
    """What was typed and cannot be, by field."""
    asked = {name: request.args.get(name, default=None, type=number) for name in MOST}
    return {
        name: _("Type a whole number from 1 to %(most)s.", most=most)
        for name, most in MOST.items()
        if name in request.args and not 1 <= (asked[name] or 0) <= most
    }


def _asked(found: Assignment) -> tuple[int, int]:
    """How many questions, and which draw of them."""
    wished = request.args.get("number", found.number or USUAL, number)
    return min(max(wished, 1), MOST_QUESTIONS), min(max(request.args.get("draw", 1, number), 1), MOST_DRAWS)


def _forms(found: Assignment, wished: int, draw: int) -> dict[str, list[OnPaper]]:
    drawn = drawn_on_paper(db.session(), found, wished, draw, FORMS, current_user.language)
    return {form: [on_paper(item, place) for place, item in enumerate(items, 1)] for form, items in drawn.items()}


def _elsewhere(forms: dict[str, list[OnPaper]]) -> dict[str, dict[str, int]]:
    """For each form the number of each question in the other."""
    numbers = {form: {one.objective: one.number for one in questions} for form, questions in forms.items()}
    return {"A": numbers["B"], "B": numbers["A"]}
