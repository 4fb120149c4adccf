"""Attempts at quizzes in several hands at once, killed in the middle, and under a clock that goes as it likes."""

import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.models import Card, Person
from quizapp.models.engines import keep_safely
from quizapp.queries.attempts import GRACE
from quizapp.queries.card_logs import card_log
from quizapp.queries.cards import state_of
from quizapp.scheduling.cards import fold
from quizapp.usecases.answer_in_attempt import CountedBefore, Ended, Saved
from quizapp.usecases.finish_attempt import finish_attempt
from quizapp.usecases.sign_up import SignedUp
from tests.amounts import amount
from tests.learner import Learner, published, signs_up, studies
from tests.usecases.attempts import EXAM, answers, begins, finishes, item_of, looks_at

pytestmark = pytest.mark.faults
TABS, ROUNDS, LIMIT = 6, amount(3, 60), 600


@pytest.fixture
def learner(session: Session) -> Learner:
    bank = read_bank(shipped_banks()[0])
    published(session, bank)
    return studies(signs_up(session), bank)


def in_each_tab(engine: Engine, learner: Learner, act: Callable[[Learner, int], object]) -> list[object]:
    """Do something in several tabs at the same moment, each with a session of its own."""

    def in_tab(tab: int) -> object:
        with Session(engine, expire_on_commit=False) as session:
            person = session.get_one(Person, learner.id)
            return act(Learner(session, SignedUp(person, learner.signed_up.token), learner.at, learner.began_at), tab)

    with ThreadPoolExecutor(TABS) as tabs:
        return list(tabs.map(in_tab, range(TABS)))


def remembers_its_log(learner: Learner) -> bool:
    learner.session.rollback()
    cards = learner.session.scalars(select(Card).where(Card.learner_id == learner.id)).all()
    return all(state_of(card) == fold(card_log(learner.session, learner.id, card.objective_id)) for card in cards)


def test_a_quiz_whose_questions_are_all_answered_at_once_has_ended(engine: Engine, learner: Learner) -> None:
    for attempt in range(1, ROUNDS + 1):
        begins(learner, TABS, f"{attempt}")
        in_each_tab(engine, learner, lambda tab, number, attempt=attempt: answers(tab, attempt, number + 1))  # type: ignore[misc]
        assert looks_at(learner, attempt).attempt.ended_because == "finished"


def test_an_exam_that_is_finished_in_many_tabs_at_once_ends_once(engine: Engine, learner: Learner) -> None:
    for attempt in range(1, ROUNDS + 1):
        begins(learner, 3, f"{attempt}", **EXAM)
        answers(learner, attempt, 1)
        assert Counter(in_each_tab(engine, learner, lambda tab, _, attempt=attempt: finishes(tab, attempt)))[True] == 1  # type: ignore[misc]
        found = looks_at(learner, attempt)
        assert found.marks == found.asked[0].answer.maximum
    assert remembers_its_log(learner)


def test_a_question_that_is_checked_in_many_tabs_at_once_is_answered_once(engine: Engine, learner: Learner) -> None:
    for attempt in range(1, ROUNDS + 1):
        begins(learner, 2, f"{attempt}")
        outcomes = in_each_tab(engine, learner, lambda tab, number, attempt=attempt: answers(tab, attempt, 1, right=number % 2 == 0))  # type: ignore[misc]
        assert Counter(map(type, outcomes)) == {Saved: 1, CountedBefore: TABS - 1}
    assert remembers_its_log(learner)


def test_at_the_limit_each_answer_counts_or_is_refused_and_the_end_is_the_limit(engine: Engine, learner: Learner, chance: Random) -> None:
    for attempt in range(1, ROUNDS + 1):
        sheet = begins(learner, TABS, f"{attempt}", **EXAM, seconds=LIMIT)
        late = [timedelta(seconds=chance.choice((-1, 0, 5, 11))) for _ in range(TABS)]

        def act(tab: Learner, number: int, attempt: int = attempt, late: list[timedelta] = late) -> object:
            tab.at += timedelta(seconds=LIMIT) + late[number]
            return finishes(tab, attempt) if number == 0 else answers(tab, attempt, number)

        outcomes = in_each_tab(engine, learner, act)
        learner.let_pass(seconds=LIMIT + 60)
        finishes(learner, attempt)
        found = looks_at(learner, attempt)
        assert found.attempt.ended_at
        assert found.attempt.ended_at <= sheet.attempt.begun_at + timedelta(seconds=LIMIT) + GRACE
        counted = {number for number, outcome in enumerate(outcomes) if isinstance(outcome, Saved)}
        assert {one.position for one in found.asked if one.answered} == counted
        assert all(isinstance(outcome, Saved | Ended) for outcome in outcomes[1:])
    assert remembers_its_log(learner)


def test_whatever_the_clock_does_nothing_is_received_before_what_came_before(learner: Learner, chance: Random) -> None:
    for attempt in range(1, ROUNDS + 1):
        begins(learner, 4, f"{attempt}", **EXAM, seconds=LIMIT)
        for position in (1, 2, 3):
            learner.at += timedelta(seconds=chance.choice((0, 1, -30, 30)))
            answers(learner, attempt, position)
            learner.answers(looks_at(learner, attempt).asked[3].objective.id) if position == attempt == 1 else None
        received = [one.answer.received_at for one in looks_at(learner, attempt).asked[:3]]
        assert all(before and after and before < after for before, after in pairwise(received))
        learner.at += timedelta(days=chance.choice((1, -1)))
        finishes(learner, attempt)
        assert not looks_at(learner, attempt).open
    assert remembers_its_log(learner)


@pytest.mark.skipif(sys.platform == "win32", reason="Processes cannot be killed here.")
def test_who_is_killed_while_finishing_has_finished_nothing_and_can_finish_again(
    database_url: str, learner: Learner, tmp_path: Path
) -> None:
    sheet = begins(learner, 3, **EXAM)
    answers(learner, 1, 1)
    learner.session.rollback()
    there = tmp_path / "finished but for the commit"
    process = multiprocessing.get_context("forkserver").Process(
        target=finishes_and_never_commits, args=(database_url, learner.id, learner.at, there)
    )
    process.start()
    while not there.exists():
        assert process.is_alive()
        time.sleep(0.05)
    process.kill()
    process.join()
    found = looks_at(learner, 1)
    assert found.open
    assert not any(one.answer.final_at for one in found.asked)
    assert learner.session.scalars(select(Card)).all() == []
    assert item_of(learner, found.asked[0]) == item_of(learner, sheet.asked[0])
    assert finishes(learner, 1) is True
    assert remembers_its_log(learner)


def finishes_and_never_commits(url: str, learner_id: int, at: datetime, there: Path) -> None:
    """Finish an attempt, say so, and wait to be killed before it is committed."""
    engine = create_engine(url)
    keep_safely(engine)
    with Session(engine) as session:
        finish_attempt(session, learner_id, 1, at)
        session.flush()
        there.touch()
        time.sleep(600)
