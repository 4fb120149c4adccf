from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.interactions import NOf, TypedText
from questions.responses import Malformed
from quizapp.models import Card, Objective, Review
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.all_answers import answers_that_count
from quizapp.queries.attempts import GRACE, open_sheets
from quizapp.queries.practice import Choice
from quizapp.queries.sitting import days_this_week
from quizapp.queries.today import today
from quizapp.scheduling.grading import LONGEST_TIME, MAPPING_VERSION
from quizapp.usecases.answer_in_attempt import CountedBefore, Ended, Saved, Withdrawn
from quizapp.usecases.change_schedule import change_schedule
from tests.learner import Learner, right_answer
from tests.usecases.attempts import EXAM, answers, begins, finishes, item_of, looks_at, sends


def test_in_study_mode_an_answer_is_final_at_once_and_counts_once(student: Learner) -> None:
    begins(student)
    assert answers(student, 1, 1) == Saved(final=True)
    assert answers(student, 1, 1, right=False) == CountedBefore()
    asked = looks_at(student, 1).asked[0]
    assert (asked.right, asked.answer.final_at) == (True, student.at)


def test_in_an_exam_an_answer_can_be_changed_and_taken_back_until_the_end(student: Learner) -> None:
    begins(student, **EXAM)
    assert answers(student, 1, 1) == Saved(final=False)
    assert answers(student, 1, 1, right=False) == Saved(final=False)
    assert looks_at(student, 1).marks == 0
    assert answers(student, 1, 1) == Saved(final=False)
    assert sends(student, 1, 2, {"answer": [""]}) == Saved(final=False)
    assert [one.position for one in looks_at(student, 1).unanswered] == [2, 3, 4, 5]
    assert answers(student, 1, 1, clear=["1"]) == Saved(final=False)
    assert not looks_at(student, 1).asked[0].answered
    finishes(student, 1)
    assert answers(student, 1, 1) == Ended(by_time=False)


def test_a_form_opened_before_the_answer_was_kept_takes_nothing_back(student: Learner) -> None:
    sheet = begins(student, 2, **EXAM, seconds=600)
    answers(student, 1, 1)
    assert sends(student, 1, 1, {"sure": ["fairly"]}) == Saved(final=False)
    assert looks_at(student, 1).asked[0].right
    assert sends(student, 1, 1, {"kept": ["1"]}) == Saved(final=False)
    assert not looks_at(student, 1).asked[0].answered
    answers(student, 1, 1)
    student.at = sheet.attempt.begun_at + timedelta(minutes=10)
    assert sends(student, 1, 1, {"go": ["over"]}) == Saved(final=False, ended=True)
    assert looks_at(student, 1).asked[0].right


def test_an_answer_keeps_all_that_it_can_be_judged_by_again(student: Learner) -> None:
    begins(student, **EXAM)
    answers(student, 1, 1, sure=["certain"], milliseconds=["4000"])
    student.let_pass(seconds=5)
    answers(student, 1, 1, sure=["fairly"], milliseconds=["5000"])
    answer = looks_at(student, 1).asked[0].answer
    assert (answer.certainty, answer.milliseconds, answer.grade, answer.mapping) == ("fairly", 9000, 4, MAPPING_VERSION)
    assert (answer.marks, answer.recalled_before) == (answer.maximum, False)
    assert (answer.study_day, answer.zone, answer.answered_at, answer.received_at) == (date(2026, 3, 2), "UTC", student.at, student.at)
    answers(student, 1, 1, milliseconds=["999999999"])
    assert looks_at(student, 1).asked[0].answer.milliseconds == LONGEST_TIME


def test_no_answer_of_a_quiz_moves_a_day_or_is_in_the_log_of_reviews(student: Learner) -> None:
    sheet = begins(student)
    student.answers(sheet.asked[0].objective.id)
    before = student.card(sheet.asked[0].objective.id)
    for position in range(1, 6):
        answers(student, 1, position, right=False)
    after = student.card(sheet.asked[0].objective.id)
    assert (after.memory, after.due, after.steps, after.drilling) == (before.memory, before.due, before.steps, before.drilling)
    assert len(student.session.scalars(select(Review)).all()) == 1
    assert all(card.due_sm2 is None or card.steps for card in student.session.scalars(select(Card)))


def test_the_last_answer_in_study_mode_ends_the_attempt(student: Learner) -> None:
    begins(student, 2)
    assert answers(student, 1, 2) == Saved(final=True)
    assert answers(student, 1, 1) == Saved(final=True, ended=True)
    assert looks_at(student, 1).attempt.ended_because == "finished"


def test_what_cannot_be_read_changes_nothing_and_says_what_to_do(student: Learner) -> None:
    sheet = begins(student, choice=Choice(item_types=("select N",)))
    item = item_of(student, sheet.asked[0])
    assert isinstance(item.interaction, NOf)
    one_too_few = [option.id for option in item.interaction.options][: item.interaction.n - 1]
    assert isinstance(sends(student, 1, 1, {"answer": one_too_few}), Malformed)
    assert isinstance(sends(student, 1, 1, {}), Malformed)
    assert isinstance(sends(student, 1, 1, {"answer": ["liver\0"]}), Malformed)
    assert not looks_at(student, 1).asked[0].answered


@pytest.mark.parametrize("item_type", ["matrix multiple choice", "drop-down table", "ordered response", "bow-tie", "select N"])
def test_an_exam_keeps_what_is_half_filled_in_and_what_is_empty_earns_nothing(student: Learner, item_type: str) -> None:
    sheet = begins(student, 1, choice=Choice(item_types=(item_type,)), **EXAM)
    whole = right_answer(item_of(student, sheet.asked[0]).interaction)
    half = {"answer": whole["answer"][:1]} if "answer" in whole else dict(list(whole.items())[:1])
    assert sends(student, 1, 1, half) == Saved(final=False)
    finishes(student, 1)
    found = looks_at(student, 1)
    assert found.asked[0].answered
    assert found.marks < found.maximum
    assert found.marks == (0 if item_type == "ordered response" else 1)


