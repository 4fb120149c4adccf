"""The people who learn here, where they are signed in, and who tried to be."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from questions.fact import AUDIENCES
from questions.plainly import FAMILY
from quizapp.models.base import Base, kept, one_of
from quizapp.scheduling.recall import GOAL, HIGHEST_GOAL, LOWEST_GOAL
from quizapp.scheduling.schedulers import USUAL

THEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 119, 138)
MOST_EXTRA_TIME = 200
"""Per cent of a time limit."""
ROLES = ("learner", "editor", "administrator")
MAY_EDIT = ("editor", "administrator")


class Person(Base):
    """One person, and how they like their pages. Whoever was found is signed in.

    A name that is an e-mail address is the person's own address too, so that no name is anybody else's address. `days_off` holds a bit for
    each weekday off, Monday's the lowest. On the study day `more_on`, and on no other, so many more are asked than the limits allow, and
    what is due up to `ahead_to` is due then.
    """

    is_authenticated: ClassVar[bool] = True

    __tablename__ = "people"
    __table_args__ = kept(
        UniqueConstraint("name_key"),
        UniqueConstraint("email_key"),
        CheckConstraint("(email IS NULL) = (email_key IS NULL)", "email"),
        CheckConstraint("replace(name_key, '@', '') = name_key OR name_key = coalesce(email_key, '')", "name_key"),
        CheckConstraint(one_of("role", ROLES), "role"),
        CheckConstraint(one_of("audience", AUDIENCES), "audience"),
        CheckConstraint("NOT helping OR audience = 'patient'", "helping"),
        CheckConstraint(one_of("theme", THEMES), "theme"),
        CheckConstraint(one_of("text_size", TEXT_SIZES), "text_size"),
        CheckConstraint("(moved_from IS NULL) = (moved_at IS NULL)", "moved_at"),
        CheckConstraint("reviews_a_day BETWEEN 1 AND 1000", "reviews_a_day"),
        CheckConstraint("new_a_day BETWEEN 0 AND reviews_a_day", "new_a_day"),
        CheckConstraint(f"extra_time BETWEEN 0 AND {MOST_EXTRA_TIME}", "extra_time"),
        CheckConstraint("days_off BETWEEN 0 AND 126", "days_off"),
        CheckConstraint("more_reviews >= 0", "more_reviews"),
        CheckConstraint("more_new BETWEEN 0 AND more_reviews", "more_new"),
        CheckConstraint("more_on IS NOT NULL OR (more_reviews = 0 AND ahead_to IS NULL)", "more_on"),
        CheckConstraint("length(scheduler) BETWEEN 1 AND 40", "scheduler"),  # which ones there are is an open set
        CheckConstraint(f"goal_recall BETWEEN {LOWEST_GOAL} AND {HIGHEST_GOAL}", "goal_recall"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]
    password_hash: Mapped[str]
    audience: Mapped[str]
    language: Mapped[str]
    zone: Mapped[str]
    theme: Mapped[str] = mapped_column(default="system")
    text_size: Mapped[int] = mapped_column(default=100)
    keys: Mapped[bool] = mapped_column(default=True)
    reviews_a_day: Mapped[int] = mapped_column(default=60)
    new_a_day: Mapped[int] = mapped_column(default=10)
    joined_at: Mapped[datetime]
    email: Mapped[str | None]
    email_key: Mapped[str | None]
    role: Mapped[str] = mapped_column(default="learner")
    moved_from: Mapped[str | None]
    moved_at: Mapped[datetime | None]
    extra_time: Mapped[int] = mapped_column(default=0)
    days_off: Mapped[int] = mapped_column(default=0)
    more_reviews: Mapped[int] = mapped_column(default=0)
    more_new: Mapped[int] = mapped_column(default=0)
    more_on: Mapped[date | None]
    ahead_to: Mapped[date | None]
    scheduler: Mapped[str] = mapped_column(default=USUAL)
    goal_recall: Mapped[int] = mapped_column(default=GOAL)
    helping: Mapped[bool] = mapped_column(default=False)

    @property
    def reader(self) -> str:
        """In whose words they are asked: those for their audience, or for whoever is close to a patient."""
        return FAMILY if self.helping else self.audience


class Login(Base):
    """One browser in which a person is signed in: the hash of its token, never the token; and whether it stays so when it is closed."""

    __tablename__ = "sessions"
    __table_args__ = kept(passing=True)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    stays: Mapped[bool] = mapped_column(default=True)
    device: Mapped[str] = mapped_column(default="")


class SignInAttempt(Base):
    """A sign-in that failed, or whatever else is counted, kept for a day: for which account and from where, both as keyed hashes."""

    __tablename__ = "sign_in_attempts"
    __table_args__ = kept(
        Index(None, "account_hash", "tried_at"),
        Index(None, "address_hash", "tried_at"),
        Index(None, "tried_at"),
        passing=True,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_hash: Mapped[bytes]
    address_hash: Mapped[bytes]
    tried_at: Mapped[datetime]


class ResetLink(Base):
    """A link with which a new password may be set, once and soon: the hash of its token, never the token."""

    __tablename__ = "reset_links"
    __table_args__ = kept(passing=True)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]


class RecoveryCode(Base):
    """A code that stands in for a forgotten password, once: its hash."""

    __tablename__ = "recovery_codes"
    __table_args__ = kept()

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    code_hash: Mapped[bytes] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]


class Calendar(Base):
    """The private address of a person's calendar: the hash of its token, never the token.

    With the program's key and the grain the token can be made again, to show the address to its owner; with the database alone it cannot.
    """

    __tablename__ = "calendars"
    __table_args__ = kept()

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    token_hash: Mapped[bytes]
    grain: Mapped[bytes]
    made_at: Mapped[datetime]
