"""The page on which a quiz is chosen, and the beginning of one."""

from collections.abc import Mapping, Sequence
from secrets import token_hex
from urllib.parse import urlencode

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models.transactions import changing
from quizapp.queries.attempts import is_over, open_sheets
from quizapp.queries.practice import Choice, Offered, matching, offered
from quizapp.usecases.begin_attempt import CORRECTED, NothingMatches, begin_attempt
from quizapp.usecases.choosing import USUAL, Wished, read_wish
from quizapp.web.audiences import is_patient
from quizapp.web.extensions import db
from quizapp.web.overdue import end_what_is_over
from quizapp.web.practice.blueprint import bp
from quizapp.web.practice.words import banks_to_choose_from, item_types_in_words, modes_in_words, pools_in_words, what_is_due, what_matches
from quizapp.web.roles import signed_in
from quizapp.web.seeds import seed_sent
from quizapp.web.wording import gettext as _
from quizapp.web.wording import ngettext

Form = Mapping[str, Sequence[str]]
CHOSEN = ("pool", "topic", "type", "mode", "number", "minutes", "extra")


@bp.get("/practice")
@signed_in
def practice() -> str:
    """What can be practised, how much of it matches, and the quizzes that go on."""
    end_what_is_over(now())
    return _page(_offered(), request.args.to_dict(flat=False), {})


@bp.post("/practice/attempts")
@signed_in
def begin() -> Response | tuple[str, int]:
    """Begin a quiz as it was chosen."""
    at, offers, form = now(), _offered(), request.form.to_dict(flat=False)
    if "count" in form:
        chosen = [(name, value) for name, values in form.items() for value in values if name in CHOSEN]
        return redirect(f"{url_for('.practice')}?{urlencode(chosen)}", 303)
    wished = _wished(offers, form)
    if not isinstance(wished, Wished):
        return _page(offers, form, wished), 422
    person, seed = current_user, seed_sent(form)
    begun = changing(db.session(), lambda: begin_attempt(db.session(), person, offers.practisable, wished, seed, at))
    if isinstance(begun, NothingMatches):
        return _page(_offered(), form, {"pool": _(begun.why) if begun.why == CORRECTED else what_matches(0, wished.choice, offers)}), 422
    if begun.questions < wished.number:
        flash(
            ngettext(
                "This quiz has %(num)d question: others that match would give its answer away.",
                "This quiz has %(num)d questions: others that match would give their answers away, or there are no more.",
                begun.questions,
            )
        )
    return redirect(url_for(".question", attempt=begun.attempt, position=1), 303)


def _offered() -> Offered:
    return offered(db.session(), current_user, now())


def _wished(offers: Offered, form: Form) -> Wished | dict[str, str]:
    topics = [topic.id for bank in offers.banks for topic in bank.topics]
    wished = read_wish(form, topics, offers.item_types)
    return wished if isinstance(wished, Wished) else {field: _(why) for field, why in wished.items()}


def _page(offers: Offered, form: Form, problems: Mapping[str, str]) -> str:
    given = {"number": [str(USUAL)], "extra": [str(current_user.extra_time or "")], **form}
    wished = _wished(offers, {**given, "number": ["1"], "minutes": [], "extra": []})
    choice = wished.choice if isinstance(wished, Wished) else Choice()
    found, pools = matching(offers.practisable, choice), pools_in_words(offers, choice)
    return render_template(
        "practice/choosing.html",
        banks=banks_to_choose_from(offers, choice),
        given=given,
        problems=problems,
        choice=choice,
        matching=len(found),
        matches=what_matches(len(found), choice, offers),
        pools=pools,
        what_is_due=what_is_due(pools),
        modes=modes_in_words(plainly=is_patient()),
        item_types=item_types_in_words(offers.item_types),
        timed=not problems.keys().isdisjoint(("minutes", "extra")) or any(given.get("minutes", [])) or given["extra"] not in (["0"], [""]),
        attempts=[one for one in open_sheets(db.session(), current_user.id) if not is_over(one.attempt.ends_at, now())],
        seed=token_hex(8),
        here=url_for(".practice"),
    )
