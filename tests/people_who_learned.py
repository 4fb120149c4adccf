"""A database in which some people have learned for some days, and what is the same in its copy."""

from random import Random

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.models import Base, Person
from quizapp.queries.study_days import study_day_of
from quizapp.queries.today import queue_of
from quizapp.usecases.next_question import next_question
from tests.learner import MONDAY_NOON, Learner, published, random_answer, signs_up, studies

ZONES = {"anna": "UTC", "boris": "Asia/Tokyo", "carla": "America/Lima"}
Row = tuple[object, ...]


def learn(session: Session, days: int = 2) -> list[Learner]:
    """Three people learn for a few days, and now and then take an answer back or say that it was a guess."""
    (bank, *others), chance = map(read_bank, shipped_banks()), Random("three people")
    for one in (bank, *others):
        published(session, one)
    people = [studies(signs_up(session, name, zone), bank) for name, zone in ZONES.items()]
    for _ in range(days):
        for learner in people:
            for _ in range(chance.randint(3, 6)):
                answers_something(learner, chance)
            learner.let_pass(days=1)
    people[0].undoes()
    return people


def answers_something(learner: Learner, chance: Random) -> None:
    objective = next_question(learner.session, learner.signed_up.person, learner.at)
    assert objective is not None
    question = learner.asked(objective)
    learner.sends(question, random_answer(question.item.interaction, chance))
    learner.let_pass(minutes=1)


def queues(engine: Engine) -> dict[str, object]:
    """What each person is asked, and how much is left, a day after all of that."""
    with Session(engine) as session:
        at = MONDAY_NOON.replace(day=6)
        return {
            person.name: (queue_of(session, person, study_day_of(session, person, at)), next_question(session, person, at))
            for person in session.scalars(select(Person).order_by(Person.id))
        }


def rows(engine: Engine) -> dict[str, list[Row]]:
    """All that is kept, but what passes by itself."""
    with engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
            if not table.info["passing"]
        }
