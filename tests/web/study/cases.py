"""One small interaction of each kind, with an answer that is partly right."""

from decimal import Decimal

from questions.claims import Claim
from questions.interactions import (
    AnyOf,
    Blank,
    Block,
    BowTie,
    Column,
    DropDowns,
    Grid,
    Highlight,
    Interaction,
    Linked,
    NOf,
    Number,
    OneOf,
    Option,
    Order,
    Row,
    Spelled,
    Step,
    Targets,
    TypedText,
)
from questions.responses import Picked, Placed, Response, Typed

CLAIM = Claim("kidney", "spreads to", "lung")


def option(name: str, *, right: bool = False) -> Option:
    return Option(name, name.capitalize(), right, f"Why {name}.", (), CLAIM)


SITES = (option("lung", right=True), option("bone", right=True), option("skin"))
COLUMNS = (Column("yes", "Listed"), Column("no", "Not listed"))
LUNG, SKIN = Row("lung", "Lung", ("yes",), "Why lung.", (), (CLAIM, CLAIM)), Row("skin", "Skin", ("no",), "Why skin.", (), (CLAIM, CLAIM))
STEPS = (
    Step("c", "Third", 3, "Why c.", (), CLAIM),
    Step("a", "First", 1, "Why a.", (), CLAIM),
    Step("b", "Second", 2, "Why b.", (), CLAIM),
)
TESTS = (option("x-ray", right=True), option("ultrasound"))
SOUND = (option("x-ray"), option("ultrasound", right=True))

CASES: dict[str, tuple[Interaction, Response]] = {
    "one_of": (OneOf((option("lung", right=True), option("skin"))), Picked(("skin",))),
    "any_of": (AnyOf(SITES), Picked(("lung", "skin"))),
    "n_of": (NOf(2, SITES), Picked(("lung", "skin"))),
    "grid": (Grid(COLUMNS, (LUNG, SKIN), one_per_row=True), Placed((("lung", ("yes",)), ("skin", ("yes",))))),
    "drop_downs": (
        DropDowns((Blank("rays", "Rays", TESTS), Blank("sound", "Sound", SOUND))),
        Placed((("rays", ("x-ray",)), ("sound", ("x-ray",)))),
    ),
    "linked": (
        Linked((Blank("rays", "Rays", TESTS), Blank("sound", "Sound", SOUND)), "rays"),
        Placed((("rays", ("x-ray",)), ("sound", ("x-ray",)))),
    ),
    "bow_tie": (
        BowTie(Targets("actions", "Do", SITES), Targets("condition", "It is", TESTS), Targets("watch", "Watch", SITES)),
        Placed(
            (
                ("actions-1", ("skin",)),
                ("actions-2", ("bone",)),
                ("condition", ("x-ray",)),
                ("watch-1", ("bone",)),
                ("watch-2", ("lung",)),
            )
        ),
    ),
    "highlight": (Highlight((Block("", SITES),)), Picked(("lung", "skin"))),
    "number": (Number(option("7.5 %", right=True), Decimal("7.5"), Decimal("7.5"), unit="%"), Typed("8")),
    "order": (Order(STEPS), Placed((("a", ("1",)), ("b", ("3",)), ("c", ("2",))))),
    "text": (TypedText((option("kidney", right=True),), (Spelled("kidney", "Kidney", ("renal",)),), (), ()), Typed("liver")),
}
