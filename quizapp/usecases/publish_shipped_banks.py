"""Laying the banks that travel with the program into a database."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.usecases.publish_bank import Published, publish_bank


def publish_shipped_banks(session: Session, banks: Iterable[Bank], at: datetime) -> tuple[Published, ...]:
    """Publish each of them, as it is now. Doing it again changes nothing."""
    return tuple(publish_bank(session, bank, at) for bank in banks)
