"""The questions for the doctor, in a browser without scripts: what is picked, in which order, and what is kept of it."""

import io
import re
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import segno
from flask import Flask, render_template
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.models import Base
from quizapp.settings import Settings
from quizapp.web.doctor.code import code_of
from quizapp.web.doctor.offered import Question
from quizapp.web.doctor.pace import MOST, NAME, Pace
from quizapp.web.doctor.printer import print_page, printer
from quizapp.web.extensions import db
from tests.standing_clock import StandingClock
from tests.web.browser import Browser, Page
from tests.web.plain_pages import ARTICLE

SHEET = "/doctor-questions"


def on_the_sheet(page: Page) -> list[str]:
    """The ids of the questions on the sheet, the first one first."""
    return [one.attributes["data-id"] for one in page.root.all("li") if "data-id" in one.attributes and "hidden" not in one.attributes]


def picks(browser: Browser, *ids: str, **button: str) -> Page:
    """Send the form with these ticked, by no button or by one of those that move."""
    return browser.send(browser.open(SHEET).form(SHEET), {"pick": ids, **{name: [value] for name, value in button.items()}})


def looked_at(app: Flask, client: FlaskClient, clock: StandingClock, given: dict[str, list[int]], *, helping: bool = False) -> None:
    """A visit in which these objectives came up; a 1 at the end says that it is clear."""
    revision, began = "any", int(clock.at.timestamp())
    with client.session_transaction() as cookie:
        cookie["visit"] = {"began": began, "seed": "s", "revision": revision, "helping": helping, "asked": list(given), "given": given}


def rows(app: Flask) -> dict[str, int]:
    with app.app_context():
        return {name: db.session.scalar(select(func.count()).select_from(table)) or 0 for name, table in Base.metadata.tables.items()}


def test_the_twelve_questions_are_there_in_plain_words(visitor: Browser) -> None:
    page = visitor.open(SHEET)
    assert len(on_the_sheet(page)) == 12
    assert "Which treatments can I choose from?" in page.text
    assert page.heading == "Questions for my doctor"


def test_without_scripts_what_is_picked_and_its_order_are_kept_in_the_cookie(visitor: Browser) -> None:
    page = picks(visitor, "questions.options", "questions.risks", "questions.where")
    assert on_the_sheet(page) == ["questions.options", "questions.risks", "questions.where"]
    page = picks(visitor, *on_the_sheet(page), up="questions.where")
    assert on_the_sheet(page) == ["questions.options", "questions.where", "questions.risks"]
    page = picks(visitor, *on_the_sheet(page), down="questions.options")
    assert on_the_sheet(page) == ["questions.where", "questions.options", "questions.risks"]
    assert on_the_sheet(visitor.open(SHEET)) == on_the_sheet(page)


def test_a_question_moves_no_further_than_to_an_end(visitor: Browser) -> None:
    assert on_the_sheet(picks(visitor, "questions.where", "questions.risks", up="questions.where")) == [
        "questions.where",
        "questions.risks",
    ]
    assert on_the_sheet(picks(visitor, "questions.where", "questions.risks", down="questions.risks")) == [
        "questions.where",
        "questions.risks",
    ]


def test_what_is_not_offered_gets_on_no_sheet(visitor: Browser) -> None:
    page = picks(visitor, "questions.where", "Peter Miller", "questions.where", up="questions.risks")
    assert on_the_sheet(page) == ["questions.where"]


def test_where_nothing_is_ticked_all_are_on_the_sheet(visitor: Browser) -> None:
    picks(visitor, "questions.where")
    assert len(on_the_sheet(picks(visitor))) == 12


def test_what_was_not_clear_raises_a_question_that_stands_after_those_of_the_article(
    app: Flask, visitor: Browser, clock: StandingClock
) -> None:
    looked_at(app, visitor.client, clock, {"treatments.choice#holds": [1, 0], "basics.naming#holds": [1, 1]})
    page = visitor.open(SHEET)
    assert len(on_the_sheet(page)) == 13
    assert on_the_sheet(page)[-1] == "asked.treatments.choice#holds"
    assert not [box for box in page.form(SHEET).all("input", name="pick") if "checked" in box.attributes]
    assert "What does the treatment depend on?" in page.text


