from sqlalchemy.orm import Session

from quizapp.models.transactions import changing
from quizapp.queries.signed_in import signed_in
from quizapp.usecases.end_sessions import end_sessions
from tests.learner import signs_up


def test_all_sessions_of_a_person_end_and_nobody_elses(session: Session) -> None:
    ann, ben = signs_up(session, "ann"), signs_up(session, "ben")
    another = changing(session, ann._open)
    assert changing(session, lambda: end_sessions(session, ann.id)) == 2
    assert not any(session.execute(signed_in(token, ann.at)).first() for token in (another, ann.signed_up.token))
    assert session.execute(signed_in(ben.signed_up.token, ben.at)).first()
