import pytest
from sqlalchemy.orm import Session

from questions.bank import Bank, shipped_banks
from questions.readers.toml_files import read_bank
from tests.learner import Learner, published, signs_up, studies


@pytest.fixture(scope="session")
def bank() -> Bank:
    return read_bank(shipped_banks()[0])


@pytest.fixture
def student(session: Session, bank: Bank) -> Learner:
    """Somebody who studies all there is."""
    published(session, bank)
    return studies(signs_up(session), bank)


@pytest.fixture
def outsider(session: Session, student: Learner, bank: Bank) -> Learner:
    """Somebody else, who studies the same."""
    return studies(signs_up(session, "outsider"), bank)
