"""`quizapp corrections`"""

import json
from collections.abc import Iterator
from pathlib import Path

import click
from sqlalchemy.orm import Session

from questions.correcting import Standing
from questions.toml_text import comment, fact_as_toml
from quizapp.databases import session_of
from quizapp.errors import CannotStart
from quizapp.models import Correction, Person
from quizapp.options import data_option, settings_with
from quizapp.queries.corrections import in_force, standings


@click.command("corrections")
@click.argument("bank")
@click.argument("file", type=click.Path(path_type=Path))
@data_option
def command(bank: str, file: Path, data: Path | None) -> None:
    """Write what editors have corrected in BANK into FILE, as its files would.

    Each fact stands there in full, to be pasted over the one of the same name; a fact that was retired is named in a comment.
    """
    with session_of(settings_with(data)) as session:
        try:
            standing = standings(session, bank)
        except LookupError as error:
            raise CannotStart(f"{error} Nothing was written.") from error
        found = in_force(session, bank)
        text = "\n".join(_told(one, standing[one.id], session) for one in found)
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotStart(f"{file} cannot be written ({error.strerror}); name another file.") from error
    click.echo(f"{len(found)} corrected facts written to {file}.")


def _told(one: Correction, standing: Standing, session: Session) -> str:
    return "\n".join(_lines(one, standing, session))


def _lines(one: Correction, standing: Standing, session: Session) -> Iterator[str]:
    who = session.get(Person, one.by_id) if one.by_id else None
    where = f", topic {one.topic}" if one.topic else ""
    yield comment(f"{one.fact}{where}: {one.why} ({who.name if who else 'somebody who has left'}, {one.made_at:%Y-%m-%d})")
    if standing is not Standing.COUNTS:
        yield comment(f"Standing: {standing}.")
    if one.after is None:
        yield comment(f"Retired: take {one.fact} out.") + "\n"
    else:
        yield fact_as_toml(one.kind, json.loads(one.after))
