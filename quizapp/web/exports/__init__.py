"""Taking out what is one's own: each way out there is, by its name."""

from flask import Blueprint, abort, render_template
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.exports import exports
from quizapp.models.transactions import changing
from quizapp.usecases.count_use import count_use
from quizapp.usecases.throttling import EXPORT
from quizapp.web.addresses import from_here
from quizapp.web.extensions import db
from quizapp.web.overdue import end_what_is_over
from quizapp.web.roles import signed_in
from quizapp.web.sending import sent
from quizapp.web.waiting import to_wait, wait_in_words

bp = Blueprint("exports", __name__)
bp.before_request(end_what_is_over)


@bp.get("/exports", endpoint="exports")
@signed_in
def show() -> str:
    """All that can be taken out."""
    return _page("")


@bp.post("/exports/<name>")
@signed_in
def take_out(name: str) -> Response | tuple[str, int, dict[str, str]]:
    """A file with what is the person's own."""
    found, at, person_id, (address, key) = exports().get(name), now(), current_user.id, from_here()
    if found is None:
        abort(404)
    if throttled := changing(db.session(), lambda: count_use(db.session(), EXPORT, person_id, address, at, key)):
        return _page(wait_in_words(throttled)), 429, to_wait(throttled)
    person = current_user._get_current_object()  # noqa: SLF001
    return sent(lambda file: found.write(db.session(), person, at, file), found.media_type, found.file_name(at))


def _page(problem: str) -> str:
    return render_template("exports/exports.html", exports=exports().values(), problem=problem)
