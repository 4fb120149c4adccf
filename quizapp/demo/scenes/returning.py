"""A student who comes back after three weeks."""

from quizapp.demo.minds import Mind
from quizapp.demo.stages import Stage

PEOPLE = {"ruth": "a nursing student who studied for two weeks, was away for three, and finds everything due"}


def play(stage: Stage) -> None:
    """Two weeks with a day off now and then; nothing since."""
    ruth = stage.enters(
        "ruth", days_ago=35, mind=Mind(knew_before=0.25, lasts=6, too_sure=0.25), zone="Europe/London", device="Safari, iPhone"
    )
    ruth.starts()
    for ago in range(35, 21, -1):
        if ruth.chance.random() < 0.7:
            ruth.sits(ruth.day(ago, ruth.chance.randint(7, 9), ruth.chance.randrange(60)), most=10)
