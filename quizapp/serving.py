"""Serving the pages with Granian: several processes, one thread in each."""

import gc
import os
import socket
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing import parent_process
from threading import Thread

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from quizapp.app import create_app
from quizapp.errors import CannotStart
from quizapp.settings import Settings
from quizapp.slow_forms import SECONDS, InTime

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


def serve(settings: Settings, host: str, port: int, workers: int, ready: Callable[[], None], seconds_for_a_form: float = SECONDS) -> None:
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
    server.serve(target_loader=partial(_app_of_worker, settings, seconds_for_a_form), wrap_loader=False)


def _app_of_worker(settings: Settings, seconds_for_a_form: float) -> InTime:
    Thread(target=_end_with_server, daemon=True).start()
    app = create_app(settings)
    gc.collect()
    gc.freeze()  # what the program is made of stays: to look at all of it again and again, in the middle of a page, finds nothing
    return InTime(app, _give_up, seconds_for_a_form)


def _give_up() -> None:
    """End this process, which waits for a form in vain. Nothing is lost: whatever was answered is kept."""
    print("A form did not come to its end: the process that waited for it is replaced.", file=sys.stderr, flush=True)
    os._exit(1)


def _end_with_server() -> None:
    """A worker whose server was killed would answer on and keep the port from the next start. At once: some browsers never hang up."""
    if server := parent_process():
        server.join()
        os._exit(1)
