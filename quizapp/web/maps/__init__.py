"""Where things lie and what leads where: a map, a graph, a table, and a quiz with pictures."""

from quizapp.web.maps import looking, quiz
from quizapp.web.maps.blueprint import bp

__all__ = ["bp", "looking", "quiz"]
