"""The banks that were published, and the objectives that follow from them."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.models.base import Base, kept

CURRENT = text("superseded_at IS NULL")


class BankRevision(Base):
    """One published content of a bank, named by its hash. The newest to be published is the current one."""

    __tablename__ = "bank_revisions"
    __table_args__ = kept(
        Index("uq_bank_revisions_current", "bank", unique=True, sqlite_where=CURRENT, postgresql_where=CURRENT),
    )

    revision: Mapped[str] = mapped_column(primary_key=True)
    bank: Mapped[str]
    content: Mapped[str] = mapped_column(deferred=True)
    published_at: Mapped[datetime]
    superseded_at: Mapped[datetime | None]


class Objective(Base):
    """What a learner should be able to say. Retired while its facts are gone, never deleted: its id means one thing for ever."""

    __tablename__ = "objectives"
    __table_args__ = kept(UniqueConstraint("key"), Index(None, "bank", "topic"))

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    bank: Mapped[str]
    topic: Mapped[str]
    aim: Mapped[str]
    retired_at: Mapped[datetime | None]
