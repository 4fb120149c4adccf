"""Practice quizzes: choosing one, taking it, and what came of it."""

from quizapp.web.practice import choosing, ending, looking_back, player, reporting
from quizapp.web.practice.blueprint import bp

__all__ = ["bp", "choosing", "ending", "looking_back", "player", "reporting"]
