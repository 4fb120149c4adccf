"""What was learned: the ideas of a visit on one page, and how to tell them to a friend."""

from dataclasses import dataclass

from flask import render_template

from questions.plainly import offered
from quizapp.web.patients.blueprint import bp
from quizapp.web.patients.going_on import Going, going_on
from quizapp.web.roles import everyone


@dataclass(frozen=True, slots=True)
class Idea:
    """A question with its answer, and why, in plain words; its place in the visit, counted from 1."""

    number: int
    asks: str
    answer: str
    why: str


@bp.get("/self-test/learned")
@everyone
def learned() -> str:
    """The ideas that are clear, those that are not clear yet, and what was left out."""
    going = going_on()
    visit = going.visit
    skipped = [name for name in visit.asked if name not in visit.given]
    return render_template(
        "patients/learned.html",
        clear=_ideas(going, visit.clear),
        not_clear=_ideas(going, visit.not_clear),
        skipped=_ideas(going, skipped),
    )


@bp.get("/self-test/telling")
@everyone
def telling() -> str:
    """A box to tell it in one's own words, and the key points to compare with."""
    going = going_on()
    return render_template("patients/telling.html", points=_ideas(going, going.visit.asked))


def _ideas(going: Going, names: list[str] | tuple[str, ...]) -> list[Idea]:
    return [_idea(going, name) for name in names]


def _idea(going: Going, name: str) -> Idea:
    item = going.put(name).item
    right = [option.text for option in offered(item.interaction) if option.correct]
    return Idea(going.visit.asked.index(name) + 1, item.stem, " ".join(right), item.why)
