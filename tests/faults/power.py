"""A served program whose processes are killed as a power cut would, and started again."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.program import OURS, free_port, wait_for

READY = "Quizapp is at"


class Served:
    """A program that serves pages on one port, in a process group of its own."""

    def __init__(self, command: Sequence[str | Path], log: Path, **environment: str) -> None:
        self.port = free_port()
        self._command = [*command, "--port", str(self.port)]
        self._environment, self._log = OURS | environment, log
        self._process: subprocess.Popen[str] | None = None

    def start(self, seconds: float = 60) -> None:
        """Start it, more than once while what was killed still holds the port."""
        deadline = time.monotonic() + seconds
        while not self._listens():
            assert time.monotonic() < deadline, self._log.read_text()
            time.sleep(0.2)
        wait_for(f"http://127.0.0.1:{self.port}/healthz", self._running)

    def kill_all(self) -> None:
        """Kill the server and its workers at one moment."""
        os.killpg(self._running.pid, signal.SIGKILL)
        self._running.wait()

    def kill_server(self) -> None:
        """Kill the process that watches over the workers, and none of them."""
        self._running.kill()
        self._running.wait()

    def kill_worker(self, chance: Random) -> None:
        """Kill one of those that answer; another is started by the server."""
        os.kill(chance.choice(self._workers()), signal.SIGKILL)

    def cpu_seconds(self) -> float:
        """How long its processes have computed, for themselves and in the kernel."""
        stats = (Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split() for process in (self._running.pid, *self._workers()))
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """Stop it as an operator does."""
        self._running.terminate()
        assert self._running.wait(30) == 0, self._log.read_text()

    def end(self) -> None:
        """End it whatever happened."""
        if self._running.poll() is None:
            self.kill_all()

    def _workers(self) -> list[int]:
        return [int(child) for child in Path(f"/proc/{self._running.pid}/task/{self._running.pid}/children").read_text().split()]

    @property
    def _running(self) -> "subprocess.Popen[str]":
        assert self._process
        return self._process

    def _listens(self) -> bool:
        """Start it and wait until it says that the port is its own; False if it ends instead."""
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                self._command, env=self._environment, text=True, stdout=log, stderr=log, start_new_session=True
            )
        while READY not in self._log.read_text():
            if self._process.poll() is not None:
                return False
            time.sleep(0.05)
        return True
