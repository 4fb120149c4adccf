"""Things offered without a reason."""

from dataclasses import replace

from questions.interactions import Grid, OneOf, Order
from tests.questions.making import any_of, grid, item, number, one_of, option, order, typing

ROWS = grid("x y", {"p": "x", "q": "y"}, one_per_row=True)
STEPS = order("a b c")
TYPED, FIGURE = typing("liver"), number("12", "hours")
CAUGHT = [
    item("Where?", OneOf((option("*Liver"), replace(option("Lung"), why=" ")))),
    item("Where?", OneOf((replace(option("*Liver"), facts=()), option("Lung")))),
    item("Where?", Grid(ROWS.columns, (ROWS.rows[0], replace(ROWS.rows[1], why="")), one_per_row=True)),
    item("When?", Order((replace(STEPS.steps[0], facts=()), *STEPS.steps[1:]))),
    item("What?", replace(TYPED, accepted=(replace(TYPED.accepted[0], why=""),))),
    item("How many?", replace(FIGURE, key=replace(FIGURE.key, facts=()))),
]
PASSED = [
    item("Where?", one_of("*a b")),
    item("Where?", any_of("*a b")),
    item("Where?", ROWS),
    item("When?", STEPS),
    item("What?", TYPED),
    item("How many?", FIGURE),
]
