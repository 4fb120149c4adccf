"""How often a sign-in may fail: counted in a table, since counts in one process are wrong with two of them."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from sqlalchemy import ColumnElement, Select, delete, select
from sqlalchemy.orm import Session

from quizapp.models import SignInAttempt

WINDOW = timedelta(minutes=15)
KEPT = timedelta(days=1)
MOST_FOR_AN_ACCOUNT = 10
MOST_FROM_AN_ADDRESS = 100


@dataclass(frozen=True, slots=True)
class Tried:
    """For which account and from where, as hashes that only this program can make."""

    account_hash: bytes
    address_hash: bytes


def tried(name_key: str, address: str, key: str) -> Tried:
    """What is kept of an attempt; of an IPv6 address its network, which is one household's."""
    return Tried(_hashed(f"account {name_key}", key), _hashed(f"address {_network(address)}", key))


def seconds_to_wait(session: Session, attempt: Tried, at: datetime) -> int:
    """How long until this account, from this address, may be tried again; 0 when it may now."""
    for_account = _nth_last(SignInAttempt.account_hash == attempt.account_hash, MOST_FOR_AN_ACCOUNT, at)
    from_address = _nth_last(SignInAttempt.address_hash == attempt.address_hash, MOST_FROM_AN_ADDRESS, at)
    oldest = [moment for moment in (session.scalar(for_account), session.scalar(from_address)) if moment]
    return max((int((moment + WINDOW - at).total_seconds()) + 1 for moment in oldest), default=0)


def note_failure(session: Session, attempt: Tried, at: datetime) -> None:
    """Count a failed attempt, and forget those of other days."""
    session.execute(delete(SignInAttempt).where(SignInAttempt.tried_at < at - KEPT))
    session.add(SignInAttempt(account_hash=attempt.account_hash, address_hash=attempt.address_hash, tried_at=at))


def forget_failures(session: Session, attempt: Tried) -> None:
    """Let an account begin afresh, since its owner got in."""
    session.execute(delete(SignInAttempt).where(SignInAttempt.account_hash == attempt.account_hash))


def _nth_last(which: ColumnElement[bool], most: int, at: datetime) -> Select[tuple[datetime]]:
    """When the attempt was made that has to grow old before there may be another."""
    recent = select(SignInAttempt.tried_at).where(which, SignInAttempt.tried_at > at - WINDOW)
    return recent.order_by(SignInAttempt.tried_at.desc()).offset(most - 1).limit(1)


def _hashed(text: str, key: str) -> bytes:
    return hmac.digest(key.encode(), text.encode(errors="replace"), "sha256")


def _network(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(int(parsed) >> 64) if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None else str(parsed)
