"""A student who studies all there is, as many tests begin: once for all of them, in a database that is then copied."""

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from questions.bank import shipped_banks
from questions.readers.toml_files import read_bank
from quizapp.models import Person
from quizapp.models.engines import keep_safely
from quizapp.usecases.sign_up import SignedUp
from tests.databases import upon
from tests.learner import Learner, published, signs_up, studies
from tests.tables import tables

_TOKENS: dict[str, str] = {}  # of her session, by the kind of database


@upon(tables)
def a_student(url: str) -> None:
    """Publish the bank, and let her sign up and start all topics."""
    bank, engine = read_bank(shipped_banks()[0]), create_engine(url)
    keep_safely(engine)
    with Session(engine, expire_on_commit=False) as session:
        published(session, bank)
        _TOKENS[engine.dialect.name] = studies(signs_up(session), bank).signed_up.token
    engine.dispose()


def the_student(session: Session) -> Learner:
    """Her, in such a database."""
    person = session.scalars(select(Person).where(Person.name == "student")).one()
    return Learner(session, SignedUp(person, _TOKENS[session.get_bind().dialect.name]))
