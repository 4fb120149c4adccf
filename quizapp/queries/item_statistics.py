"""The figures of questions and options over a course, live from the log. Nobody's name is in them.

The number of queries does not grow with learners.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import fsum
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from questions.offers import picked
from questions.responses import response_from_json
from quizapp.analysis.findings import Choice, Finding, finding
from quizapp.analysis.groups import grouped
from quizapp.analysis.item_analysis import ItemFigures, OwnFigures, TestFigures, analyse, own_figures
from quizapp.analysis.options import OptionFigures, option_figures
from quizapp.models import Assignment, Course, Objective
from quizapp.queries.first_answers import first_answers
from quizapp.queries.guesses import mean_guess
from quizapp.queries.told_apart import ToldApart

Rows = Sequence[Row[Any]]


@dataclass(frozen=True, slots=True)
class Question:
    """An objective in one way of asking it (`template` "": in any), its greatest mark, its figures, and what to say of them."""

    objective: Objective
    template: str
    maximum: int
    figures: ItemFigures
    finding: Finding


@dataclass(frozen=True, slots=True)
class Way:
    """An objective in one way of asking it, with those of its figures that say what to look at, and what to say of them."""

    objective: Objective
    template: str
    figures: OwnFigures
    finding: Finding


@dataclass(frozen=True, slots=True)
class Option:
    """An option, whether it was right where it was offered, to how many it was, and its figures."""

    id: str
    correct: bool
    offered: int
    figures: OptionFigures


@dataclass(frozen=True, slots=True)
class Statistics:
    """A test: what each learner earned (None: not asked) of each question's maximum, what came of it, and the answers behind it."""

    marks: tuple[tuple[float | None, ...], ...]
    maxima: tuple[int, ...]
    guesses: tuple[float | None, ...]
    test: TestFigures
    questions: tuple[Question, ...]
    answers: tuple[Mapping[int, Row[Any]], ...]  # of each question, by the place of the learner
    apart: ToldApart

    @property
    def totals(self) -> list[float]:
        """What each learner earned of what they were asked, 0 to 1."""
        return [_total(row, self.maxima) for row in self.marks]

    def options(self, question: Question) -> tuple[Option, ...]:
        """The figures of each option of a question, over those to whom it was offered and who chose; the right ones first."""
        rows = self.answers[self.questions.index(question)]
        choices = {learner: _choice(row, self.apart(row, question.objective)) for learner, row in rows.items()}
        offered, totals = sorted(_offered(choices.values()), key=lambda one: (not one[0], one[1])), self.totals
        return tuple(_option(id, correct, choices, totals) for correct, id in offered)

    def asked(self, objective_id: int, template: str) -> Question | None:
        """One of the questions, if anybody was asked it."""
        return next((one for one in self.questions if (one.objective.id, one.template) == (objective_id, template)), None)


def item_statistics(
    session: Session, course: Course, at: datetime, about: Assignment | None = None, *, each_template: bool = True
) -> Statistics:
    """The questions of a course, or of one of its assignments, by the first answers of its learners until a moment.

    Each way of asking an objective is a question, or each objective is. Where its variants differ in what can be earned, marks are
    counted as a share of the greatest.
    """
    table = _Table.of(session.execute(first_answers(course.id, at, about, each_template=each_template)).all(), each_template=each_template)
    objectives, apart = _objectives(session, {id for id, _ in table.columns}), ToldApart(session)
    marks, maxima, answers = table.marks, table.maxima, table.answers
    guesses = tuple(mean_guess(session, objectives[id].key, column) for (id, _), column in table.columns.items())
    found = analyse(marks, maxima, guesses) if maxima else analyse((), (1,))
    strong = table.strong
    questions = tuple(
        Question(objectives[id], template, most, figures, finding(figures, _choices(asked, strong, objectives[id], apart)))
        for (id, template), most, figures, asked in zip(table.columns, maxima, found.items, answers, strict=False)
    )
    return Statistics(marks, maxima, guesses, found.test, questions, answers, apart)


def ways_of_asking(session: Session, course: Course, objective: Objective, at: datetime) -> tuple[Way, ...]:
    """What `item_statistics` says of each way in which one objective was asked in a course: of other answers their marks alone are read."""
    seen = first_answers(course.id, at).subquery()
    light = select(*(seen.c[name] for name in ("learner_id", "objective_id", "template", "marks", "maximum")))
    table = _Table.of(session.execute(light.order_by(seen.c.objective_id, seen.c.template, seen.c.learner_id)).all(), each_template=True)
    own = [key for key in table.columns if key[0] == objective.id]
    if not own:
        return ()
    rows = session.execute(select(seen).where(seen.c.objective_id == objective.id).order_by(seen.c.template, seen.c.learner_id)).all()
    strong, apart, found = table.strong, ToldApart(session), []
    for key in own:
        asked = {table.learners[row.learner_id]: row for row in rows if row.template == key[1]}
        guess = mean_guess(session, objective.key, asked.values())
        figures = own_figures(table.marks, table.maxima, list(table.columns).index(key), guess)
        found.append(Way(objective, key[1], figures, finding(figures, _choices(asked, strong, objective, apart))))
    return tuple(found)


