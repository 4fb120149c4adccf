"""What the document on security says is so."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from quizapp.models.reports import LONGEST_WORDS
from quizapp.queries import reset_links, signed_in
from quizapp.scheduling.queue import Limits
from quizapp.usecases import change_settings, codes, inviting, names, passwords, report_question, throttling
from quizapp.web import limits, numbers
from quizapp.web.roles import EDITORS, EVERYONE, SIGNED_IN

ROOT = Path(__file__).parents[1]
PROXY = (ROOT / "quizapp/docs/proxy.md").read_text(encoding="utf-8")
DOCUMENT = " ".join((ROOT / "quizapp/docs/security.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    "said",
    [
        f"{names.SHORTEST} to {names.LONGEST} printable characters",
        f"{passwords.SHORTEST} to {passwords.LONGEST} characters of any kind",
        f"up to {LONGEST_WORDS:,} characters",
        f"up to {numbers.LARGEST:,}",
        f"{Limits().reviews} questions a day of which {Limits().new} new",
        f"1 to {change_settings.MOST_REVIEWS}; new ones among them 0 to {change_settings.MOST_NEW}",
        f"{throttling.SIGN_UP.from_an_address} accounts made from one address",
        f"{report_question.MOST_A_DAY} reports within a day",
        f"{throttling.PASSWORD.for_an_account} wrong passwords for one account, and {throttling.PASSWORD.from_an_address} from one address",
        f"{throttling.LETTER.for_an_account} letters for one name or e-mail address, and {throttling.LETTER.from_an_address} from one address",
        f"{signed_in.IDLE.days} days without use ({signed_in.IDLE_UNLESS_IT_STAYS // timedelta(hours=1)} hours where",
        f"any case after {signed_in.LONGEST.days} days",
        f"recovery codes | {codes.LETTERS * 5} bits",
    ],
)
def test_every_number_in_the_document_is_that_of_the_program(said: str) -> None:
    assert said in DOCUMENT


def test_counts_span_a_quarter_of_an_hour_and_links_last_an_hour() -> None:
    assert timedelta(minutes=15) == throttling.WINDOW
    assert (throttling.CODE.for_an_account, throttling.CODE.from_an_address) == (10, 100)  # “the same again for recovery codes”
    assert timedelta(hours=1) == reset_links.LASTS


def test_the_words_that_a_password_may_not_be_are_those_of_the_document() -> None:
    for name, password in [
        ("ann.miller", "ann.miller"),
        ("ann.miller@school.org", "ann.miller1"),
        ("ann.miller", "rellim.nna"),
        ("ann@school.org", "school.org"),
        ("ann", "quizapp123"),
    ]:
        assert passwords.what_is_wrong(password, name), password


def test_there_are_just_the_kinds_of_route_that_the_document_names(app: Flask) -> None:
    assert {view.__dict__["who"] for view in app.view_functions.values()} == {EVERYONE, SIGNED_IN, EDITORS}
    assert f"{EVERYONE}, who is {SIGNED_IN}, or {EDITORS} and administrators alone" in DOCUMENT


def test_the_documents_name_every_size_that_a_form_may_have(app: Flask) -> None:
    sizes = {getattr(view, "takes", limits.USUAL) for view in app.view_functions.values()}
    [line] = re.findall(r"\| size of a form \| ([^|]+) \|", DOCUMENT)
    assert [int(size.replace(",", "")) * limits.KILOBYTE for size in re.findall(r"([\d,]+) KB", line)] == sorted(sizes)
    largest = f"{max(sizes) // limits.KILOBYTE**2}"
    assert re.findall(r"client_max_body_size (\w+);|request_buffers (\w+)", PROXY) == [(f"{largest}m", ""), ("", f"{largest}MiB")]


def test_the_documents_name_every_address_that_is_a_secret(app: Flask) -> None:
    secret = {rule.rule.partition("<")[0] for rule in app.url_map.iter_rules() if "<token>" in rule.rule}
    assert set(re.findall(r"`(/[a-z-]+/)…`", PROXY)) == secret
    assert f"works once and for {inviting.LASTS.days} days" in DOCUMENT


def test_every_file_that_the_document_names_is_there() -> None:
    for path in re.findall(r"`((?:quizapp|questions|tests)/[\w/.]+)`", DOCUMENT):
        assert (ROOT / path).exists(), path
