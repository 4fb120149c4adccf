"""Letters to people: sent by a mail server, or put aside in the data folder for the administrator."""

import os
import secrets
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote, urlsplit

FOLDER = "letters"
KEPT = timedelta(days=1)
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Letter:
    """What is written to whom. Without an address it can only be put aside."""

    person_id: int
    to: str | None
    subject: str
    text: str


def send(letter: Letter, server: str, sender: str, at: datetime) -> None:
    """Hand a letter to the mail server. Over the network only in secret. Raises OSError."""
    url = urlsplit(server)
    assert url.hostname
    assert letter.to
    secret = ssl.create_default_context()
    if url.scheme == "smtps":
        post: smtplib.SMTP = smtplib.SMTP_SSL(url.hostname, url.port or 465, timeout=PATIENCE, context=secret)
    else:
        post = smtplib.SMTP(url.hostname, url.port or 25, timeout=PATIENCE)
    with post:
        if url.scheme == "smtp" and not is_this_machine(url.hostname):
            post.starttls(context=secret)
        if url.username:
            post.login(unquote(url.username), unquote(url.password or ""))
        post.send_message(_message(letter, sender, at), sender, [letter.to])


def put_aside(letter: Letter, data: Path, at: datetime) -> Path:
    """Write a letter into the data folder, for its owner alone; letters of other days are removed."""
    folder = data / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    remove_other_days(data, at)
    path = folder / f"{letter.person_id}-{at:%Y%m%d-%H%M%S}-{secrets.token_hex(4)}.txt"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(f"{letter.subject}\n\n{letter.text}")
    return path


def remove_other_days(data: Path, at: datetime) -> None:
    """Remove the letters that were put aside more than a day ago."""
    for old in (data / FOLDER).glob("*.txt"):
        with suppress(OSError):  # another process was first; and nobody is kept out by a letter that stays
            if old.stat().st_mtime < (at - KEPT).timestamp():
                old.unlink()


def remove_letters(person_id: int, data: Path) -> None:
    """Remove the letters to a person that were put aside."""
    for path in (data / FOLDER).glob(f"{person_id}-*.txt"):
        path.unlink(missing_ok=True)


def is_this_machine(host: str) -> bool:
    """Whether a host name can only mean the machine that says it."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _message(letter: Letter, sender: str, at: datetime) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, letter.to, letter.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message
