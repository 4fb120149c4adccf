"""Every way of answering, and a learner who is about to be asked in each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import assert_never

from questions.interactions import (
    AnyOf,
    Blank,
    BowTie,
    DropDowns,
    Grid,
    Highlight,
    Interaction,
    Linked,
    NOf,
    Number,
    OneOf,
    Order,
    TypedText,
)
from questions.knowledge import Knowledge
from questions.objectives import Objective
from questions.writing import choose_template, write_item
from quizapp.scheduling.levels import level_for
from quizapp.usecases.asking import seed_of
from tests.learner import Form, Learner

WAYS = (
    "one of",
    "any of",
    "n of",
    "grid, one per row",
    "grid, any",
    "drop-downs",
    "drop-downs, linked",
    "order",
    "highlight",
    "bow-tie",
    "text",
    "number",
)
DAYS = (0, 1, 8, 24)  # on which a new objective is back that is right each time, wherever near its day it was moved to
WEEKS = timedelta(days=64)  # after which all of them are due


def way_of(interaction: Interaction) -> str:
    match interaction:
        case OneOf():
            return "one of"
        case AnyOf():
            return "any of"
        case NOf():
            return "n of"
        case Grid(one_per_row=one_per_row):
            return "grid, one per row" if one_per_row else "grid, any"
        case DropDowns():
            return "drop-downs"
        case Linked():
            return "drop-downs, linked"
        case BowTie():
            return "bow-tie"
        case Highlight():
            return "highlight"
        case Order():
            return "order"
        case TypedText():
            return "text"
        case Number():
            return "number"
        case _:
            assert_never(interaction)


def wrong_answer(interaction: Interaction) -> Form:
    """What a form sends that is well formed and earns no mark, or few."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            number = interaction.n if isinstance(interaction, NOf) else 1
            return {"answer": [option.id for option in sorted(options, key=lambda option: option.correct)][:number]}
        case Grid(columns, rows, one_per_row):
            wrong = {row.id: [column.id for column in columns if column.id not in row.correct] for row in rows}
            return {f"row.{row}": ids[:1] if one_per_row else ids for row, ids in wrong.items()}
        case DropDowns() | Linked() | BowTie():
            return _all_wrong(interaction.blanks)
        case Highlight() as highlight:
            return {"answer": [segment.id for segment in highlight.segments if not segment.correct][:1]}
        case Order(steps):
            return {f"step.{step.id}": [str(step.position % len(steps) + 1)] for step in steps}
        case TypedText():
            return {"answer": ["zebra crossing"]}
        case Number(_, _, high, margin):
            return {"answer": [str(2 * abs(high) + margin + 1)]}
        case _:
            assert_never(interaction)


def _all_wrong(blanks: tuple[Blank, ...]) -> Form:
    """A wrong option in each list, another one where a list stands twice."""
    form: dict[str, Sequence[str]] = {}
    for blank in blanks:
        wrong = [option.id for option in blank.options if not option.correct]
        form[f"blank.{blank.id}"] = [next((id for id in wrong if not blank.shared or [id] not in form.values()), wrong[0])]
    return form


class NotMet(LookupError):
    """Chance has it that a learner is not asked in every way."""


@dataclass(frozen=True)
class Met:
    """An objective that was right so many times in a row, and is asked in this way then."""

    objective: Objective
    passes: int
    way: str


def meets_every_way(learner: Learner, knowledge: Knowledge, until: datetime) -> dict[str, int]:
    """Let a learner live the weeks until a day on which one objective is due for each way of answering; their numbers."""
    chosen = _chosen(learner.id, knowledge)
    for days, lessons in groupby(_lessons(chosen), key=lambda lesson: lesson[0]):
        learner.at = until - WEEKS + timedelta(days=days)
        for _, met in lessons:
            learner.answers(learner.objective(met.objective.id))
            learner.let_pass(seconds=30)
    learner.at = until
    return {met.way: learner.objective(met.objective.id) for met in chosen}


def others_first(knowledge: Knowledge, after: int = 0) -> list[int]:
    """The numbers of those who have to sign up, after so many, before somebody whom chance asks in every way."""
    others: list[int] = []
    while not _is_asked_in_every_way(after + len(others) + 1, knowledge):
        others.append(after + len(others) + 1)
    return others


def _is_asked_in_every_way(learner: int, knowledge: Knowledge) -> bool:
    try:
        return bool(_chosen(learner, knowledge))
    except NotMet:
        return False


def _chosen(learner: int, knowledge: Knowledge) -> list[Met]:
    """Of each way one, no two of them siblings, which are not asked on one day."""
    possible, chosen = list(_could_meet(learner, knowledge)), list[Met]()
    for way in sorted(WAYS, key=lambda way: sum(met.way == way for met in possible)):  # the rarest first
        taken = {met.objective.fact for met in chosen}
        found = next((met for met in possible if met.way == way and met.objective.fact not in taken), None)
        if found is None:
            raise NotMet(f"no objective of the bank is asked by {way}")
        chosen.append(found)
    return chosen


def _could_meet(learner: int, knowledge: Knowledge) -> Iterator[Met]:
    """What each objective may be asked in, once known so well; a template is taken to ask in one way, and its first item shows which."""
    ways: dict[str, str] = {}
    for objective in knowledge.objectives.values():
        for passes in range(1, len(DAYS) + 1):
            seed = seed_of(learner, objective.id, passes)
            template = choose_template(knowledge, objective.id, level_for(passes), seed)
            if template.name not in ways:
                item = write_item(knowledge, objective.id, *template, seed)
                ways[template.name] = way_of(item.interaction)
            yield Met(objective, passes, ways[template.name])


def _lessons(chosen: list[Met]) -> list[tuple[int, Met]]:
    return sorted(((day, met) for met in chosen for day in DAYS[: met.passes]), key=lambda lesson: lesson[0])
