"""An editor corrects facts: what is asked, what is scored, and what stays, on both kinds of database."""

import json

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from questions.bank import Bank, bank_of
from questions.claims import Verdict
from questions.correcting import Standing
from questions.interactions import claims_made
from questions.items import Item
from questions.knowledge import Knowledge
from quizapp.models import AttemptAnswer, BankRevision, Card, Correction, Objective, Rescoring
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.corrections import corrected_since, drafted, standings
from quizapp.queries.items import current_knowledge
from quizapp.queries.practice import Choice
from quizapp.usecases.check_cards import Checked, check_cards
from quizapp.usecases.correct_bank import Corrected, Moved, correct_bank
from quizapp.usecases.rescore_finished import Rescored, rescore_finished, would_change
from tests.learner import Learner, published, right_answer
from tests.usecases.attempts import EXAM, answers, begins, finishes, item_of, looks_at, sends
from tests.usecases.correcting import BANK, Change, corrects, says, undoes, without_skin
from tests.usecases.test_publish_bank import without

KIDNEY = f"{BANK}/spread.kidney#sites"
SPREAD = Choice(topics=(f"{BANK}/spread",))


def key_of(learner: Learner, answer: AttemptAnswer) -> str:
    return learner.session.scalars(select(Objective.key).where(Objective.id == answer.objective_id)).one()


def test_a_correction_is_a_new_revision_that_a_restart_keeps_and_a_newer_bank_carries(
    session: Session, student: Learner, bank: Bank
) -> None:
    outcome = corrects(session, student.id, "spread.kidney", without_skin, student.at)
    assert isinstance(outcome, Corrected)
    corrected = current_knowledge(session, BANK).bank.revision
    assert corrected != bank.revision
    published(session, bank)
    assert current_knowledge(session, BANK).bank.revision == corrected
    published(session, without(bank, "spread.lung"))
    said = says(session, "spread.kidney")
    assert said
    assert "skin" not in [one["term"] for one in said["objects"]]
    assert says(session, "spread.lung") is None
    assert standings(session, BANK) == {outcome.number: Standing.COUNTS}


def test_a_correction_that_no_longer_fits_is_said_and_not_lost(session: Session, student: Learner, bank: Bank) -> None:
    first = corrects(session, student.id, "spread.kidney", without_skin, student.at)
    second = corrects(session, student.id, "figures.half-million", None, student.at) if says(session, "figures.half-million") else None
    assert isinstance(first, Corrected)
    published(session, without(bank, "spread.kidney"))
    assert standings(session, BANK)[first.number] is Standing.HOMELESS
    published(session, bank)
    assert standings(session, BANK)[first.number] is Standing.COUNTS
    assert second is None or isinstance(second, Corrected)


def test_retiring_a_fact_rests_its_cards_and_undoing_it_brings_them_back(session: Session, student: Learner, bank: Bank) -> None:
    kidney = student.objective(KIDNEY)
    student.answers(kidney)
    retired = corrects(session, student.id, "spread.kidney", None, student.at)
    assert isinstance(retired, Corrected)
    assert says(session, "spread.kidney") is None
    assert session.get_one(Objective, kidney).retired_at == student.at
    assert session.get(Card, (student.id, kidney)) is not None
    assert len(student.log(kidney)) == 1
    student.let_pass(days=1)
    assert isinstance(undoes(session, student.id, retired.number, student.at), Corrected)
    assert session.get_one(Objective, kidney).retired_at is None
    assert current_knowledge(session, BANK).bank.revision == bank.revision
    assert undoes(session, student.id, retired.number, student.at) == Moved()


def test_undoing_the_last_of_two_corrections_leaves_the_first(session: Session, student: Learner) -> None:
    def say(note: str) -> Corrected:
        outcome = corrects(session, student.id, "spread.kidney", lambda table: table.update(note=note), student.at)
        assert isinstance(outcome, Corrected)
        return outcome

    first, second = say("one"), say("two")
    undoes(session, student.id, second.number, student.at)
    said = says(session, "spread.kidney")
    assert said
    assert said["note"] == "one"
    assert set(standings(session, BANK)) == {first.number}


def test_who_drafted_on_what_somebody_else_has_changed_meanwhile_is_told_and_nothing_is_lost(session: Session, student: Learner) -> None:
    draft = drafted(session, BANK, "relation", "spread", "spread.kidney", None)
    assert isinstance(corrects(session, student.id, "spread.lung", lambda table: table.update(note="Theirs"), student.at), Corrected)
    assert changing(session, lambda: correct_bank(session, draft, "Mine", student.id, student.at)) == Moved()
    assert says(session, "spread.kidney") is not None
    said = says(session, "spread.lung")
    assert said
    assert said["note"] == "Theirs"


