"""Studying: today, a question, its feedback, the summary."""

from quizapp.web.study import answered, asking, days
from quizapp.web.study.blueprint import bp

__all__ = ["answered", "asking", "bp", "days"]
