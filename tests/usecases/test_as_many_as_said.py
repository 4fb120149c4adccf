"""The number that Today names is the number of questions that are asked until nothing is left, however the day stands."""

from collections.abc import Callable
from functools import partial
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models import Aside, Objective, Person
from quizapp.models.transactions import begin_writing
from quizapp.models.transactions import changing as in_one_go
from quizapp.queries.items import current_knowledge
from quizapp.queries.today import Today, today
from quizapp.usecases.ask_sooner import ask_sooner
from quizapp.usecases.change_days_off import change_days_off
from quizapp.usecases.next_question import next_question
from quizapp.usecases.pause_topic import pause_topic
from quizapp.usecases.study_more import study_more
from tests.amounts import amount
from tests.learner import Learner, studies
from tests.teaching import changing, joins, opens_course

SOME = 30


@pytest.fixture
def learning(bank: Bank, session: Session) -> Learner:
    """Somebody in a course, who studies all there is."""
    course = opens_course(session, bank)
    learner = studies(joins(session, course, "anna"), bank)
    changing(learner.session, lambda: puts_aside(learner, bank, course.id))
    return learner


def puts_aside(learner: Learner, bank: Bank, course_id: int) -> None:
    """What the course asks in no way: every third objective of the first thirty."""
    knowledge = current_knowledge(learner.session, bank.name)
    for one in learner.session.scalars(select(Objective).where(Objective.bank == bank.name).order_by(Objective.id).limit(SOME)).all()[::3]:
        for template in knowledge.templates[one.key]:
            aside = {"because": "wished", "words": "unclear", "by_id": None, "aside_at": learner.at}
            learner.session.add(Aside(course_id=course_id, objective_id=one.id, template=template.name, **aside))


def day_of(learner: Learner) -> Today:
    learner.session.rollback()
    return today(learner.session, learner.signed_up.person, learner.at)


def asks(learner: Learner) -> int | None:
    return next_question(learner.session, learner.signed_up.person, learner.at)


@pytest.mark.parametrize("seed", range(amount(4, 60)))
def test_as_many_are_asked_as_today_says(learning: Learner, bank: Bank, seed: int) -> None:
    chance = Random(f"as many {seed}")
    _sets_limits(learning, chance)
    for _ in range(chance.randint(1, 4)):
        _studies_a_day(learning, chance)
        learning.let_pass(days=chance.choice((1, 1, 2, 6, 25)))
    for change in chance.sample(_changes(learning, bank, chance), chance.randint(0, 5)):
        change()
    for _ in range(chance.choice((0, 0, 3, 9))):
        if (objective := asks(learning)) is not None:
            learning.answers(objective, right=chance.random() < 0.6)
    said, asked = day_of(learning).waiting, 0
    while (objective := asks(learning)) is not None:
        learning.answers(objective)
        asked += 1
        assert day_of(learning).waiting == said - asked
    assert asked == said


def _sets_limits(learner: Learner, chance: Random) -> None:
    def change() -> None:
        begin_writing(learner.session)
        person = learner.session.get_one(Person, learner.id)
        person.reviews_a_day, person.new_a_day = chance.choice(((60, 10), (9, 3), (5, 5), (20, 0)))

    in_one_go(learner.session, change)


def _studies_a_day(learner: Learner, chance: Random) -> None:
    for _ in range(chance.randint(3, 14)):
        if (objective := asks(learner)) is not None:
            learner.answers(objective, right=chance.random() < 0.7)
            learner.let_pass(minutes=1)


def _changes(learner: Learner, bank: Bank, chance: Random) -> list[Callable[[], object]]:
    """What a learner may wish before they go on, each of it once."""
    session, person = learner.session, learner.signed_up.person
    some = chance.sample(learner.objectives(), 12)
    weekday = str(learner.at.weekday())

    def rests() -> None:
        for one in some[:6]:
            learner.suspends(one)

    def wishes() -> None:
        for one in some[6:]:
            changing(session, partial(ask_sooner, session, person, one, learner.at))

    return [
        rests,
        wishes,
        lambda: changing(session, lambda: pause_topic(session, learner.id, bank.name, "spread", learner.at)),
        lambda: changing(session, lambda: change_days_off(session, learner.id, [weekday])),
        lambda: changing(session, lambda: study_more(session, learner.id, learner.at, more=day_of(learner).more)),
        learner.undoes,
    ]
