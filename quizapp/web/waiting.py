"""What is said to whoever tried something too often: how long to wait."""

from quizapp.usecases.throttling import Throttled
from quizapp.web.wording import gettext, ngettext


class Waiting(dict[str, str]):
    """Problems of a form that pass by themselves, by field: nothing about it is to be changed."""

    waits = True


def wait_in_words(throttled: Throttled) -> str:
    """Why, and for how many minutes."""
    minutes = max(1, -(-(throttled.seconds - 1) // 60))
    return f"{gettext(throttled.why)} {ngettext('Wait %(num)d minute, then try again.', 'Wait %(num)d minutes, then try again.', minutes)}"


def to_wait(throttled: Throttled) -> dict[str, str]:
    """What programs are told."""
    return {"Retry-After": str(throttled.seconds)}
