import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from quizapp.models import Report
from quizapp.models.transactions import changing
from quizapp.queries.items import item_asked
from quizapp.queries.reports import all_reports, open_reports, own_reports
from quizapp.usecases.report_question import MOST_A_DAY, Enough, report_question
from quizapp.usecases.tickets import Ticket, read_ticket
from quizapp.usecases.wording import Problems
from tests.learner import KEY, Learner
from tests.usecases.races import at_once


def ticket_of(learner: Learner, objective: int) -> Ticket:
    ticket = read_ticket(learner.asked(objective).ticket, KEY)
    assert ticket
    return ticket


def reports(learner: Learner, objective: int, problem: str = "typo", words: str = "") -> Report | Problems | Enough:
    asked = ticket_of(learner, objective)
    return changing(learner.session, lambda: report_question(learner.session, learner.id, asked, problem, words, learner.at))


def count(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(Report)) or 0


def test_a_report_holds_the_question_as_it_was_asked(student: Learner) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    report = reports(student, objective, "wrong", "The lung is missing.\r\nSee page 2. ")
    assert isinstance(report, Report)
    assert (report.turn, report.words, report.closed_at) == (None, "The lung is missing.\nSee page 2.", None)
    student.answers(objective)
    student.let_pass(days=1)
    assert item_asked(student.session, report) == question.item


def test_a_report_of_an_answer_names_its_turn(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    (review,) = student.log(objective)
    report = changing(student.session, lambda: report_question(student.session, student.id, review, "unclear", "", student.at))
    assert isinstance(report, Report)
    assert report.turn == 1
    assert item_asked(student.session, report) == item_asked(student.session, review)


@pytest.mark.parametrize(
    ("problem", "words", "field"),
    [
        ("", "", "problem"),
        ("boring", "", "problem"),
        ("other", " \r\n ", "words"),
        ("typo", "x" * 1001, "words"),
        ("typo", "liver\0", "words"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field_and_nothing_is_kept(student: Learner, problem: str, words: str, field: str) -> None:
    outcome = reports(student, student.objectives()[0], problem, words)
    assert isinstance(outcome, dict)
    assert set(outcome) == {field}
    assert count(student.session) == 0


def test_a_thousand_characters_fit_however_a_browser_ends_its_lines(student: Learner) -> None:
    assert isinstance(reports(student, student.objectives()[0], "other", "ab\r\n" * 333 + "a"), Report)


def test_a_second_press_sends_no_second_report(student: Learner) -> None:
    objective = student.objectives()[0]
    first, second = reports(student, objective), reports(student, objective)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.id == second.id
    assert isinstance(reports(student, objective, "unclear"), Report)
    assert count(student.session) == 2


def test_of_presses_at_once_one_report_is_kept(engine: Engine, student: Learner) -> None:
    asked = ticket_of(student, student.objectives()[0])
    learner, at = student.id, student.at
    student.session.rollback()
    press = lambda own: report_question(own, learner, asked, "typo", "", at)  # noqa: E731
    assert all(isinstance(outcome, Report) for outcome in at_once(engine, *[press] * 4))
    assert count(student.session) == 1


def test_twenty_reports_a_day_are_enough_and_the_next_day_there_are_more(student: Learner, outsider: Learner) -> None:
    objective = student.objectives()[0]
    for number in range(MOST_A_DAY):
        assert isinstance(reports(student, objective, "other", f"Number {number}"), Report)
        student.let_pass(minutes=30)
    outcome = reports(student, objective, "other", "One more")
    assert isinstance(outcome, Enough)
    assert outcome.seconds == (24 - 10) * 60 * 60
    assert count(student.session) == MOST_A_DAY
    assert isinstance(reports(outsider, objective), Report)
    student.let_pass(seconds=outcome.seconds)
    assert isinstance(reports(student, objective, "other", "One more"), Report)


def test_a_learner_sees_their_own_reports_and_an_operator_all_that_are_open(student: Learner, outsider: Learner) -> None:
    first, second = student.objectives()[:2]
    reports(student, first)
    reports(outsider, first)
    student.let_pass(minutes=1)
    reports(student, second)
    session = student.session
    assert [report.objective_id for report, _ in session.execute(own_reports(student.id))] == [second, first]
    assert len(session.execute(open_reports()).all()) == len(session.execute(all_reports()).all()) == 3
    assert all(aim for _, aim in session.execute(all_reports()))
