import re
from dataclasses import fields
from pathlib import Path

import pytest

from quizapp.databases import database_of
from quizapp.errors import CannotStart
from quizapp.settings import MASK, Settings, read_settings, shown

LISTING = Path(__file__).parents[1] / "quizapp/docs/settings.md"
KEY = "k" * 32


def test_an_empty_environment_gives_sqlite_in_a_folder_of_ones_own() -> None:
    settings = read_settings({})
    assert settings.data.is_absolute()
    assert settings.database.drivername == "sqlite"
    assert settings.database.database == str(settings.data / "quizapp.sqlite3")


def test_every_setting_is_read_from_its_variable() -> None:
    settings = read_settings(
        {
            "QUIZAPP_DATA": "/srv/quiz",
            "QUIZAPP_DATABASE_URL": "postgresql://ann:secret@localhost/quiz",
            "QUIZAPP_SECRET_KEY": KEY,
            "QUIZAPP_HTTPS": "yes",
            "QUIZAPP_PROXY_HOPS": "2",
            "QUIZAPP_ADDRESS": "https://quiz.example.org/",
            "QUIZAPP_MAIL_SERVER": "smtps://ann:secret@mail.example.org",
            "QUIZAPP_MAIL_FROM": "quiz@example.org",
            "QUIZAPP_CONTACT": "ann@example.org",
            "QUIZAPP_CRISIS_LINE": "988, by call or text",
            "QUIZAPP_COURSES": "administrators",
        }
    )
    database, mail = "postgresql+psycopg://ann:secret@localhost/quiz", "smtps://ann:secret@mail.example.org"
    assert settings == Settings(
        Path("/srv/quiz"),
        database,
        KEY,
        True,
        2,
        "https://quiz.example.org",
        mail,
        "quiz@example.org",
        "ann@example.org",
        "988, by call or text",
        "administrators",
    )


def test_a_variable_that_is_set_to_nothing_is_not_set() -> None:
    assert read_settings({"QUIZAPP_HTTPS": "", "QUIZAPP_DATABASE_URL": ""}) == Settings()


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [("QUIZAPP_HTPS", "QUIZAPP_HTTPS"), ("QUIZAPP_DATABASE", "QUIZAPP_DATABASE_URL"), ("QUIZAPP_PROXY", "QUIZAPP_PROXY_HOPS")],
)
def test_a_misspelt_variable_is_refused_and_the_one_that_is_meant_is_named(misspelt: str, meant: str) -> None:
    with pytest.raises(CannotStart, match=f"^{misspelt} is no setting. Write {meant}, or leave it out.$"):
        read_settings({misspelt: "1"})


@pytest.mark.parametrize("variable", ["QUIZAPP_PORT", "QUIZAPP_SERVICE_HOST", "QUIZAPP_PORT_5000_TCP_ADDR"])
def test_what_whoever_started_us_set_for_reasons_of_its_own_is_only_told_of(variable: str, caplog: pytest.LogCaptureFixture) -> None:
    assert read_settings({variable: "5000"}) == Settings()
    assert caplog.messages == [f"{variable} is no setting, and changes nothing. `quizapp settings` lists them all."]


def test_what_only_tests_read_and_what_is_empty_is_not_spoken_of(caplog: pytest.LogCaptureFixture) -> None:
    assert read_settings({"QUIZAPP_TEST_LONG": "1", "QUIZAPP_HTPS": "", "PATH": "/bin"}) == Settings()
    assert not caplog.messages


@pytest.mark.parametrize("address", ["postgres://localhost/quiz", "postgresql://localhost/quiz", "postgresql+psycopg://localhost/quiz"])
def test_postgresql_is_reached_by_the_driver_that_is_installed(address: str) -> None:
    assert read_settings({"QUIZAPP_DATABASE_URL": address}).database.drivername == "postgresql+psycopg"


