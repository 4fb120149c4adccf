"""Quizzes that one button begins."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_hex

from flask import flash, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quizapp.models.transactions import changing
from quizapp.queries.practice import Choice, Practisable, offered
from quizapp.usecases.begin_attempt import CORRECTED, NothingMatches, begin_attempt
from quizapp.usecases.beginning import items_of
from quizapp.usecases.choosing import MOST, USUAL, Wished
from quizapp.web.extensions import db
from quizapp.web.seeds import seed_sent
from quizapp.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class QuizOffer:
    """What a button asks for that names how many questions come (0: nothing can be asked), and by which seed they are chosen."""

    choice: Choice
    questions: int
    seed: str


def quiz_offer(practisable: Sequence[Practisable], choice: Choice, most: int = USUAL) -> QuizOffer:
    """A quiz of up to so many questions of what can be practised, with the number that it will have."""
    seed = token_hex(8)
    return QuizOffer(choice, len(items_of(practisable, Wished(choice, most), seed)), seed)


def questions_of(practisable: Sequence[Practisable], objectives: Collection[int]) -> tuple[int, str]:
    """How many questions a quiz of these objectives and no others has, and by which seed they are chosen."""
    seed, (chosen, wished) = token_hex(8), _all_of(practisable, objectives)
    return (len(items_of(chosen, wished, seed)) if chosen else 0), seed


def begin_quiz_of(objectives: Collection[int], at: datetime, otherwise: str) -> Response:
    """Begin a quiz of these objectives and no others, as far as they stand beside each other, by the seed that was sent; where nothing of
    it can be asked, say so on another page. Most of its buttons name no
    number: to know it, as `questions_of` does, is to write all of its questions."""
    person, seed = current_user, seed_sent(request.form.to_dict(flat=False))
    offers = offered(db.session(), person, at)
    chosen, wished = _all_of(offers.practisable, objectives)
    wished = replace(wished, extra_time=person.extra_time)
    begun = changing(db.session(), lambda: begin_attempt(db.session(), person, chosen, wished, seed, at))
    if isinstance(begun, NothingMatches):
        flash(_(begun.why) if begun.why == CORRECTED else _("There is nothing left to practise today."))
        return redirect(otherwise, 303)
    return redirect(url_for("practice.question", attempt=begun.attempt, position=1), 303)


def _all_of(practisable: Sequence[Practisable], objectives: Collection[int]) -> tuple[list[Practisable], Wished]:
    wanted = frozenset(objectives)
    chosen = [one for one in practisable if one.objective_id in wanted]
    return chosen, Wished(Choice(tuple(dict.fromkeys(one.topic for one in chosen))), min(len(chosen), MOST))
