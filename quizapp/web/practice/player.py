"""Taking a quiz: one question a page."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import ceil
from typing import assert_never

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from questions.items import Item
from questions.responses import Malformed, response_from_json
from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.attempts import Asked, Sheet
from quizapp.queries.items import item_in_attempt
from quizapp.usecases.answer_in_attempt import CountedBefore, Ended, Saved, Withdrawn, answer_in_attempt
from quizapp.usecases.flag_in_attempt import flag_in_attempt
from quizapp.web.certainties import certainties
from quizapp.web.ends import moved
from quizapp.web.extensions import db
from quizapp.web.filled_in import filled_in
from quizapp.web.limits import takes
from quizapp.web.practice.blueprint import bp
from quizapp.web.practice.explaining import explained
from quizapp.web.practice.own import own_question, own_sheet
from quizapp.web.practice.palette import palette
from quizapp.web.roles import signed_in
from quizapp.web.spans import span
from quizapp.web.topic_titles import title_of_topic
from quizapp.web.widgets import first_field, widget
from quizapp.web.wording import format_moment
from quizapp.web.wording import gettext as _

Form = Mapping[str, Sequence[str]]


@bp.get("/practice/attempts/<int:attempt>")
@signed_in
def go_on(attempt: int) -> Response:
    """To the first question without an answer, to the page before the end where there is none, or to what came of it."""
    found = own_sheet(attempt, now())
    if not found.open:
        return redirect(url_for(".result", attempt=attempt), 303)
    return _to(found, found.next_to_answer())


@bp.get("/practice/attempts/<int:attempt>/<int:position>")
@signed_in
def question(attempt: int, position: int) -> Response | str:
    """A question to be answered or, where its answer is final, what came of it."""
    at = now()
    found, asked = own_question(attempt, position, at)
    if not found.open or asked.answer.final_at is not None:
        return explained(found, asked, at)
    item = None if asked.withdrawn else item_in_attempt(db.session(), asked.answer)
    return _page(found, asked, item, at) if item else render_template("practice/withdrawn.html", sheet=found, asked=asked)


@bp.post("/practice/attempts/<int:attempt>/<int:position>")
@signed_in
@takes(64)
def answer(attempt: int, position: int) -> Response | tuple[str, int]:
    """Keep an answer, and go where the form says."""
    person, at, form = current_user, now(), request.form.to_dict(flat=False)
    try:
        outcome = changing(db.session(), lambda: answer_in_attempt(db.session(), person, attempt, position, form, at))
    except LookupError:
        abort(404)
    match outcome:
        case Saved(final=True):
            return redirect(url_for(".question", attempt=attempt, position=position), 303)
        case Saved(ended=True):
            return redirect(url_for(".result", attempt=attempt, told="over"), 303)
        case Saved(replaced=replaced):
            if replaced:
                saved = format_moment(replaced, person.zone)
                flash(_("This replaces the answer that you saved on %(moment)s, here or in another tab.", moment=saved))
            return _onwards(attempt, position, form, at)
        case CountedBefore():
            flash(_("You had answered this before, here or in another tab. That answer counts; the one you sent now does not."))
            return redirect(url_for(".question", attempt=attempt, position=position), 303)
        case Ended(by_time=True):
            return redirect(url_for(".result", attempt=attempt, told="late"), 303)
        case Ended():
            return redirect(url_for(".result", attempt=attempt, told="finished"), 303)
        case Withdrawn():
            return redirect(url_for(".question", attempt=attempt, position=position), 303)
        case Malformed(why, field):
            return _once_more(attempt, position, form, why, field, at)
        case _:
            assert_never(outcome)


def _onwards(attempt: int, position: int, form: Form, at: datetime) -> Response:
    """Where to go after an answer of an exam was kept: on, to a number, to the page before the end, or nowhere."""
    go = next(iter(form.get("go", ())), "next")
    if "clear" in form or go == "over":  # the clock of the page was ahead: it goes on there
        go = str(position)
    if go in ("flag", "unflag"):
        person_id = current_user.id
        changing(db.session(), lambda: flag_in_attempt(db.session(), person_id, attempt, position, at, flagged=go == "flag"))
        go = str(position)
    found = own_sheet(attempt, at)
    if go == "exit":
        return redirect(url_for(".practice"), 303)
    if go.isdecimal() and len(go) < 4 and found.at(int(go)):
        return redirect(url_for(".question", attempt=attempt, position=int(go)), 303)
    return _to(found, None if go == "check" else found.at(position + 1))


def _to(found: Sheet, asked: Asked | None) -> Response:
    return redirect(_address(found, asked), 303)


def _address(found: Sheet, asked: Asked | None) -> str:
    if asked is None:
        return url_for(".check", attempt=found.number)
    return url_for(".question", attempt=found.number, position=asked.position)


def _once_more(attempt: int, position: int, form: Form, why: str, field: str | None, at: datetime) -> tuple[str, int]:
    found, asked = own_question(attempt, position, at)
    item = item_in_attempt(db.session(), asked.answer) or abort(404)
    return _page(found, asked, item, at, form, {field or first_field(item.interaction): _(why)}), 422


def _page(
    found: Sheet, asked: Asked, item: Item, at: datetime, given: Form | None = None, problems: Mapping[str, str] | None = None
) -> str:
    ends_at = found.attempt.ends_at
    return render_template(
        "practice/exam.html" if found.exam else "practice/study.html",
        sheet=found,
        asked=asked,
        item=item,
        widget=widget(item.interaction),
        topic=title_of_topic(db.session(), item),
        certainties=certainties(),
        palette=palette(found, asked.position),
        seconds_left=None if ends_at is None else max(0, ceil((ends_at - at).total_seconds())),
        time_left="" if ends_at is None else span(ends_at - at),
        moved=moved(found.attempt, at, current_user.zone),
        given=_kept(asked, item) if given is None else given,
        problems=problems or {},
        skip_to=_address(found, next_one if (next_one := found.next_to_answer(asked.position)) is not asked else None),
        here=url_for(".question", attempt=found.number, position=asked.position),
    )


def _kept(asked: Asked, item: Item) -> Form:
    """The form as it was filled in when its answer was kept."""
    if asked.answer.response is None or asked.answer.received_at is None:
        return {"saved": [""]}
    saved, sure = asked.answer.received_at.isoformat(), [asked.answer.certainty] if asked.answer.certainty else []
    return {**filled_in(item.interaction, response_from_json(asked.answer.response)), "sure": sure, "kept": ["1"], "saved": [saved]}
