"""What spreadsheets are given."""

import csv
import json
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis.strategies import text

from quizapp.spreadsheets import as_it_was, harmless, write_csv


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
    "text", ['=HYPERLINK("//x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "\u00a0=1", "＝1", "＋1", "－1", "＠a", "'=1"]
)
def test_text_that_a_spreadsheet_would_work_out_is_shown_instead(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert as_it_was(harmless(text)) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a;=1", "a;'=1"),
        ("a; +1;-2", "a;' +1;'-2"),
        ("a,@b", "a,'@b"),
        ("a\t=1", "a\t'=1"),
        ("a\n=1", "a\n'=1"),
        ('a"=1', "a\"'=1"),
        ("a;＝1", "a;'＝1"),
        ("\t=1", "'\t'=1"),
        ("a;'=1", "a;''=1"),
    ],
)
def test_text_that_would_be_worked_out_where_a_cell_is_split_is_shown_instead(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert as_it_was(shown) == text


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_spreadsheet_finds_a_formula_in_a_file_wherever_it_splits_it(separator: str) -> None:
    file, sly = (
        BytesIO(),
        [f"{before}{blank}={after}" for before in ("", "a;", "a,", "a\t", 'a"', 'a";"') for blank in ("", " ") for after in ("1", '1";')],
    )
    write_csv(file, ["name", "json"], [[text, (text,)] for text in sly])
    cells = [
        cell for line in file.getvalue().decode("utf-8-sig").splitlines() for row in csv.reader([line], delimiter=separator) for cell in row
    ]
    assert not [cell for cell in cells if cell.strip().startswith("=")]
    rows = list(csv.reader(file.getvalue().decode("utf-8-sig").splitlines()))[1:]
    assert [(as_it_was(text), json.loads(listed)) for text, listed in rows] == [(text, [text]) for text in sly]


@given(text(alphabet="=+-@＝ ;,\t\r\n\"'a", max_size=9))
def test_whatever_was_made_harmless_is_read_back_as_it_was(written: str) -> None:
    assert as_it_was(harmless(written)) == written


def test_numbers_stay_numbers_in_lists_too() -> None:
    file = BytesIO()
    write_csv(file, ["v"], [[-2], [(-1, -2.5)], [{"a": -1}]])
    assert [row[0] for row in csv.reader(file.getvalue().decode("utf-8-sig").splitlines())] == ["v", "-2", "[-1, -2.5]", '{"a": -1}']


@pytest.mark.parametrize("text", ["", "a=b", "2 - 1", "'quoted'", "– a dash", "mail@example.org", "Lee, Ann", "a; b", "it's +1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text
