from datetime import timedelta

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from sqlalchemy import func, select

from quizapp.cli import main
from quizapp.letters import Letter, put_aside
from quizapp.models import Login, Person, Review
from quizapp.models.transactions import begin_writing, changing
from quizapp.settings import Settings
from quizapp.usecases.sign_up import SignedUp, sign_up
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser


@pytest.fixture
def ann(app: Flask, clock: StandingClock) -> Person:
    """Somebody who has just signed up."""
    return signs_up(app, clock, "Ann")


def signs_up(app: Flask, clock: StandingClock, name: str) -> Person:
    with app.app_context():
        outcome = changing(db.session(), lambda: sign_up(db.session(), name, "lamp orbit velvet", "UTC", clock.at))
        assert isinstance(outcome, SignedUp)
        return outcome.person


@pytest.fixture
def run(app: Flask, settings: Settings):
    """Run `quizapp people …` on the database of the test."""

    def run(*arguments: str, typed: str = "", **environment: str) -> Result:
        own = {"QUIZAPP_DATA": str(settings.data), "QUIZAPP_DATABASE_URL": settings.database_url or "", **environment}
        return CliRunner().invoke(main, ["people", *arguments], input=typed, env=own)

    return run


def role_of(app: Flask, name: str) -> str | None:
    with app.app_context():
        return db.session.scalar(select(Person.role).where(Person.name == name))


def test_people_are_listed_by_name_with_address_role_and_day(app, clock, run, ann) -> None:
    signs_up(app, clock, "ben@example.org")
    assert run("list").output.splitlines() == [
        "Ann\t-\tlearner\tsince 2026-03-02",
        "ben@example.org\tben@example.org\tlearner\tsince 2026-03-02",
        "Page 1 of 1, 2 in all.",
    ]


@pytest.mark.parametrize(("part", "found"), [("EXAMPLE", ["ben@example.org"]), ("ann", ["Ann"]), ("%", []), ("_", [])])
def test_a_list_is_narrowed_to_a_part_of_a_name(app, clock, run, ann, part, found) -> None:
    signs_up(app, clock, "ben@example.org")
    assert [line.partition("\t")[0] for line in run("list", part).output.splitlines()[:-1]] == found


def test_a_long_list_comes_in_pages(app, clock, run) -> None:
    with app.app_context():
        changing(db.session(), lambda: many(clock))
    first, second = (run("list", "--page", page).output.splitlines() for page in ("1", "2"))
    assert (len(first), first[-1]) == (51, "Page 1 of 2, 60 in all.")
    assert (len(second), second[0].partition("\t")[0]) == (11, "name50")


def many(clock: StandingClock) -> None:
    begin_writing(db.session())
    like = {"password_hash": "-", "audience": "nursing", "language": "en", "zone": "UTC", "joined_at": clock.at}
    db.session.add_all(Person(name=f"name{number:02}", name_key=f"name{number:02}", **like) for number in range(60))


@pytest.mark.parametrize("role", ["administrator", "editor"])
def test_somebody_is_made_more_than_a_learner_and_unmade(app, run, ann, role) -> None:
    assert run("make", "ANN", role).output == f"Ann is an {role} now.\n"
    assert role_of(app, "Ann") == role
    assert run("unmake", "ann").output == "Ann is a learner now.\n"
    assert role_of(app, "Ann") == "learner"


def test_nobody_is_made_what_there_is_not(app, run, ann) -> None:
    assert run("make", "ann", "king").exit_code == 2
    assert role_of(app, "Ann") == "learner"


@pytest.mark.parametrize(
    "arguments", [("make", "nobody", "editor"), ("unmake", "nobody"), ("reset", "nobody"), ("erase", "nobody", "--yes")]
)
def test_a_name_that_nobody_has_is_said_in_one_sentence(run, arguments) -> None:
    done = run(*arguments)
    assert done.exit_code == 1
    assert done.stderr == "Error: Nobody is called nobody: `quizapp people list` shows everybody.\n"


def test_a_printed_link_sets_a_new_password_once(app, run, ann, guest) -> None:
    visitor = Browser(guest)
    done = run("reset", "ann", QUIZAPP_ADDRESS="https://quiz.example.org")
    assert done.stdout.startswith("https://quiz.example.org/reset-links/")
    path = done.stdout.strip().removeprefix("https://quiz.example.org")
    page = visitor.open(path)
    assert visitor.send(page.form("/reset-links/.+"), {"new": ["velvet orbit lamp"]}).path == "/today"
    assert visitor.open(path).status == 410


def test_a_link_without_an_address_says_what_belongs_before_it(run, ann) -> None:
    done = run("reset", "ann")
    assert done.stdout.startswith("http://127.0.0.1:5000/reset-links/")
    assert "QUIZAPP_ADDRESS" in done.stderr


def test_somebody_is_erased_after_a_yes_and_not_after_a_no(app, run, ann, settings, clock) -> None:
    letter = put_aside(Letter(ann.id, None, "A letter", "to Ann"), settings.data, clock.at + timedelta(hours=1))
    assert run("erase", "ann", typed="n\n").exit_code == 1
    assert role_of(app, "Ann") == "learner"
    assert letter.exists()
    assert "Ann is erased" in run("erase", "ann", typed="y\n").output
    assert role_of(app, "Ann") is None
    assert not letter.exists()


def test_nothing_is_asked_when_it_was_said_before(app, run, ann) -> None:
    assert run("erase", "ann", "--yes").output == "Ann is erased. Backups that were made before are not changed.\n"
    with app.app_context():
        assert [db.session.scalar(select(func.count()).select_from(table)) for table in (Person, Login, Review)] == [0, 0, 0]


def test_without_a_database_nothing_is_made(tmp_path) -> None:
    done = CliRunner().invoke(main, ["people", "list", "--data", str(tmp_path / "none")])
    assert done.exit_code == 1
    assert "There is no database" in done.stderr
    assert not (tmp_path / "none").exists()


def test_somebody_is_signed_out_everywhere(app, clock, run, ann) -> None:
    ben = signs_up(app, clock, "Ben")
    assert run("end", "Ann").output == "Ann is signed in nowhere now. Sessions ended: 1.\n"
    with app.app_context():
        assert db.session.scalars(select(Login.person_id)).all() == [ben.id]
