"""Everything that is kept of a person: each table as CSV, all of them as JSON, and what each column means."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import IO, Any, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec
from sqlalchemy.orm import Session

from quizapp.exports import export
from quizapp.models import Person
from quizapp.models.meanings import meanings
from quizapp.queries.belongings import Belongings, belongings
from quizapp.sentences import sentence
from quizapp.spreadsheets import write_csv

AT_A_TIME = 1000


@export(
    "everything",
    "zip",
    "application/zip",
    title=sentence("Everything about you"),
    about=sentence(
        "All that is kept of you, complete: your settings, topics, cards, every answer and whatever else you left here. One zip file"
        " with JSON for programs, CSV for spreadsheets, and what each column means. Passwords and other secrets are left out."
    ),
)
def everything(session: Session, person: Person, at: datetime, file: BinaryIO) -> None:
    """Write all that is kept of a person into a zip file."""
    parts = tuple(belongings(person.id, at))
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=4) as archive:
        archive.writestr("README.txt", _readme(person, at))
        with archive.open("columns.csv", "w") as columns:
            write_csv(_binary(columns), ("table", "column", "meaning", "why it is left out"), _columns())
        for part in parts:
            with archive.open(f"csv/{part.table.name}.csv", "w", force_zip64=True) as table:
                write_csv(_binary(table), part.meaning.shown, _rows(session, part))
        with archive.open("everything.json", "w", force_zip64=True) as whole:
            whole.writelines(_json(session, parts, at))


def _readme(person: Person, at: datetime) -> str:
    tables = "\n".join(f"{name}: {meaning.about}" for name, meaning in meanings().items() if not meaning.left_out)
    left_out = "\n".join(f"{name}: {meaning.left_out}" for name, meaning in meanings().items() if meaning.left_out)
    return f"""\
Everything that Quizapp keeps of {person.name}, as it was on {at:%d %B %Y at %H:%M} UTC.

everything.json   all of it, exactly as it is kept: for programs
csv/              the same, one table a file: for spreadsheets
columns.csv       what each column of each table means, and what is left out, and why

Moments are written as ISO 8601 has them, in UTC; days are study days, which end at four in the morning where you live. A list is
written as JSON. Text is UTF-8. In the CSV files an apostrophe stands before text that a spreadsheet would otherwise take for a
formula; in the JSON file it does not.

The tables:

{tables}

Left out:

{left_out}

Not in the database, so not in here: the two cookies in your browser, which hold who is signed in and, for guests, how pages look;
and letters that could not be sent, which are deleted after a day.
"""


def _columns() -> Iterator[Sequence[str]]:
    for table, meaning in meanings().items():
        if meaning.left_out:
            yield table, "", meaning.about, meaning.left_out
        yield from ((table, column, words, "") for column, words in meaning.columns.items())
        yield from ((table, column, "", why) for column, why in meaning.withheld.items())


def _rows(session: Session, part: Belongings) -> Iterator[Sequence[Any]]:
    for rows in session.execute(part.rows, execution_options={"yield_per": AT_A_TIME}).partitions():
        yield from rows


def _json(session: Session, parts: Iterable[Belongings], at: datetime) -> Iterator[bytes]:
    encode = msgspec.json.Encoder().encode
    yield b'{"made_at":' + encode(at)
    for part in parts:
        yield b",\n" + encode(str(part.table.name)) + b":["
        before = b"\n"
        for row in _rows(session, part):
            yield before + encode(dict(zip(part.meaning.shown, row, strict=True)))
            before = b",\n"
        yield b"]"
    yield b"}\n"


def _binary(file: IO[bytes]) -> BinaryIO:
    return cast(BinaryIO, file)
