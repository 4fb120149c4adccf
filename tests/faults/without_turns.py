"""A program that is wrong on purpose: `quizapp serve`, but nobody looks whether a turn was answered before.

It shows that the tests beside it would notice. Its database has to take an answer any number of times, see `drop_turns`.
"""

import os
import re
import sys
from datetime import datetime
from typing import Any

from sqlalchemy import Dialect, Engine, insert, text

from questions.responses import Answers, Malformed
from quizapp.models.engines import WRITING
from quizapp.models.prepared import Prepared
from quizapp.models.transactions import Door, begin_writing
from quizapp.queries.answering import LOGGED, REVIEWS, answer_to, find
from quizapp.queries.cards import state_of
from quizapp.serving import serve
from quizapp.settings import read_settings
from quizapp.usecases.tickets import read_ticket
from quizapp.web.study import asking

path = sys.modules["quizapp.usecases.answer_question"]
NEVER = -1


def answer_each_time(session: Door, token: str, objective_id: int, answers: Answers, at: datetime, key: str) -> Any:
    """Log an answer as often as it comes."""
    ticket = read_ticket(answers["ticket"][0], key)
    assert ticket
    item = path._item(session, ticket)
    given = path._read(item, answers)
    begin_writing(session)
    connection = session.connection()
    found = find(connection.dialect).first(connection, answer_to(token, objective_id, NEVER, at))
    if isinstance(given, Malformed):
        return path.Outdated(objective_id)
    return path._log(session, ticket, given, found, state_of(found), at)


def log_always(dialect: Dialect) -> Prepared:
    """The insert without the words that say what to do on a conflict."""
    return Prepared(insert(REVIEWS), dialect, LOGGED)


def drop_turns(engine: Engine) -> None:
    """Let an empty database take an answer any number of times."""
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        for table, constraint in (("reviews", "pk_reviews"), ("cards", "ck_cards_steps")):
            if engine.dialect.name == "postgresql":
                connection.execute(text(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}"))
            else:
                definition = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table})
                loose, found = re.subn(rf",\s*CONSTRAINT {constraint} \w+( \w+)? ?\([^)]*\)", "", str(definition))
                assert found == 1, definition
                connection.execute(text(f"DROP TABLE {table}"))
                connection.exec_driver_sql(loose)


if __name__ in ("__main__", "__mp_main__"):  # the workers too, where they begin anew
    path.log_once = log_always  # type: ignore[attr-defined]
    asking.answer_question = answer_each_time  # type: ignore[attr-defined]

if __name__ == "__main__":
    serve(read_settings(os.environ), "127.0.0.1", int(sys.argv[2]), 2, lambda: print("Quizapp is at fault", flush=True))
