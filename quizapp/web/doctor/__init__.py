"""What to ask the doctor: a sheet to pick, order, write on and print; and what becomes of what is read here."""

from quizapp.web.doctor import pdf, picking, privacy
from quizapp.web.doctor.blueprint import bp

__all__ = ["bp", "pdf", "picking", "privacy"]
