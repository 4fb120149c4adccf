from datetime import date
from fractions import Fraction

from quizapp.scheduling.grading import TABLE
from quizapp.usecases.what_if import Tally, what_if
from tests.learner import Learner

LAST = date(2026, 3, 9)
STRICT = {**TABLE, Fraction(1): (3, 3, 2)}


def learns(student: Learner) -> None:
    """Two answers a card, right and certain, to three cards; one more wrong."""
    for gap in (1, 6):
        for objective in student.objectives()[:3]:
            student.answers(objective, sure="certain")
        student.let_pass(days=gap)
    student.answers(student.objectives()[3], right=False)


def test_the_way_in_which_it_was_changes_nothing(student: Learner) -> None:
    learns(student)
    for tally in (what_if(student.session, LAST, scheduler="sm2"), what_if(student.session, LAST, table=TABLE)):
        assert (tally.cards, tally.reviews, tally.grades, tally.waits, tally.dues) == (4, 7, 0, 0, 0)
        assert tally.wait_was == tally.wait_would == 3 * (1 + 6) + 1
        assert tally.soon_was == tally.soon_would == 4


def test_another_scheduler_changes_days_and_no_grade(student: Learner) -> None:
    learns(student)
    tally = what_if(student.session, LAST, scheduler="fsrs")
    assert tally.grades == 0
    assert tally.waits == 6
    assert tally.dues == 3
    assert tally.wait_would != tally.wait_was == 22


def test_another_table_changes_grades_and_with_them_days(student: Learner) -> None:
    learns(student)
    tally = what_if(student.session, LAST, table=STRICT)
    assert (tally.reviews, tally.grades) == (7, 6)
    assert tally.waits == tally.dues == 0  # the first two waits are the same for every pass
    both = what_if(student.session, LAST, table=STRICT, scheduler="fsrs")
    assert both.grades == 6
    assert both.wait_would < what_if(student.session, LAST, scheduler="fsrs").wait_would  # Hard instead of Good


def test_a_lowered_grade_stays_lowered(student: Learner) -> None:
    objective = student.objectives()[0]
    logged = student.answers(objective, sure="certain")
    student.was_guessing(objective, logged.turn)
    assert what_if(student.session, LAST, table=TABLE).grades == 0
    assert what_if(student.session, LAST, table=STRICT).grades == 1


def test_several_processes_count_the_same(student: Learner) -> None:
    learns(student)
    assert what_if(student.session, LAST, scheduler="fsrs", processes=2) == what_if(student.session, LAST, scheduler="fsrs")


def test_nothing_is_changed_by_asking(student: Learner) -> None:
    learns(student)
    before = [student.card(objective) for objective in student.objectives()[:4]]
    what_if(student.session, LAST, scheduler="fsrs", table=STRICT)
    student.session.commit()
    assert [student.card(objective) for objective in student.objectives()[:4]] == before


def test_where_nothing_was_answered_there_is_nothing_to_count(student: Learner) -> None:
    assert what_if(student.session, LAST, scheduler="fsrs") == Tally()
