from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from sqlalchemy import update

from quizapp.cli import main
from quizapp.models import Card
from quizapp.models.transactions import begin_writing, changing
from quizapp.settings import Settings
from quizapp.web.extensions import db
from tests.web.browser import Browser
from tests.web.people import answers, signs_up, starts_everything

Run = Callable[..., Result]


@pytest.fixture
def run(settings: Settings) -> Run:
    """Run `quizapp replay …` on the database of the test."""

    def run(*arguments: str) -> Result:
        own = {"QUIZAPP_DATA": str(settings.data), "QUIZAPP_DATABASE_URL": settings.database_url or ""}
        return CliRunner().invoke(main, ["replay", "--processes", "1", *arguments], env=own)

    return run


@pytest.fixture
def answered(app: Flask) -> None:
    """Somebody answered three questions."""
    student = starts_everything(signs_up(Browser(app.test_client()), "student"))
    for _ in range(3):
        answers(app, student, student.open("/study?more=1"))


@pytest.mark.usefixtures("answered")
def test_cards_that_are_what_their_answers_come_to_are_said_to_be(run: Run) -> None:
    done = run("--check")
    assert done.exit_code == 0
    assert done.output.startswith("3 answers of 3 cards worked out in ")
    assert "FSRS " in done.output
    assert done.output.endswith("Every card is what its answers come to.\n")
    assert "(SM-2 alone)" in run("--check", "--without-fsrs").output


@pytest.mark.usefixtures("answered")
def test_a_card_that_differs_is_listed_and_the_command_fails(app: Flask, run: Run) -> None:
    with app.app_context():

        def spoil() -> None:
            begin_writing(db.session())
            db.session.execute(update(Card).values(easiness=180))

        changing(db.session(), spoil)
    done = run("--check")
    assert done.exit_code == 1
    assert done.output.count("easiness is 180, and the answers come to 250.") == 3
    assert "Learner 1, metastatic-cancer/" in done.output
    assert done.output.endswith("3 values differ.\n")


@pytest.mark.usefixtures("answered")
def test_what_if_says_in_a_table_how_much_would_differ(run: Run, tmp_path: Path) -> None:
    table = run("--scheduler", "fsrs").output.splitlines()
    assert table[0].split() == ["as", "it", "is", "as", "it", "would", "be", "that", "differ"]
    assert table[2].split() == ["Waits", "after", "a", "review,", "mean", "days", "1.0", "2.0", "3"]
    file = tmp_path / "strict.toml"
    file.write_text('[[row]]\nshare = "1"\ngrades = [3, 3, 3]\n[[row]]\nshare = "0"\ngrades = [0, 1, 1]\n')
    assert run("--mapping", str(file)).output.splitlines()[1].split()[-1] == "3"
    assert run("--mapping", "1").output.splitlines()[1].split()[-1] == "0"
    assert run("--check").exit_code == 0


@pytest.mark.usefixtures("app")
def test_where_nothing_was_answered_it_says_so(run: Run) -> None:
    assert run("--scheduler", "fsrs").output == "Nothing has been answered yet.\n"
    assert run("--check").exit_code == 0


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "Say either --check, or --scheduler or --mapping."),
        (("--check", "--scheduler", "fsrs"), "Say either --check, or --scheduler or --mapping."),
        (("--scheduler", "leitner"), "There is no scheduler 'leitner'. There are: "),
        (("--mapping", "99"), "There is no mapping of version 99. There are: 1."),
        (("--mapping", "nowhere.toml"), "nowhere.toml cannot be read."),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(run: Run, arguments: tuple[str, ...], why: str) -> None:
    done = run(*arguments)
    assert done.exit_code in (1, 2)
    assert why in done.stderr


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    "text",
    ["", "[[row]]\nshare = 1", '[[row]]\nshare = "1/0"\ngrades = [1, 1, 1]', '[[row]]\nshare = "1"\ngrades = [1, 1, 1]', "=",
     '[[row]]\nshare = "0"\ngrades = [1, 1]', '[[row]]\nshare = "0"\ngrades = [1, 1, 6]'],
)  # fmt: skip
def test_a_file_that_is_no_table_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "table.toml"
    file.write_text(text)
    done = run("--mapping", str(file))
    assert done.exit_code == 1
    assert "Error: " in done.stderr
