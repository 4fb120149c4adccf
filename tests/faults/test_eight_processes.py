"""Eight processes that answer on one database."""

import multiprocessing
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.models import Card, Review
from quizapp.queries.cards import state_of
from quizapp.queries.reviews import answered
from quizapp.scheduling.cards import fold
from tests.amounts import amount
from tests.faults import answering
from tests.learner import MONDAY_NOON, published, signs_up, studies

PROCESSES = 8
EACH = amount(10, 1_000)


@pytest.mark.faults
@pytest.mark.skipif(sys.platform == "win32", reason="Processes cannot be forked here.")
def test_eight_processes_answer_and_none_meets_an_error_and_no_review_is_missing(
    database_url: str, session: Session, chance: Random
) -> None:
    bank = read_bank(shipped_banks()[0])
    published(session, bank)
    learners = [studies(signs_up(session, f"student-{number}"), bank) for number in range(PROCESSES // 2)]  # each at work in two processes
    session.rollback()
    together = multiprocessing.get_context("forkserver")
    together.set_forkserver_preload([answering.__name__])
    with ProcessPoolExecutor(PROCESSES, together) as pool:
        working = [
            pool.submit(answering.answers, database_url, learner.id, learner.signed_up.token, MONDAY_NOON, EACH, f"{chance.random()}")
            for learner in learners * 2
        ]
        done: Counter[str] = sum((one.result() for one in working), Counter())
    print(f"{PROCESSES} processes: {dict(done)}")
    session.rollback()  # to see what the others wrote
    logs = defaultdict(list)
    for review in session.scalars(select(Review).order_by(Review.turn)):
        logs[review.learner_id, review.objective_id].append(review)
    assert sum(map(len, logs.values())) == done["Logged"]
    assert done.total() == PROCESSES * EACH
    cards = {(card.learner_id, card.objective_id): state_of(card) for card in session.scalars(select(Card))}
    assert cards == {card: fold(map(answered, log)) for card, log in logs.items()}
    for log in logs.values():
        assert [review.turn for review in log] == list(range(1, len(log) + 1))
