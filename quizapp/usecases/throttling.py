"""How often something may be tried: counted in a table, since counts in one process are wrong with two of them."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from sqlalchemy import ColumnElement, Select, delete, select
from sqlalchemy.orm import Session

from quizapp.models import SignInAttempt
from quizapp.usecases.wording import sentence

WINDOW = timedelta(minutes=15)
KEPT = timedelta(days=1)
TOO_OFTEN = sentence("Too many attempts failed.")


@dataclass(frozen=True, slots=True)
class Purpose:
    """What is tried, and how often within a quarter of an hour: for one account (None: not counted), and from one address."""

    name: str
    for_an_account: int | None
    from_an_address: int


PASSWORD = Purpose("password", 10, 100)
CODE = Purpose("code", 10, 100)
LETTER = Purpose("letter", 3, 30)
JOIN = Purpose("join", 10, 200)
SIGN_UP = Purpose("sign-up", None, 200)  # a lecture hall behind one address signs up at once
EXPORT = Purpose("export", 12, 120)
TABLE = Purpose("table", 60, 600)  # whoever teaches takes several tables out of several courses
CALENDAR = Purpose("calendar", 30, 3000)  # services fetch the calendars of many people from one address
NOBODYS = ""  # whoever makes an account, and erases it, and makes it again, is counted each time
PURPOSES = (PASSWORD, CODE, LETTER, JOIN, SIGN_UP, EXPORT, TABLE, CALENDAR)


@dataclass(frozen=True, slots=True)
class Tried:
    """For which account and from where, as hashes that only this program can make."""

    purpose: Purpose
    account_hash: bytes
    address_hash: bytes


@dataclass(frozen=True, slots=True)
class Throttled:
    """Not looked at: to be tried again after so many seconds. `why` is followed by how long that is."""

    seconds: int
    why: str = TOO_OFTEN


def tried(account: int | str, address: str, key: str, purpose: Purpose = PASSWORD) -> Tried:
    """What is kept of an attempt at somebody's account, or at a name that may be nobody's; of an IPv6 address its household's network."""
    return Tried(purpose, _account(account, purpose, key), _hashed(f"{purpose.name} from {_network(address)}", key))


def seconds_to_wait(session: Session, attempt: Tried, at: datetime) -> int:
    """How long until this account, from this address, may be tried again; 0 when it may now."""
    counts = [(SignInAttempt.address_hash == attempt.address_hash, attempt.purpose.from_an_address)]
    if attempt.purpose.for_an_account is not None:
        counts.append((SignInAttempt.account_hash == attempt.account_hash, attempt.purpose.for_an_account))
    oldest = [moment for which, most in counts if (moment := session.scalar(_nth_last(which, most, at)))]
    return max((int((moment + WINDOW - at).total_seconds()) + 1 for moment in oldest), default=0)


def note_failure(session: Session, attempt: Tried, at: datetime) -> None:
    """Count a failed attempt, and forget those of other days."""
    forget_other_days(session, at)
    session.add(SignInAttempt(account_hash=attempt.account_hash, address_hash=attempt.address_hash, tried_at=at))


def forget_other_days(session: Session, at: datetime) -> None:
    """Forget what was tried more than a day ago."""
    session.execute(delete(SignInAttempt).where(SignInAttempt.tried_at < at - KEPT))


def forget_failures(session: Session, attempt: Tried) -> None:
    """Let an account begin afresh, since its owner got in."""
    session.execute(delete(SignInAttempt).where(SignInAttempt.account_hash == attempt.account_hash))


def forget_accounts(session: Session, accounts: Iterable[int | str], key: str) -> None:
    """Forget whatever was tried at these accounts and names."""
    hashes = [_account(account, purpose, key) for account in accounts for purpose in PURPOSES]
    session.execute(delete(SignInAttempt).where(SignInAttempt.account_hash.in_(hashes)))


def _nth_last(which: ColumnElement[bool], most: int, at: datetime) -> Select[tuple[datetime]]:
    """When the attempt was made that has to grow old before there may be another."""
    recent = select(SignInAttempt.tried_at).where(which, SignInAttempt.tried_at > at - WINDOW)
    return recent.order_by(SignInAttempt.tried_at.desc()).offset(most - 1).limit(1)


def _account(account: int | str, purpose: Purpose, key: str) -> bytes:
    """A number is a person's; a name typed as if it were that number is another account."""
    return _hashed(f"{purpose.name} of {'person' if isinstance(account, int) else 'name'} {account}", key)


def _hashed(text: str, key: str) -> bytes:
    return hmac.digest(key.encode(), text.encode(errors="replace"), "sha256")


def _network(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(int(parsed) >> 64) if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None else str(parsed)
