"""A student who studies on most evenings."""

from datetime import timedelta

from quizapp.demo.minds import Mind
from quizapp.demo.quizzing import takes_a_quiz
from quizapp.demo.stages import Stage
from quizapp.queries.practice import Choice
from quizapp.usecases.choosing import Wished

PEOPLE = {
    "nadia": "a nursing student who has studied on three evenings in five for eight weeks, has taken an exam for practice, and is in the "
    "middle of another and of today's questions"
}
EXAM = Wished(Choice(), 20, "exam", 30 * 60)
UNTIMED = Wished(Choice(topics=("metastatic-cancer/tests", "metastatic-cancer/treatments")), 10, "exam")
EVENINGS = (4, 8, 10, 12, 24)
"""How many questions an evening has at most."""


def play(stage: Stage) -> None:
    """Eight weeks of evenings, three in five of them, and two exams; then half of a third and a few questions just now."""
    nadia = stage.enters("nadia", days_ago=56, mind=Mind(knew_before=0.45, lasts=20, too_sure=0.1))
    nadia.starts()
    for ago in range(56, 0, -1):
        if ago in (21, 5):
            takes_a_quiz(nadia, nadia.day(ago, 15), EXAM, f"exam {ago}")
        if nadia.chance.random() < 0.6:
            nadia.sits(nadia.day(ago, nadia.chance.randint(17, 21), nadia.chance.randrange(60)), most=nadia.chance.choice(EVENINGS))
    takes_a_quiz(nadia, stage.until - timedelta(minutes=25), UNTIMED, "going on", to_the_end=False)
    nadia.sits(stage.until - timedelta(minutes=9), most=3)
