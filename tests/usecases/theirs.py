"""All that a person can leave behind."""

from quizapp.models import RecoveryCode
from quizapp.models.transactions import begin_writing, changing
from quizapp.usecases.codes import code_hash, new_code
from quizapp.usecases.make_reset_link import make_reset_link
from tests.learner import Learner


def everything_of(learner: Learner) -> None:
    """Let somebody who studies leave a row in every table that belongs to people."""
    first = learner.objectives()[0]
    learner.answers(first)
    changing(learner.session, lambda: _the_rest(learner))


def _the_rest(learner: Learner) -> None:
    begin_writing(learner.session)
    make_reset_link(learner.session, learner.id, learner.at)
    learner.session.add(RecoveryCode(person_id=learner.id, code_hash=code_hash(new_code()), made_at=learner.at))
