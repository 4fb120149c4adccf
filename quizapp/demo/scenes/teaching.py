"""A course of two sections over eight weeks: those who study most evenings, who come late, who fade, and who never came."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product
from random import Random
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.writing import templates_of
from quizapp.demo.actors import Actor
from quizapp.demo.minds import Mind
from quizapp.demo.quizzing import takes_an_exam
from quizapp.demo.stages import Stage
from quizapp.models import Assignment, Course, Objective, Review, Section
from quizapp.queries.assignments import objectives_in
from quizapp.queries.items import current_knowledge
from quizapp.scheduling.days import study_day
from quizapp.usecases.begin_assignment import begin_assignment
from quizapp.usecases.enrolling import enrol
from quizapp.usecases.exam_terms import ExamTerms
from quizapp.usecases.open_course import open_course
from quizapp.usecases.put_aside import put_aside
from quizapp.usecases.remark_on_learner import remark_on_learner
from quizapp.usecases.report_question import report_question
from quizapp.usecases.set_assignment import set_assignment

PEOPLE = {
    "ines": "an instructor, with two sections of a course that has gone on for eight weeks",
    "amara": "one of her learners, who sees what the course sees",
}
ZONE: Final = "Europe/London"
DAYS: Final = 56
EXAM_AGO: Final = 18
TERMS: Final = ExamTerms(True, "10", "1", "20", "60")
SECTIONS: Final = ("Ward nursing", "Community nursing")
FIRST_NAMES: Final = (
    *("Amara", "Bilal", "Chloe", "Dmitri", "Elif", "Farah", "Gabriel", "Hana", "Isaac", "Jonas", "Keiko", "Leila", "Mateo", "Noor"),
    *("Olga", "Priya", "Quentin", "Rosa", "Samuel", "Tara", "Umar", "Vera", "Wanda", "Xenia", "Yusuf", "Zoe", "Anders", "Beatriz"),
    *("Cyrus", "Delphine", "Emeka", "Fatima", "Giorgos", "Henrike", "Ivan", "Jamila", "Kofi", "Lucia", "Milan", "Nadira"),
)
LAST_NAMES: Final = ("Abara", "Berg", "Costa", "Dang", "Evans", "Fofana", "Gruber", "Haddad", "Ito", "Jansen")


MIDDLING: Final = Mind(knew_before=0.35, lasts=12, too_sure=0.1)


@dataclass(frozen=True, slots=True)
class Habit:
    """How somebody studies: on which share of days, how many questions at most, from and to how many days ago; how they remember; and
    whether they took the exam."""

    share: float
    most: int
    begins: int = DAYS
    ends: int = 0
    mind: Mind = MIDDLING
    exam: bool = False


HABITS: Final = (
    Habit(0.5, 10, mind=Mind(knew_before=0.4, lasts=18, too_sure=0.05), exam=True),
    Habit(0.4, 9, exam=True),
    Habit(0.3, 5, mind=Mind(knew_before=0.25, lasts=10, too_sure=0.35), exam=True),
    Habit(0.25, 6, ends=17, exam=True),
    Habit(0.7, 12, begins=9, mind=Mind(knew_before=0.3, lasts=7, too_sure=0.2)),
    Habit(0.12, 8),
    Habit(0.0, 0),
    Habit(0.35, 8, mind=Mind(knew_before=0.5, lasts=16, too_sure=0.0)),
)


def play(stage: Stage) -> None:
    """The course opens, sets its first half at once and the second after four weeks, and an exam on the first; its learners do as their
    habits are; one reports a question, and who teaches looks into it."""
    ines = stage.enters("ines", days_ago=DAYS, mind=MIDDLING, zone=ZONE)
    course = open_course(stage.session, ines.person, "Metastatic cancer, autumn", ZONE, ines.at, called="Ines Moreau")
    assert isinstance(course, Course)
    stage.session.add_all(Section(course_id=course.id, section=number, title=title) for number, title in enumerate(SECTIONS, 1))
    stage.session.flush()
    first = set_by_halves(stage.session, course, study_day(stage.until, ZONE), ines.at)
    for number, name in enumerate(names(stage.crowd * len(SECTIONS))):
        learner = learns(stage, course.id, number, name)
        if number == 0:
            is_looked_after(ines, course, learner)
    puts_one_aside(ines, course, first)


def set_by_halves(session: Session, course: Course, today: date, at: datetime) -> Assignment:
    """Two topics of the first bank at once, which are given back, due three weeks ago, and an exam on them within the week after; two more
    four weeks later, due in two weeks."""
    bank, *_ = session.scalars(select(Objective.bank).order_by(Objective.id).limit(1))
    topics = list(dict.fromkeys(session.scalars(select(Objective.topic).where(Objective.bank == bank).order_by(Objective.id))))
    parts = (
        ("Kinds and places", topics[1:3], DAYS, -21, ExamTerms()),
        ("Mid-term", topics[1:3], EXAM_AGO + 2, 4 - EXAM_AGO, TERMS),
        ("For the exam", topics[3:5], DAYS - 28, 14, ExamTerms()),
    )
    made = [
        set_assignment(
            session,
            course,
            title,
            [f"{bank}/{topic}" for topic in held],
            "85",
            f"{today - timedelta(days=opened_ago)}",
            f"{today + timedelta(days=due_in)}",
            at,
            exam=terms,
        )
        for title, held, opened_ago, due_in, terms in parts
    ]
    first, *_ = (one for one in made if isinstance(one, Assignment))
    assert all(isinstance(one, Assignment) for one in made), made
    return first


def names(number: int) -> list[str]:
    """So many names, no two alike."""
    return [f"{first} {last}" for last, first in list(product(LAST_NAMES, FIRST_NAMES))[:number]]


def learns(stage: Stage, course_id: int, number: int, name: str) -> Actor:
    """One learner joins, and studies as the habit is that falls to them."""
    called = "amara" if number == 0 else name.casefold().replace(" ", ".")
    habit = HABITS[number % len(HABITS)]
    learner = stage.enters(called, days_ago=DAYS, mind=habit.mind, zone=ZONE, device="Safari, iPhone")
    section = number % len(SECTIONS) + 1
    enrol(stage.session, learner.person, course_id, "learner", learner.at, called=name, section=section, reference=f"S{1000 + number}")
    begun: set[int] = set()
    chance = Random(f"evenings of {called}")
    for ago in range(habit.begins - 1, habit.ends, -1):
        if habit.exam and ago == EXAM_AGO:
            exam = stage.session.scalars(select(Assignment).where(Assignment.course_id == course_id, Assignment.mode == "exam")).one()
            takes_an_exam(learner, learner.day(ago, 10, chance.randrange(60)), exam)
        if chance.random() < habit.share:
            begins_what_is_open(learner, course_id, learner.day(ago, 12), begun)
            learner.sits_through(learner.day(ago, chance.randint(16, 21), chance.randrange(60)), habit.most)
    return learner


def is_looked_after(ines: Actor, course: Course, learner: Actor) -> None:
    """One learner reports what they answered last, and is told that it is being looked into."""
    last = select(Review).where(Review.learner_id == learner.person.id).order_by(Review.received_at.desc()).limit(1)
    for review in learner.session.scalars(last).all():
        words = "I read this in two ways. Could the question say which of them it means?"
        report_question(learner.session, learner.person.id, review, "unclear", words, learner.at + timedelta(minutes=1))
    words = "Thank you for your report: I am looking into it. Have another look at what you missed in the mid-term, and ask me on Friday."
    ines.at = ines.day(1, 9)
    remark_on_learner(ines.session, learner.person.id, course.id, ines.person.id, words, ines.at)


def puts_one_aside(ines: Actor, course: Course, first: Assignment) -> None:
    """Who teaches puts the first question that can be asked in more ways than one aside in one of them."""
    for objective in ines.session.scalars(objectives_in(first.id)).all():
        ways = templates_of(current_knowledge(ines.session, objective.bank), objective.key)
        if len(ways) > 1:
            words = "We have not yet had this in class: it comes back next week."
            put_aside(ines.session, course, objective, ways[0].name, words, ines.person.id, ines.at)
            return


def begins_what_is_open(learner: Actor, course_id: int, at: datetime, begun: set[int]) -> None:
    """Begin with each assignment that has opened meanwhile."""
    opened = select(Assignment).where(Assignment.course_id == course_id, Assignment.opens_at <= at, Assignment.mode == "study")
    for assignment in learner.session.scalars(opened.order_by(Assignment.id)).all():
        if assignment.id not in begun:
            begun.add(assignment.id)
            begin_assignment(learner.session, learner.person.id, assignment, at)
