"""Asking a question of the self-test, and what follows its answer. Nothing is kept but in the cookie."""

from collections.abc import Mapping, Sequence

from flask import current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questions.plainly import offered
from questions.responses import Malformed, Picked
from quizapp.usecases.judge_visitor import judge_visitor
from quizapp.web.extensions import db
from quizapp.web.patients.blueprint import bp
from quizapp.web.patients.going_on import Going, going_on
from quizapp.web.roles import everyone
from quizapp.web.sources import where_it_says_so
from quizapp.web.visits import keep_visit
from quizapp.web.wording import gettext as _


@bp.get("/self-test/questions/<int:number>")
@everyone
def question(number: int) -> str:
    """One question."""
    return _page(going_on(), number, why=_("Choose an answer, or select “I don’t know”.") if "unanswered" in request.args else "")


@bp.post("/self-test/questions/<int:number>/answers")
@everyone
def answer(number: int) -> Response | tuple[str, int]:
    """Judge an answer by its ticket, and go on to what there is to say about it."""
    going, answers = going_on(), request.form.to_dict(flat=False)
    name, judged = going.name(number), judge_visitor(db.session(), answers, str(current_app.secret_key))
    if judged is None or judged.item.seed != going.visit.seed_of(name):
        return _page(going, number, answers, _("Something has changed since this page was opened. Please answer once more.")), 422
    if isinstance(judged.response, Malformed) and not any(answers.get("answer", ())):
        return redirect(url_for(".question", number=number, unanswered=1), 303)  # so that going back asks for no form again
    if isinstance(judged.response, Malformed):
        return _page(going, number, answers, judged.response.why), 422
    picked = judged.response.ids if isinstance(judged.response, Picked) else ()
    chosen = sum(1 << place for place, option in enumerate(offered(judged.item.interaction)) if option.id in picked)
    keep_visit(going.visit.with_answer(name, chosen, clear=judged.clear))
    return redirect(url_for(".answered", number=number), 303)


@bp.get("/self-test/questions/<int:number>/answer")
@everyone
def answered(number: int) -> Response | str:
    """The answer to a question in plain words, and where the article says so."""
    going = going_on()
    name = going.name(number)
    if name not in going.visit.given:
        return redirect(url_for(".question", number=number), 303)
    item = going.put(name).item
    chosen = going.chosen(name, item)
    options = offered(item.interaction)
    return render_template(
        "patients/answered.html",
        item=item,
        key=" ".join(option.text for option in options if option.correct),
        mine=" ".join(option.text for option in options if option.id in chosen and not option.correct),
        right=all(option.correct == (option.id in chosen) for option in options),
        clear=going.visit.given[name][1],
        says_so=where_it_says_so(item.source.document, item.sections, plainly=True),
        **_place(going, number),
    )


@bp.post("/self-test/questions/<int:number>/clearness")
@everyone
def say_whether_clear(number: int) -> Response:
    """Keep what somebody says of an answer, clear or not clear yet, and go on."""
    going = going_on()
    name = going.name(number)
    if name in going.visit.given:
        keep_visit(going.visit.with_answer(name, going.visit.given[name][0], clear=request.form.get("clear") == "1"))
    return redirect(_onward(going, number), 303)


def _page(going: Going, number: int, given: Mapping[str, Sequence[str]] | None = None, why: str = "") -> str:
    name = going.name(number)
    put = going.put(name)
    chosen = going.chosen(name, put.item)
    before = [str(place) for place, option in enumerate(offered(put.item.interaction)) if option.id in chosen]
    return render_template(
        "patients/question.html",
        put=put,
        options=offered(put.item.interaction),
        given=(given or {}).get("answer", before),
        problems={"answer": why} if why else {},
        here=url_for(".question", number=number),
        **_place(going, number),
    )


def _place(going: Going, number: int) -> dict[str, object]:
    """Where in the visit somebody is: the number of the question, of how many, in which part, and where the next page is."""
    name = going.name(number)
    part = next(part for part in going.knowledge.bank.self_test if name in part.objectives)
    return {"number": number, "of": len(going.visit.asked), "part": part.title, "onward": _onward(going, number)}


def _onward(going: Going, number: int) -> str:
    last = number >= len(going.visit.asked)
    return url_for(".learned") if last else url_for(".question", number=number + 1)
