"""What spreadsheets are given."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from quizapp.spreadsheets import harmless, write_csv


def test_a_table_is_utf_8_marked_for_excel_and_reads_back_as_it_was() -> None:
    file = BytesIO()
    write_csv(file, ["wörter", "n"], [["a, “b”\nc", 3], ["", None]])
    assert file.getvalue().startswith(b"\xef\xbb\xbf")
    lines = file.getvalue().decode("utf-8-sig").splitlines(keepends=True)
    assert lines[0].endswith("\r\n")
    assert list(csv.reader(lines)) == [["wörter", "n"], ["a, “b”\nc", "3"], ["", ""]]


def test_values_are_written_so_that_programs_read_them() -> None:
    file = BytesIO()
    write_csv(file, ["v"], [[True], [-2], [0.5], [date(2026, 3, 2)], [datetime(2026, 3, 2, 20, tzinfo=UTC)], [("a", "ü")]])
    read = [row[0] for row in csv.reader(file.getvalue().decode("utf-8-sig").splitlines())]
    assert read == ["v", "true", "-2", "0.5", "2026-03-02", "2026-03-02T20:00:00+00:00", '["a", "ü"]']


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("//x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "＋1", "－1", "＠a"]
)
def test_text_that_a_spreadsheet_would_work_out_is_shown_instead(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=b", "2 - 1", "'quoted'", "– a dash", "mail@example.org"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text
