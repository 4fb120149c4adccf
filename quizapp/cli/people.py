"""`quizapp people`"""

from pathlib import Path

import click
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.clock import now
from quizapp.data_folder import kept_key
from quizapp.databases import session_of
from quizapp.errors import CannotStart
from quizapp.letters import remove_letters
from quizapp.models import Person
from quizapp.models.erasing import clear_log
from quizapp.models.people import ROLES
from quizapp.models.transactions import changing
from quizapp.options import data_option, settings_with
from quizapp.queries.people import called, people
from quizapp.usecases.end_sessions import end_sessions
from quizapp.usecases.erase_person import erase_person
from quizapp.usecases.make_reset_link import make_reset_link
from quizapp.usecases.names import name_key
from quizapp.usecases.set_role import set_role

A_PAGE = 50
THIS_MACHINE = "http://127.0.0.1:5000"  # where `quizapp serve` is, unless it is told otherwise
LIKE_EVERYBODY, *GIVEN = ROLES


@click.group("people")
def command() -> None:
    """List people, give them roles, help them back in, erase them."""


@command.command("list")
@click.argument("part", default="")
@click.option("--page", default=1, show_default=True, type=click.IntRange(1), help=f"Which page, of {A_PAGE} people each.")
@data_option
def list_people(part: str, page: int, data: Path | None) -> None:
    """List everybody in whose name or e-mail address PART stands."""
    with session_of(settings_with(data)) as session:
        found = people(name_key(part))
        count = session.scalar(select(func.count()).select_from(found.order_by(None).subquery())) or 0
        for person in session.scalars(found.limit(A_PAGE).offset((page - 1) * A_PAGE)):
            click.echo(f"{person.name}\t{person.email or '-'}\t{person.role}\tsince {person.joined_at:%Y-%m-%d}")
    click.echo(f"Page {page} of {max(1, -(-count // A_PAGE))}, {count} in all.")


@command.command("make")
@click.argument("name")
@click.argument("role", type=click.Choice(GIVEN), metavar="ROLE")
@data_option
def make(name: str, role: str, data: Path | None) -> None:
    """Make whoever is called NAME an administrator or an editor: ROLE is one of these two words."""
    _set_role(name, role, data)


@command.command("unmake")
@click.argument("name")
@data_option
def unmake(name: str, data: Path | None) -> None:
    """Make whoever is called NAME a learner like everybody."""
    _set_role(name, LIKE_EVERYBODY, data)


@command.command("reset")
@click.argument("name")
@data_option
def reset(name: str, data: Path | None) -> None:
    """Print a link with which NAME sets a new password: once, and within an hour."""
    settings = settings_with(data)
    with session_of(settings) as session:
        person_id, at = _one(session, name).id, now()
        token = changing(session, lambda: make_reset_link(session, person_id, at))
    if not settings.address:
        click.echo("This opens on this machine. Set QUIZAPP_ADDRESS, or begin it with the address of your Quizapp:", err=True)
    click.echo(f"{settings.address or THIS_MACHINE}/reset-links/{token}")


@command.command("end")
@click.argument("name")
@data_option
def end(name: str, data: Path | None) -> None:
    """End every session of NAME, wherever they are signed in."""
    with session_of(settings_with(data)) as session:
        person = _one(session, name)
        person_id, called_here = person.id, person.name
        ended = changing(session, lambda: end_sessions(session, person_id))
    click.echo(f"{called_here} is signed in nowhere now. Sessions ended: {ended}.")


@command.command("erase")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_option
def erase(name: str, yes: bool, data: Path | None) -> None:
    """Erase whoever is called NAME, and all that belongs to them, for good."""
    settings = settings_with(data)
    with session_of(settings) as session:
        person = _one(session, name)
        person_id, called_here = person.id, person.name
        session.rollback()  # nobody is kept waiting while we ask
        if not yes:
            click.confirm(f"Erase {called_here} and all that belongs to them, for good?", abort=True)
        key = settings.secret_key or kept_key(settings.data)
        changing(session, lambda: erase_person(session, person_id, key))
        clear_log(session.get_bind().engine)
    remove_letters(person_id, settings.data)
    click.echo(f"{called_here} is erased. Backups that were made before are not changed.")


def _set_role(name: str, role: str, data: Path | None) -> None:
    with session_of(settings_with(data)) as session:
        person = _one(session, name)
        person_id, called_here = person.id, person.name
        changing(session, lambda: set_role(session, person_id, role))
    click.echo(f"{called_here} is {'an' if role[0] in 'ae' else 'a'} {role} now.")


def _one(session: Session, name: str) -> Person:
    """Whoever has this name or address. Raises CannotStart."""
    person = session.scalar(called(name_key(name)))
    if person is None:
        raise CannotStart(f"Nobody is called {name}: `quizapp people list` shows everybody.")
    return person
