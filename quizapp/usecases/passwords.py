"""What makes a password good enough (NIST SP 800-63B), and how it is kept: argon2id, at the cost that OWASP gives as the least."""

import re
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from quizapp.usecases.wording import sentence

SHORTEST = 8
LONGEST = 256
_REPEATED = re.compile(r"(.+?)\1+", re.DOTALL)
_REPEATED_AND_MORE = re.compile(r"(.{3,}?)\1+.{0,3}", re.DOTALL)
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODYS = _HASHER.hash("a password that nobody has")


def what_is_wrong(password: str, name: str) -> str | None:
    """Why a password will not do, and what to do about it. It is judged as it is hashed."""
    password = _written(password)
    if len(password) < SHORTEST:
        return sentence("Use at least 8 characters. Three or four words in a row are easy to remember.")
    if len(password) > LONGEST:
        return sentence("Use at most 256 characters.")
    if "\0" in password:
        return sentence("A character in this password cannot be kept. Use letters, digits, spaces and signs.")
    if _is_guessed_first(password.casefold(), _written(name).casefold()):
        return sentence("This password is one of the first that others would try. Choose another, such as three or four words in a row.")
    return None


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _HASHER.hash(_written(password))


def matches(password: str, password_hash: str | None) -> bool:
    """Whether this is the password. Takes as long where there is none, so that nobody learns which names there are."""
    try:
        return _HASHER.verify(password_hash or _NOBODYS, _written(password)[: LONGEST + 1]) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def are_alike(one: str, other: str) -> bool:
    """Whether two that were typed are one password."""
    return _written(one) == _written(other)


def matches_still(password: str, checked: str | None, kept: str | None) -> bool:
    """Whether a password that matched one hash is right for what is kept by now. It is hashed only where that was changed meanwhile."""
    return checked == kept or matches(password, kept)


def is_kept_as_today(password_hash: str) -> bool:
    """Whether a hash was made at the cost that is used today."""
    return not _HASHER.check_needs_rehash(password_hash)


def _written(password: str) -> str:
    """The password as every keyboard writes it: one code for each letter."""
    return unicodedata.normalize("NFKC", password)


def _is_guessed_first(password: str, name: str) -> bool:
    called, _, host = name.partition("@")
    ours = {name, called, called[::-1], host, "quizapp"}
    return _is_common(password) or len(set(password)) < 4 or any(len(one) > 2 and _is_but(one, password) for one in ours)


def _is_common(password: str) -> bool:
    """Whether a password, or what it repeats with up to three characters more, is used by many; or what it repeats is short."""
    repeated, and_more = _REPEATED.fullmatch(password), _REPEATED_AND_MORE.fullmatch(password)
    said = {password, password.strip(), *(found[1] for found in (repeated, and_more) if found)}
    return not said.isdisjoint(_common()) or (repeated is not None and len(repeated[1]) < SHORTEST)


def _is_but(word: str, password: str) -> bool:
    """Whether a password is a word, once or more, with fewer than four other characters."""
    return word in password and len(password.replace(word, "")) < 4


@cache
def _common() -> frozenset[str]:
    """The thirty thousand passwords that are used most, as the zxcvbn project lists them."""
    return frozenset(FREQUENCY_LISTS["passwords"])
