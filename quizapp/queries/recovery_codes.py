"""The codes that stand in for a forgotten password."""

from datetime import datetime

from sqlalchemy import Select, func, select

from quizapp.models import RecoveryCode


def codes_left(person_id: int) -> Select[tuple[int]]:
    """How many codes a person has not used yet."""
    return select(func.count()).select_from(RecoveryCode).where(RecoveryCode.person_id == person_id)


def codes_made_at(person_id: int) -> Select[tuple[datetime]]:
    """When those that are left were made, if some are."""
    return select(RecoveryCode.made_at).where(RecoveryCode.person_id == person_id).limit(1)
