"""Give an invitation a new link."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.models import Invitation
from quizapp.usecases.inviting import LASTS, new_token, token_hash


def renew_invitation(session: Session, invitation: Invitation, at: datetime) -> str:
    """The token of a link that works from now on; the one before works no more."""
    token = new_token()
    invitation.token_hash, invitation.ends_at = token_hash(token), at + LASTS
    session.flush()
    return token