def is_unsettled(item: Item, now: Knowledge) -> bool:
    """Whether a bank says of something that was offered neither that it is right nor that it is wrong, or of nothing that it is right."""
    verdicts = {now.settle(claim).verdict for claim, _ in claims_made(item.interaction)}
    return Verdict.UNKNOWN in verdicts or Verdict.ENTAILED not in verdicts


def test_an_exam_that_goes_on_is_scored_by_the_new_key_and_asks_the_new_questions(session: Session, student: Learner) -> None:
    sheet = begins(student, 50, choice=SPREAD, **EXAM)
    about = [one for one in sheet.asked if one.objective.key == KIDNEY]
    assert about, "choose another seed"
    answered = {one.position: item_of(student, one) for one in sheet.asked}
    for one in sheet.asked:
        answers(student, sheet.number, one.position)
    outcome = corrects(session, student.id, "spread.kidney", without_skin, student.at)
    assert isinstance(outcome, Corrected)
    assert outcome.questions > 0
    now = current_knowledge(session, BANK)
    seen = looks_at(student, sheet.number)
    remembered = {one.position: one for one in session.scalars(select(Rescoring))}
    for one in seen.asked:
        if one.withdrawn:
            assert is_unsettled(answered[one.position], now)
        elif one.position in remembered:
            item = item_of(student, one)
            assert item.revision == now.bank.revision
            assert set(one.answer.keys) <= set(one.answer.shown) or not one.answer.shown
            assert remembered[one.position].revision == answered[one.position].revision
        else:
            assert one.right
    assert finishes(student, sheet.number)
    assert not list(check_cards(session, Checked()))


def test_what_nobody_has_answered_yet_is_asked_as_it_is_now(session: Session, student: Learner) -> None:
    sheet = begins(student, 50, choice=SPREAD, **EXAM)
    corrects(session, student.id, "spread.kidney", without_skin, student.at)
    (asked,) = [one for one in looks_at(student, sheet.number).asked if one.objective.key == KIDNEY]
    item = item_of(student, asked)
    assert item.revision == current_knowledge(session, BANK).bank.revision
    assert "skin" not in asked.answer.keys
    assert sends(student, sheet.number, asked.position, right_answer(item.interaction))
    assert looks_at(student, sheet.number).at(asked.position).right  # type: ignore[union-attr]
    assert not session.scalars(select(Rescoring)).all()


def test_a_fact_that_is_retired_leaves_the_quizzes_that_go_on_alone(session: Session, student: Learner) -> None:
    for seed in ("one", "another", "ended"):
        sheet = begins(student, 50, seed, choice=SPREAD, **EXAM)
    finishes(student, sheet.number)
    retired = corrects(session, student.id, "spread.kidney", None, student.at)
    assert isinstance(retired, Corrected)
    assert retired.left == 2
    undone = undoes(session, student.id, retired.number, student.at)
    assert isinstance(undone, Corrected)
    assert undone.left == 0


def test_what_is_finished_is_scored_again_only_when_somebody_asks(session: Session, student: Learner) -> None:
    sheet = begins(student, 50, choice=SPREAD, **EXAM)
    for one in sheet.asked:
        answers(student, sheet.number, one.position)
    items = [item_of(student, one) for one in sheet.asked]
    finishes(student, sheet.number)
    before = looks_at(student, sheet.number).marks
    outcome = corrects(session, student.id, "spread.kidney", without_skin, student.at)
    assert isinstance(outcome, Corrected)
    assert looks_at(student, sheet.number).marks == before
    correction = session.get_one(Correction, outcome.number)
    told = would_change(session, correction)
    assert told.answers > told.withdrawn
    assert told.withdrawn == sum(is_unsettled(item, current_knowledge(session, BANK)) for item in items)
    assert looks_at(student, sheet.number).marks == before
    cards = {one.objective_id: one.stability for one in session.scalars(select(Card))}
    assert changing(session, lambda: rescore_finished(session, outcome.number, student.at)) == told
    assert would_change(session, session.get_one(Correction, outcome.number)) == Rescored()
    assert not list(check_cards(session, Checked()))
    kept = {one.answer.objective_id for one in looks_at(student, sheet.number).asked if not one.withdrawn}
    assert all(cards[one.objective_id] == one.stability for one in session.scalars(select(Card)) if one.objective_id in kept)


def test_an_answer_of_before_is_known_to_be_corrected_since(session: Session, student: Learner, bank: Bank) -> None:
    assert corrected_since(session, bank.revision, ["spread.kidney"]) is None
    student.let_pass(hours=1)
    outcome = corrects(session, student.id, "spread.kidney", without_skin, student.at)
    assert isinstance(outcome, Corrected)
    found = corrected_since(session, bank.revision, ["spread.kidney", "spread"])
    assert found
    assert found.id == outcome.number
    assert corrected_since(session, bank.revision, ["spread.lung"]) is None
    current = current_knowledge(session, BANK).bank.revision
    assert corrected_since(session, current, ["spread.kidney"]) is None
    assert len(session.scalars(select(BankRevision.revision)).all()) == 2


