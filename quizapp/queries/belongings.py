"""What belongs to a person, in whatever table: found by the foreign keys that lead to people, so that no table is forgotten."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, ForeignKeyConstraint, Select, Table, and_, case, exists, select, tuple_

from quizapp.models import Attempt, Base, Quiz
from quizapp.models.meanings import Meaning, meanings
from quizapp.queries.withheld import answers_wait

PEOPLE = Base.metadata.tables["people"]


class Belongings(NamedTuple):
    """A table in which something may belong to people, what its columns mean, and which rows belong to one of them."""

    table: Table
    meaning: Meaning
    rows: Select[Any]


def belongings(person_id: int, at: datetime) -> Iterator[Belongings]:
    """What belongs to a person, table by table, in the columns that may be shown, and whatever is needed to understand it."""
    owned = dict(_owned(person_id))
    for table in Base.metadata.sorted_tables:
        meaning = meanings()[table.name]
        condition = _referred_to(table, owned) if meaning.explains else owned.get(table)
        if condition is not None and not meaning.left_out:
            columns = [_told(table, name, at) for name in meaning.shown]
            yield Belongings(table, meaning, select(*columns).where(condition).order_by(*table.primary_key))


def _told(table: Table, name: str, at: datetime) -> ColumnElement[Any]:
    """A column as it is handed out: what is right, and what it earned, only once the answer to a question of a quiz is final, and told to
    its learner."""
    if table.name == "attempt_answers" and name in ("keys", "marks", "grade"):
        return case((and_(table.c.final_at.is_not(None), ~_waits(table, at)), table.c[name])).label(name)
    if table.name == "rescorings" and name in ("keys", "marks"):
        answers = Base.metadata.tables["attempt_answers"]
        same = (answers.c[key] == table.c[key] for key in ("learner_id", "attempt", "position"))
        return case((and_(exists().where(*same, answers.c.final_at.is_not(None)), ~_waits(table, at)), table.c[name])).label(name)
    return table.c[name]


def _waits(table: Table, at: datetime) -> ColumnElement[bool]:
    """Whether a question of an attempt belongs to an exam whose answers are not told yet."""
    its_attempt = (Attempt.learner_id == table.c.learner_id, Attempt.attempt == table.c.attempt)
    return exists().where(*its_attempt, Quiz.learner_id == Attempt.learner_id, Quiz.quiz == Attempt.quiz, answers_wait(at))


def of_people() -> frozenset[str]:
    """The names of all tables in which something may belong to people."""
    return frozenset(table.name for table, _ in _owned(0))


def _owned(person_id: int) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """The tables whose rows have an owner, and the condition that it is this person: themselves, whoever names them in a key, or else
    whoever names a row of theirs in one."""
    found: dict[Table, ColumnElement[bool]] = {PEOPLE: PEOPLE.c.id == person_id}
    yield PEOPLE, found[PEOPLE]
    for table in Base.metadata.sorted_tables:  # those that a key names come before those that have it
        to_people = [key for key in table.foreign_key_constraints if key.referred_table is PEOPLE and table is not PEOPLE]
        through = to_people or [key for key in table.foreign_key_constraints if key.referred_table in found]
        if through and table is not PEOPLE:
            found[table] = reduce(or_, (_names(key, found) for key in through))
            yield table, found[table]


def _names(key: ForeignKeyConstraint, owned: Mapping[Table, ColumnElement[bool]]) -> ColumnElement[bool]:
    """The condition that a key names a row that is owned."""
    named = [element.column for element in key.elements]
    return tuple_(*key.columns).in_(select(*named).where(owned[key.referred_table]))


def _referred_to(table: Table, owned: Mapping[Table, ColumnElement[bool]]) -> ColumnElement[bool] | None:
    """The condition that a row is named by some row that is owned."""
    keys = [(key, condition) for other, condition in owned.items() for key in other.foreign_key_constraints if key.referred_table is table]
    conditions = [
        tuple_(*(element.column for element in key.elements)).in_(select(*key.columns).where(condition)) for key, condition in keys
    ]
    return reduce(or_, conditions) if conditions else None
