from datetime import date

import pytest
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models.transactions import changing
from quizapp.queries.items import current_knowledge
from quizapp.queries.practice import Choice, matching, offered
from quizapp.queries.today import candidates, today
from quizapp.usecases.change_days_off import change_days_off
from quizapp.usecases.next_question import next_question
from quizapp.usecases.pause_topic import pause_topic
from tests.learner import Learner, published, signs_up, studies
from tests.usecases.test_publish_bank import without


def asked_next(student: Learner) -> int:
    objective = next_question(student.session, student.signed_up.person, student.at)
    assert objective is not None
    return objective


def test_a_first_day_holds_ten_new_objectives_and_ends(student: Learner) -> None:
    answered = []
    while (objective := next_question(student.session, student.signed_up.person, student.at)) is not None:
        student.answers(objective)
        answered.append(objective)
    day = today(student.session, student.signed_up.person, student.at)
    assert len(answered) == len(set(answered)) == 10
    assert (day.waiting, day.answered, day.next_day, day.next_day_count) == (0, 10, date(2026, 3, 3), 10)
    assert day.held_back == day.held_new > 0


def test_what_waits_of_what_is_new_is_all_that_practice_counts_as_new(student: Learner) -> None:
    """Siblings too, which no limit holds back."""
    person = student.signed_up.person
    for _ in range(3):
        while (objective := next_question(student.session, person, student.at)) is not None:
            student.answers(objective)
        day = today(student.session, person, student.at)
        new = matching(offered(student.session, person, student.at).practisable, Choice(pool="new"))
        assert day.unmet == len(new) > day.held_new
        student.let_pass(days=1)


def test_an_answered_card_leaves_the_queue_until_its_day(student: Learner) -> None:
    objective = asked_next(student)
    student.answers(objective)
    assert today(student.session, student.signed_up.person, student.at).reviews == 0
    assert asked_next(student) != objective
    student.let_pass(days=1)
    assert today(student.session, student.signed_up.person, student.at).reviews == 1
    answered = []
    while objective not in answered:
        answered.append(asked_next(student))
        student.answers(answered[-1])
    assert today(student.session, student.signed_up.person, student.at).reviews == 0


def test_a_missed_answer_comes_again_after_three_others(student: Learner) -> None:
    missed = asked_next(student)
    student.answers(missed, right=False)
    seen = []
    for _ in range(4):
        seen.append(asked_next(student))
        student.answers(seen[-1])
    assert seen.index(missed) == 3


def test_no_two_objectives_of_one_fact_are_asked_on_one_day(student: Learner, bank: Bank) -> None:
    facts = []
    while (objective := next_question(student.session, student.signed_up.person, student.at)) is not None:
        key = student.asked(objective).item.objective
        facts.append(current_knowledge(student.session, bank.name).objectives[key].fact)
        student.answers(objective)
    assert len(facts) == len(set(facts))


def test_objectives_that_share_a_mark_of_kin_are_siblings_too(student: Learner, bank: Bank) -> None:
    families = {one.objective: one.facts for one in candidates(student.session, student.signed_up.person)}
    objectives = current_knowledge(student.session, bank.name).objectives
    assert any(one.kin for one in objectives.values())
    for key, one in objectives.items():
        assert families[student.objective(key)] == {f"metastatic-cancer/{fact}" for fact in (one.fact, *one.kin)}


def test_taking_an_answer_back_gives_the_same_queue_again(student: Learner) -> None:
    before = today(student.session, student.signed_up.person, student.at)
    objective = asked_next(student)
    student.answers(objective)
    student.undoes()
    assert today(student.session, student.signed_up.person, student.at) == before
    assert asked_next(student) == objective


def test_only_topics_that_are_studied_and_objectives_that_are_not_retired_are_asked(student: Learner, bank: Bank) -> None:
    kidney = student.objective("metastatic-cancer/spread.kidney#sites")
    assert kidney in {one.objective for one in candidates(student.session, student.signed_up.person)}
    published(student.session, without(bank, "spread.kidney"))
    assert kidney not in {one.objective for one in candidates(student.session, student.signed_up.person)}
    published(student.session, bank)
    changing(student.session, lambda: pause_topic(student.session, student.id, bank.name, "spread", student.at))
    assert kidney not in {one.objective for one in candidates(student.session, student.signed_up.person)}


def test_a_patient_is_asked_only_what_is_written_for_patients(session: Session, student: Learner, bank: Bank) -> None:
    patient = studies(signs_up(session, "patient", audience="patient"), bank)
    objectives = current_knowledge(session, bank.name).objectives
    for_patients = {student.objective(key) for key, one in objectives.items() if "patient" in one.audiences}
    assert {one.objective for one in candidates(session, patient.signed_up.person)} == for_patients


def test_one_learner_changes_nothing_for_another(student: Learner, outsider: Learner) -> None:
    before = today(outsider.session, outsider.signed_up.person, outsider.at)
    student.answers(asked_next(student), right=False)
    assert today(outsider.session, outsider.signed_up.person, outsider.at) == before


@pytest.mark.parametrize("gap", [20, 120])
def test_after_a_gap_the_day_begins_with_what_was_due_and_nothing_is_new_until_that_is_done(student: Learner, gap: int) -> None:
    for _ in range(3):
        while (objective := next_question(student.session, student.signed_up.person, student.at)) is not None:
            student.answers(objective)
        student.let_pass(days=1)
    student.let_pass(days=gap)
    back = today(student.session, student.signed_up.person, student.at)
    assert (back.back_since, back.new, back.held_new) == (back.day, 0, 0)
    while today(student.session, student.signed_up.person, student.at).back_since:
        assert student.card(asked_next(student)).steps
        student.answers(asked_next(student))
    assert today(student.session, student.signed_up.person, student.at).new == 10


def test_who_studies_on_two_days_of_the_week_comes_back_from_nowhere_and_meets_new_ones(student: Learner) -> None:
    changing(student.session, lambda: change_days_off(student.session, student.id, ["2", "3", "4", "5", "6"]))
    for _ in range(4):
        student.answers(asked_next(student))
    student.let_pass(days=7)
    day = today(student.session, student.signed_up.person, student.at)
    assert day.back_since is None
    assert (day.reviews, day.new) == (4, 10)


def test_the_next_day_counts_what_waits_for_a_sibling_and_of_siblings_one(student: Learner) -> None:
    facts = {one.objective: one.facts for one in candidates(student.session, student.signed_up.person)}
    family = next(family for one in facts if len(family := [two for two in facts if facts[one] & facts[two]]) > 2)[:3]
    for objective in set(student.objectives()) - set(family):
        student.suspends(objective)
    for objective in family:
        student.answers(objective)
    student.let_pass(days=1)
    assert today(student.session, student.signed_up.person, student.at).reviews == 1
    student.answers(asked_next(student))
    day = today(student.session, student.signed_up.person, student.at)
    assert (day.waiting, day.next_day, day.next_day_count, day.offered) == (0, date(2026, 3, 4), 1, 0)


def test_whoever_answers_day_by_day_has_not_been_away(student: Learner) -> None:
    student.answers(asked_next(student))
    student.let_pass(days=5)
    assert today(student.session, student.signed_up.person, student.at).back_since is None
