"""Reading a roster: a CSV or xlsx file, or lines that were pasted, with a heading over each column."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from typing import Any, Final
from zipfile import ZipFile

from openpyxl import load_workbook

from quizapp.spreadsheets import as_it_was, harmless
from quizapp.usecases.invite_people import MOST_LINES, BadLine, Line
from quizapp.usecases.wording import sentence

LARGEST_UNPACKED: Final = 8 * 1024 * 1024
LARGEST_PART: Final = 1024 * 1024
"""Of all parts but the sheets themselves, which are read line by line: the reader holds the others whole."""
HEADINGS: Final = {
    "called": ("name", "student", "full name", "student name"),
    "first": ("first name", "given name", "forename"),
    "last": ("last name", "surname", "family name"),
    "email": ("e-mail", "email", "e-mail address", "email address", "mail"),
    "reference": ("student number", "number", "id", "student id", "sis id", "id number", "sis user id"),
    "section": ("section", "group"),
    "role": ("role",),
}
FIELD_OF: Final = {heading: field for field, headings in HEADINGS.items() for heading in headings}

KNOWN: Final = tuple(headings[0] for headings in HEADINGS.values())
"""One heading for each field, as they are offered."""

EMPTY = sentence("There is nothing in it yet. Choose a file, or paste lines with a heading over each column, such as name and e-mail.")
NO_NAMES = sentence(
    "No column has the heading “name”. Write in the first line what each column holds: name, e-mail, student number, section, role."
)
UNREADABLE = sentence("This file cannot be read. Save it as CSV (UTF-8) or as xlsx, then choose it again.")
WIDER = sentence("It has more cells than there are headings. Put what holds a comma in quotation marks, or give each column a heading.")
TOO_LONG = sentence("A roster has 5,000 lines at most. Divide it into several files.")


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a roster could not be read, and what to do, with what the sentence names."""

    why: str
    names: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """The lines of a roster, those which hold more than there are headings, which headings mean nothing here, and all of it as text whose
    lines are numbered alike."""

    lines: tuple[Line, ...]
    wide: tuple[BadLine, ...] = ()
    unused: tuple[str, ...] = ()
    text: str = ""


def read_roster(content: bytes) -> Read | Unread:
    """What is in a file: xlsx by its first bytes, else text."""
    rows = _xlsx(content) if content.startswith(b"PK") else _csv(content)
    if isinstance(rows, Unread):
        return rows
    found = [(number, cells) for number, cells in rows if any(cells)]
    if not found:
        return Unread(EMPTY)
    if len(found) - 1 > MOST_LINES:
        return Unread(TOO_LONG)
    (_, headings), *lines = found
    fields = [FIELD_OF.get(" ".join(heading.casefold().split()), "") for heading in headings]
    if not {"called", "first", "last"} & set(fields):
        return Unread(NO_NAMES)
    if not lines:
        return Unread(EMPTY)
    wide = {number for number, cells in lines if any(cells[len(fields) :])}
    return Read(
        tuple(_line(number, dict(zip(fields, cells, strict=False))) for number, cells in lines if number not in wide),
        tuple(BadLine(number, WIDER) for number in sorted(wide)),
        tuple(heading for place, (heading, field) in enumerate(zip(headings, fields, strict=True)) if not field and _holds(lines, place)),
        _as_rows(rows) if content.startswith(b"PK") else content.decode("utf-8-sig"),
    )


def as_text(lines: Sequence[Line]) -> str:
    """The same lines as text, as they can be pasted."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("name", "e-mail", "student number", "section", "role"))
    writer.writerows(map(_as_typed, (line.called, line.email, line.reference, line.section, line.role)) for line in lines)
    return out.getvalue()


def _as_typed(cell: str) -> str:
    """A cell that reads back as it is; no spreadsheet sees it, so that what looks like a formula has no guard."""
    return cell if as_it_was(cell) == cell else harmless(cell)


def _holds(lines: Sequence[tuple[int, list[str]]], place: int) -> bool:
    """Whether anything stands in a column."""
    return any(cells[place : place + 1] not in ([], [""]) for _number, cells in lines)


def _as_rows(rows: Sequence[tuple[int, list[str]]]) -> str:
    """A sheet as text, each row of it one line."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_as_typed(" ".join(cell.split())) for cell in cells] for _number, cells in rows)
    return out.getvalue()


def _line(number: int, cells: dict[str, str]) -> Line:
    full = cells.get("called") or " ".join(filter(None, (cells.get("first"), cells.get("last"))))
    return Line(
        number,
        " ".join(full.split()),
        cells.get("email", ""),
        cells.get("reference", ""),
        " ".join(cells.get("section", "").split()),
        cells.get("role", "").casefold() or "learner",
    )


def _csv(content: bytes) -> list[tuple[int, list[str]]] | Unread:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Unread(UNREADABLE)
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    try:
        return list(_numbered(csv.reader(StringIO(text), delimiter=separator, strict=True)))
    except csv.Error:
        return Unread(UNREADABLE)


def _numbered(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Each row by the line on which it begins: a cell may hold a line break."""
    begins = 1
    for row, cells in enumerate(reader, 1):
        if row > MOST_LINES + 2:
            yield begins, ["x"]
            return
        yield begins, [as_it_was(cell.strip()) for cell in cells]
        begins = reader.line_num + 1


def _xlsx(content: bytes) -> list[tuple[int, list[str]]] | Unread:
    try:
        with ZipFile(BytesIO(content)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
            others = (size for name, size in sizes.items() if not name.startswith("xl/worksheets/"))
            if sum(sizes.values()) > LARGEST_UNPACKED or max(others, default=0) > LARGEST_PART or len(archive.infolist()) > 200:
                return Unread(TOO_LONG)
        sheet = load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_LINES + 2, max_col=30, values_only=True)
        return [(number, [_cell(value) for value in row]) for number, row in enumerate(rows, 1)]
    except Exception:  # a stranger's file, and a reader that raises whatever it trips over
        return Unread(UNREADABLE)


def _cell(value: object) -> str:
    """What a cell says; a student number that a spreadsheet took for a figure is a whole number again."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()
