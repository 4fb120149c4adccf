"""Kill -9 under load, with people whose browsers send again what was not answered."""

import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.models import Card, Objective, Review
from quizapp.queries.cards import state_of
from quizapp.queries.reviews import answered
from quizapp.scheduling.cards import fold
from quizapp.settings import Settings
from quizapp.web.extensions import db
from tests.amounts import amount
from tests.faults.power import Served
from tests.faults.visitor import Visitor, picked
from tests.faults.without_turns import drop_turns
from tests.program import QUIZAPP

pytestmark = [pytest.mark.faults, pytest.mark.skipif(not Path("/proc/self").exists(), reason="Processes cannot be seen here.")]

ROOT = Path(__file__).parents[2]
PEOPLE = amount(4, 8)
ANSWERS = amount(40, 10_000)
KILLS = amount(2, 24)
DEAF = 0.15
Turn = tuple[int, int, int]


@dataclass
class Told:
    """What people were told is kept: whose answer, to which objective, at which turn."""

    enough: int
    turns: list[Turn] = field(default_factory=list)
    wrong: list[BaseException] = field(default_factory=list)
    more: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, turn: Turn) -> None:
        with self.more:
            self.turns.append(turn)
            self.more.notify_all()

    def go_wrong(self, error: BaseException) -> None:
        with self.more:
            self.wrong.append(error)
            self.more.notify_all()

    @property
    def is_enough(self) -> bool:
        return len(self.turns) >= self.enough or bool(self.wrong)

    def wait_for(self, number: int) -> None:
        with self.more:
            self.more.wait_for(lambda: len(self.turns) >= number or self.wrong)


@dataclass(frozen=True)
class Kept:
    """What the database says afterwards."""

    turns: Counter[Turn]
    cards_apart: int  # cards that are not the fold of their log


def test_what_was_acknowledged_is_in_the_log_once_and_cards_are_the_fold(
    app: Flask, settings: Settings, tmp_path: Path, chance: Random
) -> None:
    with served([QUIZAPP, "serve", "--workers", "2"], settings, tmp_path / "log") as program:
        told = killed_while_people_answer(program, objectives_of(app), KILLS, ANSWERS, chance)
    kept = kept_in(app)
    print(f"{len(told)} acknowledged, {KILLS} kills")
    assert len(told) == len(set(told)) >= ANSWERS
    assert not set(told) - set(kept.turns), "lost"
    assert not [turn for turn, times in kept.turns.items() if times > 1], "doubled"
    assert not set(kept.turns) - set(told), "logged although nobody was told"
    assert kept.cards_apart == 0


def test_without_the_unique_turn_the_same_doubles_answers(app: Flask, settings: Settings, tmp_path: Path, chance: Random) -> None:
    with app.app_context():
        drop_turns(db.engine)
    with served([sys.executable, "-m", "tests.faults.without_turns"], settings, tmp_path / "log") as program:
        told = killed_while_people_answer(program, objectives_of(app), 1, amount(40, 2_000), chance, until_a_fault=True)
    kept = kept_in(app)
    doubled = [turn for turn, times in kept.turns.items() if times > 1]
    print(f"{len(told)} acknowledged without the unique turn, {len(doubled)} doubled")
    assert doubled


@contextmanager
def served(command: list[str | Path], settings: Settings, log: Path) -> Iterator[Served]:
    """The program, and what a test makes of it."""
    program = Served(command, log, QUIZAPP_DATA=str(settings.data), QUIZAPP_DATABASE_URL=settings.database_url or "", PYTHONPATH=str(ROOT))
    program.start()
    try:
        yield program
        program.stop()
    finally:
        program.end()


def killed_while_people_answer(
    program: Served, objectives: int, kills: int, answers: int, chance: Random, *, until_a_fault: bool = False
) -> list[Turn]:
    """Let people answer, kill something every now and then, and hear what they were told when they have done enough.

    A fault of the program ends it too, and is raised unless it was to be expected.
    """
    told = Told(answers)
    people = [
        threading.Thread(target=answer_on, args=(program.port, f"{place}", objectives, told, Random(chance.random())), daemon=True)
        for place in range(PEOPLE)
    ]
    for person in people:
        person.start()
    for number in range(1, kills + 1):
        told.wait_for(number * answers // (kills + 1))
        ways(program, chance)[number % 3]()
    for person in people:
        person.join()
    if told.wrong and not until_a_fault:
        raise told.wrong[0]
    return told.turns


def ways(program: Served, chance: Random) -> list[Callable[[], None]]:
    """The ways in which it is killed, and started again where nobody does."""

    def kill_all() -> None:
        program.kill_all()
        program.start()

    def kill_server() -> None:
        program.kill_server()
        program.start()

    return [lambda: program.kill_worker(chance), kill_server, kill_all]


def answer_on(port: int, name: str, objectives: int, told: Told, chance: Random) -> None:
    """Be one person after another, until it is enough."""
    try:
        for number in range(1_000_000):
            with closing(Visitor(port, chance, DEAF)) as visitor:
                visitor.signs_up(f"person-{name}-{number}")
                answer_all(visitor, objectives, told)
            if told.is_enough:
                return
    except BaseException as error:
        told.go_wrong(error)


def answer_all(visitor: Visitor, objectives: int, told: Told) -> None:
    """Answer all there is to answer, until it is enough."""
    for path in day_of(objectives, visitor.chance):
        if told.is_enough:
            return
        if (turn := answer(visitor, path)) is not None:
            told.tell(turn)
        elif path == MORE:
            return


MORE = "/study?more=1"


def day_of(objectives: int, chance: Random) -> Iterator[str]:
    """Where somebody goes to be asked: to everything once, then to what comes back."""
    yield from (f"/study/{objective}" for objective in chance.sample(range(1, objectives + 1), objectives))
    while True:
        yield MORE


def answer(visitor: Visitor, path: str) -> Turn | None:
    """Answer what is asked there; None where nothing is."""
    where, page = visitor.open(path)
    objective = where.rpartition("/")[2]
    if page.status != 200 or not objective.isdigit() or f'action="/study/{objective}/reviews"' not in page.text:
        return None
    form = page.form(f"/study/{objective}/reviews")
    fields = picked(form, visitor.chance) | ({"dont-know": ["1"]} if visitor.chance.random() < 0.3 else {})
    answer = visitor.send(f"/study/{objective}/reviews", fields)
    if answer.status == 422:
        answer = visitor.send(f"/study/{objective}/reviews", fields | {"dont-know": ["1"]})
    assert answer.status == 303, answer
    assert answer.location.startswith(f"/study/{objective}/reviews/"), answer
    return visitor.person_id, int(objective), int(answer.location.rpartition("/")[2])


def objectives_of(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Objective)) or 0


def kept_in(app: Flask) -> Kept:
    with app.app_context():
        db.session.rollback()
        logs: defaultdict[tuple[int, int], list[Any]] = defaultdict(list)
        for review in db.session.execute(
            select(*Review.__table__.columns).order_by(Review.turn)
        ):  # rows: one for each, even if they are the same
            logs[review.learner_id, review.objective_id].append(review)
        turns = Counter((*card, review.turn) for card, log in logs.items() for review in log)
        cards = {(card.learner_id, card.objective_id): state_of(card) for card in db.session.scalars(select(Card))}
        apart = sum(cards.get(card) != fold(map(answered, log)) for card, log in logs.items()) + len(cards.keys() - logs.keys())
        return Kept(turns, apart)