@pytest.mark.parametrize(
    ("address", "mode"),
    [
        ("postgresql://ann@db.example.org/quiz", "verify-full"),
        ("postgresql://ann@192.0.2.7:5433/quiz", "verify-full"),
        ("postgresql:///quiz?host=db.example.org", "verify-full"),
        ("postgresql://ann@db.example.org/quiz?sslmode=disable", "disable"),
        ("postgresql://ann@localhost/quiz", None),
        ("postgresql://ann@127.0.0.1/quiz", None),
        ("postgresql://[::1]/quiz", None),
        ("postgresql:///quiz", None),
        ("postgresql:///quiz?host=/run/postgresql", None),
    ],
)
def test_a_database_on_another_machine_has_to_prove_who_it_is_unless_it_is_said_otherwise(address: str, mode: str | None) -> None:
    assert read_settings({"QUIZAPP_DATABASE_URL": address}).database.query.get("sslmode") == mode


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("QUIZAPP_DATABASE_URL", "not an address"),
        ("QUIZAPP_DATABASE_URL", "mysql://localhost/quiz"),
        ("QUIZAPP_SECRET_KEY", "short"),
        ("QUIZAPP_HTTPS", "perhaps"),
        ("QUIZAPP_PROXY_HOPS", "-1"),
        ("QUIZAPP_PROXY_HOPS", "many"),
        ("QUIZAPP_PROXY_HOPS", "11"),
        ("QUIZAPP_ADDRESS", "quiz.example.com"),
        ("QUIZAPP_ADDRESS", "https://quiz.example.org/path"),
        ("QUIZAPP_ADDRESS", "https://quiz.example.org:port"),
        ("QUIZAPP_ADDRESS", "javascript://quiz"),
        ("QUIZAPP_MAIL_SERVER", "mail.example.org:25"),
        ("QUIZAPP_MAIL_FROM", "nobody"),
        ("QUIZAPP_MAIL_FROM", "a@b.org\nBcc: c@d.org"),
        ("QUIZAPP_CRISIS_LINE", "988\nor text"),
    ],
)
def test_a_bad_value_is_refused_in_words_that_name_the_variable_but_not_the_value(variable: str, value: str) -> None:
    with pytest.raises(CannotStart, match=rf"^{variable} cannot be used as it is set\. Write ") as refusal:
        read_settings({variable: value})
    assert value not in str(refusal.value) or value in ("-1", "11")
    assert "\n" not in str(refusal.value)


def test_a_file_is_no_data_folder() -> None:
    with pytest.raises(CannotStart, match=r"QUIZAPP_DATA cannot be used as it is set\. Name a folder"):
        read_settings({"QUIZAPP_DATA": __file__})


def test_what_is_secret_is_masked_when_settings_are_shown() -> None:
    settings = read_settings({"QUIZAPP_SECRET_KEY": KEY, "QUIZAPP_DATABASE_URL": "postgresql://ann:hunter2@localhost/quiz"})
    values = {setting.variable: setting.value for setting in shown(settings)}
    assert values["QUIZAPP_SECRET_KEY"] == MASK
    assert values["QUIZAPP_DATABASE_URL"] == "postgresql+psycopg://ann:***@localhost/quiz"
    assert KEY not in repr(values)


@pytest.mark.parametrize("name", ["password", "sslpassword"])
def test_a_password_of_the_database_is_masked_wherever_it_stands(name: str) -> None:
    """After the question mark too, in the list of settings and in what is said of a database that cannot be used."""
    settings = read_settings({"QUIZAPP_DATABASE_URL": f"postgresql://ann@localhost:1/quiz?{name}=hunter2&application_name=quiz"})
    [shown_as] = [setting.value for setting in shown(settings) if setting.variable == "QUIZAPP_DATABASE_URL"]
    assert "hunter2" not in shown_as
    assert "application_name=quiz" in shown_as
    with pytest.raises(CannotStart, match=r"postgresql\+psycopg://ann@localhost:1/quiz") as refusal, database_of(settings) as engine:
        engine.connect()
    assert "hunter2" not in str(refusal.value)
    assert settings.database.query[name] == "hunter2"


def test_the_password_of_the_mail_server_is_masked() -> None:
    given = {"QUIZAPP_MAIL_SERVER": "smtps://ann:hunter2@mail.example.org:465", "QUIZAPP_ADDRESS": "https://quiz.example.org"}
    values = {setting.variable: setting.value for setting in shown(read_settings(given))}
    assert values["QUIZAPP_MAIL_SERVER"] == "smtps://mail.example.org:465"
    assert "hunter2" not in repr(values)


def test_letters_come_from_the_host_of_the_pages_unless_another_sender_is_set() -> None:
    assert read_settings({"QUIZAPP_ADDRESS": "https://quiz.example.org:8443"}).sender == "quizapp@quiz.example.org"
    assert read_settings({"QUIZAPP_MAIL_FROM": "ann@example.org"}).sender == "ann@example.org"


def test_a_mail_server_without_an_address_for_its_links_is_refused() -> None:
    with pytest.raises(CannotStart, match="QUIZAPP_ADDRESS"):
        read_settings({"QUIZAPP_MAIL_SERVER": "smtps://mail.example.org"})


def test_the_document_lists_just_these_settings_in_these_words() -> None:
    listed = re.findall(r"^\| `(\w+)` \| (.+) \|$", LISTING.read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == [(entry.metadata["variable"], entry.metadata["about"]) for entry in fields(Settings)]


def test_courses_are_opened_by_everybody_or_by_administrators() -> None:
    assert read_settings({}).courses == "everybody"
    with pytest.raises(CannotStart, match=r"QUIZAPP_COURSES .* Write everybody or administrators"):
        read_settings({"QUIZAPP_COURSES": "teachers"})
