"""What an answer has to know, and the two rows that it writes: plain statements, each built once, since this path has to be fast."""

from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Select, and_, bindparam, select

from quizapp.models import Card, Login, Objective, Person, Review
from quizapp.models.prepared import Prepared, PreparedSelect
from quizapp.models.tokens import read_token
from quizapp.models.upserts import insert_into, table
from quizapp.queries.cards import columns_of
from quizapp.queries.signed_in import Since, lasts, since
from quizapp.scheduling.cards import CardState

REVIEWS, CARDS = table(Review), table(Card)
LOGGED = [column.name for column in REVIEWS.columns if column.name not in ("lowered_to", "lowered_at", "undone_at")]


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


@lru_cache(maxsize=8)
def log_once(dialect: Dialect) -> Prepared:
    """A review, unless its turn is logged."""
    return Prepared(insert_into(REVIEWS, dialect.name).on_conflict_do_nothing(), dialect, LOGGED)


@lru_cache(maxsize=8)
def keep_card(dialect: Dialect) -> Prepared:
    """A card as it is now, made or changed."""
    insert = insert_into(CARDS, dialect.name)
    changed = {name: insert.excluded[name] for name in (*columns_of(CardState()), "turns")}
    upsert = insert.on_conflict_do_update(index_elements=list(CARDS.primary_key), set_=changed)
    return Prepared(upsert, dialect, ["learner_id", "objective_id", *changed])


def _find() -> Select[Any]:
    people, logins, objectives = (table(model) for model in (Person, Login, Objective))
    of_learner = select(REVIEWS).where(REVIEWS.c.learner_id == bindparam("person")).correlate(None).limit(1)
    by_day = of_learner.order_by(REVIEWS.c.study_day.desc(), REVIEWS.c.received_at.desc())
    own_card = and_(CARDS.c.learner_id == people.c.id, CARDS.c.objective_id == objectives.c.id)
    this_turn = and_(REVIEWS.c.learner_id == people.c.id, REVIEWS.c.objective_id == objectives.c.id, REVIEWS.c.turn == bindparam("turn"))
    return (
        select(
            people.c.id.label("learner"),
            people.c.zone,
            people.c.moved_from,
            people.c.moved_at,
            objectives.c.retired_at,
            *(CARDS.c[name] for name in (*columns_of(CardState()), "turns")),
            REVIEWS.c.turn.label("answered"),
            REVIEWS.c.undone_at,
            by_day.with_only_columns(REVIEWS.c.study_day).scalar_subquery().label("last_study_day"),
            by_day.with_only_columns(REVIEWS.c.received_at).scalar_subquery().label("last_received"),
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
