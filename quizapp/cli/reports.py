"""`quizapp reports`"""

from pathlib import Path

import click
from sqlalchemy.orm import Session

from questions.interactions import key_ids
from questions.items import texts_offered
from quizapp.clock import now
from quizapp.databases import session_of
from quizapp.errors import CannotStart
from quizapp.models import Objective, Report
from quizapp.models.transactions import changing
from quizapp.options import data_option, settings_with
from quizapp.queries.items import item_asked
from quizapp.queries.reports import all_reports, open_reports
from quizapp.usecases.close_report import close_report


@click.group("reports")
def command() -> None:
    """Read what people reported of questions, and say what came of it."""


@command.command("list")
@click.option("--all", "closed_too", is_flag=True, help="Those that are closed, too.")
@data_option
def list_reports(closed_too: bool, data: Path | None) -> None:
    """List the reports that are open, the earliest first."""
    with session_of(settings_with(data)) as session:
        found = session.execute(all_reports() if closed_too else open_reports()).all()
        for report, aim in found:
            state = "closed" if report.closed_at else "open"
            click.echo(f"{report.id}\t{report.reported_at:%Y-%m-%d}\t{state}\t{report.problem}\t{aim}")
    click.echo(f"{len(found)} {'in all' if closed_too else 'open'}.")


@command.command("show")
@click.argument("number", type=click.IntRange(1, 2**31 - 1))
@data_option
def show(number: int, data: Path | None) -> None:
    """Show report NUMBER, and the question as it was asked."""
    with session_of(settings_with(data)) as session:
        report = session.get(Report, number)
        if report is None:
            raise _nothing(number)
        click.echo("\n".join(_lines(session, report)))


@command.command("close")
@click.argument("number", type=click.IntRange(1, 2**31 - 1))
@click.option("--note", required=True, help="What came of it; whoever sent the report reads this.")
@data_option
def close(number: int, note: str, data: Path | None) -> None:
    """Close report NUMBER."""
    at = now()
    with session_of(settings_with(data)) as session:
        try:
            changing(session, lambda: close_report(session, number, note, at))
        except LookupError:
            raise _nothing(number) from None
    click.echo(f"Report {number} is closed.")


def _lines(session: Session, report: Report) -> list[str]:
    item, objective = item_asked(session, report), session.get_one(Objective, report.objective_id)
    return [
        f"Problem:    {report.problem}",
        f"Words:      {_plain(report.words) or '-'}",
        f"Objective:  {objective.key}",
        f"Template:   {report.template}, version {report.version}, seed {report.seed}, {report.audience}, {report.language}",
        f"Revision:   {report.revision}",
        *([f"Question:   {item.stem}", *(f"            - {text}" for text in texts_offered(item.interaction))] if item else []),
        *(
            [f"Key:        {', '.join(key_ids(item.interaction))}", f"Why:        {item.why}"]
            if item
            else ["The wording is gone with an old template."]
        ),
        *([f"Closed:     {report.note}"] if report.closed_at else []),
    ]


def _plain(words: str) -> str:
    """What somebody typed, so that it does nothing to a terminal and stands in its own place."""
    return "\n            ".join("".join(sign if sign.isprintable() else "\ufffd" for sign in line) for line in words.splitlines())


def _nothing(number: int) -> CannotStart:
    return CannotStart(f"There is no report {number}: `quizapp reports list` shows those that are open.")
