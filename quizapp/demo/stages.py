"""Where scenes are played: one database, up to one moment."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from quizapp.demo.actors import Actor
from quizapp.demo.minds import Mind
from quizapp.scheduling.days import study_day
from quizapp.usecases.sign_up import SignedUp, sign_up

CROWD = 40
PASSWORD = "calm river lantern"  # noqa: S105 (it is shown on every page)


@dataclass(frozen=True, slots=True)
class Stage:
    """A database, the key that signs questions, the moment up to which everything has happened, and how many a section of a course has."""

    session: Session
    key: str
    until: datetime
    crowd: int = CROWD

    def enters(
        self,
        name: str,
        *,
        days_ago: int,
        mind: Mind,
        zone: str = "Europe/Berlin",
        audience: str = "nursing",
        device: str = "Firefox, Linux",
    ) -> Actor:
        """Somebody signs up, at noon so many days ago. What happens to them is drawn from their name."""
        day = study_day(self.until, zone) - timedelta(days=days_ago)
        at = min(datetime.combine(day, time(12), ZoneInfo(zone)), self.until - timedelta(minutes=30)).astimezone(self.until.tzinfo)
        signed_up = sign_up(self.session, name, PASSWORD, zone, at, audience=audience, device=device)
        assert isinstance(signed_up, SignedUp), signed_up
        self.session.flush()
        return Actor(self.session, self.key, signed_up.person, signed_up.token, at, self.until, mind, Random(name), device)
