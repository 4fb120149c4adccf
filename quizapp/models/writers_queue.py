"""The queue of those who want to write to one SQLite file: first come, first served, in all processes together.

SQLite's own lock is no queue: whoever asks at the right moment gets it, and the unlucky starve.
"""

import os
import sqlite3
import sys
import threading

if sys.platform != "win32":
    import fcntl


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
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not _Waiter(handle).wait(seconds):
                return False
        self._handle = handle
        return True

    def leave(self) -> None:
        """Let the next one write."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


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
