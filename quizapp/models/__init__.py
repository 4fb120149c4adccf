"""Room 3: what is remembered. SQLAlchemy, no Flask. Importing it makes every table known."""

from quizapp.models.banks import BankRevision, Objective
from quizapp.models.base import Base
from quizapp.models.migrations import migrations_folder
from quizapp.models.people import Login, Person, RecoveryCode, ResetLink, SignInAttempt
from quizapp.models.reports import Report
from quizapp.models.study import Card, Review, Study

__all__ = [
    "BankRevision",
    "Base",
    "Card",
    "Login",
    "Objective",
    "Person",
    "RecoveryCode",
    "Report",
    "ResetLink",
    "Review",
    "SignInAttempt",
    "Study",
    "migrations_folder",
]
