"""What one of several processes does that answer on one database at the same time."""

from collections import Counter
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.engines import keep_safely
from quizapp.usecases.answer_question import AlreadyAnswered, AskedAgain, Logged
from quizapp.usecases.ask_question import Question, ask_question
from quizapp.usecases.sign_up import SignedUp
from tests.learner import KEY, Learner, random_answer


def answers(url: str, learner_id: int, token: str, at: datetime, number: int, seed: str) -> Counter[str]:
    """Send so many answers of one learner, who may be at work in other processes too; how many were logged, or logged already."""
    engine = create_engine(url)
    keep_safely(engine)
    with Session(engine, expire_on_commit=False) as session:
        learner = Learner(session, SignedUp(session.get_one(Person, learner_id), token), at, at)
        done = _answers(learner, number, Random(seed))
    engine.dispose()
    return done


def _answers(learner: Learner, number: int, chance: Random) -> Counter[str]:
    done: Counter[str] = Counter()
    objectives = learner.objectives()
    while done.total() < number:
        for objective in objectives:
            question = _asked(learner, objective)
            if question is None:
                continue
            outcome = learner.sends(question, random_answer(question.item.interaction, chance))
            assert isinstance(outcome, Logged | AlreadyAnswered | AskedAgain), outcome
            done[type(outcome).__name__] += 1
            if done.total() >= number:
                return done
        learner.at += timedelta(days=3)
    return done


def _asked(learner: Learner, objective: int) -> Question | None:
    learner.session.rollback()
    question = ask_question(learner.session, learner.signed_up.person, objective, learner.at, KEY)
    return question if isinstance(question, Question) else None