def test_all_that_was_not_clear_can_be_picked_and_three_of_it_stand_on_the_sheet_before(
    app: Flask, visitor: Browser, clock: StandingClock
) -> None:
    names = ("treatments.choice#holds", "tests.staging-when#holds", "basics.routes#holds", "treatments.reach#because")
    looked_at(app, visitor.client, clock, {name: [1, 0] for name in names})
    page = visitor.open(SHEET)
    assert on_the_sheet(page)[12:] == [f"asked.{name}" for name in names[:3]]
    assert "no more than three that were not clear yet" in page.text
    boxes = [box.attributes["value"] for box in page.form(SHEET).all("input", name="pick")]
    assert boxes[12:] == [f"asked.{name}" for name in names]
    assert on_the_sheet(picks(visitor, f"asked.{names[3]}")) == [f"asked.{names[3]}"]
    with pikepdf.open(io.BytesIO(visitor.client.get(f"{SHEET}.pdf").data)) as file:
        assert len(file.pages) == 1


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(("asked", "sides"), [(19, 1), (20, 2), (22, 2)])
def test_a_file_of_more_than_goes_on_one_page_has_two_sides(
    app: Flask, visitor: Browser, clock: StandingClock, asked: int, sides: int, paper: str
) -> None:
    looked_at(app, visitor.client, clock, {id: [1, 0] for part in ARTICLE.bank.self_test for id in part.objectives})
    boxes = [box.attributes["value"] for box in visitor.open(SHEET).form(SHEET).all("input", name="pick")]
    assert len(boxes) == 22
    picks(visitor, *boxes[:asked])
    with pikepdf.open(io.BytesIO(visitor.client.get(f"{SHEET}.pdf?paper={paper}").data)) as file:
        assert len(file.pages) == sides


@pytest.mark.parametrize(("asked", "said"), [(19, False), (20, True)])
def test_a_file_of_two_sides_says_so(app: Flask, asked: int, said: bool) -> None:
    with app.test_request_context():
        questions = [Question(str(number), "Why?", "To know it.") for number in range(asked)]
        page = render_template("doctor/pdf.html", asked=questions, code=code_of(SHEET), language="en")
    assert ("This sheet has two sides." in page) is said


def test_somebody_who_helps_asks_in_words_of_their_own(app: Flask, visitor: Browser, clock: StandingClock) -> None:
    looked_at(app, visitor.client, clock, {"treatments.choice#holds": [1, 0]}, helping=True)
    page = visitor.open(SHEET)
    assert page.heading == "Questions for the doctor"
    assert "Where in the body did this cancer start?" in page.text
    assert "What does the treatment depend on?" in page.text
    assert not re.search(r"\bmy (body|cancer|family)\b", page.text)
    assert not re.search(r"\byour (own health|doctor)\b", page.text)
    assert not re.search(r"you can do yourself|open to you\b", page.text)
    assert "Questions for the doctor" in visitor.open("/self-test").text
    assert not re.search(r"\byour (own health|doctor)\b", visitor.open("/self-test").text)


def test_picks_are_forgotten_after_some_hours_and_by_hiding(visitor: Browser, clock: StandingClock) -> None:
    picks(visitor, "questions.where")
    clock.let_pass(hours=7)
    assert len(on_the_sheet(visitor.open(SHEET))) == 12
    picks(visitor, "questions.where")
    visitor.send(visitor.open(SHEET).form("/visits/ended"))
    with visitor.client.session_transaction() as cookie:
        assert "doctor" not in cookie


def test_the_cookie_holds_the_picks_alone_and_ends_with_the_browser(visitor: Browser) -> None:
    token = visitor.open(SHEET).form(SHEET).all("input", name="csrf_token")[0].attributes["value"]
    typed = {"csrf_token": token, "pick": "questions.where", "note": "secret words", "own": "secret words"}
    answer = visitor.client.post(SHEET, data=typed)
    assert answer.status_code == 303
    assert "Expires" not in answer.headers["Set-Cookie"]
    with visitor.client.session_transaction() as cookie:
        assert cookie.keys() - {"csrf_token", "_permanent"} == {"doctor"}
        assert cookie["doctor"]["picked"] == ["questions.where"]


def test_no_row_is_written_whoever_picks(app: Flask, visitor: Browser, student: Browser) -> None:
    before = rows(app)
    for browser in (visitor, student):
        picks(browser, "questions.where", "questions.risks", up="questions.risks")
        browser.open("/health-privacy")
    assert rows(app) == before


def test_nothing_that_one_writes_on_has_a_name_or_stands_in_a_form(visitor: Browser) -> None:
    page = visitor.open(SHEET)
    written = [*page.root.all("textarea"), *(one for one in page.root.all("input", autocomplete="off") if "type" not in one.attributes)]
    in_forms = {id(one) for form in page.root.all("form") for one in form.all()}
    assert len(written) == 3 + 14 + 2
    assert not [one for one in written if "name" in one.attributes or id(one) in in_forms or "form" in one.attributes]
    assert all(one.attributes["autocomplete"] == "off" for one in written)


@pytest.mark.parametrize("address", [None, "https://quiz.example.org"])
def test_the_code_holds_the_address_of_the_page_and_nothing_else(
    make_app: Callable[[Settings], Flask], settings: Settings, app: Flask, address: str | None
) -> None:
    page = Browser(make_app(replace(settings, address=address)).test_client()).open(f"{SHEET}?name=Peter")
    said = f"{address or 'http://localhost'}{SHEET}"
    assert said in page.text
    (code,) = page.root.all("svg", class_="code")
    drawn = {point for part in code.all("path")[0].attributes["d"].split("M")[1:] for point in dark(part)}
    rows = segno.make(said, error="m", micro=False).matrix_iter(border=2)
    assert drawn == {(across, down) for down, row in enumerate(rows) for across, square in enumerate(row) if square}


