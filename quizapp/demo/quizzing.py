"""A made-up person who takes a quiz, or an exam of a course."""

from datetime import datetime, timedelta

from quizapp.demo import forms
from quizapp.demo.actors import Actor
from quizapp.demo.minds import recall
from quizapp.models import Assignment, Enrolment
from quizapp.queries.attempts import Asked, sheet
from quizapp.queries.items import item_in_attempt
from quizapp.queries.practice import offered
from quizapp.scheduling.grading import milliseconds_to_read
from quizapp.usecases.answer_in_attempt import Saved, answer_in_attempt
from quizapp.usecases.begin_attempt import Begun, begin_attempt
from quizapp.usecases.begin_exam import begin_exam
from quizapp.usecases.choosing import Wished
from quizapp.usecases.finish_attempt import finish_attempt
from quizapp.usecases.flag_in_attempt import flag_in_attempt


def takes_a_quiz(actor: Actor, at: datetime, wished: Wished, seed: str, *, to_the_end: bool = True) -> None:
    """Answer the questions one after the other, flag what is not known, and finish; or stop in the middle, and leave it open."""
    session, person = actor.session, actor.person
    actor.at = at.astimezone(actor.until.tzinfo)
    practisable = offered(session, person, actor.at).practisable
    begun = begin_attempt(session, person, practisable, wished, seed, actor.at)
    assert isinstance(begun, Begun), begun
    _goes_through(actor, begun.attempt, to_the_end=to_the_end)


def takes_an_exam(actor: Actor, at: datetime, exam: Assignment) -> None:
    """Take an exam that a course has set, to its end."""
    actor.at = at.astimezone(actor.until.tzinfo)
    place = actor.session.get_one(Enrolment, (actor.person.id, exam.course_id))
    attempt = begin_exam(actor.session, place, exam, actor.at)
    assert isinstance(attempt, int), attempt
    _goes_through(actor, attempt)


def _goes_through(actor: Actor, attempt: int, *, to_the_end: bool = True) -> None:
    found = sheet(actor.session, actor.person.id, attempt)
    assert found
    for asked in found.asked if to_the_end else found.asked[: len(found.asked) // 2]:
        _answers(actor, attempt, asked)
    if to_the_end:
        finish_attempt(actor.session, actor.person.id, attempt, actor.at)
    actor.session.flush()


def _answers(actor: Actor, attempt: int, asked: Asked) -> None:
    item = item_in_attempt(actor.session, asked.answer)
    assert item
    knows = actor.chance.random() < recall(actor.mind, actor.traces.get(asked.objective.id), actor.at)
    milliseconds = int(milliseconds_to_read(item.words()) * actor.chance.uniform(0.9, 3))
    actor.at += timedelta(milliseconds=milliseconds + 4000)
    form = forms.right(item.interaction) if knows else forms.wrong(item.interaction, actor.chance)
    sent = form | {"sure": ["fairly" if knows else "guessing"], "milliseconds": [str(milliseconds)]}
    assert isinstance(answer_in_attempt(actor.session, actor.person, attempt, asked.position, sent, actor.at), Saved)
    if not knows:
        flag_in_attempt(actor.session, actor.person.id, attempt, asked.position, actor.at, flagged=True)
