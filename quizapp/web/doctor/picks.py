"""Which questions are on the sheet, in which order: kept in the signed cookie for some hours, and nowhere else."""

from collections.abc import Iterable, Sequence

from flask import session

from quizapp.clock import now
from quizapp.web.visits import FORGOTTEN_AFTER

FIELD = "doctor"


def kept_picks() -> tuple[str, ...]:
    """The ids of the questions that were picked in these hours, the first one first."""
    match session.get(FIELD):
        case {"at": int(at), "picked": list(picked)} if 0 <= now().timestamp() - at < FORGOTTEN_AFTER.total_seconds():
            return tuple(map(str, picked))
        case _:
            return ()


def keep_picks(picked: Iterable[str]) -> None:
    """Let the cookie hold them until the browser is closed."""
    session[FIELD] = {"at": int(now().timestamp()), "picked": list(picked)}
    session.permanent = False


def moved(picked: Sequence[str], one: str, by: int) -> tuple[str, ...]:
    """The same in another order: one of them stands so many places further down, or as far as there are places."""
    if one not in picked:
        return tuple(picked)
    others = [other for other in picked if other != one]
    place = min(max(picked.index(one) + by, 0), len(others))
    return (*others[:place], one, *others[place:])
