"""A clock that stands still until a test lets time pass."""

from datetime import datetime, timedelta


class StandingClock:
    """Tells the same moment whenever it is asked."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def let_pass(self, **span: float) -> None:
        """Let some `hours=…` or `days=…` go by."""
        self.at += timedelta(**span)
