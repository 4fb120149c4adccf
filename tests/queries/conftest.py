import pytest
from sqlalchemy.orm import Session

from questions.bank import Bank, shipped_banks
from questions.readers.toml_files import read_bank
from tests.databases import Fill
from tests.learner import Learner, signs_up, studies
from tests.studying import a_student, the_student
from tests.tables import tables


@pytest.fixture(scope="session")
def bank() -> Bank:
    return read_bank(shipped_banks()[0])


@pytest.fixture
def filling(request: pytest.FixtureRequest) -> Fill:
    """The student is there already where a test asks for her."""
    return a_student if "student" in request.fixturenames else tables


@pytest.fixture
def student(session: Session) -> Learner:
    """Somebody who studies all there is."""
    return the_student(session)


@pytest.fixture
def outsider(session: Session, student: Learner, bank: Bank) -> Learner:
    """Somebody else, who studies the same."""
    return studies(signs_up(session, "outsider"), bank)
