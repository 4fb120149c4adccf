"""Questions asked with a picture of a map: which regions are lit, and whose they are. Proved as all items are.

No picture shows what would tell the answer by its name or its place: only whole things are lit (no lymph nodes of a place, no other
lung), and where the subject is asked for, it is not drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Literal, NamedTuple, get_args

from questions.choosing import FEWEST_DISTRACTORS, canonical, draw, mean
from questions.claims import Claim, Verdict
from questions.interactions import AnyOf, OneOf, Option
from questions.items import Item
from questions.knowledge import Knowledge
from questions.mapping import MapTable, map_table
from questions.matters import Listing
from questions.objectives import Objective
from questions.relating import denied_in_words, nearness, objects_of, option_of, row_in_words, subjects_of
from questions.template import Draft, Template
from questions.wording import listed, sentence
from questions.writing import written

Way = Literal["which are lit", "whose it could be", "all whose it could be"]
WAYS: tuple[Way, ...] = get_args(Way)
FEWEST_LIT, MOST_LIT = 2, 4


@dataclass(frozen=True, slots=True)
class Picture:
    """An item with its picture: ids of the terms that are lit, and the subject that is drawn with them ("" where it is asked for)."""

    table: str
    item: Item
    lit: tuple[str, ...]
    subject: str
    way: Way


class _Scene(NamedTuple):
    lit: tuple[str, ...]
    subject: str
    draft: Draft


def can_be_pictured(knowledge: Knowledge, table: str) -> bool:
    """Whether the table has a map, and something can be asked with it."""
    found = map_table(knowledge, table)
    return found is not None and any(_scene(way, found, Random("fit"), knowledge) for way in WAYS)


def picture(knowledge: Knowledge, table: str, seed: str, audience: str = "nursing") -> Picture:
    """The picture that a seed gives, in a way that the seed draws as well.

    Raises KeyError if there is no such table with a map; `can_be_pictured` holds for those of every sound bank.
    """
    found = map_table(knowledge, table)
    if found is None:
        raise KeyError(table)
    rng = Random(f"{knowledge.bank.name}/{table}/picture/{seed}")
    ways = rng.sample(WAYS, len(WAYS))
    way, scene = next((way, scene) for way in ways if (scene := _scene(way, found, rng, knowledge)))
    objective = Objective(
        id=f"{knowledge.bank.name}/{table}#picture",
        fact=table,
        facts=tuple(fact.id for fact in knowledge.rows_of(table)),
        topic=found.topic,
        aim=knowledge.topic_titles[found.topic],
        matter=_NO_MATTER,
    )
    template = Template(way.replace(" ", "_"), way, 1, "tell apart", Listing, lambda *_: scene.draft)
    return Picture(table, written(knowledge, objective, template, seed, audience, knowledge.language), scene.lit, scene.subject, way)


_NO_MATTER = Listing("", "", "", "", single=False, keys=(), distractors=(), whole=True, why="", spelled={})


def _scene(way: Way, table: MapTable, rng: Random, knowledge: Knowledge) -> _Scene | None:
    if way == "which are lit":
        return _which_are_lit(table, rng, knowledge)
    return _whose(table, rng, knowledge, alone=way == "whose it could be")


def _which_are_lit(table: MapTable, rng: Random, knowledge: Knowledge) -> _Scene | None:
    """Some of a subject's objects are lit; beside them stand objects that its closed list lacks."""
    for row in rng.sample(table.rows, len(table.rows)):
        subject = row.subject.id
        keys, wrong = (_with(verdict, subject, table, knowledge) for verdict in (Verdict.ENTAILED, Verdict.CONTRADICTED))
        if len(keys) >= FEWEST_LIT and len(wrong) >= FEWEST_DISTRACTORS:
            lit = draw(keys, rng.randint(FEWEST_LIT, min(3, len(keys))), rng)
            offered = (*lit, *draw(wrong, 3, rng))
            options = canonical(option_of(Claim(subject, table.predicate, term), "object", knowledge) for term in offered)
            return _Scene(lit, subject, _lit_draft(table, row.subject.spoken, lit, options, knowledge))
    return None


def _lit_draft(table: MapTable, subject: str, lit: tuple[str, ...], options: tuple[Option, ...], knowledge: Knowledge) -> Draft:
    predicate, say = knowledge.predicates[table.predicate], knowledge.say
    stem = say("The lit parts are some of {phrase}. Which ones are they?", phrase=predicate.objects.format(subject=subject))
    names = listed([knowledge.terms[term].spoken for term in lit], say)
    why = say.several("The lit part is {names}.", "The lit parts are {names}.", len(lit), names=names)
    return Draft(stem, say("Select all that apply."), AnyOf(options), "select all that apply", why)


