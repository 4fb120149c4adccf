import pytest

from quizapp.models.transactions import changing
from quizapp.usecases.end_overdue import end_overdue
from quizapp.usecases.leave_attempt import leave_attempt
from tests.learner import Learner
from tests.usecases.attempts import EXAM, answers, begins, finishes, flags, looks_at


def leaves(learner: Learner, attempt: int) -> bool:
    return changing(learner.session, lambda: leave_attempt(learner.session, learner.id, attempt, learner.at))


def overdue(learner: Learner) -> int:
    return changing(learner.session, lambda: end_overdue(learner.session, learner.id, learner.at))


def test_an_exam_is_finished_once_and_what_was_left_blank_earns_nothing(student: Learner) -> None:
    begins(student, 3, **EXAM)
    answers(student, 1, 1)
    assert finishes(student, 1) is True
    ended_at = student.at
    student.let_pass(minutes=1)
    assert finishes(student, 1) is False
    found = looks_at(student, 1)
    assert (found.attempt.ended_because, found.attempt.ended_at) == ("finished", ended_at)
    assert found.marks == found.asked[0].answer.maximum
    assert found.maximum == sum(one.answer.maximum for one in found.asked)
    assert all(one.answer.final_at == ended_at for one in found.asked)


def test_a_quiz_in_study_mode_that_is_finished_early_counts_what_was_answered(student: Learner) -> None:
    begins(student, 3)
    answers(student, 1, 2)
    finishes(student, 1)
    found = looks_at(student, 1)
    assert [one.position for one in found.counting] == [2]
    assert found.marks == found.maximum


def test_whoever_finishes_after_the_time_was_over_finished_when_it_was(student: Learner) -> None:
    sheet = begins(student, 3, **EXAM, seconds=60)
    student.let_pass(minutes=5)
    finishes(student, 1)
    found = looks_at(student, 1)
    assert (found.attempt.ended_because, found.attempt.ended_at) == ("time", sheet.attempt.ends_at)


def test_an_exam_that_is_left_counts_for_nothing_and_goes_on_no_more(student: Learner) -> None:
    begins(student, 3, **EXAM)
    answers(student, 1, 1)
    assert leaves(student, 1) is True
    assert leaves(student, 1) is False
    assert finishes(student, 1) is False
    found = looks_at(student, 1)
    assert found.left
    assert not any(one.answer.final_at for one in found.asked)


def test_whoever_leaves_after_the_time_was_over_keeps_the_result(student: Learner) -> None:
    begins(student, 3, mode="exam", seconds=60)
    answers(student, 1, 1)
    student.let_pass(minutes=5)
    assert leaves(student, 1) is True
    found = looks_at(student, 1)
    assert found.attempt.ended_because == "time"
    assert found.asked[0].answer.final_at is not None


def test_attempts_end_by_themselves_when_their_time_is_over_and_not_before(student: Learner) -> None:
    timed = begins(student, 3, "timed", **EXAM, seconds=600)
    begins(student, 3, "untimed", **EXAM)
    answers(student, 1, 1)
    student.let_pass(minutes=10, seconds=10)
    assert overdue(student) == 0
    student.let_pass(seconds=1)
    assert overdue(student) == 1
    assert overdue(student) == 0
    found = looks_at(student, 1)
    assert (found.attempt.ended_because, found.attempt.ended_at, found.open) == ("time", timed.attempt.ends_at, False)
    assert found.marks == found.asked[0].answer.maximum
    assert looks_at(student, 2).open


def test_a_question_is_flagged_until_the_flag_is_taken_away_or_the_attempt_ends(student: Learner) -> None:
    begins(student, 3, **EXAM)
    flags(student, 1, 2)
    flags(student, 1, 3)
    flags(student, 1, 3, flagged=False)
    assert [one.position for one in looks_at(student, 1).flagged] == [2]
    finishes(student, 1)
    flags(student, 1, 1)
    assert [one.position for one in looks_at(student, 1).flagged] == [2]


def test_nobody_ends_or_flags_what_is_somebody_elses(student: Learner, outsider: Learner) -> None:
    begins(student, 3, **EXAM, seconds=60)
    for change in (finishes, leaves, lambda learner, attempt: flags(learner, attempt, 1)):
        with pytest.raises(LookupError):
            change(outsider, 1)
    outsider.let_pass(days=1)
    assert overdue(outsider) == 0
    assert looks_at(student, 1).open
