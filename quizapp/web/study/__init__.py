"""Studying: today, a question, its feedback, the summary, and what a learner says of a question."""

from quizapp.web.study import afresh, answered, asking, days, reporting, wishes
from quizapp.web.study.blueprint import bp

__all__ = ["afresh", "answered", "asking", "bp", "days", "reporting", "wishes"]
