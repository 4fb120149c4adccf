"""All that a person can leave behind."""

from datetime import timedelta
from secrets import token_bytes
from typing import Any

from quizapp.models import (
    Aside,
    Assignment,
    Attempt,
    AttemptAnswer,
    Break,
    Calendar,
    Correction,
    Course,
    Enrolment,
    Exam,
    Extension,
    Note,
    Opening,
    Quiz,
    RecoveryCode,
    Remark,
    Report,
    Rescoring,
)
from quizapp.models.transactions import begin_writing, changing
from quizapp.usecases.accept_invitation import accept_invitation
from quizapp.usecases.codes import code_hash, new_code
from quizapp.usecases.invite_people import Line, invite_people
from quizapp.usecases.make_reset_link import make_reset_link
from quizapp.usecases.open_course import open_course
from quizapp.usecases.renew_course_code import renew_course_code
from tests.learner import Learner


def everything_of(learner: Learner) -> None:
    """Let somebody who studies leave a row in every table that belongs to people."""
    first = learner.objectives()[0]
    learner.answers(first)
    review = learner.log(first)[0]
    asked = {name: getattr(review, name) for name in ("revision", "template", "version", "seed", "audience", "language")}
    changing(learner.session, lambda: _the_rest(learner, first, asked))


def _the_rest(learner: Learner, first: int, asked: dict[str, Any]) -> None:
    begin_writing(learner.session)
    make_reset_link(learner.session, learner.id, learner.at)
    learner.session.add(RecoveryCode(person_id=learner.id, code_hash=code_hash(new_code()), made_at=learner.at))
    learner.session.add(Calendar(person_id=learner.id, token_hash=token_bytes(32), grain=token_bytes(16), made_at=learner.at))
    learner.session.add(
        Report(learner_id=learner.id, objective_id=first, turn=1, problem="typo", words="", reported_at=learner.at, **asked)
    )
    _attempt(learner, first, asked)
    _plans(learner, first)
    _course(learner)


def _attempt(learner: Learner, first: int, asked: dict[str, Any]) -> None:
    theirs, how = {"learner_id": learner.id}, {"mode": "exam", "pool": "all", "topics": (), "item_types": (), "number": 1, "extra_time": 0}
    learner.session.add(Quiz(**theirs, quiz=1, made_at=learner.at, **how))
    learner.session.flush()
    learner.session.add(Attempt(**theirs, attempt=1, quiz=1, seed="seed", begun_at=learner.at))
    learner.session.flush()
    answer = {"level": "recall", "shown": (), "keys": (), "maximum": 1, "reading_milliseconds": 0}
    learner.session.add(AttemptAnswer(**theirs, attempt=1, position=1, objective_id=first, final_at=learner.at, **asked, **answer))
    learner.session.flush()
    _correction(learner, asked["revision"])


def _correction(learner: Learner, revision: str) -> None:
    """A correction that they made, and an answer of theirs that was scored again because of it."""
    said = {"before": "{}", "after": "{}", "why": "A slip", "revision_before": revision, "revision_after": revision}
    undone = {"undone_by": learner.id, "undone_at": learner.at}
    correction = Correction(bank="b", kind="k", topic="t", fact="f", by_id=learner.id, made_at=learner.at, **said, **undone)
    learner.session.add(correction)
    learner.session.flush()
    before = {"correction_id": correction.id, "revision": revision, "keys": (), "maximum": 1, "rescored_at": learner.at}
    learner.session.add(Rescoring(learner_id=learner.id, attempt=1, position=1, **before))


def _plans(learner: Learner, first: int) -> None:
    today = learner.at.date()
    learner.session.add(Break(learner_id=learner.id, first_day=today, last_day=today))
    learner.session.add(Exam(learner_id=learner.id, bank="", day=today, named_at=learner.at))
    learner.session.add(Note(learner_id=learner.id, objective_id=first, words="Mine alone", written_at=learner.at))


def _course(learner: Learner) -> None:
    course = open_course(learner.session, learner.signed_up.person, "Theirs", "UTC", learner.at)
    assert isinstance(course, Course)
    renew_course_code(learner.session, course, learner.at)
    (invited,) = invite_people(learner.session, course, [Line(1, "Theirs", "theirs@example.org", section="A")], learner.at).new
    learner.session.delete(learner.session.get_one(Enrolment, (learner.id, course.id)))
    learner.session.flush()
    assert isinstance(accept_invitation(learner.session, learner.signed_up.person, invited.token, learner.at), Enrolment)
    session, theirs = learner.session, {"learner_id": learner.id}
    set_ = Assignment(course_id=course.id, title="Theirs", opens_at=learner.at, due_at=learner.at + timedelta(days=7), made_at=learner.at)
    session.add(set_)
    session.flush()
    session.add(Extension(**theirs, assignment_id=set_.id, due_at=learner.at + timedelta(days=9)))
    session.add(Remark(**theirs, course_id=course.id, remark=1, by_id=learner.id, words="Well done", written_at=learner.at))
    session.add(
        Aside(course_id=course.id, objective_id=1, template="t", because="wished", words="Hm", by_id=learner.id, aside_at=learner.at)
    )
    session.add(Opening(**theirs, course_id=course.id, by_id=learner.id, day=learner.at.date(), opened_at=learner.at))
