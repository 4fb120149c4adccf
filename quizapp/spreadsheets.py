"""Tables for spreadsheets: CSV as they all open it, and xlsx; in neither is a cell taken for a formula."""

import csv
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import TextIOWrapper
from itertools import chain
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

_WORKED_OUT = re.compile(r"(?:\A|(?<=[,;\t\r\n\"]))'*(?=[^\S\t\r\n]*[=+\-@＝＋－＠])|\A'*(?=[\t\r\n])")
"""Where text holds what some spreadsheet would work out, whatever blanks stand before: where it begins, or after a sign that may end a cell
(OWASP, "CSV Injection"); with the apostrophes that stand there already."""
_IN_JSON = re.compile(r"(?<=[,;\"])([^\S\t\r\n]*)([=+\-@＝＋－＠])")
_STRING_IN_JSON = re.compile(r'"(?:[^"\\]|\\.)*"')


def write_csv(file: BinaryIO, heads: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Write a table as UTF-8, marked as such for Excel. The file stays open."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(map(cell, heads))
    writer.writerows(map(cell, row) for row in rows)
    text.detach()


def write_xlsx(file: BinaryIO, heads: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Write a table as a workbook of one sheet, whose heads stay in sight. Text is text, whatever it begins with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Quizapp")
    sheet.freeze_panes = "A2"
    for row in chain([heads], rows):
        sheet.append([_in_workbook(sheet, value) for value in row])
    book.save(file)


def cell(value: object) -> object:
    """What stands in a cell: numbers as they are, moments and days as ISO 8601 has them, text harmless."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    return harmless(value) if isinstance(value, str) else as_text(value)


def as_text(value: object) -> str:
    """A day or a moment as ISO 8601 has it; of anything else JSON, in whose strings what could begin a formula is written by its number."""
    if isinstance(value, date):  # and so is a moment
        return value.isoformat()
    return _STRING_IN_JSON.sub(lambda string: _IN_JSON.sub(_by_number, string[0]), json.dumps(value, ensure_ascii=False))


def harmless(text: str) -> str:
    """Text that a spreadsheet shows and does not work out: an apostrophe stands before what could begin a formula."""
    return _WORKED_OUT.sub(lambda found: f"'{found[0]}", text)


def as_it_was(text: str) -> str:
    """Text that was made harmless, without these apostrophes."""
    return _WORKED_OUT.sub(lambda found: found[0][1:], text)


def _by_number(sign: re.Match[str]) -> str:
    return f"{sign[1]}\\u{ord(sign[2]):04x}"


def _in_workbook(sheet: Any, value: object) -> Any:
    """A cell of a workbook: figures and days as such, a moment in UTC as text, for a spreadsheet knows no zone."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    text = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value if isinstance(value, str) else as_text(value)))
    text.data_type = "s"
    return text
