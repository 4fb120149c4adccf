"""Keep by which scheduler a person's questions come back, and how well they want to know them."""

from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import begin_writing
from quizapp.scheduling.recall import HIGHEST_GOAL, LOWEST_GOAL
from quizapp.scheduling.schedulers import schedulers
from quizapp.usecases.refolding import refold_all
from quizapp.usecases.wording import Problems, sentence


def change_schedule(session: Session, person_id: int, *, scheduler: str, goal_recall: str) -> Person | Problems:
    """Let another scheduler, or another goal for recall (whole percent), count from this moment on: every card gets its day."""
    goal = goal_recall.strip().removesuffix("%").rstrip()
    problems = _problems(scheduler, goal)
    if problems:
        return problems
    begin_writing(session)
    person = session.get_one(Person, person_id)
    if (person.scheduler, person.goal_recall) != (scheduler, int(goal)):
        person.scheduler, person.goal_recall = scheduler, int(goal)
        refold_all(session, person)
    return person


def _problems(scheduler: str, goal: str) -> Problems:
    problems: Problems = {}
    if scheduler not in schedulers():
        problems["scheduler"] = sentence("Choose one of the ways in which questions come back.")
    if not (goal.isascii() and goal.isdigit() and len(goal) < 4 and LOWEST_GOAL <= int(goal) <= HIGHEST_GOAL):
        problems["goal_recall"] = sentence("Type a number from 70 to 97.")
    return problems