@pytest.mark.parametrize("retire", [False, True])
def test_a_question_in_an_open_tab_is_scored_by_what_was_asked_unless_it_is_retired(
    session: Session, student: Learner, retire: bool
) -> None:
    kidney = student.objective(KIDNEY)
    question = student.asked(kidney)
    corrects(session, student.id, "spread.kidney", None if retire else without_skin, student.at)
    student.sends(question, right_answer(question.item.interaction))
    log = student.log(kidney)
    assert [one.revision for one in log] == ([] if retire else [question.item.revision])


def newer(bank: Bank, fact: str, change: Change) -> Bank:
    """The bank as another version of the program ships it."""
    content = json.loads(bank.content)
    for file in content["files"]:
        for table in file.get("relation", ()):
            if table["id"] == fact:
                change(table)
    return bank_of(content)


def test_a_newer_bank_that_comes_with_the_program_scores_an_exam_that_goes_on_as_a_correction_does(
    session: Session, student: Learner, bank: Bank
) -> None:
    sheet = begins(student, 50, choice=SPREAD, **EXAM)
    for one in sheet.asked:
        answers(student, sheet.number, one.position)
    as_answered = {one.position: (one.answer.revision, one.answer.keys) for one in looks_at(student, sheet.number).asked}
    published(session, newer(bank, "spread.kidney", without_skin), student.at)
    seen = looks_at(student, sheet.number)
    remembered = {one.position: one for one in session.scalars(select(Rescoring))}
    (kidney,) = [one for one in seen.asked if one.objective.key == KIDNEY]
    assert kidney.position in remembered
    assert not kidney.withdrawn
    assert "skin" not in kidney.answer.keys
    assert {position: (one.revision, one.keys) for position, one in remembered.items()} == {
        position: as_answered[position] for position in remembered
    }
    assert {one.correction_id for one in remembered.values()} == {None}
    assert all(one.right for one in seen.asked if one.position not in remembered)
    published(session, newer(bank, "spread.kidney", without_skin), student.at)
    assert {one.position for one in session.scalars(select(Rescoring))} == set(remembered)
    assert finishes(student, sheet.number)
    assert not list(check_cards(session, Checked()))


def test_what_was_finished_before_a_newer_bank_came_stays_as_it_was_scored(session: Session, student: Learner, bank: Bank) -> None:
    sheet = begins(student, 50, choice=SPREAD, **EXAM)
    for one in sheet.asked:
        answers(student, sheet.number, one.position)
    finishes(student, sheet.number)
    before = looks_at(student, sheet.number).marks
    published(session, newer(bank, "spread.kidney", without_skin), student.at)
    assert looks_at(student, sheet.number).marks == before
    assert not session.scalars(select(Rescoring)).all()


def test_a_revision_that_this_program_cannot_read_any_more_keeps_no_start_back(session: Session, student: Learner, bank: Bank) -> None:
    sheet = begins(student, 50, choice=SPREAD, **EXAM)
    begin_writing(session)
    unread = {"revision": "older", "bank": BANK, "content": '{"bank": {}, "files": []}', "published_at": student.at, "superseded_at": None}
    session.execute(update(BankRevision).where(BankRevision.bank == BANK).values(superseded_at=student.at))
    session.execute(insert(BankRevision), [unread])
    session.commit()
    published(session, bank, student.at)
    assert current_knowledge(session, BANK).bank.revision == bank.revision
    assert not any(one.withdrawn for one in looks_at(student, sheet.number).asked)


def test_what_a_term_is_called_is_corrected_kept_by_a_restart_and_taken_back(session: Session, student: Learner, bank: Bank) -> None:
    sheet = begins(student, 50, choice=SPREAD, **EXAM)

    def named(name: str) -> list[str]:
        stems = [item_of(student, one).stem for one in looks_at(student, sheet.number).asked if not one.withdrawn]
        return [stem for stem in stems if name in stem]

    assert named("kidney cancer")
    outcome = corrects(session, student.id, "term:kidney", lambda table: table.update(name="renal carcinoma"), student.at)
    assert isinstance(outcome, Corrected)
    assert outcome.questions >= len(named("renal carcinoma")) > 0
    assert not named("kidney cancer")
    published(session, bank)
    said = says(session, "term:kidney")
    assert said
    assert (said["name"], said["kind"]) == ("renal carcinoma", "primary cancer")
    assert "renal carcinoma" in session.scalars(select(Objective.aim).where(Objective.key == KIDNEY)).one()
    assert standings(session, BANK) == {outcome.number: Standing.COUNTS}
    assert isinstance(undoes(session, student.id, outcome.number, student.at), Corrected)
    assert current_knowledge(session, BANK).bank.revision == bank.revision
    assert named("kidney cancer")
    assert finishes(student, sheet.number)
