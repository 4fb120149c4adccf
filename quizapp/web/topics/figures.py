"""Which macro shows a passage."""

from typing import assert_never

from questions.passages import Passage, Rows, Saying, Sides, Steps


def shape(passage: Passage) -> str:
    """The name of the macro, in templates/topics/figures.html, that shows a passage of this shape."""
    match passage:
        case Saying():
            return "saying"
        case Steps():
            return "steps"
        case Rows():
            return "rows"
        case Sides():
            return "sides"
        case _:
            assert_never(passage)
