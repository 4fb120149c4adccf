"""Take an invitation back."""

from sqlalchemy.orm import Session

from quizapp.models import Invitation


def take_back_invitation(session: Session, invitation: Invitation) -> None:
    """Its link works no more, and nothing is kept of whom it invited."""
    session.delete(invitation)
    session.flush()
