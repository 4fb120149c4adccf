"""What whoever runs the program can set: read from the environment, typed, and checked before anything starts."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from quizapp.errors import CannotStart
from quizapp.letters import is_this_machine

MASK = "********"
OURS, OF_TESTS = "QUIZAPP_", "QUIZAPP_TEST_"
SHORTEST_KEY = 32
LONGEST_LINE = 120
YES_OR_NO = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
WHO_OPENS_COURSES = ("everybody", "administrators")
SECRETS = {"password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key"}  # as PostgreSQL's client calls them
DRIVERS = {
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
    "sqlite": "sqlite",
}


def read_folder(text: str) -> Path:
    """A folder, `~` being the user's own. It need not be there yet."""
    folder = Path(text).expanduser().absolute()
    if os.path.exists(folder) and not os.path.isdir(folder):  # noqa: PTH110, PTH112 -- Path raises where a folder may not be looked into
        raise ValueError("Name a folder; this is a file.")
    return folder


def read_database_url(text: str) -> str:
    """The address of a database of a kind that is known here, with the driver that is installed."""
    try:
        url = make_url(text)
    except ArgumentError:
        raise ValueError("Write an address, such as postgresql://user@localhost/quizapp.") from None
    if url.drivername not in DRIVERS:
        raise ValueError("Write an address that begins with postgresql:// or sqlite://.")
    url = url.set(drivername=DRIVERS[url.drivername])
    if url.get_backend_name() == "postgresql" and "sslmode" not in url.query and _is_elsewhere(url):
        url = url.update_query_dict({"sslmode": "verify-full"})
    return url.render_as_string(hide_password=False)


def _is_elsewhere(url: URL) -> bool:
    """Whether a database is on another machine: not on a socket, and not at an address that every machine has for itself."""
    named = url.query.get("host", url.host or "")
    return any(
        host and not host.startswith(("/", "@")) and not is_this_machine(host) for host in ([named] if isinstance(named, str) else named)
    )


def read_secret_key(text: str) -> str:
    """A key that is long enough not to be guessed."""
    if len(text) < SHORTEST_KEY:
        raise ValueError(f"Write at least {SHORTEST_KEY} characters that nobody can guess, or leave it out: one is then made and kept.")
    return text


def read_yes_or_no(text: str) -> bool:
    """Yes or no, in the usual spellings."""
    if text.lower() not in YES_OR_NO:
        raise ValueError("Write 1 or 0.")
    return YES_OR_NO[text.lower()]


def read_hops(text: str) -> int:
    """A small number of proxies."""
    if not (text.isascii() and text.isdigit() and int(text) <= 10):
        raise ValueError("Write a number from 0 to 10.")
    return int(text)


def read_address(text: str) -> str:
    """The address of the pages, without a path."""
    url = _split(text)
    if url.scheme not in ("http", "https") or not url.hostname or url.username or url.path.strip("/") or url.query or url.fragment:
        raise ValueError("Write an address, such as https://quiz.example.org.")
    return f"{url.scheme}://{url.netloc}"


def read_mail_server(text: str) -> str:
    """The address of a mail server, with the name and password it asks for."""
    url = _split(text)
    if url.scheme not in ("smtp", "smtps") or not url.hostname or url.path.strip("/") or url.query or url.fragment:
        raise ValueError("Write an address, such as smtps://user:password@mail.example.org.")
    return text


def read_sender(text: str) -> str:
    """An e-mail address."""
    if not (text.isprintable() and text.isascii() and " " not in text and text.strip("@") == text and text.count("@") == 1):
        raise ValueError("Write an e-mail address, such as quizapp@example.org.")
    return text


def read_line(text: str) -> str:
    """One short line, as people are to read it."""
    if not text.isprintable() or len(text) > LONGEST_LINE:
        raise ValueError(f"Write one line of at most {LONGEST_LINE} characters, such as 988, by call or text.")
    return text


def read_contact(text: str) -> str:
    """How to reach whoever runs the site: an e-mail address, or the address of a page that says how."""
    if "://" not in text:
        return read_sender(text)
    url = _split(text)
    if url.scheme not in ("http", "https") or not url.hostname or not text.isprintable() or " " in text:
        raise ValueError("Write an e-mail address, or the address of a page, such as https://example.org/contact.")
    return text


def read_openers(text: str) -> str:
    """Who may open courses."""
    if text not in WHO_OPENS_COURSES:
        raise ValueError("Write everybody or administrators.")
    return text


def setting(variable: str, read: Callable[[str], Any], default: Callable[[], Any], about: str, mask: Callable[[Any], str] = str) -> Any:
    """A setting: the variable that it is read from, how, what it is otherwise, and what it does."""
    return field(default_factory=default, metadata={"variable": variable, "read": read, "about": about, "mask": mask})


def without_password(url: str | None) -> str:
    """The address of a database as it may be shown."""
    return as_shown(make_url(url)) if url else "not set"


def as_shown(url: URL) -> str:
    """An address of a database with no secret in it, wherever the driver would take one from."""
    return url.update_query_dict(dict.fromkeys(SECRETS & url.query.keys(), "hidden")).render_as_string()


