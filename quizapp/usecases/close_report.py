"""Close a report, with a note to whoever sent it."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Report
from quizapp.models.transactions import begin_writing


def close_report(session: Session, report_id: int, note: str, at: datetime) -> Report:
    """Say what came of a report; saying it again replaces what was said. LookupError if there is no such report."""
    begin_writing(session)
    report = session.get(Report, report_id)
    if report is None:
        raise LookupError(f"There is no report {report_id}.")
    report.closed_at, report.note = at, note.strip()
    return report
