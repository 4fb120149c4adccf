"""How many files one process writes in a minute: a file takes long, and no table counts who asks for it, since guests leave no row."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from flask import current_app

MINUTE = timedelta(minutes=1)
MOST = 20
NAME = "pace of PDF files"


@dataclass(frozen=True, slots=True)
class Pace:
    """When the last files were written, whoever asked for them."""

    written: deque[datetime] = field(default_factory=lambda: deque(maxlen=MOST))
    turn: Lock = field(default_factory=Lock)

    def seconds_to_wait(self, at: datetime) -> int:
        """0 where a file may be written now, which then counts; else how long to wait."""
        with self.turn:
            if len(self.written) == MOST and at - self.written[0] < MINUTE:
                return int((self.written[0] + MINUTE - at).total_seconds()) + 1
            self.written.append(at)
            return 0


def writing_pace() -> Pace:
    """The pace of this process."""
    pace: Pace = current_app.extensions.setdefault(NAME, Pace())
    return pace
