"""Whoever sends a form too slowly is not waited for, and nobody else is sent away."""

import io
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from quizapp.slow_forms import InTime
from tests.program import OURS, free_port, wait_for

ROOT = Path(__file__).parents[1]
IMPATIENT = """
import sys
from pathlib import Path
from quizapp.app import create_app
from quizapp.preparing import prepare
from quizapp.serving import serve
from quizapp.settings import Settings

if __name__ == "__main__":
    settings = Settings(data=Path(sys.argv[1]))
    prepare(create_app(settings))
    serve(settings, "127.0.0.1", int(sys.argv[2]), 1, lambda: None, seconds_for_a_form=1)
"""


def echo(environ: dict[str, Any], _: Any) -> Iterable[bytes]:
    form = environ["wsgi.input"]
    return [form.read(2), form.readline(), *form.readlines(), *form]


class Stalled(io.BytesIO):
    """A form whose rest never comes."""

    def __init__(self) -> None:
        super().__init__()
        self.line_is_cut = threading.Event()

    def read(self, size: int | None = -1) -> bytes:
        self.line_is_cut.wait(10)
        return b""


def test_a_form_that_comes_is_read_as_it_is_and_nobody_gives_up() -> None:
    given_up = threading.Event()
    app = InTime(echo, given_up.set, seconds=0.1)
    assert b"".join(app({"wsgi.input": io.BytesIO(b"one\ntwo\nthree")}, print)) == b"one\ntwo\nthree"
    assert not given_up.wait(0.3)


def test_whoever_waits_too_long_for_the_rest_of_a_form_gives_up() -> None:
    given_up, form = threading.Event(), Stalled()
    app = InTime(echo, given_up.set, seconds=0.1)
    waiting = threading.Thread(target=app, args=({"wsgi.input": form}, print))
    waiting.start()
    assert given_up.wait(5)
    form.line_is_cut.set()
    waiting.join()


@pytest.mark.faults
def test_a_phone_that_loses_its_line_in_the_middle_of_a_form_stops_the_pages_for_a_moment_only(tmp_path: Path) -> None:
    port, script = free_port(), tmp_path / "impatient.py"
    script.write_text(IMPATIENT)
    command = [sys.executable, str(script), str(tmp_path / "data"), str(port)]
    server = subprocess.Popen(command, env=OURS | {"PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", server)
        with socket.create_connection(("127.0.0.1", port)) as phone:
            phone.sendall(b"POST /sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n")
            phone.sendall(b"Content-Length: 100\r\n\r\nname=an")
            time.sleep(0.5)
            wait_for(f"http://127.0.0.1:{port}/healthz", server)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=10) as page:
                assert page.status == 200
    finally:
        server.terminate()
        told = server.communicate(timeout=30)[1]
    assert "A form did not come to its end" in told
    assert os.name != "posix" or server.returncode == 0
