"""How far somebody is with what is set."""

from enum import StrEnum


class State(StrEnum):
    """How far somebody is. Only an exam that cannot be taken again is in need of help; whoever studies may need it in any state."""

    NOT_STARTED = "not started"
    WORKING = "working"
    DONE = "done"
    LATE = "late"
    HELP = "help needed"
