"""All that a person can leave behind."""

from typing import Any

from quizapp.models import RecoveryCode, Report
from quizapp.models.transactions import begin_writing, changing
from quizapp.usecases.codes import code_hash, new_code
from quizapp.usecases.make_reset_link import make_reset_link
from tests.learner import Learner


def everything_of(learner: Learner) -> None:
    """Let somebody who studies leave a row in every table that belongs to people."""
    first = learner.objectives()[0]
    learner.answers(first)
    review = learner.log(first)[0]
    asked = {name: getattr(review, name) for name in ("turn", "revision", "template", "version", "seed", "audience", "language")}
    changing(learner.session, lambda: _the_rest(learner, first, asked))


def _the_rest(learner: Learner, first: int, asked: dict[str, Any]) -> None:
    begin_writing(learner.session)
    make_reset_link(learner.session, learner.id, learner.at)
    learner.session.add(RecoveryCode(person_id=learner.id, code_hash=code_hash(new_code()), made_at=learner.at))
    learner.session.add(Report(learner_id=learner.id, objective_id=first, problem="typo", words="", reported_at=learner.at, **asked))
