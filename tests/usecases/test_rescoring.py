"""What was asked is scored by what the bank says of it since: for and against, and back again, on both kinds of database."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from questions.bank import Bank
from questions.interactions import AnyOf, ids_shown, key_ids
from questions.responses import Picked, response_from_json
from quizapp.models import Aside, AttemptAnswer, Card, Correction
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.attempts import Asked
from quizapp.queries.guesses import mean_guess
from quizapp.queries.items import ask, current_knowledge, knowledge_of
from quizapp.queries.practice import Choice
from quizapp.usecases.check_cards import Checked, check_cards
from quizapp.usecases.correct_bank import Corrected
from quizapp.usecases.rescore_finished import Rescored, rescore_finished, would_change
from tests.learner import Learner, published, right_answer, signs_up, studies
from tests.teaching import joins, opens_course, sets_kinds
from tests.usecases.attempts import EXAM, answers, begins, finishes, item_of, looks_at, sends
from tests.usecases.correcting import BANK, Change, corrects, undoes, without_skin
from tests.usecases.test_answer_question import statements

KIDNEY = f"{BANK}/spread.kidney#sites"
SPREAD = Choice(topics=(f"{BANK}/spread",))
RETIRED = None


def leaves_open(table: dict[str, Any]) -> None:
    """Nothing follows any more from what the list lacks."""
    table["list"] = "incomplete"


def one_is_listed_elsewhere(table: dict[str, Any], offered: Asked) -> None:
    """Something that was offered as wrong is neither right nor wrong any more."""
    wrong = next(id for id in offered.answer.shown if id not in offered.answer.keys)
    table["elsewhere"].append({"term": wrong, "who": "Somebody else"})


MISTAKES = [RETIRED, leaves_open, one_is_listed_elsewhere]


def made_of(mistake: Any, asked: Asked) -> Change | None:
    return partial(mistake, offered=asked) if mistake is one_is_listed_elsewhere else mistake


def takes(learner: Learner, seed: str = "seed", blank: frozenset[str] = frozenset(), *, ends: bool = True) -> int:
    """An exam about how cancers spread, right throughout but for what is left blank."""
    sheet = begins(learner, 50, seed, choice=SPREAD, **EXAM)
    for one in sheet.asked:
        if one.objective.key not in blank:
            answers(learner, sheet.number, one.position)
    if ends:
        finishes(learner, sheet.number)
    return sheet.number


def of_kidney(learner: Learner, attempt: int) -> Asked:
    (asked,) = [one for one in looks_at(learner, attempt).asked if one.objective.key == KIDNEY]
    return asked


def counts(asked: Asked) -> tuple[bool, int | None, int, tuple[str, ...]]:
    return asked.withdrawn, asked.answer.marks, asked.answer.maximum, tuple(sorted(asked.answer.keys))


def correction_of(learner: Learner, change: Change | None, fact: str = "spread.kidney") -> int:
    learner.let_pass(minutes=5)
    outcome = corrects(learner.session, learner.id, fact, change, learner.at)
    assert isinstance(outcome, Corrected)
    return outcome.number


def scores_again(learner: Learner, number: int) -> Rescored:
    """What was announced is what happens, and then there is nothing left to do."""
    session = learner.session
    told = would_change(session, session.get_one(Correction, number))
    assert changing(session, lambda: rescore_finished(session, number, learner.at)) == told
    assert would_change(session, session.get_one(Correction, number)) == Rescored()
    assert not list(check_cards(session, Checked()))
    return told


def remembered(learner: Learner) -> dict[int, float | None]:
    learner.session.rollback()
    return {one.objective_id: one.stability for one in learner.session.scalars(select(Card).where(Card.learner_id == learner.id))}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_a_mistake_took_out_of_a_finished_exam_counts_again_when_it_is_undone_and_asked_for(student: Learner, mistake: Any) -> None:
    attempt = takes(student)
    before, cards, marks = counts(of_kidney(student, attempt)), remembered(student), looks_at(student, attempt).marks
    number = correction_of(student, made_of(mistake, of_kidney(student, attempt)))
    assert scores_again(student, number).withdrawn
    assert of_kidney(student, attempt).withdrawn
    assert looks_at(student, attempt).marks < marks
    assert remembered(student) != cards
    undoes(student.session, student.id, number, student.at)
    assert of_kidney(student, attempt).withdrawn
    told = scores_again(student, number)
    assert told.returned >= 1
    assert told.withdrawn == 0
    assert counts(of_kidney(student, attempt)) == before
    assert looks_at(student, attempt).marks == marks
    assert remembered(student) == cards


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_a_mistake_took_out_of_an_exam_that_goes_on_counts_again_when_it_is_undone(student: Learner, mistake: Any) -> None:
    attempt = takes(student, ends=False)
    before, marks = counts(of_kidney(student, attempt)), looks_at(student, attempt).marks
    number = correction_of(student, made_of(mistake, of_kidney(student, attempt)))
    assert of_kidney(student, attempt).withdrawn
    undoes(student.session, student.id, number, student.at)
    assert counts(of_kidney(student, attempt)) == before
    assert looks_at(student, attempt).marks == marks
    item = item_of(student, of_kidney(student, attempt))
    assert sends(student, attempt, of_kidney(student, attempt).position, right_answer(item.interaction))
    assert finishes(student, attempt)
    assert looks_at(student, attempt).marks == marks
    assert not list(check_cards(student.session, Checked()))


@pytest.mark.parametrize("blank", [frozenset(), frozenset({KIDNEY})])
def test_what_was_taken_out_when_an_exam_ended_counts_again_and_is_remembered(student: Learner, blank: frozenset[str]) -> None:
    attempt = takes(student, blank=blank, ends=False)
    before, number = counts(of_kidney(student, attempt)), correction_of(student, RETIRED)
    finishes(student, attempt)
    asked = of_kidney(student, attempt)
    assert asked.withdrawn
    assert asked.answer.objective_id not in remembered(student)
    undoes(student.session, student.id, number, student.at)
    told = scores_again(student, number)
    assert (told.returned, told.withdrawn) == (1, 0)
    assert counts(of_kidney(student, attempt)) == before
    assert (asked.answer.objective_id in remembered(student)) is not bool(blank)


def test_a_further_correction_that_settles_it_again_lets_it_count_by_what_it_says(student: Learner) -> None:
    attempt, open_attempt = takes(student), takes(student, "another", ends=False)
    mistake = correction_of(student, leaves_open)
    scores_again(student, mistake)
    assert of_kidney(student, attempt).withdrawn
    assert of_kidney(student, open_attempt).withdrawn

    def mends(table: dict[str, Any]) -> None:
        table["list"] = "closed"
        without_skin(table)

    number = correction_of(student, mends)
    assert scores_again(student, number).returned
    for asked in (of_kidney(student, attempt), of_kidney(student, open_attempt)):
        assert not asked.withdrawn
        assert "skin" not in asked.answer.keys
        assert item_of(student, asked).revision == current_knowledge(student.session, BANK).bank.revision


def test_each_answer_is_worth_what_was_chosen_of_what_was_offered_whatever_the_seed_asks_today(student: Learner) -> None:
    attempts = [takes(student, str(seed), blank=frozenset({KIDNEY}) if seed % 3 == 0 else frozenset()) for seed in range(9)]
    asked_before = {attempt: of_kidney(student, attempt) for attempt in attempts}
    items = {attempt: item_of(student, asked) for attempt, asked in asked_before.items()}
    blank_seeds = {items[attempt].seed for attempt, asked in asked_before.items() if asked.answer.response is None}
    told = scores_again(student, correction_of(student, without_skin))
    assert (told.withdrawn, told.returned) == (0, 0)
    for attempt in attempts:
        asked, item = of_kidney(student, attempt), items[attempt]
        assert isinstance(item.interaction, AnyOf)
        keys = {option.id for option in item.interaction.options if option.correct} - {"skin"}
        now = item_of(student, asked)
        assert (now.stem, ids_shown(now.interaction)) == (item.stem, asked_before[attempt].answer.shown)
        assert "skin" not in now.why
        assert set(asked.answer.keys) == set(key_ids(now.interaction)) == keys
        assert asked.answer.maximum == len(keys)
        if asked.answer.response is None:
            assert asked.answer.marks is None
            continue
        response = response_from_json(asked.answer.response)
        assert isinstance(response, Picked)
        assert asked.answer.marks == max(0, len(set(response.ids) & keys) - len(set(response.ids) - keys))
    offered = [one for one in items.values() if "skin" in ids_shown(one.interaction)]
    assert 0 < len(offered) < len(items)
    assert told.less == len([one for one in offered if one.seed not in blank_seeds])


def test_what_would_change_is_found_with_as_many_statements_for_many_answers_as_for_few(engine: Engine, student: Learner) -> None:
    """Whether they were corrected before or not; each revision is read once."""
    session, attempts = student.session, [takes(student)]
    number = correction_of(student, without_skin)

    def looked_up() -> tuple[int, int]:
        would_change(session, session.get_one(Correction, number))
        session.rollback()
        with statements(engine) as seen:
            told = would_change(session, session.get_one(Correction, number))
        return told.answers, len([one for one in seen if one.lstrip().startswith("SELECT")])

    few, in_few = looked_up()
    attempts += [takes(student, str(seed)) for seed in range(4)]
    scores_again(student, number)
    undoes(session, student.id, number, student.at)
    many, in_many = looked_up()
    assert many > few > 0
    assert in_many == in_few <= 8


@pytest.fixture
def patient(session: Session, bank: Bank) -> Learner:
    published(session, bank)
    return studies(signs_up(session, "patient", audience="patient"), bank)


def fact_of(asked: Asked) -> str:
    return asked.objective.key.partition("/")[2].partition("#")[0]


def written_by_a_template_that_is_gone(learner: Learner, attempt: int) -> None:
    begin_writing(learner.session)
    mine = (AttemptAnswer.learner_id == learner.id, AttemptAnswer.attempt == attempt)
    learner.session.execute(update(AttemptAnswer).where(*mine).values(template="an_older_way"))
    learner.session.commit()


def test_what_has_no_plain_words_any_more_is_taken_out_of_the_open_quiz_of_a_patient(patient: Learner) -> None:
    sheet = begins(patient)
    corrects(patient.session, patient.id, fact_of(sheet.asked[0]), lambda table: table.pop("plainly"), patient.at)
    assert [one.withdrawn for one in looks_at(patient, sheet.number).asked] == [True, False, False, False, False]


def test_a_patient_whose_question_is_written_in_another_way_today_is_asked_in_plain_words(patient: Learner) -> None:
    sheet = begins(patient)
    written_by_a_template_that_is_gone(patient, sheet.number)

    def asks_otherwise(table: dict[str, Any]) -> None:
        table["plainly"]["asks"] = "What do you know about this?"

    corrects(patient.session, patient.id, fact_of(sheet.asked[0]), asks_otherwise, patient.at)
    assert item_of(patient, looks_at(patient, sheet.number).asked[0]).stem == "What do you know about this?"


@pytest.mark.parametrize("left", [1, 0])
def test_a_question_is_asked_anew_only_in_a_way_that_no_course_has_put_aside(session: Session, bank: Bank, left: int) -> None:
    course = opens_course(session, bank)
    ann = joins(session, course, "Ann", sets_kinds(session, course))
    sheet = begins(ann, 3)
    asked = sheet.asked[0]
    written_by_a_template_that_is_gone(ann, sheet.number)
    ways = [one.name for one in current_knowledge(session, BANK).templates[asked.objective.key]]
    begin_writing(session)
    for way in ways[left:]:
        session.add(Aside(course_id=course.id, objective_id=asked.objective.id, template=way, because="wished", words="", aside_at=ann.at))
    session.commit()

    def says_otherwise(table: dict[str, Any]) -> None:
        table["source"]["paragraph"] = 1

    corrects(session, ann.id, fact_of(asked), says_otherwise, ann.at)
    (now, *_) = looks_at(ann, sheet.number).asked
    assert (now.withdrawn, now.answer.template) == (left == 0, ways[0] if left else "an_older_way")


def test_a_question_that_counts_by_what_the_bank_says_since_is_not_taken_for_the_one_that_its_seed_asks_today(student: Learner) -> None:
    """What a blind answer earns is that of what was offered, or nobody knows."""
    attempts = [takes(student, str(seed)) for seed in range(9)]
    scores_again(student, correction_of(student, without_skin))
    answers_now = [of_kidney(student, attempt).answer for attempt in attempts]
    for answer in answers_now:
        item = ask(knowledge_of(student.session, answer.revision), KIDNEY, *way(answer))
        same = sorted(ids_shown(item.interaction)) == sorted(answer.shown)
        guess = mean_guess(student.session, KIDNEY, [answer])  # type: ignore[list-item]
        assert same or guess is None


def way(answer: AttemptAnswer) -> tuple[str, int, str, str, str]:
    return answer.template, answer.version, answer.seed, answer.audience, answer.language
