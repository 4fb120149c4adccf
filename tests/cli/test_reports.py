import pytest
from click.testing import CliRunner, Result
from flask import Flask

from quizapp.cli import main
from quizapp.settings import Settings
from tests.web.browser import Browser
from tests.web.people import question_form, signs_up, starts_everything


@pytest.fixture
def run(settings: Settings):
    """Run `quizapp reports …` on the database of the test."""

    def run(*arguments: str) -> Result:
        own = {"QUIZAPP_DATA": str(settings.data), "QUIZAPP_DATABASE_URL": settings.database_url or ""}
        return CliRunner().invoke(main, ["reports", *arguments], env=own)

    return run


@pytest.fixture
def student(app: Flask) -> Browser:
    return starts_everything(signs_up(Browser(app.test_client()), "student"))


def reports(student: Browser, words: str) -> str:
    """Report the next question, and return its stem."""
    page = student.open("/study")
    form = student.open(f"/study/{question_form(page)}/report").form(r"/study/\d+/reports")
    student.send(form, {"problem": ["unclear"], "words": [words]})
    return page.heading


def test_a_report_is_listed_shown_and_closed_and_whoever_sent_it_reads_why(student: Browser, run) -> None:
    stem = reports(student, "Which lung?")
    listed = run("list").output.splitlines()
    assert listed[0].split("\t")[:4] == ["1", "2026-03-02", "open", "unclear"]
    assert listed[1] == "1 open."
    shown = run("show", "1").output
    assert "Which lung?" in shown
    assert stem in shown
    assert "Key: " in shown
    assert "student" not in shown + run("list").output
    assert run("close", "1", "--note", "Reworded, thank you.").output == "Report 1 is closed.\n"
    assert run("list").output == "0 open.\n"
    assert "closed" in run("list", "--all").output
    assert "Reworded, thank you." in run("show", "1").output
    assert "Reworded, thank you." in student.open("/study/reports").text


def test_what_somebody_typed_does_nothing_to_the_terminal(student: Browser, run) -> None:
    reports(student, "\x1b[2Jgone\nClosed:     by nobody")
    shown = run("show", "1").output
    assert "\x1b" not in shown
    assert "\nClosed:" not in shown


@pytest.mark.parametrize("arguments", [("show", "7"), ("close", "7", "--note", "-")])
def test_a_number_that_no_report_has_is_said_in_one_sentence(app: Flask, run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == 1
    assert done.stderr == "Error: There is no report 7: `quizapp reports list` shows those that are open.\n"
