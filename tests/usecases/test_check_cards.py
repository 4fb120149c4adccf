from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, update

from quizapp.models import Card
from quizapp.models.transactions import begin_writing, changing
from quizapp.usecases.change_schedule import change_schedule
from quizapp.usecases.check_cards import Checked, Difference, check_cards
from tests.learner import Learner
from tests.practising import practises


def found(learner: Learner, **how: Any) -> tuple[list[Difference], Checked]:
    learner.session.rollback()
    checked = Checked()
    return list(check_cards(learner.session, checked, **how)), checked


def spoils(learner: Learner, objective: int, values: Mapping[str, object]) -> None:
    def spoil() -> None:
        begin_writing(learner.session)
        learner.session.execute(update(Card).where(Card.learner_id == learner.id, Card.objective_id == objective).values(values))

    changing(learner.session, spoil)


@pytest.fixture
def learned(student: Learner, outsider: Learner) -> Learner:
    """Somebody who learned and practised for some days, took back and called a guess; and so did somebody else, by the other scheduler."""
    changing(student.session, lambda: change_schedule(student.session, outsider.id, scheduler="fsrs", goal_recall="80"))
    for learner in (student, outsider):
        first, *others = learner.objectives()[:5]
        for day in range(6):
            for objective in others:
                if (due := learner.card(objective).due) is None or due <= learner.at.date():
                    logged = learner.answers(objective, right=(day + objective) % 3 > 0)
                    if day == 3:
                        learner.was_guessing(objective, logged.turn)
                learner.let_pass(minutes=1)
            learner.undoes()
            practises(learner, (first, 4), (others[0], 2))
            learner.let_pass(days=1)
    return student


def test_cards_of_people_who_learned_are_what_their_answers_come_to(learned: Learner) -> None:
    differences, checked = found(learned)
    assert differences == []
    assert checked.cards == 10
    assert checked.answers > 30
    assert found(learned, processes=2)[1].answers == checked.answers


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("interval", 7),
        ("easiness", 131),
        ("lapses", 9),
        ("due_sm2", date(2027, 1, 1)),
        ("due_fsrs", date(2027, 1, 1)),
        ("due", date(2027, 1, 1)),
        ("last_day", date(2026, 1, 1)),
        ("seen_on", date(2026, 1, 1)),
        ("stability", 1.25),
        ("difficulty", 9.5),
        ("recalled_before", None),
    ],
)
def test_a_value_that_is_not_what_the_answers_come_to_is_named(learned: Learner, column: str, value: object) -> None:
    objective = learned.objectives()[1]
    learned.session.rollback()
    right = getattr(learned._fresh_card(objective), column)
    value = (not right) if column == "recalled_before" else value
    spoils(learned, objective, {column: value})
    (difference,), _ = found(learned)
    assert (difference.key, difference.column, difference.kept, difference.folded) == ((learned.id, objective), column, value, right)


def test_a_due_day_may_lie_a_little_beside_the_one_that_its_scheduler_gives(student: Learner) -> None:
    objective = student.objectives()[0]
    for gap in (1, 6, 0):
        student.answers(objective)
        student.let_pass(days=gap)
    due = student.card(objective).due
    assert due is not None
    spoils(student, objective, {"due": due + timedelta(days=1)})
    assert found(student)[0] == []
    spoils(student, objective, {"due": due + timedelta(days=2)})
    assert [one.column for one in found(student)[0]] == ["due"]


def test_sm2_alone_is_checked_where_that_is_asked_for(learned: Learner) -> None:
    objective = learned.objectives()[1]
    spoils(learned, objective, {"stability": 1.25, "due": date(2027, 1, 1)})
    assert found(learned, without_fsrs=True)[0] == []
    spoils(learned, objective, {"easiness": 131})
    assert [one.column for one in found(learned, without_fsrs=True)[0]] == ["easiness"]


def test_a_card_that_is_gone_is_named(learned: Learner) -> None:
    objective = learned.objectives()[2]

    def lose() -> None:
        begin_writing(learned.session)
        learned.session.execute(delete(Card).where(Card.learner_id == learned.id, Card.objective_id == objective))

    changing(learned.session, lose)
    (difference,), _ = found(learned)
    assert (difference.key, difference.column, difference.kept) == ((learned.id, objective), "card", None)