def _whose(table: MapTable, rng: Random, knowledge: Knowledge, *, alone: bool) -> _Scene | None:
    """Objects are lit that a subject has all together; beside it stand subjects whose closed lists lack one of them."""
    for lit in _lightings(table, rng, knowledge):
        options = tuple(_owner(subject, lit, table, knowledge) for subject in subjects_of(table.predicate, knowledge))
        verdicts = {option.id: knowledge.settle(option.claim).verdict for option in options}
        keys = [option for option in options if verdicts[option.id] is Verdict.ENTAILED and _states(option.id, lit, table, knowledge)]
        wrong = [option for option in options if verdicts[option.id] is Verdict.CONTRADICTED]
        if alone and keys and len(wrong) >= FEWEST_DISTRACTORS:
            return _Scene(lit, "", _whose_draft(table, lit, OneOf(canonical((rng.choice(keys), *draw(wrong, 3, rng)))), knowledge))
        if not alone and len(keys) >= FEWEST_LIT and len(wrong) >= FEWEST_DISTRACTORS:
            right = draw(keys, 3, rng)
            return _Scene(lit, "", _whose_draft(table, lit, AnyOf(canonical((*right, *draw(wrong, 3, rng)))), knowledge))
    return None


def _whose_draft(table: MapTable, lit: tuple[str, ...], interaction: OneOf | AnyOf, knowledge: Knowledge) -> Draft:
    predicate, say = knowledge.predicates[table.predicate], knowledge.say
    one = isinstance(interaction, OneOf)
    some = predicate.objects.format(subject=say("one {subject}", subject=predicate.subject_one))
    several = predicate.objects.format(subject=say("several {subjects}", subjects=predicate.subject_many))
    stem = (
        say("The lit parts are some of {phrase}. Which {subject} could it be?", phrase=some, subject=predicate.subject_one)
        if one
        else say("The lit parts are some of {phrase}. Which {subjects} could they be?", phrase=several, subjects=predicate.subject_many)
    )
    keys = [option for option in interaction.options if option.correct]
    rows = " ".join(row_in_words(option.id, table.predicate, knowledge) for option in keys)
    near = mean([nearness(term, lit, table.predicate, knowledge) for term in objects_of(table.predicate, knowledge) if term not in lit])
    return Draft(
        stem,
        say("Choose one answer.") if one else say("Select all that apply."),
        interaction,
        "multiple choice" if one else "select all that apply",
        rows,
        near,
    )


def _lightings(table: MapTable, rng: Random, knowledge: Knowledge) -> Iterator[tuple[str, ...]]:
    """Sets of objects that some subject has together."""
    sets = {
        lit
        for row in table.rows
        for size in range(FEWEST_LIT, MOST_LIT + 1)
        for lit in combinations(_with(Verdict.ENTAILED, row.subject.id, table, knowledge), size)
    }
    in_order = sorted(sets)
    yield from rng.sample(in_order, len(in_order))


def _with(verdict: Verdict, subject: str, table: MapTable, knowledge: Knowledge) -> tuple[str, ...]:
    """The whole objects that can be drawn, have no parts that are drawn apart, and stand so with a subject."""
    return tuple(
        term.id
        for term in table.wholes
        if term.drawn
        and len(term.drawn) <= MOST_LIT
        and knowledge.settle(Claim(subject, table.predicate, term.id)).verdict is verdict
        and (verdict is Verdict.CONTRADICTED or term.id in knowledge.stated_objects(subject, table.predicate))
    )


def _states(subject: str, lit: tuple[str, ...], table: MapTable, knowledge: Knowledge) -> bool:
    """Whether the subject has all of it whole: lung cancer reaches the other lung, not the lungs."""
    return set(lit) <= set(knowledge.stated_objects(subject, table.predicate))


def _owner(subject: str, lit: tuple[str, ...], table: MapTable, knowledge: Knowledge) -> Option:
    """A subject as an option: whoever picks it says that all that is lit is listed for it."""
    claim = Claim(subject, table.predicate, lit[0], also=lit[1:])
    ruling = knowledge.settle(claim)
    correct = ruling.verdict is Verdict.ENTAILED
    missing = [term for term in lit if knowledge.settle(Claim(subject, table.predicate, term)).verdict is Verdict.CONTRADICTED]
    if correct or not missing:
        why = row_in_words(subject, table.predicate, knowledge)
    else:
        why = denied_in_words(
            subject, table.predicate, listed([knowledge.terms[term].spoken for term in missing], knowledge.say), knowledge
        )
    return Option(subject, sentence(knowledge.terms[subject].name), correct, why, ruling.facts, claim)
