import os
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from smtplib import SMTPException

import pytest

from quizapp.letters import Letter, is_this_machine, put_aside, remove_letters, remove_other_days, send
from tests.mail_server import mail_server

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
LETTER = Letter(7, "ann@example.org", "Ein neues Kennwort für Quizapp", "Grüße\n\nhttps://quiz.example.org/reset-links/7.x\n")


def test_a_letter_goes_to_the_mail_server_whole() -> None:
    with mail_server() as server:
        send(LETTER, f"smtp://{server.address}", "quizapp@quiz.example.org", AT)
    (letter,) = server.letters
    assert (letter["From"], letter["To"], letter["Subject"]) == ("quizapp@quiz.example.org", LETTER.to, LETTER.subject)
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Date"].datetime == AT
    assert letter.get_content().splitlines() == LETTER.text.splitlines()
    assert not any(line.startswith("AUTH") for line in server.said)


def test_a_mail_server_is_told_the_name_and_password_it_asks_for() -> None:
    with mail_server() as server:
        send(LETTER, f"smtp://ann:p%40ss@{server.address}", "quizapp@quiz.example.org", AT)
    assert "AUTH PLAIN AGFubgBwQHNz" in server.said


def test_a_letter_that_is_refused_is_not_lost_without_a_word() -> None:
    with mail_server(refuses=True) as server, pytest.raises(SMTPException):
        send(LETTER, f"smtp://{server.address}", "quizapp@quiz.example.org", AT)
    with pytest.raises(OSError, match="refused"):
        send(LETTER, f"smtp://{server.address}", "quizapp@quiz.example.org", AT)


def test_a_mail_server_that_nobody_vouches_for_is_told_nothing() -> None:
    false = Path(__file__).with_name("false_mail_server.pem")
    with mail_server(certificate=false) as server, pytest.raises(ssl.SSLCertVerificationError):
        send(LETTER, f"smtps://ann:secret@{server.address}", "quizapp@quiz.example.org", AT)
    assert (server.said, server.letters) == ([], [])


def test_a_letter_that_is_put_aside_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = put_aside(LETTER, tmp_path, AT)
    assert path.parent == tmp_path / "letters"
    assert path.read_text(encoding="utf-8") == f"{LETTER.subject}\n\n{LETTER.text}"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert put_aside(LETTER, tmp_path, AT) != path


def test_letters_of_other_days_are_removed_when_another_is_put_aside(tmp_path: Path) -> None:
    path = put_aside(LETTER, tmp_path, AT)
    os.utime(path, (AT.timestamp(), AT.timestamp()))
    put_aside(LETTER, tmp_path, AT + timedelta(hours=23))
    assert path.exists()
    put_aside(LETTER, tmp_path, AT + timedelta(days=1, seconds=1))
    assert not path.exists()


def test_letters_of_other_days_are_removed_also_where_none_is_put_aside(tmp_path: Path) -> None:
    remove_other_days(tmp_path, AT)
    path = put_aside(LETTER, tmp_path, AT)
    os.utime(path, (AT.timestamp(), AT.timestamp()))
    remove_other_days(tmp_path, AT + timedelta(hours=23))
    assert path.exists()
    remove_other_days(tmp_path, AT + timedelta(days=1, seconds=1))
    assert not path.exists()


def test_the_letters_to_one_person_are_removed_and_no_others(tmp_path: Path) -> None:
    remove_letters(7, tmp_path)
    hers, his = put_aside(LETTER, tmp_path, AT), put_aside(Letter(77, None, "", ""), tmp_path, AT)
    remove_letters(7, tmp_path)
    assert (hers.exists(), his.exists()) == (False, True)


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("::1", True),
        ("[::1]", True),
        ("192.0.2.1", False),
        ("localhost.example.org", False),
        ("", False),
    ],
)
def test_only_a_name_that_every_machine_has_for_itself_is_this_machine(host: str, here: bool) -> None:
    assert is_this_machine(host) is here
