"""Courses: who is in one and as what, what is set, who knows what, and joining."""

from quizapp.web.courses import (
    analysing,
    asides,
    assigning,
    bank,
    believing,
    exam_answers,
    inviting,
    joining,
    learners,
    listing,
    mapping,
    own_work,
    paper,
    people,
    running,
    setting,
    taking_out,
)
from quizapp.web.courses.blueprint import bp

__all__ = [
    "analysing",
    "asides",
    "assigning",
    "bank",
    "believing",
    "bp",
    "exam_answers",
    "inviting",
    "joining",
    "learners",
    "listing",
    "mapping",
    "own_work",
    "paper",
    "people",
    "running",
    "setting",
    "taking_out",
]