def test_an_exam_that_ends_after_a_review_moves_no_day_that_the_review_has_set(student: Learner) -> None:
    changing(student.session, lambda: change_schedule(student.session, student.id, scheduler="fsrs", goal_recall="90"))
    objective = begins(student, 1, **EXAM).asked[0].objective.id
    answers(student, 1, 1, right=False)
    student.let_pass(hours=1)
    student.answers(objective)
    before = student.card(objective)
    student.let_pass(hours=1)
    finishes(student, 1)
    after = student.card(objective)
    assert after.fsrs != before.fsrs
    assert (after.due, after.due_fsrs) == (before.due, before.due_fsrs)
    assert after == student.folded(objective)


def test_a_day_of_quizzes_alone_is_a_study_day_and_nobody_was_away(student: Learner) -> None:
    student.answers(student.objectives()[0])
    for _ in range(3):
        student.let_pass(days=4)
        begins(student, 1, seed=f"{student.at}")
        answers(student, looks_at_last(student), 1)
    assert days_this_week(student.session, student.id, student.at.date()) == 2
    assert today(student.session, student.signed_up.person, student.at).back_since is None


def looks_at_last(student: Learner) -> int:
    return next(iter(open_sheets(student.session, student.id))).number


def test_a_term_that_may_be_true_elsewhere_is_handed_back(student: Learner) -> None:
    sheet = begins(student, 20, choice=Choice(item_types=("short answer",)), **EXAM)
    typing = {one.position: item_of(student, one).interaction for one in sheet.asked}
    place, term = next((place, way.given[0]) for place, way in typing.items() if isinstance(way, TypedText) and way.given)
    assert isinstance(sends(student, 1, place, {"answer": [term.text]}), Malformed)


@pytest.mark.parametrize(("late", "counts"), [(timedelta(0), True), (GRACE, True), (GRACE + timedelta(seconds=1), False)])
def test_an_answer_later_than_the_limit_and_its_grace_is_refused_and_what_was_saved_counts(
    student: Learner, late: timedelta, counts: bool
) -> None:
    sheet = begins(student, 2, **EXAM, seconds=600, extra_time=50)
    answers(student, 1, 1)
    student.at = sheet.attempt.begun_at + timedelta(minutes=15) + late
    outcome = answers(student, 1, 2)
    assert outcome == (Saved(final=False, ended=True) if counts else Ended(by_time=True))
    found = looks_at(student, 1)
    assert (found.attempt.ended_because, found.attempt.ended_at) == ("time", sheet.attempt.ends_at)
    assert [one.answered for one in found.asked] == [True, counts]
    assert all(one.answer.final_at for one in found.asked)


def test_an_attempt_keeps_its_revision_and_a_question_retired_meanwhile_counts_nowhere(student: Learner) -> None:
    sheet = begins(student, 3, **EXAM)
    answers(student, 1, 1)
    answers(student, 1, 2)

    def retire() -> None:
        begin_writing(student.session)
        student.session.get_one(Objective, sheet.asked[0].objective.id).retired_at = student.at

    changing(student.session, retire)
    assert answers(student, 1, 1) == Withdrawn()
    finishes(student, 1)
    found = looks_at(student, 1)
    assert [one.withdrawn for one in found.asked] == [True, False, False]
    assert found.maximum == sum(one.answer.maximum for one in found.asked[1:])
    assert [one.position for one in found.counting] == [2, 3]


def test_nobody_answers_for_somebody_else(student: Learner, outsider: Learner) -> None:
    begins(student)
    with pytest.raises(LookupError):
        sends(outsider, 1, 1, {"dont-know": ["1"]})
    with pytest.raises(LookupError):
        sends(student, 1, 6, {"dont-know": ["1"]})


def test_reviews_and_final_answers_of_attempts_count_together_and_nothing_else_does(session: Session, student: Learner) -> None:
    first = student.objectives()[0]
    student.answers(first)
    student.let_pass(minutes=1)
    undone = student.answers(student.objectives()[30])
    student.undoes()
    begins(student, 2, "study")
    student.let_pass(minutes=1)
    answers(student, 1, 1, right=False)
    exam = begins(student, 2, "exam", **EXAM)
    answers(student, 2, 1)
    assert _counting(session, student) == [("scheduled", 4, 1, None), ("study", 0, None, 1)]
    finishes(student, exam.number)
    assert _counting(session, student) == [("scheduled", 4, 1, None), ("study", 0, None, 1), ("exam", 4, None, 2)]
    assert undone.objective_id != first


def _counting(session: Session, learner: Learner) -> list[tuple[object, ...]]:
    session.rollback()
    found = answers_that_count(learner.id)
    return [
        tuple(row)
        for row in session.execute(select(found.c.kind, found.c.grade, found.c.turn, found.c.attempt).order_by(found.c.received_at))
    ]


def test_a_right_answer_is_a_five_only_for_who_was_certain_and_had_recalled_it_before(student: Learner) -> None:
    sheet = begins(student, 1)
    student.answers(sheet.asked[0].objective.id)
    item = item_of(student, sheet.asked[0])
    sends(student, 1, 1, {**right_answer(item.interaction), "sure": ["certain"]})
    answer = looks_at(student, 1).asked[0].answer
    assert (answer.grade, answer.recalled_before) == (5, True)
