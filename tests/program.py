"""Starting the program as a person would, in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryFile
from urllib.error import URLError

QUIZAPP = Path(sys.executable).with_name("quizapp")
BELOW_THOSE_THAT_ARE_GIVEN = range(10_000, 32_768)
PATIENCE = 120  # seconds for what takes one or two on a machine that does nothing else
OURS = {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")}


def free_port() -> int:
    """A port on which nobody listens, and which no connection of others is given before we do."""
    for port in SystemRandom().sample(BELOW_THOSE_THAT_ARE_GIVEN, 100):
        with socket.socket() as trial, suppress(OSError):
            trial.bind(("127.0.0.1", port))
            return port
    raise AssertionError("Somebody listens on every port that was tried.")


@contextmanager
def served(data: Path, program: Path = QUIZAPP, folder: Path | None = None, **environment: str) -> Iterator[str]:
    """The address at which `quizapp serve` answers meanwhile. It must end well when it is told to."""
    with served_and_heard(data, program, folder, **environment) as (address, _):
        yield address


@contextmanager
def served_and_heard(
    data: Path, program: Path = QUIZAPP, folder: Path | None = None, **environment: str
) -> Iterator[tuple[str, Callable[[], str]]]:
    """The same, and how to ask for all that it has said."""
    port = free_port()
    command: list[str | Path] = [program, "serve", "--data", data, "--port", str(port), "--workers", "1"]
    with TemporaryFile("w+") as log:  # a pipe that nobody empties would stop it

        def said() -> str:
            log.seek(0)
            return log.read()

        with subprocess.Popen(command, cwd=folder, env=OURS | environment, text=True, stdout=log, stderr=subprocess.STDOUT) as process:
            try:
                wait_for(f"http://127.0.0.1:{port}/healthz", process, said)
                yield f"http://127.0.0.1:{port}/", said
            finally:
                process.send_signal(signal.SIGTERM)
                process.wait(timeout=PATIENCE)
            assert process.returncode == 0, said()
            assert f"http://127.0.0.1:{port}/" in said()


def wait_for(address: str, process: "subprocess.Popen[str]", said: Callable[[], str] = str, seconds: float = PATIENCE) -> None:
    """Wait until an address answers."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise AssertionError(f"It ended: {said()}")
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"Nothing answered at {address} within {seconds} seconds")


def fetch(address: str) -> tuple[int, str]:
    """The status and the text of a page."""
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return int(answer.status), answer.read().decode()


def refused(*arguments: str | Path, **environment: str) -> str:
    """What the program says when it does not start: one sentence on the side of errors, and an exit that failed."""
    done = subprocess.run([QUIZAPP, *arguments], env=OURS | environment, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.removeprefix("Error: ").rstrip("\n")


def quizapp(*arguments: str | Path, **environment: str) -> str:
    """What a command says that does what it should."""
    done = subprocess.run([QUIZAPP, *arguments], env=OURS | environment, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
