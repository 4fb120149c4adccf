"""A student who studies on most evenings."""

from datetime import timedelta

from quizapp.demo.minds import Mind
from quizapp.demo.stages import Stage

PEOPLE = {"nadia": "a nursing student who has studied on three evenings in five for eight weeks, and has begun today's questions"}


def play(stage: Stage) -> None:
    """Eight weeks of evenings, three in five of them; then a few questions just now."""
    nadia = stage.enters("nadia", days_ago=56, mind=Mind(knew_before=0.45, lasts=20, too_sure=0.1))
    nadia.starts()
    for ago in range(56, 0, -1):
        if nadia.chance.random() < 0.6:
            nadia.sits(nadia.day(ago, nadia.chance.randint(17, 21), nadia.chance.randrange(60)), most=10)
    nadia.sits(stage.until - timedelta(minutes=9), most=3)
