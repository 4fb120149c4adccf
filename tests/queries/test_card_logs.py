from datetime import date

from quizapp.queries.card_logs import CardKey, card_log, card_logs
from quizapp.scheduling.cards import Answered
from tests.learner import Learner
from tests.practising import practises

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def test_reviews_and_answers_of_attempts_meet_in_the_order_in_which_they_came(student: Learner) -> None:
    first, second = student.objectives()[:2]
    practises(student, (first, 3), (second, 1))
    student.let_pass(minutes=1)
    student.answers(first)
    student.let_pass(minutes=1)
    practises(student, (first, 5))
    student.let_pass(minutes=1)
    practises(student, (first, 2))
    assert card_log(student.session, student.id, first) == [
        Answered(0, 3, MONDAY, practised=1),
        Answered(1, 4, MONDAY, "scheduled", due=TUESDAY),
        Answered(1, 5, MONDAY, practised=1),
        Answered(1, 2, MONDAY, practised=2),
    ]
    assert card_log(student.session, student.id, second) == [Answered(0, 1, MONDAY, practised=1)]


def test_what_was_taken_back_is_left_out_and_a_lowered_grade_is_the_one_that_counts(student: Learner) -> None:
    first, second = student.objectives()[:2]
    lowered = student.answers(first)
    student.was_guessing(first, lowered.turn)
    student.answers(second)
    student.undoes()
    assert dict(card_logs(student.session, student.id)) == {CardKey(student.id, first): [Answered(1, 3, MONDAY, due=TUESDAY)]}


def test_nobodys_answers_are_anybody_elses(student: Learner, outsider: Learner) -> None:
    first = student.objectives()[0]
    student.answers(first)
    outsider.answers(first)
    practises(outsider, (first, 1))
    assert [key.learner_id for key, _ in card_logs(student.session)] == [student.id, outsider.id]
    assert len(card_log(student.session, student.id, first)) == 1
    assert card_log(student.session, student.id, student.objectives()[1]) == []
