"""Keys that are not entailed and distractors that are not contradicted, by the bank about bread."""

from questions.claims import Claim
from questions.interactions import Blank, Column, DropDowns, Grid, OneOf, Option, Order, Row, Step, TypedText
from tests.questions.making import item, option


def _goes_into(bread: str, ingredients: str) -> tuple[Option, ...]:
    return tuple(option(text, claim=Claim(bread, "made-with", text.removeprefix("*"))) for text in ingredients.split())


def _asked(bread: str, ingredients: str) -> OneOf:
    return OneOf(_goes_into(bread, ingredients))


def _row(bread: str, right: str) -> Row:
    claim = Claim(bread, "made-with", "butter")
    return Row(bread, bread, (right,), "", ("recipes",), (claim, claim._replace(denied=True)))


def _grid(**rows: str) -> Grid:
    columns = (Column("yes", "Listed"), Column("no", "Not listed"))
    return Grid(columns, tuple(_row(bread, right) for bread, right in rows.items()), one_per_row=True)


def _order(*steps: tuple[str, int]) -> Order:
    return Order(
        tuple(Step(id, id, place, "", ("loaf",), Claim("loaf", f"step {said}", f"loaf.{id}")) for place, (id, said) in enumerate(steps, 1))
    )


def _typed(bread: str, ingredient: str) -> TypedText:
    return TypedText(_goes_into(bread, f"*{ingredient}"), (), (), ())


CAUGHT = [
    item("A distractor is right too", _asked("focaccia", "*yeast olive-oil butter")),
    item("A distractor is right by what another fact adds", _asked("focaccia", "*yeast rosemary butter")),
    item("A distractor is true elsewhere", _asked("farinata", "*olive-oil rosemary butter")),
    item("A distractor is missing from an open list", _asked("brioche", "*butter yeast lye")),
    item("A distractor holds what is listed", _asked("pretzel", "*lye flour rosemary")),
    item("The key is not listed", _asked("baguette", "*butter lye rosemary")),
    item("The key is not known", _asked("brioche", "*yeast lye")),
    item("The key is denied", _asked("brioche", "*lye yeast")),
    item("A row is marked the wrong way", _grid(pretzel="yes", baguette="yes")),
    item("A row is not settled", _grid(pretzel="yes", focaccia="no", brioche="no")),
    item("A blank has two right answers", DropDowns((Blank("p", "p", _goes_into("pretzel", "*lye butter")),))),
    item("A step has another place", _order(("mix", 1), ("shape", 3))),
    item("What is to be typed is wrong", _typed("baguette", "butter")),
]
PASSED = [
    item("One is listed", _asked("baguette", "*yeast butter lye")),
    item("One kind of flour is listed", _asked("baguette", "*flour.wheat flour.rye flour.chickpea")),
    item("What another fact adds is the key", _asked("focaccia", "*rosemary butter lye")),
    item("One is denied", _asked("brioche", "*butter lye")),
    item("Rows are settled", _grid(pretzel="yes", focaccia="no", brioche="yes")),
    item("Steps have their places", _order(("mix", 1), ("shape", 4))),
    item("What is to be typed is listed", _typed("pretzel", "lye")),
]
