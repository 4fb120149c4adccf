"""A patient who learns alone."""

from quizapp.demo.minds import Mind
from quizapp.demo.stages import Stage

PEOPLE = {"helen": "a patient who reads in plain words, and answers a few questions three times a week"}


def play(stage: Stage) -> None:
    """Four weeks of mornings, three in seven of them."""
    helen = stage.enters(
        "helen",
        days_ago=28,
        mind=Mind(knew_before=0.35, lasts=12, too_sure=-0.1),
        zone="America/New_York",
        audience="patient",
        device="Chrome, Android",
    )
    helen.starts()
    for ago in range(28, 0, -1):
        if helen.chance.random() < 3 / 7:
            helen.sits(helen.day(ago, helen.chance.randint(9, 11), helen.chance.randrange(60)), most=8)
