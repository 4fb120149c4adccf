"""The program served for real, and Chromium, which refuses a bad page."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.standing_clock import StandingClock
from tests.ui.site import Site, serving
from tests.ui.watch import Devices

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Which browser the plugin of playwright starts, once for all tests."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("These tests need the browser Chromium: install it, as with `apt-get install chromium`.", pytrace=False)
    return {"executable_path": chromium, "args": ARGUMENTS}


@pytest.fixture
def kind() -> str:
    """SQLite alone: a browser cannot tell one database from another."""
    return "sqlite"


@pytest.fixture
def site(app: Flask, clock: StandingClock, empty_engine: Engine) -> Iterator[Site]:
    """The program at an address of its own."""
    with serving(app) as address, Session(empty_engine, expire_on_commit=False) as session:
        yield Site(address, app, clock, session)


@pytest.fixture
def devices(browser: Browser, site: Site) -> Iterator[Devices]:
    """Phones and desks with a browser each; they are closed in the end, and no page may have complained."""
    devices = Devices(browser, site.address)
    yield devices
    devices.close()
