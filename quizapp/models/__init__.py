"""Room 3: what is remembered. SQLAlchemy, no Flask. Importing it makes every table known."""

from quizapp.models.asides import Aside
from quizapp.models.assignments import AssignedObjective, Assignment, Extension, Opening, Remark
from quizapp.models.banks import BankRevision, Objective
from quizapp.models.base import Base
from quizapp.models.corrections import Correction, ExamRescoring, Rescoring, ShippedRevision
from quizapp.models.courses import Course, Enrolment, Invitation, Section
from quizapp.models.migrations import migrations_folder
from quizapp.models.people import Calendar, Login, Person, RecoveryCode, ResetLink, SignInAttempt
from quizapp.models.plans import Break, Exam, Note
from quizapp.models.quizzes import Attempt, AttemptAnswer, Quiz
from quizapp.models.reports import Report
from quizapp.models.study import Card, Review, Study

__all__ = [
    "Aside",
    "AssignedObjective",
    "Assignment",
    "Attempt",
    "AttemptAnswer",
    "BankRevision",
    "Base",
    "Break",
    "Calendar",
    "Card",
    "Correction",
    "Course",
    "Enrolment",
    "Exam",
    "ExamRescoring",
    "Extension",
    "Invitation",
    "Login",
    "Note",
    "Objective",
    "Opening",
    "Person",
    "Quiz",
    "RecoveryCode",
    "Remark",
    "Report",
    "Rescoring",
    "ResetLink",
    "Review",
    "Section",
    "ShippedRevision",
    "SignInAttempt",
    "Study",
    "migrations_folder",
]
