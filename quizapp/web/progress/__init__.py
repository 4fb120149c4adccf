"""Progress: what is known, what is coming, how much was done, and what does not stay. One figure a question, each with its table."""

from quizapp.web.progress import pages
from quizapp.web.progress.blueprint import bp

__all__ = ["bp", "pages"]
