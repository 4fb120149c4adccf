"""A student whose questions come back by a goal for recall."""

from quizapp.demo.minds import Mind
from quizapp.demo.stages import Stage
from quizapp.usecases.change_schedule import change_schedule

PEOPLE = {"vera": "a nursing student who wants to know 85 in 100, so that each question comes back when that is about to be missed (FSRS)"}


def play(stage: Stage) -> None:
    """A week by steps; since then five weeks by the goal, on two mornings in three."""
    vera = stage.enters("vera", days_ago=42, mind=Mind(knew_before=0.35, lasts=15, too_sure=0.05), zone="Europe/Lisbon")
    vera.starts("spread", "tests", "kinds")
    for ago in range(42, 0, -1):
        if ago == 35:
            change_schedule(stage.session, vera.person.id, scheduler="fsrs", goal_recall="85")
        if vera.chance.random() < 0.66:
            vera.sits(vera.day(ago, vera.chance.randint(6, 8), vera.chance.randrange(60)), most=8)
