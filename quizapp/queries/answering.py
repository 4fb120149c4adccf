"""What an answer has to know, what else comes back near its day, and the two rows that it writes.

Plain statements, each built once, since this path has to be fast.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Dialect, Integer, Select, and_, bindparam, cast, func, null, select

from quizapp.models import AttemptAnswer, Break, Card, Login, Objective, Person, Review
from quizapp.models.prepared import Prepared, PreparedSelect
from quizapp.models.tokens import read_token
from quizapp.models.upserts import insert_into, table
from quizapp.queries.cards import columns_of
from quizapp.queries.signed_in import Since, lasts, since
from quizapp.scheduling.cards import CardState
from quizapp.scheduling.days_off import DaysOff, weekdays_in

REVIEWS, CARDS, BREAKS, ATTEMPTED = table(Review), table(Card), table(Break), table(AttemptAnswer)
WISHES = ("asked_sooner", "suspended_because", "suspended_at")
Load = Mapping[date, int]
LOGGED = [column.name for column in REVIEWS.columns if column.name not in ("lowered_to", "lowered_at", "undone_at", "reset_at")]


def answer_to(token: str, objective_id: int, turn: int, at: datetime) -> dict[str, Any]:
    """The parameters of `find`."""
    person_id, token_hash = read_token(token)
    return {"person": person_id, "token": token_hash, "objective": objective_id, "turn": turn, **since(at)._asdict()}


def turn_of_step(learner_id: int, objective_id: int, step: int) -> Select[tuple[int]]:
    """The turn in which a card's step was answered, if it is."""
    return select(Review.turn).where(
        Review.learner_id == learner_id, Review.objective_id == objective_id, Review.step == step, Review.undone_at.is_(None)
    )


@lru_cache(maxsize=8)
def find(dialect: Dialect) -> PreparedSelect:
    """Of whom the token is, their card of the objective, the turn if it is answered, and what they logged last."""
    return PreparedSelect(_find(), dialect)


def load_between(found: Any, learner_id: int, objective_id: int, days: Sequence[date], connection: Connection) -> tuple[Load, DaysOff]:
    """How many other cards of a learner come back on each of these days, and the days off among them."""
    values = {"learner": learner_id, "objective": objective_id, "first": days[0], "last": days[-1]}
    rows = _load(connection.dialect).all(connection, values)
    breaks = tuple((row.day, row.last_day) for row in rows if row.last_day is not None)
    return {row.day: row.cards for row in rows if row.last_day is None}, DaysOff(weekdays_in(found.days_off), breaks)


@lru_cache(maxsize=8)
def log_once(dialect: Dialect) -> Prepared:
    """A review, unless its turn is logged."""
    return Prepared(insert_into(REVIEWS, dialect.name).on_conflict_do_nothing(), dialect, LOGGED)


@lru_cache(maxsize=8)
def keep_card(dialect: Dialect) -> Prepared:
    """A card as it is now, made or changed."""
    insert = insert_into(CARDS, dialect.name)
    changed = {name: insert.excluded[name] for name in (*columns_of(CardState()), "turns", *WISHES)}
    upsert = insert.on_conflict_do_update(index_elements=list(CARDS.primary_key), set_=changed)
    return Prepared(upsert, dialect, ["learner_id", "objective_id", *changed])


@lru_cache(maxsize=8)
def _load(dialect: Dialect) -> PreparedSelect:
    return PreparedSelect(_load_by_day(), dialect)


def _load_by_day() -> CompoundSelect[Any]:
    first, last = bindparam("first", type_=CARDS.c.due.type), bindparam("last", type_=CARDS.c.due.type)
    cards = (
        select(CARDS.c.due.label("day"), cast(null(), CARDS.c.due.type).label("last_day"), func.count().label("cards"))
        .where(CARDS.c.learner_id == bindparam("learner"), CARDS.c.due.between(first, last))
        .where(CARDS.c.objective_id != bindparam("objective"), CARDS.c.suspended_at.is_(None))
        .group_by(CARDS.c.due)
    )
    breaks = select(BREAKS.c.first_day, BREAKS.c.last_day, cast(null(), Integer)).where(
        BREAKS.c.learner_id == bindparam("learner"), BREAKS.c.first_day <= last, BREAKS.c.last_day >= first
    )
    return cards.union_all(breaks)


def _find() -> Select[Any]:
    people, logins, objectives = (table(model) for model in (Person, Login, Objective))
    of_learner = select(REVIEWS).where(REVIEWS.c.learner_id == bindparam("person")).correlate(None).limit(1)
    by_day = of_learner.order_by(REVIEWS.c.study_day.desc(), REVIEWS.c.received_at.desc())
    in_quizzes = select(ATTEMPTED).where(ATTEMPTED.c.learner_id == bindparam("person")).correlate(None).limit(1)
    answered = in_quizzes.where(ATTEMPTED.c.study_day.is_not(None), ATTEMPTED.c.received_at.is_not(None))
    in_quizzes_by_day = answered.order_by(ATTEMPTED.c.study_day.desc(), ATTEMPTED.c.received_at.desc())
    own_card = and_(CARDS.c.learner_id == people.c.id, CARDS.c.objective_id == objectives.c.id)
    this_turn = and_(REVIEWS.c.learner_id == people.c.id, REVIEWS.c.objective_id == objectives.c.id, REVIEWS.c.turn == bindparam("turn"))
    return (
        select(
            people.c.id.label("learner"),
            people.c.zone,
            people.c.moved_from,
            people.c.moved_at,
            people.c.scheduler,
            people.c.goal_recall,
            objectives.c.retired_at,
            people.c.days_off,
            *(CARDS.c[name] for name in (*columns_of(CardState()), "turns", *WISHES)),
            REVIEWS.c.turn.label("answered"),
            REVIEWS.c.undone_at,
            by_day.with_only_columns(REVIEWS.c.study_day).scalar_subquery().label("last_study_day"),
            by_day.with_only_columns(REVIEWS.c.received_at).scalar_subquery().label("last_received"),
            in_quizzes_by_day.with_only_columns(ATTEMPTED.c.study_day).scalar_subquery().label("last_quiz_day"),
            in_quizzes_by_day.with_only_columns(ATTEMPTED.c.received_at).scalar_subquery().label("last_quiz_received"),
        )
        .select_from(logins)
        .join(people, people.c.id == logins.c.person_id)
        .join(objectives, objectives.c.id == bindparam("objective"))
        .outerjoin(CARDS, own_card)
        .outerjoin(REVIEWS, this_turn)
        .where(
            logins.c.person_id == bindparam("person"),
            logins.c.token_hash == bindparam("token"),
            lasts(Since(*map(bindparam, Since._fields))),
        )
        .with_for_update(of=people, key_share=True)
    )
