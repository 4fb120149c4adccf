import pytest
from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models import Base, SignInAttempt
from quizapp.models.transactions import changing
from quizapp.usecases.ask_for_letter import ask_for_letter
from quizapp.usecases.change_email import change_email
from quizapp.usecases.confirming import WRONG
from quizapp.usecases.count_use import count_use
from quizapp.usecases.delete_account import delete_account
from quizapp.usecases.erase_person import erase_person
from quizapp.usecases.sign_in import sign_in
from quizapp.usecases.throttling import EXPORT, Throttled
from tests.learner import KEY, Learner, published, signs_up, studies
from tests.usecases.scanning import UNMISTAKABLE, found_of, let_the_next_person_be, marks_of
from tests.usecases.theirs import everything_of

PASSWORD = "lamp orbit velvet"
OURS = {
    table.name: next(iter(key.columns))
    for table in Base.metadata.sorted_tables
    for key in sorted(table.foreign_key_constraints, key=lambda key: next(iter(key.columns)).name)  # by_id, then learner_id
    if key.referred_table.name == "people"
}


def rows(session: Session) -> dict[str, list[tuple[object, ...]]]:
    session.rollback()
    return {table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))] for table in tables()}


def tables() -> list[Table]:
    return Base.metadata.sorted_tables


def of(person_id: int, kept: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """The rows that belong to a person, by table."""
    where = {**{name: column.name for name, column in OURS.items()}, "people": "id"}
    places = {table.name: list(table.columns.keys()).index(where[table.name]) for table in tables() if table.name in where}
    return {name: [row for row in kept[name] if row[place] == person_id] for name, place in places.items()}


@pytest.fixture
def both(session: Session, student: Learner, outsider: Learner) -> None:
    """Two people who have left rows wherever people can."""
    for learner in (student, outsider):
        everything_of(learner)


def test_every_table_that_belongs_to_a_person_says_so_and_goes_with_them() -> None:
    for table in tables():
        for column in table.columns:
            if column.name in ("person_id", "learner_id"):
                keys = {key.column.table.name: key.ondelete for key in column.foreign_keys}
                assert "people" in keys, table.name
                assert set(keys.values()) == {"CASCADE"}, table.name


def test_whoever_is_erased_leaves_no_row_in_any_table_and_others_keep_all_of_theirs(
    session: Session, student: Learner, outsider: Learner, both: None
) -> None:
    gone, before = student.id, rows(session)
    empty = [name for name, found in of(gone, before).items() if not found]
    assert not empty, f"let `everything_of` leave rows in {empty}"
    assert changing(session, lambda: erase_person(session, gone, KEY)) is True
    after = rows(session)
    assert not [name for name, found in of(gone, after).items() if found]
    assert of(outsider.id, after) == of(outsider.id, before)
    assert not [name for name, found in after.items() if "'student'" in repr(found)]


def test_a_scan_of_every_column_of_every_table_finds_nothing_of_whoever_is_erased(session: Session, bank: Bank) -> None:
    published(session, bank)
    everything_of(studies(signs_up(session, "somebody"), bank))
    let_the_next_person_be(session, UNMISTAKABLE)
    zelda = studies(signs_up(session, "zelda-quagga"), bank)
    changing(session, lambda: change_email(session, zelda.id, "z@quagga.example", PASSWORD, "192.0.2.1", zelda.at, KEY))
    everything_of(zelda)
    for name in ("zelda-quagga", "z@quagga.example"):
        changing(session, lambda name=name: sign_in(session, name, "wrong", "192.0.2.1", zelda.at, KEY))  # type: ignore[misc]
        changing(session, lambda name=name: ask_for_letter(session, name, "192.0.2.1", zelda.at, KEY))  # type: ignore[misc]
    changing(session, lambda: count_use(session, EXPORT, zelda.id, "192.0.2.1", zelda.at, KEY))
    marks = marks_of(session, zelda.id)
    assert {"zelda-quagga", "z@quagga.example"} <= marks
    found = found_of(session, UNMISTAKABLE, marks)
    assert {table for table, _, _ in found} >= {"people", "sign_in_attempts", *OURS}, "the scan is blind"
    changing(session, lambda: erase_person(session, UNMISTAKABLE, KEY))
    assert found_of(session, UNMISTAKABLE, marks) == []


def test_what_was_tried_at_an_account_is_forgotten_with_it(session: Session, student: Learner, outsider: Learner) -> None:
    for name in ("student", "outsider"):
        changing(session, lambda name=name: sign_in(session, name, "wrong", "192.0.2.1", student.at, KEY))  # type: ignore[misc]
        changing(session, lambda name=name: ask_for_letter(session, name, "192.0.2.1", student.at, KEY))  # type: ignore[misc]
    changing(session, lambda: erase_person(session, student.id, KEY))
    assert len(session.scalars(select(SignInAttempt)).all()) == 2 + 2  # the outsider's, and from where the two accounts were made


def test_nobody_is_erased_twice(session: Session, student: Learner) -> None:
    gone = student.id
    assert changing(session, lambda: erase_person(session, gone, KEY)) is True
    assert changing(session, lambda: erase_person(session, gone, KEY)) is False


def delete(session: Session, learner: Learner, password: str = PASSWORD, sure: bool = True) -> object:
    return changing(session, lambda: delete_account(session, learner.id, password, sure, "192.0.2.1", learner.at, KEY))


def test_an_account_is_deleted_by_who_knows_its_password_and_is_sure(session: Session, student: Learner) -> None:
    unsure = {"sure": "Tick the box if you want all of this erased for good."}
    assert delete(session, student, sure=False) == unsure
    assert delete(session, student, "wrong", sure=False) == {"password": WRONG} | unsure
    assert set(delete(session, student, "wrong")) == {"password"}  # type: ignore[call-overload]
    assert any(of(student.id, rows(session)).values())
    gone = student.id
    assert delete(session, student) is None
    assert not any(of(gone, rows(session)).values())


def test_whoever_guesses_the_password_of_an_open_session_is_asked_to_wait(session: Session, student: Learner) -> None:
    for _ in range(10):
        delete(session, student, "wrong")
    assert isinstance(delete(session, student), Throttled)
    student.let_pass(minutes=16)
    assert delete(session, student) is None
