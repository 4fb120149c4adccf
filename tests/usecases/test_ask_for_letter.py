from datetime import timedelta

import pytest
from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import Session

from quizapp.models import SignInAttempt
from quizapp.models.transactions import changing
from quizapp.usecases.ask_for_letter import ask_for_letter
from quizapp.usecases.throttling import Throttled
from tests.usecases.accounts import ADDRESS, AT, GOOD, KEY, gets_in, up


def ask(session: Session, name: str = "ann", address: str = ADDRESS, at=AT) -> Throttled | None:
    return changing(session, lambda: ask_for_letter(session, name, address, at, KEY))


@pytest.mark.parametrize("name", ["ann", "nobody"])
def test_three_letters_may_be_asked_for_in_a_quarter_of_an_hour_whoever_there_is(session: Session, name: str) -> None:
    up(session)
    assert [ask(session, name) for _ in range(3)] == [None] * 3
    outcome = ask(session, name.upper())
    assert isinstance(outcome, Throttled)
    assert "letters" in outcome.why
    assert ask(session, name, at=AT + timedelta(minutes=16)) is None


def test_characters_that_nobody_sees_make_no_other_account(session: Session) -> None:
    assert [ask(session, name) for name in ("ann", "an\0n", "\0 ann")] == [None] * 3
    assert isinstance(ask(session, "a\0nn"), Throttled)


def test_one_address_may_not_ask_for_name_after_name(session: Session) -> None:
    assert [ask(session, f"name{number}") for number in range(30)] == [None] * 30
    assert isinstance(ask(session, "another"), Throttled)
    assert ask(session, "another", "192.0.2.2") is None


def test_asking_for_letters_keeps_nobody_from_signing_in(session: Session) -> None:
    up(session)
    for _ in range(12):
        ask(session)
    assert gets_in(session, "ann", GOOD)


def test_the_statements_are_the_same_whether_or_not_there_is_such_an_account(engine: Engine, session: Session) -> None:
    up(session)
    said: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda connection, cursor, statement, *rest: said.append(statement))
    ask(session, "ann")
    known, said[:] = said[:], []
    ask(session, "nobody")
    assert known == said
    assert not any("people" in statement for statement in said)
    assert session.scalar(select(func.count()).select_from(SignInAttempt)) == 2 + 1  # where the account was made
