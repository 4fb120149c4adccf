"""The people who learn here, where they are signed in, and who tried to be."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.models.base import Base, kept, one_of

AUDIENCES = ("nursing", "patient")
THEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 119, 138)
ROLES = ("learner", "editor", "administrator")
MAY_EDIT = ("editor", "administrator")


class Person(Base):
    """One person, and how they like their pages. Whoever was found is signed in.

    A name that is an e-mail address is the person's own address too, so that no name is anybody else's address.
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
        CheckConstraint(one_of("theme", THEMES), "theme"),
        CheckConstraint(one_of("text_size", TEXT_SIZES), "text_size"),
        CheckConstraint("(moved_from IS NULL) = (moved_at IS NULL)", "moved_at"),
        CheckConstraint("reviews_a_day BETWEEN 1 AND 1000", "reviews_a_day"),
        CheckConstraint("new_a_day BETWEEN 0 AND reviews_a_day", "new_a_day"),
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
