"""Laying the banks that travel with the program into a database."""

from datetime import datetime

from sqlalchemy.orm import Session

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.usecases.publish_bank import Published, publish_bank


def publish_shipped_banks(session: Session, at: datetime) -> tuple[Published, ...]:
    """Publish each of them, as it is now. Doing it again changes nothing."""
    banks = [read_bank(folder) for folder in shipped_banks()]
    return tuple(publish_bank(session, bank, at) for bank in banks)