def by_need(questions: Iterable[Question]) -> list[Question]:
    """What needs a look first; of what needs it alike, what tells least who knows from who does not."""

    def need(one: Question) -> tuple[int, float, int, str]:
        index = one.figures.discrimination_index
        return one.finding.rank, 1.0 if index is None else index, one.objective.id, one.template

    return sorted(questions, key=need)


@dataclass(frozen=True, slots=True)
class _Table:
    """First answers by learner and question: the rows of each question, and what each learner earned of each (None: not asked)."""

    columns: Mapping[tuple[int, str], Rows]
    learners: Mapping[int, int]  # the place of each
    answers: tuple[Mapping[int, Row[Any]], ...]
    maxima: tuple[int, ...]
    marks: tuple[tuple[float | None, ...], ...]

    @classmethod
    def of(cls, rows: Rows, *, each_template: bool) -> "_Table":
        columns: dict[tuple[int, str], list[Row[Any]]] = defaultdict(list)
        for row in rows:
            columns[row.objective_id, row.template if each_template else ""].append(row)
        learners = {id: place for place, id in enumerate(sorted({row.learner_id for row in rows}))}
        maxima = tuple(max(row.maximum for row in column) for column in columns.values())
        answers = tuple({learners[row.learner_id]: row for row in column} for column in columns.values())
        marks = tuple(
            tuple(_mark(asked.get(place), most) for asked, most in zip(answers, maxima, strict=True)) for place in range(len(learners))
        )
        return cls(columns, learners, answers, maxima, marks)

    @property
    def strong(self) -> frozenset[int]:
        """The places of the top 27 % of learners."""
        return grouped([_total(row, self.maxima) for row in self.marks]).top


def _objectives(session: Session, ids: Collection[int]) -> dict[int, Objective]:
    return {one.id: one for one in session.scalars(select(Objective).where(Objective.id.in_(ids)))}


def _mark(row: Row[Any] | None, most: int) -> float | None:
    if row is None:
        return None
    return float(row.marks) if row.maximum == most else row.marks * most / row.maximum


def _total(marks: Sequence[float | None], maxima: Sequence[int]) -> float:
    """As `analyse` has it."""
    most = fsum(maximum for mark, maximum in zip(marks, maxima, strict=True) if mark is not None)
    return fsum(mark for mark in marks if mark is not None) / most if most else 0.0


def _choices(asked: Mapping[int, Row[Any]], strong: Collection[int], objective: Objective, apart: ToldApart) -> list[Choice]:
    """What the strong learners chose of those who were asked."""
    return [_choice(row, apart(row, objective)) for place, row in asked.items() if place in strong]


def _choice(row: Row[Any], named: Callable[[str], str]) -> Choice:
    """What was chosen, nothing where the learner did not know. Of what is typed, every right spelling is the right thing."""
    chosen = picked(response_from_json(row.response), row.shown) or ()
    if not row.shown and chosen and row.marks == row.maximum:
        chosen = row.keys[:1]
    return Choice(*(tuple(map(named, ids)) for ids in (chosen, row.keys, row.shown)))


def _offered(choices: Iterable[Choice]) -> set[tuple[bool, str]]:
    """All that was offered, each with whether it was right there: one thing may be right under one stem and wrong under another."""
    found: set[tuple[bool, str]] = set()
    for choice in choices:
        ids = {*(choice.shown if _are_options(choice) else ()), *choice.picked, *(choice.right if choice.shown else choice.right[:1])}
        found |= {(id in choice.right, id) for id in ids}
    return found


def _are_options(choice: Choice) -> bool:
    """Whether what was shown are options; else they are rows or steps, whose options are "row=column" and "step=place"."""
    return set(choice.right) <= set(choice.shown)


def _option(id: str, correct: bool, choices: Mapping[int, Choice], totals: Sequence[float]) -> Option:
    """The figures of an option. Who said that they do not know chose nothing, and is not counted."""
    offered = {place: one for place, one in choices.items() if (id in one.right) == correct and one.was_offered(id)}
    chosen = [offered[place].picked or None if place in offered else None for place in range(len(totals))]
    (figures,) = option_figures([id], chosen, totals)
    return Option(id, correct, len(offered), figures)
