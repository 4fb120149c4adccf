"""Serves a baseline just as `quizapp serve` serves ours: `python -m tests.benchmarks.baselines.serving by_hand FILE --port 5001`."""

import sys
from functools import partial
from importlib import import_module
from pathlib import Path

from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels


def create_app(name: str, file: str) -> Flask:
    """The app of a baseline."""
    app = import_module(f"tests.benchmarks.baselines.{name}").create_app(Path(file))
    assert isinstance(app, Flask)
    app.add_url_rule("/healthz", "healthz", lambda: "ok\n")
    return app


if __name__ == "__main__":
    _, name, file, workers, _, port = sys.argv
    server = Granian(
        target=name,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=int(workers),
        blocking_threads=1,
        websockets=False,
        log_level=LogLevels.warning,
    )
    server.on_startup(lambda: print("Quizapp is at rest", flush=True))
    server.serve(target_loader=partial(create_app, name, file), wrap_loader=False)
