import pytest

from quizapp.models import Report
from quizapp.models.transactions import changing
from quizapp.queries.reports import all_reports, open_reports
from quizapp.usecases.close_report import close_report
from tests.learner import Learner
from tests.usecases.test_report_question import reports


def test_a_closed_report_is_open_no_more_and_says_what_came_of_it(student: Learner) -> None:
    report = reports(student, student.objectives()[0])
    assert isinstance(report, Report)
    changing(student.session, lambda: close_report(student.session, report.id, " Mended, thank you. ", student.at))
    assert student.session.execute(open_reports()).all() == []
    ((found, _),) = student.session.execute(all_reports()).all()
    assert (found.note, found.closed_at) == ("Mended, thank you.", student.at)


def test_there_is_no_report_of_that_number(student: Learner) -> None:
    with pytest.raises(LookupError):
        changing(student.session, lambda: close_report(student.session, 7, "", student.at))
