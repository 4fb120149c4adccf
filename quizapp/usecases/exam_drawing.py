"""Which questions an exam of a course has: the same for everybody who takes it for the nth time, in a variant of their own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy.orm import Session

from questions.composing import Candidate, draw_test, lay_out, level_drawn, vary
from questions.items import Item
from quizapp.models import Assignment, Objective, Person
from quizapp.queries.asides import NOTHING_ASIDE, PutAside, put_aside_in
from quizapp.queries.assignments import objectives_in
from quizapp.queries.items import all_knowledge, current_revisions

AUDIENCE = "nursing"
PORTION = 12
"""So many questions has what is studied, where it is tried or printed."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Questions as they are shown, the seed that they were varied by, the number of each objective, and what they were drawn from."""

    seed: str
    items: tuple[Item, ...]
    ids: Mapping[str, int]
    ground: tuple[object, ...]


def drawn_for(session: Session, assignment: Assignment, person: Person, nth: int, seed: str = "") -> Drawn:
    """What somebody is asked who has taken it `nth` times before; by another seed than theirs where one is given."""
    ground, objectives = ground_of(session, assignment, person), session.scalars(objectives_in(assignment.id)).all()
    seed = seed or hidden(assignment.seed, person.id, nth)
    aside = put_aside_in(session, assignment.course_id)
    candidates = candidates_among(session, objectives, hidden(assignment.seed, nth), person.language, aside)
    items = draw_test(list(candidates.values()), assignment.number or PORTION, hidden(assignment.seed, nth))
    return Drawn(seed, vary(items, candidates, seed), {one.key: one.id for one in objectives}, ground)


def ground_of(session: Session, assignment: Assignment, person: Person) -> tuple[object, ...]:
    """All that a draw for somebody depends on beside its seed: as long as this stays, so does what is drawn."""
    held = session.execute(objectives_in(assignment.id).with_only_columns(Objective.id, Objective.key)).all()
    aside, revisions = put_aside_in(session, assignment.course_id), session.execute(current_revisions()).all()
    return assignment.seed, assignment.number, person.language, [tuple(one) for one in held], aside, [tuple(one) for one in revisions]


def candidates_among(
    session: Session, objectives: Iterable[Objective], seed: str, language: str = "en", aside: PutAside = NOTHING_ASIDE
) -> dict[str, Candidate]:
    """What can be asked of these objectives by the id of each, on a level that the seed says, whoever is asked; in no way put aside."""
    known = {knowledge.bank.name: knowledge for knowledge in all_knowledge(session)}
    return {
        one.key: Candidate(known[one.bank], one.key, level_drawn(one.key, seed), AUDIENCE, language, aside.of(one.id))
        for one in objectives
        if one.bank in known and one.key in known[one.bank].objectives and AUDIENCE in known[one.bank].objectives[one.key].audiences
    }


def hidden(*parts: object) -> str:
    """A seed that follows from others and does not tell them: whoever reads one in an export foretells no exam."""
    return sha256("/".join(map(str, parts)).encode()).hexdigest()[:24]


def drawn_on_paper(
    session: Session, assignment: Assignment, number: int, draw_of: int, forms: Sequence[str], language: str
) -> dict[str, tuple[Item, ...]]:
    """The same questions for each form of a test on paper, in an order of its own. No attempt is asked from the same draw."""
    seed = hidden(assignment.seed, "paper", draw_of)
    objectives, aside = session.scalars(objectives_in(assignment.id)).all(), put_aside_in(session, assignment.course_id)
    candidates = candidates_among(session, objectives, seed, language, aside)
    items = draw_test(list(candidates.values()), number, seed)
    return {form: lay_out(items, hidden(seed, form)) for form in forms}
