"""The queue of those who want to write to one SQLite file: first come, first served, in all processes together.

SQLite's own lock is no queue: whoever asks at the right moment gets it, and the unlucky starve.
"""

import os
import sqlite3
import sys
import threading
import time

if sys.platform != "win32":
    import fcntl


SOON = 0.02  # seconds: in nearly all of them the one before is done, and to look every now and then costs less than a thread
NAP = 0.0002


class Busy(Exception):
    """The database was kept busy by others for too long. Trying again later is right."""


class WritersQueue:
    """One writer's place in the queue beside a database file."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._handle: int | None = None

    def enter(self, seconds: float) -> bool:
        """Wait for our turn, at most so long. True when it is our turn. A disk that gives no file is told of as SQLite would tell of it."""
        if sys.platform == "win32" or self._handle is not None:
            return True
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise sqlite3.OperationalError(f"The queue of writers cannot be opened ({error.strerror}).") from error
        began = time.monotonic()
        if not (_soon(handle, min(seconds, SOON)) or _Waiter(handle).wait(seconds - (time.monotonic() - began))):
            return False
        self._handle = handle
        return True

    def leave(self) -> None:
        """Let the next one write."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _soon(queue: int, seconds: float) -> bool:
    """Whether it is our turn within a moment."""
    deadline = time.monotonic() + seconds
    while not _is_free(queue):
        if time.monotonic() >= deadline:
            return False
        time.sleep(NAP)
    return True


def _is_free(queue: int) -> bool:
    try:
        fcntl.flock(queue, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class _Waiter(threading.Thread):
    """Waits in the kernel's queue, which is fair but knows no deadline, for somebody who has one."""

    def __init__(self, queue: int) -> None:
        super().__init__(daemon=True)
        self._queue = queue
        self._arrived = threading.Event()
        self._abandoned = False
        self._deciding = threading.Lock()

    def wait(self, seconds: float) -> bool:
        self.start()
        self._arrived.wait(seconds)
        with self._deciding:
            self._abandoned = not self._arrived.is_set()
        return not self._abandoned

    def run(self) -> None:
        fcntl.flock(self._queue, fcntl.LOCK_EX)
        with self._deciding:
            if self._abandoned:
                os.close(self._queue)
            else:
                self._arrived.set()
