from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.interactions import ids_shown, key_ids
from quizapp.models import Attempt, AttemptAnswer, Card, Objective, Person
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.items import knowledge_of
from quizapp.queries.practice import Choice
from quizapp.usecases.begin_attempt import Begun, NothingMatches
from quizapp.usecases.flag_objective import flag_objective
from tests.learner import Learner, signs_up
from tests.questions.together import given_away
from tests.usecases.attempts import EXAM, asks_for, begins, item_of, looks_at


def test_a_quiz_has_as_many_questions_as_are_wished_and_none_of_them_gives_away_another(student: Learner) -> None:
    sheet = begins(student, 20)
    items = [item_of(student, one) for one in sheet.asked]
    assert [one.position for one in sheet.asked] == list(range(1, 21))
    assert not given_away(items, knowledge_of(student.session, items[0].revision))


def test_what_is_shown_is_logged_and_each_question_stays_as_it_was_laid_out(student: Learner) -> None:
    sheet = begins(student)
    for one in sheet.asked:
        item = item_of(student, one)
        assert ids_shown(item.interaction) == one.answer.shown
        assert set(key_ids(item.interaction)) == set(one.answer.keys)


def test_the_same_seed_once_more_is_the_same_attempt_and_another_seed_another(student: Learner) -> None:
    first, again, other = (asks_for(student, seed=seed) for seed in ("one", "one", "two"))
    assert first == again == Begun(1, 5)
    assert other == Begun(2, 5)
    assert [one.objective.id for one in looks_at(student, 1).asked] != [one.objective.id for one in looks_at(student, 2).asked]


def test_two_people_may_have_the_same_seed(student: Learner, outsider: Learner) -> None:
    assert begins(student).number == begins(outsider).number == 1


def test_a_quiz_makes_no_card_and_moves_none(student: Learner) -> None:
    begins(student)
    assert student.session.scalars(select(Card)).all() == []


def test_only_the_chosen_topics_are_asked(student: Learner) -> None:
    sheet = begins(student, 50, choice=Choice(topics=("metastatic-cancer/spread", "metastatic-cancer/why")))
    assert {one.objective.topic for one in sheet.asked} == {"spread", "why"}


def test_new_flagged_and_wrong_ones_are_found(student: Learner) -> None:
    first, second, third = student.objectives()[:3]
    student.answers(first, right=False)
    student.answers(second)
    changing(student.session, lambda: flag_objective(student.session, student.id, third, student.at))
    assert [one.objective.id for one in begins(student, seed="w", choice=Choice(pool="wrong")).asked] == [first]
    assert [one.objective.id for one in begins(student, seed="f", choice=Choice(pool="flagged")).asked] == [third]
    new = {one.objective.id for one in begins(student, 50, seed="n", choice=Choice(pool="new")).asked}
    assert not new & {first, second}
    assert isinstance(asks_for(student, seed="d", choice=Choice(pool="due")), NothingMatches)
    student.let_pass(days=1)
    due = {one.objective.id for one in begins(student, seed="e", choice=Choice(pool="due")).asked}
    assert due
    assert due <= {first, second}


def test_what_a_learner_stopped_being_asked_is_not_in_a_quiz(student: Learner) -> None:
    first = student.objectives()[0]
    changing(student.session, lambda: flag_objective(student.session, student.id, first, student.at))
    student.suspends(first)
    assert isinstance(asks_for(student, choice=Choice(pool="flagged")), NothingMatches)


def test_nobody_who_studies_nothing_is_asked_anything_unless_they_choose_a_topic(session: Session, student: Learner) -> None:
    newcomer = signs_up(session, "newcomer")
    assert isinstance(asks_for(newcomer), NothingMatches)
    assert isinstance(asks_for(newcomer, choice=Choice(topics=("metastatic-cancer/why",))), Begun)


@pytest.mark.parametrize(("extra", "minutes"), [(0, 10), (25, 12.5), (100, 20)])
def test_a_time_limit_is_longer_for_who_has_extra_time_and_that_is_kept_with_the_person(
    student: Learner, extra: int, minutes: float
) -> None:
    sheet = begins(student, **EXAM, seconds=600, extra_time=extra)
    assert sheet.attempt.ends_at == student.at + timedelta(minutes=minutes)
    assert student.session.get_one(Person, student.id).extra_time == extra


def test_an_order_is_one_mark_in_an_exam_and_one_for_each_step_in_study(student: Learner) -> None:
    ordered = Choice(item_types=("ordered response",), topics=("metastatic-cancer/phases",))
    (exam,), (study,) = begins(student, seed="a", choice=ordered, **EXAM).asked, begins(student, seed="b", choice=ordered).asked
    assert exam.answer.maximum == 1
    assert study.answer.maximum == len(study.answer.shown) > 1


def test_nothing_of_a_retired_objective_is_asked(student: Learner) -> None:
    choice = Choice(topics=("metastatic-cancer/why",))

    def retire() -> None:
        begin_writing(student.session)
        for objective in student.session.scalars(select(Objective).where(Objective.topic == "why")):
            objective.retired_at = student.at

    assert isinstance(asks_for(student, choice=choice), Begun)
    changing(student.session, retire)
    assert isinstance(asks_for(student, seed="later", choice=choice), NothingMatches)


def test_an_attempt_and_its_questions_begin_their_keys_with_the_learner(student: Learner) -> None:
    for table in (Attempt.__table__, AttemptAnswer.__table__):
        assert next(iter(table.primary_key)).name == "learner_id"
