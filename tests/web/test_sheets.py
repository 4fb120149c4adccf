"""Style sheets as they are served; whether they still say the same is asked of a browser, in tests/ui/test_sheets.py."""

import re
from pathlib import Path

from flask import Flask

import quizapp.web
from tests.web.browser import Browser

STATIC = Path(quizapp.web.__file__).parent / "static"


SPACE = r"\s+"


def test_every_sheet_is_served_without_what_is_for_its_writers(app: Flask, visitor: Browser) -> None:
    for path in STATIC.glob("*.css"):
        written = path.read_text(encoding="utf-8")
        answer = visitor.client.get(f"{app.static_url_path}/{path.name}")
        served = answer.get_data(as_text=True)
        assert answer.mimetype == "text/css"
        assert "/*" not in served
        assert len(served) < 0.9 * len(written)


def test_every_module_is_served_with_all_its_statements_and_no_line_of_comment(app: Flask, visitor: Browser) -> None:
    for path in STATIC.glob("*.js"):
        written = path.read_text(encoding="utf-8")
        answer = visitor.client.get(f"{app.static_url_path}/{path.name}")
        served = answer.get_data(as_text=True)
        assert answer.mimetype == "text/javascript"
        assert re.sub(SPACE, "", served) == re.sub(SPACE, "", re.sub(r"(^|\s)// .*$|/\*[^*]*\*/", "", written, flags=re.MULTILINE))
        assert len(served) < 0.9 * len(written)


def test_a_browser_that_has_a_sheet_is_not_sent_it_again(app: Flask, visitor: Browser) -> None:
    path = f"{app.static_url_path}/app.css"
    first = visitor.client.get(path)
    again = visitor.client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    with visitor.client.get(f"{app.static_url_path}/study.js") as module:
        assert first.headers["Cache-Control"] == module.headers["Cache-Control"]


def test_a_sheet_that_is_not_there_is_not_found(app: Flask, visitor: Browser) -> None:
    assert visitor.client.get(f"{app.static_url_path}/nothing.css").status_code == 404
    assert visitor.client.get(f"{app.static_url_path}/../app.css").status_code == 404


def test_several_sheets_come_in_one_request(app: Flask, visitor: Browser) -> None:
    one, other = (visitor.client.get(f"{app.static_url_path}/{name}.css").text for name in ("app", "doctor"))
    assert visitor.client.get(f"{app.static_url_path}/app.css+doctor.css").text == f"{one}\n{other}"
    assert visitor.client.get(f"{app.static_url_path}/app.css+nothing.css").status_code == 404


def test_no_address_makes_more_of_the_sheets_than_there_is(app: Flask, visitor: Browser) -> None:
    assert visitor.client.get(f"{app.static_url_path}/{'+'.join(['app.css'] * 2)}").status_code == 404
    assert visitor.client.get(f"{app.static_url_path}/{'+'.join(['app.css'] * 3_000)}").status_code in (404, 414)
