"""Change what a person is called here."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.usecases import names
from quizapp.usecases.confirming import confirm
from quizapp.usecases.renaming import rename
from quizapp.usecases.throttling import Throttled
from quizapp.usecases.wording import Problems, sentence

TAKEN = sentence("Somebody has this name already. Choose another.")


def change_name(
    session: Session, person_id: int, name: str, password: str, address: str, at: datetime, key: str
) -> Problems | Throttled | None:
    """Give a person who knows their password another name. An e-mail address as a name becomes their address, too."""
    name = names.as_typed(name)
    if problem := names.what_is_wrong(name):
        return {"name": problem}
    if refusal := confirm(session, person_id, password, address, at, key):
        return refusal
    called: dict[str, str | None] = {"name": name, "name_key": names.name_key(name)}
    if names.is_address(name):
        called |= {"email": name, "email_key": names.name_key(name)}
    return rename(session, person_id, called, {"name": TAKEN}, address, at, key)
