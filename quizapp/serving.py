"""Serving the pages with Granian: several processes, one thread in each."""

import os
import socket
from collections.abc import Callable
from functools import partial

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from quizapp.app import create_app
from quizapp.errors import CannotStart
from quizapp.settings import Settings

SECONDS_TO_FINISH = 10


def refuse_taken(host: str, port: int) -> None:
    """Raise CannotStart where nobody could listen. Asked before, since worker processes could share a port with a stranger."""
    try:
        kind, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        with socket.socket(kind, socket.SOCK_STREAM) as trial:
            if os.name == "posix":
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
            trial.listen()
    except OSError as error:
        raise CannotStart(f"Nothing can listen on {host}:{port} ({error.strerror}): choose another with --host or --port.") from error


def serve(settings: Settings, host: str, port: int, workers: int, ready: Callable[[], None]) -> None:
    """Serve until told to stop; `ready` is called once the address is ours."""
    server = Granian(
        target="quizapp",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=1,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_FINISH,
        log_level=LogLevels.warning,
    )
    server.on_startup(ready)
    server.serve(target_loader=partial(create_app, settings), wrap_loader=False)
