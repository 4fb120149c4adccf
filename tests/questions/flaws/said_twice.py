"""Explanations that say a sentence twice."""

from dataclasses import replace

from questions.interactions import Grid, NOf, OneOf
from questions.items import Item
from tests.questions.making import grid, item, n_of, one_of, option, order

SORTS = n_of(2, ["*A gene is inherited", "*A gene runs in a family", "A man smokes"])
ROWS = grid("x y", {"p": "x", "q": "y"}, one_per_row=True)


def explained(interaction: OneOf | NOf | Grid, why: str) -> Item:
    return replace(item("Which of these fit?", interaction), why=why)


CAUGHT = [
    explained(SORTS, "This is a genetic factor. The gene is inherited. This is a genetic factor. The gene is inherited."),
    explained(SORTS, "This is a genetic factor. It is inherited. This is a genetic factor. It runs in the family."),
    item("Where?", OneOf((option("*Liver"), replace(option("Lung"), why="It is not listed. It is not listed.")))),
    item("Where?", Grid(ROWS.columns, (ROWS.rows[0], replace(ROWS.rows[1], why="It is here. So it is. It is here.")), one_per_row=True)),
]
PASSED = [
    explained(SORTS, "This is a genetic factor. The gene is inherited. It runs in the family."),
    explained(one_of("*a b"), "For breast cancer the article lists the skin. For colon cancer the article lists the liver."),
    explained(ROWS, ""),
    item("When?", order("a b c")),
]