def without_name_and_password(url: str | None) -> str:
    """A mail server as it may be shown."""
    return f"{urlsplit(url).scheme}://{urlsplit(url).netloc.rpartition('@')[2]}" if url else "not set"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each with the variable that holds it."""

    data: Path = setting(
        "QUIZAPP_DATA",
        read_folder,
        lambda: user_data_path("quizapp", appauthor=False),
        "The folder that keeps the secret key and, unless another database is set, the database.",
    )
    database_url: str | None = setting(
        "QUIZAPP_DATABASE_URL",
        read_database_url,
        lambda: None,
        "The address of the database, such as postgresql://user@localhost/quizapp. Not set: an SQLite file in the data folder.",
        without_password,
    )
    secret_key: str | None = setting(
        "QUIZAPP_SECRET_KEY",
        read_secret_key,
        lambda: None,
        f"Signs cookies and questions, at least {SHORTEST_KEY} characters. Not set: one is made once and kept in the data folder.",
        lambda key: MASK if key else "not set",
    )
    https: bool = setting(
        "QUIZAPP_HTTPS",
        read_yes_or_no,
        lambda: False,
        "1 where people reach the pages by https only: cookies are then kept to https, and browsers are told to insist on it.",
        lambda yes: str(int(yes)),
    )
    proxy_hops: int = setting(
        "QUIZAPP_PROXY_HOPS",
        read_hops,
        lambda: 0,
        "How many proxies stand in front and set X-Forwarded-For, -Proto and -Host. 0: these headers are not believed.",
    )
    address: str | None = setting(
        "QUIZAPP_ADDRESS",
        read_address,
        lambda: None,
        "The address at which people reach the pages, such as https://quiz.example.org. Links in letters begin with it.",
        lambda address: address or "not set",
    )
    mail_server: str | None = setting(
        "QUIZAPP_MAIL_SERVER",
        read_mail_server,
        lambda: None,
        "The server that sends letters, such as smtps://user:password@mail.example.org or, with STARTTLS, smtp://…:587. "
        "Not set: letters are put into the folder `letters` of the data folder.",
        without_name_and_password,
    )
    mail_from: str | None = setting(
        "QUIZAPP_MAIL_FROM",
        read_sender,
        lambda: None,
        "The e-mail address from which letters come. Not set: quizapp@ and the host of QUIZAPP_ADDRESS.",
        lambda address: address or "not set",
    )

    @property
    def sender(self) -> str:
        """From whom letters come."""
        return self.mail_from or f"quizapp@{urlsplit(self.address or '').hostname or 'localhost'}"

    contact: str | None = setting(
        "QUIZAPP_CONTACT",
        read_contact,
        lambda: None,
        "How people reach you, whoever runs the site: an e-mail address, or the address of a page. Shown under accessibility and privacy.",
        lambda contact: contact or "not set",
    )

    crisis_line: str | None = setting(
        "QUIZAPP_CRISIS_LINE",
        read_line,
        lambda: None,
        "A line for people in distress, as they are to read it, such as: 988, by call or text, day and night. "
        "Shown on each page for patients. Not set: these pages name the care team and the local emergency number.",
        lambda line: line or "not set",
    )
    courses: str = setting(
        "QUIZAPP_COURSES",
        read_openers,
        lambda: "everybody",
        "Who may open a course: everybody with an account, or administrators only.",
    )

    @property
    def database(self) -> URL:
        """The address of the database that counts."""
        return make_url(self.database_url) if self.database_url else URL.create("sqlite", database=str(self.data / "quizapp.sqlite3"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A setting as it is listed."""

    variable: str
    value: str
    about: str


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings that an environment holds. Raises CannotStart, naming the variable and what to do."""
    refuse_misspelt(environment)
    given = {entry.name: _read(entry.metadata, environment) for entry in fields(Settings) if environment.get(entry.metadata["variable"])}
    settings = Settings(**given)
    if settings.mail_server and not settings.address:
        raise CannotStart("QUIZAPP_MAIL_SERVER cannot be used alone. Write into QUIZAPP_ADDRESS where links in letters shall lead.")
    return settings


def refuse_misspelt(environment: Mapping[str, str]) -> None:
    """Raise CannotStart where a variable is nearly one of ours; of what is like none of them only tell, since others may have set it."""
    known = [entry.metadata["variable"] for entry in fields(Settings)]
    for variable in sorted(name for name, value in environment.items() if value and name.startswith(OURS)):
        if variable in known or variable.startswith(OF_TESTS):
            continue
        if near := get_close_matches(variable.removeprefix(OURS), [name.removeprefix(OURS) for name in known], n=1):
            raise CannotStart(f"{variable} is no setting. Write {OURS}{near[0]}, or leave it out.")
        logging.getLogger("quizapp").warning("%s is no setting, and changes nothing. `quizapp settings` lists them all.", variable)


def shown(settings: Settings) -> Iterator[Shown]:
    """All settings, with what is secret masked."""
    for entry in fields(settings):
        mask = entry.metadata["mask"]
        yield Shown(entry.metadata["variable"], mask(getattr(settings, entry.name)), entry.metadata["about"])


def _split(text: str) -> SplitResult:
    """The parts of an address."""
    try:
        url = urlsplit(text)
        _ = url.port  # looked at only when it is asked for
    except ValueError:
        raise ValueError("Write an address, its port in digits.") from None
    return url


def _read(metadata: Mapping[str, Any], environment: Mapping[str, str]) -> Any:
    variable = metadata["variable"]
    try:
        return metadata["read"](environment[variable])
    except ValueError as error:
        raise CannotStart(f"{variable} cannot be used as it is set. {error}") from None
