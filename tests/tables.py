"""All tables, as the models have them."""

from sqlalchemy import create_engine

from quizapp.models import Base
from quizapp.models.engines import WRITING, keep_safely


def tables(url: str) -> None:
    """Make them in an empty database."""
    engine = create_engine(url)
    keep_safely(engine)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        Base.metadata.create_all(connection)
    engine.dispose()
