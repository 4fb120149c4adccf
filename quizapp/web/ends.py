"""That the end of an exam was moved while somebody is in it, in words to them."""

from datetime import datetime
from typing import Protocol

from quizapp.web.spans import span
from quizapp.web.wording import format_moment
from quizapp.web.wording import gettext as _


class Ending(Protocol):
    """An attempt at an exam, and the end that its learner knows of where that is another."""

    @property
    def ends_at(self) -> datetime | None: ...
    @property
    def known_end(self) -> datetime | None: ...
    @property
    def ended_at(self) -> datetime | None: ...


def moved(attempt: Ending, at: datetime, zone: str) -> str:
    """What is still to be said of it to its learner, by the clock of a zone; "" where there is nothing."""
    before, after = attempt.known_end, attempt.ends_at
    if before is None or after is None:
        return ""
    until = format_moment(after, zone)
    if attempt.ended_at is not None:
        return _("While you were in it, your instructor moved its end to %(moment)s.", moment=until)
    left = span(after - at)
    if after > before:
        return _("Your instructor has given you more time. It ends in %(left)s, on %(moment)s.", left=left, moment=until)
    return _("Your instructor has given you less time. It ends in %(left)s, on %(moment)s.", left=left, moment=until)
