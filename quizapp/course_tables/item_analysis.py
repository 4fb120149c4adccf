"""The figures of item analysis, exactly as they were worked out. The heads of the columns are the names of the figures."""

from collections.abc import Callable, Mapping
from dataclasses import astuple, fields
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from quizapp.analysis.item_analysis import ItemFigures, TestFigures
from quizapp.course_tables import Table, course_table
from quizapp.models import Course
from quizapp.queries.item_statistics import Statistics, by_need, item_statistics
from quizapp.sentences import sentence

QUESTION: Final = ("objective", "template", "aim")
OPTION: Final = ("offered", "count", "share", "canvas_point_biserial", "share_in_top", "share_in_middle", "share_in_bottom")


def questions(found: Statistics) -> Table:
    """A row for each question, in the order of the page."""
    heads = (*QUESTION, "maximum", *(field.name for field in fields(ItemFigures)), "finding")
    return Table(
        heads,
        (
            (one.objective.key, one.template, one.objective.aim, one.maximum, *astuple(one.figures), str(one.finding.look))
            for one in by_need(found.questions)
        ),
    )


def options(found: Statistics) -> Table:
    """A row for each option of each question."""
    return Table(
        (*QUESTION, "option", "correct", *OPTION),
        (
            (
                one.objective.key,
                one.template,
                one.objective.aim,
                option.id,
                int(option.correct),
                option.offered,
                *astuple(option.figures)[1:],
            )
            for one in by_need(found.questions)
            for option in found.options(one)
        ),
    )


def test(found: Statistics) -> Table:
    """One row: the figures of the test."""
    return Table([field.name for field in fields(TestFigures)], [astuple(found.test)])


TABLES: Final[Mapping[str, Callable[[Statistics], Table]]] = {"questions": questions, "options": options, "test": test}


@course_table(
    "item-analysis",
    title=sentence("Item analysis"),
    about=sentence(
        "A line for each question in each way of asking it, with the figures that Moodle publishes; of first answers, and nameless."
    ),
    tells_of_learners=False,
)
def questions_of_course(session: Session, course: Course, at: datetime) -> Table:
    """What the page of the item analysis shows of each question."""
    return questions(item_statistics(session, course, at))


@course_table(
    "options",
    title=sentence("Options"),
    about=sentence("A line for each option of each question: who chose it, and how well they did; of first answers, and nameless."),
    tells_of_learners=False,
)
def options_of_course(session: Session, course: Course, at: datetime) -> Table:
    """What the pages of questions show of each option."""
    return options(item_statistics(session, course, at))