def dark(row: str) -> set[tuple[int, int]]:
    """The squares that a row of the path covers."""
    start, *steps = re.findall(r"[a-z]?[\d. ]+", row)
    across, down = 0, int(float(start.split()[1]))
    squares: set[tuple[int, int]] = set()
    for step in steps:
        width = int(step[1:].split()[0])
        if step[0] == "h":
            squares |= {(across + place, down) for place in range(width)}
        across += width
    return squares


def test_the_page_on_health_privacy_says_what_is_kept_and_who_sees_it(visitor: Browser) -> None:
    page = visitor.open("/health-privacy")
    for said in (
        "We keep nothing about you",
        "No teacher can see",
        "no third party",
        "shared computer",
        "Stop here and hide this",
        "six hours",
    ):
        assert said in page.text
    assert visitor.open("/privacy").link("Your health privacy") == "/health-privacy"


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_picks_can_be_saved_as_a_tagged_pdf_of_one_page(visitor: Browser, paper: str, size: tuple[int, int]) -> None:
    picks(visitor)
    assert f"{SHEET}.pdf?paper={paper}" in [link.attributes.get("href") for link in visitor.open(SHEET).root.all("a")]
    answer = visitor.client.get(f"{SHEET}.pdf?paper={paper}")
    assert answer.mimetype == "application/pdf"
    with pikepdf.open(io.BytesIO(answer.data)) as file:
        assert len(file.pages) == 1
        assert tuple(round(float(edge)) for edge in file.pages[0].mediabox[2:]) == size
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == "en"
        assert file.Root.StructTreeRoot
        with file.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Questions for my doctor"


def test_where_nothing_can_write_a_pdf_no_button_is_shown(visitor: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    printer.cache_clear()
    assert ".pdf" not in visitor.client.get(SHEET).text
    assert visitor.client.get(f"{SHEET}.pdf").status_code == 404
    printer.cache_clear()


def test_a_button_that_turned_out_to_lead_nowhere_is_shown_no_more(visitor: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.web.doctor.printer.import_module", lacks_a_library)
    printer.cache_clear()
    assert ".pdf" in visitor.client.get(SHEET).text
    assert visitor.client.get(f"{SHEET}.pdf").status_code == 404
    assert ".pdf" not in visitor.client.get(SHEET).text
    printer.cache_clear()


def lacks_a_library(_name: str) -> None:
    raise OSError("cannot load library 'libpango-1.0-0'")


def test_looking_at_the_sheet_loads_nothing_that_writes_files(visitor: Browser) -> None:
    printer.cache_clear()
    visitor.open(SHEET)
    assert printer.cache_info().currsize == 0


def test_the_file_holds_the_code_too(visitor: Browser) -> None:
    with pikepdf.open(io.BytesIO(visitor.client.get(f"{SHEET}.pdf").data)) as file:
        figures = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert [str(one.Alt) for one in figures] == ["Code that leads to this page"]


def test_nothing_is_fetched_for_a_file(tmp_path: Path) -> None:
    (look := tmp_path / "look.css").write_text("p { color: red }")
    (tmp_path / "secret.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path stroke="#000" d="M0 1h9"/></svg>')
    pages = [f'<html lang="en"><title>t</title><p><img alt="a" src="{tmp_path.as_uri()}/{name}.svg"></p>' for name in ("secret", "nothing")]
    there, not_there = (len(print_page(page, look, "a4")) for page in pages)
    assert abs(there - not_there) < 20


def test_only_so_many_files_are_written_in_a_minute_and_no_row_counts_them(app: Flask, visitor: Browser, clock: StandingClock) -> None:
    app.extensions[NAME] = Pace(deque([clock.at] * MOST, maxlen=MOST))
    before = rows(app)
    answer = visitor.client.get(f"{SHEET}.pdf")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "61"
    assert "Wait" in answer.text
    clock.let_pass(minutes=1)
    assert visitor.client.get(f"{SHEET}.pdf").status_code == 200
    assert rows(app) == before


@pytest.mark.parametrize("host", ["a" * 300, "a" * 3000])
def test_a_host_that_is_too_long_to_be_one_is_refused(visitor: Browser, host: str) -> None:
    assert visitor.client.get(SHEET, headers={"Host": host}).status_code == 400
    assert visitor.client.get(SHEET, headers={"Host": f"{'a.' * 126}a"}).status_code == 200


def test_no_browser_keeps_the_sheet_to_go_back_to(visitor: Browser) -> None:
    for _ in range(2):
        assert visitor.open(SHEET).response.headers["Cache-Control"] == "no-store"


def test_the_two_files_stand_in_a_list(visitor: Browser) -> None:
    (files,) = visitor.open(SHEET).root.all("ul", class_="files")
    assert [one.text().strip() for one in files.all("li")] == ["PDF on A4", "PDF on Letter"]
