"""What learners plan: days off, holidays, an exam."""

from quizapp.web.plans import days_off, exams, set_dates
from quizapp.web.plans.blueprint import bp

__all__ = ["bp", "days_off", "exams", "set_dates"]
