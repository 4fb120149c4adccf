"""Somebody who has just signed up."""

from quizapp.demo.minds import Mind
from quizapp.demo.stages import Stage

PEOPLE = {"tomas": "a nursing student who signed up today, chose what to study, and has answered nothing yet"}


def play(stage: Stage) -> None:
    """Sign up and choose."""
    stage.enters("tomas", days_ago=0, mind=Mind()).starts()
