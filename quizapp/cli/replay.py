"""`quizapp replay`"""

import os
import tomllib
from fractions import Fraction
from pathlib import Path
from time import perf_counter

import click
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.databases import session_of
from quizapp.errors import CannotStart
from quizapp.models import Objective, Review
from quizapp.options import data_option, settings_with
from quizapp.scheduling.grading import MAPPINGS, Table
from quizapp.scheduling.schedulers import schedulers
from quizapp.usecases.check_cards import Checked, Difference, check_cards
from quizapp.usecases.what_if import SOON, Tally, what_if

PROCESSORS = os.cpu_count() or 1


@click.command("replay")
@click.option("--check", is_flag=True, help="Compare every card with what its answers come to; exit 1 if one differs.")
@click.option("--without-fsrs", is_flag=True, help="With --check: only what SM-2 keeps, which is quicker.")
@click.option("--scheduler", help=f"What if this scheduler counted for everybody? ({', '.join(schedulers())})")
@click.option("--mapping", help="What if answers were graded by this table? A version, or a TOML file (see the documentation).")
@click.option("--processes", type=click.IntRange(1, 64), default=PROCESSORS, help="How many processes FSRS is worked out in.")
@data_option
def command(check: bool, without_fsrs: bool, scheduler: str | None, mapping: str | None, processes: int, data: Path | None) -> None:
    """Work all cards out again from the answers. Nothing is changed.

    --check says whether what is kept is what the answers come to; --scheduler and --mapping, alone or together, say what would be
    different if answers were scheduled or graded in another way.
    """
    if check == (scheduler is not None or mapping is not None):
        raise click.UsageError("Say either --check, or --scheduler or --mapping.")
    if scheduler is not None and scheduler not in schedulers():
        raise click.UsageError(f"There is no scheduler {scheduler!r}. There are: {', '.join(schedulers())}.")
    table = _table(mapping) if mapping is not None else None
    with session_of(settings_with(data)) as session:
        if check:
            _check(session, processes, without_fsrs)
        else:
            _what_if(session, processes, scheduler, table)


def _check(session: Session, processes: int, without_fsrs: bool) -> None:
    began, checked, differ = perf_counter(), Checked(), 0
    for one in check_cards(session, checked, processes, without_fsrs=without_fsrs):
        differ += 1
        click.echo(_line(session, one))
    how = "SM-2 alone" if without_fsrs else f"FSRS {checked.fsrs_seconds:.1f} s in {processes} processes"
    click.echo(f"{checked.answers:,} answers of {checked.cards:,} cards worked out in {perf_counter() - began:.1f} s ({how}).")
    if differ:
        click.echo(f"{differ:,} values differ.")
        raise click.exceptions.Exit(1)
    click.echo("Every card is what its answers come to.")


def _line(session: Session, one: Difference) -> str:
    key = session.get_one(Objective, one.key.objective_id).key
    return f"Learner {one.key.learner_id}, {key}: {one.column} is {_value(one.kept)}, and the answers come to {_value(one.folded)}."


def _value(value: object) -> str:
    return "nothing" if value is None else str(value)


def _what_if(session: Session, processes: int, scheduler: str | None, table: Table | None) -> None:
    last = session.scalar(select(func.max(Review.study_day)).where(Review.undone_at.is_(None)))
    if last is None:
        click.echo("Nothing has been answered yet.")
        return
    tally = what_if(session, last, scheduler=scheduler, table=table, processes=processes)
    for name, *values in _rows(tally):
        click.echo(f"{name:<44}{values[0]:>12}{values[1]:>18}{values[2]:>16}")


def _rows(tally: Tally) -> list[tuple[str, str, str, str]]:
    mean_was, mean_would = (f"{days / max(tally.reviews, 1):.1f}" for days in (tally.wait_was, tally.wait_would))
    return [
        ("", "as it is", "as it would be", "that differ"),
        ("Grades of reviews", f"{tally.reviews:,}", f"{tally.reviews:,}", f"{tally.grades:,}"),
        ("Waits after a review, mean days", mean_was, mean_would, f"{tally.waits:,}"),
        ("Due days of cards", f"{tally.cards:,}", f"{tally.cards:,}", f"{tally.dues:,}"),
        (f"Cards due within {SOON.days} days of the last answer", f"{tally.soon_was:,}", f"{tally.soon_would:,}", ""),
    ]


def _table(mapping: str) -> Table:
    """The table of a version, or of a file: `[[row]]` with `share` ("3/4") and `grades` (certain, fairly sure, guessing)."""
    if mapping.isascii() and mapping.isdigit():
        if int(mapping) not in MAPPINGS:
            raise CannotStart(f"There is no mapping of version {mapping}. There are: {', '.join(map(str, MAPPINGS))}.")
        return MAPPINGS[int(mapping)]
    try:
        rows = tomllib.loads(Path(mapping).read_text(encoding="utf-8"))["row"]
        table = {Fraction(row["share"]): tuple(row["grades"]) for row in rows}
    except OSError as error:
        raise CannotStart(
            f"{mapping} cannot be read. Name a version of the mapping, or a file with a table from shares to grades."
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, ZeroDivisionError) as error:
        raise CannotStart(f"{mapping} is no table from shares to grades: write [[row]] with share and grades.") from error
    grades = [grade for row in table.values() for grade in row]
    if Fraction(0) not in table or any(len(row) != 3 for row in table.values()) or any(grade not in range(6) for grade in grades):
        raise CannotStart(f"{mapping} needs three grades from 0 to 5 in each row, and a row for the share 0.")
    return dict(sorted(table.items(), reverse=True))
