"""Those who teach score an exam of their course again after a correction, and nothing beside it, on both kinds of database."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models import Assignment, Correction, Course, Enrolment
from quizapp.queries.corrections import corrections_after
from quizapp.queries.items import current_knowledge
from quizapp.usecases.check_cards import Checked, check_cards
from quizapp.usecases.correct_bank import Corrected
from quizapp.usecases.exam_terms import ExamTerms
from quizapp.usecases.rescore_finished import Rescored, rescore_finished, would_change
from quizapp.usecases.set_assignment import Picked
from tests.learner import Learner
from tests.usecases.attempts import item_of, looks_at
from tests.usecases.correcting import BANK, corrects, without_skin
from tests.usecases.test_begin_exam import changing, course, instructor, joins, sets, takes  # noqa: F401
from tests.usecases.test_correct_bank import is_unsettled

KIDNEY = f"{BANK}/spread.kidney#sites"


def of_kidney(session: Session, course: Course, learner: Learner) -> Assignment:  # noqa: F811
    terms = ExamTerms(exam=True, number="1", attempts="2", minutes="", pass_mark="60")
    made = sets(session, course, terms=terms, picked=Picked(objectives=frozenset({learner.objective(KIDNEY)})))
    assert isinstance(made, Assignment), made
    return made


def marks(learner: Learner, attempt: int) -> tuple[int, str, bool]:
    """What was earned, by which revision, and whether it counts nowhere."""
    (asked,) = looks_at(learner, attempt).asked
    return asked.answer.marks or 0, asked.answer.revision, asked.withdrawn


def test_an_exam_alone_is_scored_again_where_its_course_sees_it(
    session: Session,
    course: Course,  # noqa: F811
    instructor: Learner,  # noqa: F811
    bank: Bank,
) -> None:
    ann, left = joins(session, course), joins(session, course, "left")
    one, other = of_kidney(session, course, ann), of_kidney(session, course, ann)
    mine, elsewhere, gone = takes(ann, one, 1), takes(ann, other, 1), takes(left, one, 1)
    changing(session, lambda: setattr(session.get_one(Enrolment, (left.id, course.id)), "left_at", left.at))
    (asked,) = looks_at(ann, mine).asked
    item = item_of(ann, asked)
    before = [marks(ann, mine), marks(ann, elsewhere), marks(left, gone)]
    assert not session.scalars(corrections_after(one)).all()
    ann.let_pass(hours=1)
    outcome = corrects(session, instructor.id, "spread.kidney", without_skin, ann.at)
    assert isinstance(outcome, Corrected)
    (correction,) = session.scalars(corrections_after(one))
    told = would_change(session, correction, one)
    assert (told.answers, told.people) == (1, 1)
    assert would_change(session, correction) == changing(session, lambda: rescore_finished(session, correction.id, ann.at)) == Rescored()
    assert [marks(ann, mine), marks(ann, elsewhere), marks(left, gone)] == before
    assert changing(session, lambda: rescore_finished(session, correction.id, ann.at, session.get_one(Assignment, one.id))) == told
    assert marks(ann, mine) != before[0]
    assert marks(ann, mine)[-1] == is_unsettled(item, current_knowledge(session, BANK))
    assert [marks(ann, elsewhere), marks(left, gone)] == before[1:]
    assert would_change(session, session.scalars(select(Correction)).one(), one) == Rescored()
    assert not list(check_cards(session, Checked()))
