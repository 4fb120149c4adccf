from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask import Flask
from flask.testing import FlaskClient


@pytest.fixture
def in_german(app: Flask, tmp_path: Path) -> None:
    """A catalogue for a language more."""
    catalogue = Catalog("de")
    catalogue.add("Sign in", "Anmelden")
    folder = tmp_path / "catalogues" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, catalogue)
    app.extensions["babel"].translation_directories.append(str(tmp_path / "catalogues"))


@pytest.mark.usefixtures("in_german")
def test_a_guest_reads_the_language_that_the_browser_likes_best(guest: FlaskClient) -> None:
    page = guest.get("/sign-in", headers={"Accept-Language": "fr, de-AT;q=0.8, en;q=0.5"}).text
    assert '<html lang="de"' in page
    assert "Anmelden" in page


@pytest.mark.parametrize("liked", ["fr", "", "*", "nonsense;;q"])
def test_where_there_is_no_catalogue_it_is_english(guest: FlaskClient, liked: str) -> None:
    assert '<html lang="en"' in guest.get("/sign-in", headers={"Accept-Language": liked}).text
