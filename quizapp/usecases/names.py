"""What a person may be called here: a user name or an e-mail address."""

import re
import unicodedata

from quizapp.usecases.wording import sentence

SHORTEST, LONGEST = 3, 254
_ADDRESS = re.compile(r'(?!.*=\?)[^@\s()<>\[\]:;,\\"]+@[^@\s()<>\[\]:;,\\".]+(\.[^@\s()<>\[\]:;,\\".]+)+')
"""Without what the head of a letter takes for the end of an address, or for the beginning of another."""


def as_typed(name: str) -> str:
    """The name as it is shown, without the space around it."""
    return unicodedata.normalize("NFC", name.strip())


def name_key(name: str) -> str:
    """What makes two names one: letters that look alike to a reader, whatever their case and width. No database looks for a NUL."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name.replace("\0", "").strip()).casefold())


def what_is_wrong(name: str) -> str | None:
    """Why a name will not do, and what to do about it."""
    if len(name) < SHORTEST:
        return sentence("Type a user name of 3 characters or more, or your e-mail address.")
    if len(name) > LONGEST:
        return sentence("Type a shorter name, of 254 characters at most.")
    if not all(character.isprintable() for character in name) or " " in name:
        return sentence("Use letters, digits and signs, without spaces.")
    if is_address(name) and not _ADDRESS.fullmatch(name):
        return sentence("Type the whole e-mail address, such as ann@example.org, or a user name without @.")
    return None


def what_is_wrong_with_address(address: str) -> str | None:
    """Why an e-mail address will not do, and what to do about it."""
    if len(address) > LONGEST:
        return sentence("Type a shorter address, of 254 characters at most.")
    well_formed = address.isprintable() and _ADDRESS.fullmatch(address)
    return None if well_formed else sentence("Type the whole e-mail address, such as ann@example.org.")


def is_address(name: str) -> bool:
    """Whether a name is meant as an e-mail address, whichever @ was typed."""
    return "@" in name_key(name)
