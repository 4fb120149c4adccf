from datetime import timedelta

from sqlalchemy import select

from quizapp.models import Card
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.cards import own_card
from quizapp.queries.reviews import reviews_of_card
from quizapp.scheduling.cards import CardState, answer
from quizapp.scheduling.recall import practise, recall
from quizapp.usecases.change_schedule import change_schedule
from tests.learner import Learner
from tests.practising import practises


def test_practice_is_remembered_and_moves_no_card(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    before = student.card(objective)
    student.let_pass(days=1)
    practises(student, (objective, 1))
    after = student.card(objective)
    assert after.fsrs == practise(before.fsrs, 1, student.at.date())
    assert recall(after.fsrs, student.at.date().replace(day=20)) < recall(before.fsrs, student.at.date().replace(day=20))
    assert (after.due, after.due_sm2, after.due_fsrs, after.memory) == (before.due, before.due_sm2, before.due_fsrs, before.memory)
    assert student.folded(objective) == after


def test_what_was_only_practised_is_as_new_as_before_and_remembered(student: Learner) -> None:
    objective = student.objectives()[0]
    practises(student, (objective, 4))
    card = student.card(objective)
    assert card == CardState(fsrs=practise(None, 4, student.at.date()))
    student.answers(objective)
    assert student.card(objective) == student.folded(objective)
    student.undoes()
    assert student.card(objective) == card


def test_answers_practice_and_undo_leave_what_the_log_comes_to(student: Learner) -> None:
    first, second = student.objectives()[:2]
    for _ in range(4):
        for objective in (first, second):
            if (due := student.card(objective).due) is None or due <= student.at.date():
                student.answers(objective, right=objective == first)
            student.let_pass(minutes=1)
            practises(student, (first, 2), (second, 4))
        student.undoes()
        student.let_pass(days=1)
        assert [student.card(one) for one in (first, second)] == [student.folded(one) for one in (first, second)]


def test_practice_touches_nobody_elses_card(student: Learner, outsider: Learner) -> None:
    objective = student.objectives()[0]
    outsider.answers(objective)
    before = outsider.card(objective)
    practises(student, (objective, 1))
    assert outsider.card(objective) == before
    assert len(student.session.scalars(select(Card)).all()) == 2


def moved_a_day_on(student: Learner, objective: int) -> CardState:
    """A card that waits for some days, and is due a day later than its scheduler has it, so that the days are balanced."""
    for gap in (1, 6, 0):
        student.answers(objective)
        student.let_pass(days=gap)
    due = student.card(objective).due
    assert due

    def move() -> None:
        begin_writing(student.session)
        card = student.session.scalars(own_card(student.id, objective)).one()
        *_, review = student.session.scalars(reviews_of_card(student.id, objective))
        card.due = review.due_after = due + timedelta(days=1)

    changing(student.session, move)
    return student.card(objective)


def test_a_day_that_was_moved_comes_back_when_what_followed_is_taken_back(student: Learner) -> None:
    objective = student.objectives()[0]
    moved = moved_a_day_on(student, objective)
    assert moved.due != moved.due_sm2
    student.let_pass(days=20)
    student.answers(objective, right=False)
    student.undoes()
    assert student.card(objective) == moved


def test_a_drill_leaves_a_moved_day_where_it_is(student: Learner) -> None:
    objective = student.objectives()[0]
    moved = moved_a_day_on(student, objective)
    assert moved.last_day
    assert answer(moved, 4, moved.last_day, "drill").due == moved.due


def test_whoever_tries_the_other_scheduler_and_goes_back_finds_every_day_where_it_was(student: Learner) -> None:
    objective = student.objectives()[0]
    moved = moved_a_day_on(student, objective)
    for scheduler in ("fsrs", "sm2"):
        changing(student.session, lambda: change_schedule(student.session, student.id, scheduler=scheduler, goal_recall="90"))  # noqa: B023
    assert student.card(objective) == moved
