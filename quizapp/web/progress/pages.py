"""The four pages of progress. Each asks the database a number of questions that does not grow with what was learned."""

from collections.abc import Sequence
from datetime import date

from flask import redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.queries.all_answers import answers_by_day
from quizapp.queries.coming_load import coming_load
from quizapp.queries.hardest import hardest
from quizapp.queries.items import all_knowledge
from quizapp.queries.practice import Choice, offered
from quizapp.queries.recalls import by_topic, recalled
from quizapp.queries.retention import retention_by_age
from quizapp.queries.study_days import study_day_of
from quizapp.queries.sureness import ConfidentError, confident_errors, sureness
from quizapp.scheduling.fading import fading
from quizapp.web.audiences import is_patient
from quizapp.web.extensions import db
from quizapp.web.progress.blueprint import bp
from quizapp.web.progress.calibration import calibration_figure
from quizapp.web.progress.coming import coming_figure
from quizapp.web.progress.days import days_figure, since
from quizapp.web.progress.fading import AHEAD, fading_figure
from quizapp.web.progress.figure import Figure, shape
from quizapp.web.progress.mistakes import hardest_figure, mistakes, shown_of
from quizapp.web.progress.retention import retention_figure
from quizapp.web.progress.topics import Titles, met_figure, topics_figure
from quizapp.web.quiz_offers import begin_quiz_of, questions_of, quiz_offer
from quizapp.web.roles import signed_in
from quizapp.web.wording import gettext as _

WEEKS_AHEAD = 28
Shown = Response | str


@bp.get("/progress", endpoint="progress")
@signed_in
def topics() -> str:
    """How well each topic is known."""
    known = by_topic(recalled(db.session(), current_user), _today(), current_user.goal_recall)
    if is_patient():
        return _page(_("Progress"), met_figure(known, _titles()))
    return _page(_("Progress"), topics_figure(known, current_user.goal_recall, _titles()))


@bp.get("/progress/days")
@signed_in
def days() -> str:
    """What is coming, and on which days something was done."""
    today = _today()
    answers = {row.study_day: row.answers for row in db.session.execute(answers_by_day(current_user.id, since(today)))}
    coming = coming_load(db.session(), current_user, now(), WEEKS_AHEAD)
    return _page(_("Days"), coming_figure(coming), days_figure(answers, today))


@bp.get("/progress/memory")
@signed_in
def memory() -> Shown:
    """How what is known fades, how much stayed, and whether being sure means being right; a patient hears of no such figures."""
    if is_patient():
        return redirect(url_for(".progress"), 303)
    goal = current_user.goal_recall
    memories = [one.memory for one in recalled(db.session(), current_user) if one.memory]
    faded = fading(memories, _today(), AHEAD, goal) if memories else ()
    bands, said = retention_by_age(db.session(), current_user.id), sureness(db.session(), current_user.id, now())
    return _page(_("Memory"), fading_figure(faded, goal), retention_figure(bands, goal), calibration_figure(said))


@bp.get("/progress/mistakes", endpoint="mistakes")
@signed_in
def what_does_not_stay() -> Shown:
    """What was believed wrongly, and what is hardest; not for patients."""
    if is_patient():
        return redirect(url_for(".progress"), 303)
    errors = confident_errors(db.session(), current_user.id, now())
    practisable = offered(db.session(), current_user, now()).practisable
    questions, seed = questions_of(practisable, _numbers(errors))
    hard = hardest_figure(hardest(db.session(), current_user.id), quiz_offer(practisable, Choice(pool="hard")))
    return _page(_("Mistakes"), hard, mistakes=mistakes(errors, _titles(), questions), seed=seed)


@bp.post("/progress/mistakes/practice")
@signed_in
def practise_mistakes() -> Response:
    """Begin a quiz of what is shown of what was certain and wrong."""
    at = now()
    return begin_quiz_of(_numbers(confident_errors(db.session(), current_user.id, at)), at, url_for(".mistakes"))


def _numbers(errors: Sequence[ConfidentError]) -> list[int]:
    return [one.objective_id for one in shown_of(errors)]


def _page(heading: str, *figures: Figure, **more: object) -> str:
    return render_template("progress/page.html", heading=heading, figures=figures, shape=shape, **more)


def _today() -> date:
    return study_day_of(db.session(), current_user, now())


def _titles() -> Titles:
    known = all_knowledge(db.session())
    return {(one.bank.name, topic): title for one in known for topic, title in one.topic_titles.items()}
