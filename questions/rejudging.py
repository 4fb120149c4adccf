"""An item that was asked, judged by what its bank says since: what it offers stays, what of it is right may be another thing."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sized
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from questions.claims import Claim, Ruling, Verdict
from questions.every_term import claim_with, with_every_term
from questions.fact import Fact
from questions.interactions import (
    AnyOf,
    BowTie,
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
    Step,
    TypedText,
    claims_made,
    facts_of_keys,
    ids_shown,
    key_ids,
    right_ones,
)
from questions.items import Item
from questions.knowledge import Knowledge
from questions.matters import right_after
from questions.plainly import READERS
from questions.relating import why_of
from questions.saying import said
from questions.topic_text import sentences_of


class Unsettled(LookupError):
    """The bank proves something that was offered neither right nor wrong, or leaves nothing that is right."""


def rejudged(asked: Item, today: Item | None, knowledge: Knowledge, rewritten: Collection[str] = ()) -> Item | None:
    """The item by which answers to one that was asked count now: offers the same things, under the same ids, in any order.

    `today` is what the same template writes now from the same seed, if it writes anything; it is taken where it asks the same. Else each
    claim that an answer to `asked` makes is settled by the bank. None where that settles one of them no more, or nothing is right.
    Of what was offered the ids `rewritten` have another text now: it stays in the words that were chosen or not, and where it would be
    right now and was not, or the other way about, nobody can tell whether that is so of the old words too.
    """
    if today is not None and today.audience in READERS and today.audience not in knowledge.objectives[today.objective].plain:
        today = None  # it has no plain words any more, and whoever was asked in them reads no others
    if not _ids(asked).isdisjoint(rewritten):
        today = None
    if today is not None and _ask_the_same(asked, today):
        return today
    knowledge = knowledge.spoken_in(asked.language)
    try:
        interaction = _judged(asked, today, knowledge, frozenset(rewritten))
    except Unsettled:
        return None
    why = _told(facts_of_keys(interaction), knowledge, asked.audience)
    return replace(asked, revision=knowledge.bank.revision, interaction=interaction, why=why)


def _ask_the_same(asked: Item, today: Item) -> bool:
    """Whether two items offer the same things as answers to the same question, which may be worded otherwise."""
    one, other = asked.interaction, today.interaction
    if type(one) is not type(other) or sorted(ids_shown(one)) != sorted(ids_shown(other)):
        return False
    match one, other:
        case NOf(n), NOf(m) if n != m:
            return False
        case BowTie() as tie, BowTie() as knot if [blank.id for blank in tie.blanks] != [blank.id for blank in knot.blanks]:
            return False
        case Number(), Number():
            return asked.stem == today.stem or (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
        case TypedText(accepted), TypedText(right):
            return asked.stem == today.stem or {option.claim for option in accepted} == {option.claim for option in right}
        case Grid(columns), Grid(others) if [column.id for column in columns] != [column.id for column in others]:
            return False
        case Grid(one_per_row=single), Grid(one_per_row=alone) if single != alone:
            return False
        case _:
            return _claims(one) == _claims(other)


def _claims(interaction: Interaction) -> set[Claim]:
    return {claim for claim, _ in claims_made(interaction)}


def _ids(item: Item) -> frozenset[str]:
    """What an item offers, and what is right of it, apart from the lists and rows in which it stands."""
    return frozenset(part for id in (*ids_shown(item.interaction), *key_ids(item.interaction)) for part in id.split("="))


def _judged(asked: Item, today: Item | None, knowledge: Knowledge, rewritten: frozenset[str]) -> Interaction:
    """Raises Unsettled."""
    judge = _judge(today, knowledge, asked.audience, rewritten)
    match asked.interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options) as choice:
            judged: Interaction = replace(choice, options=judge(options))
        case Grid(_, rows, one_per_row) as grid:
            judged = Grid(grid.columns, tuple(_row(row, grid, today, knowledge, asked.audience, rewritten) for row in rows), one_per_row)
            _leaves((row.correct for row in judged.rows), [int(one_per_row) for _ in rows])
        case DropDowns(blanks) | Linked(blanks) as lists:
            judged = replace(lists, blanks=tuple(replace(blank, options=judge(blank.options)) for blank in blanks))
            _leaves((right_ones(blank.options) for blank in judged.blanks), [len(right_ones(blank.options)) for blank in blanks])
        case BowTie() as bow_tie:
            judged = BowTie(*(replace(side, options=judge(side.options)) for side in bow_tie.sides))
            if [len(right_ones(side.options)) for side in judged.sides] != [len(right_ones(side.options)) for side in bow_tie.sides]:
                raise Unsettled
        case Highlight(blocks):
            judged = Highlight(tuple(replace(block, segments=judge(block.segments)) for block in blocks))
        case Order(steps):
            judged = Order(_in_their_order(steps, knowledge, asked.audience))
            moved = (one.id for one, now in zip(steps, judged.steps, strict=True) if one.position != now.position)
            _stays(not rewritten.isdisjoint(moved))
        case TypedText() as typing:
            judged = with_every_term(_typed(typing, knowledge), asked.stem, knowledge)
        case Number():
            raise Unsettled
        case _:
            assert_never(asked.interaction)
    if not key_ids(judged):
        raise Unsettled
    return judged


def _stays(moved: bool) -> None:
    """Raises Unsettled where something has changed its text and its truth at once."""
    if moved:
        raise Unsettled


def _leaves(right: Iterable[Sized], fewest: Iterable[int]) -> None:
    """Raises Unsettled where fewer things are right than there are places for them."""
    if any(len(ones) < few for ones, few in zip(right, fewest, strict=True)):
        raise Unsettled


def _judge(
    today: Item | None, knowledge: Knowledge, audience: str, rewritten: frozenset[str]
) -> Callable[[tuple[Option, ...]], tuple[Option, ...]]:
    """What makes of options that were offered those that are right or wrong now, in the words of today where they are offered still."""
    worded = {(option.id, option.claim): option for option in _options(today.interaction)} if today else {}

    def judge(option: Option) -> Option:
        ruling = _ruling(option.claim, knowledge)
        if option.id in rewritten:
            _stays((ruling.verdict is Verdict.ENTAILED) is not option.correct)
            return option
        why = _why(option.claim, ruling, knowledge, audience)
        now = replace(option, correct=ruling.verdict is Verdict.ENTAILED, why=why, facts=ruling.facts)
        return worded.get((option.id, option.claim), now)

    return lambda options: tuple(map(judge, options))


def _ruling(claim: Claim, knowledge: Knowledge) -> Ruling:
    if (ruling := knowledge.settle(claim)).verdict is Verdict.UNKNOWN:
        raise Unsettled
    return ruling


def _row(row: Row, grid: Grid, today: Item | None, knowledge: Knowledge, audience: str, rewritten: frozenset[str]) -> Row:
    rulings = [_ruling(claim, knowledge) for claim in row.claims]
    for now in today.interaction.rows if today and isinstance(today.interaction, Grid) else ():
        if (now.id, now.claims) == (row.id, row.claims):
            return now
    right = tuple(column.id for column, ruling in zip(grid.columns, rulings, strict=True) if ruling.verdict is Verdict.ENTAILED)
    if row.id in rewritten:
        _stays(set(right) != set(row.correct))
        return row
    why = dict.fromkeys(_why(claim, ruling, knowledge, audience) for claim, ruling in zip(row.claims, rulings, strict=True))
    return replace(row, correct=right, why=" ".join(why), facts=tuple(dict.fromkeys(fact for one in rulings for fact in one.facts)))


def _in_their_order(steps: tuple[Step, ...], knowledge: Knowledge, audience: str) -> tuple[Step, ...]:
    """Steps with the places that they have among each other now; each stands once, and for certain, where it does."""
    subject, after = steps[0].claim.subject, right_after("")
    claims = (one.claim for one, _ in knowledge.stated_claims())
    stated = [claim for claim in claims if claim.subject == subject and not claim.predicate.startswith(after)]
    places = {claim.object: claim for claim in stated}
    if any([claim.object for claim in stated].count(step.id) != 1 for step in steps):
        raise Unsettled
    ranked = sorted((places[step.id] for step in steps), key=stated.index)
    for one, next_one in pairwise(ranked):
        _ruling(next_one._replace(object=one.object), knowledge)
    why = {step.id: _told(_ruling(places[step.id], knowledge).facts, knowledge, audience) for step in steps}
    return tuple(replace(step, position=ranked.index(places[step.id]) + 1, why=why[step.id], claim=places[step.id]) for step in steps)


def _typed(typing: TypedText, knowledge: Knowledge) -> TypedText:
    """Of each term that was right or wrong, whether it is; what is neither any more is handed back."""
    first = typing.accepted[0]
    kinds = {knowledge.terms[option.id].kind for option in typing.accepted if option.id in knowledge.terms}
    others = [one for one in typing.others if one.id in knowledge.terms and knowledge.terms[one.id].kind in kinds]
    spelled = {one.id: one for one in (*typing.spellings, *typing.refused, *others)}
    claims = {id: claim_with(first, id) for id in spelled}
    verdicts = {id: knowledge.settle(claim).verdict for id, claim in claims.items()}
    right, wrong, open_ = (
        [id for id in spelled if verdicts[id] is one] for one in (Verdict.ENTAILED, Verdict.CONTRADICTED, Verdict.UNKNOWN)
    )
    if not right:
        raise Unsettled
    return replace(
        typing,
        accepted=tuple(replace(first, id=id, text=spelled[id].text, claim=claims[id]) for id in right),
        spellings=tuple(spelled[id] for id in right),
        refused=tuple(spelled[id] for id in wrong),
        refuses=tuple(claims[id] for id in wrong),
        unsettled=(*typing.unsettled, *(spelled[id] for id in open_)),
        others=(),
    )


def _why(claim: Claim, ruling: Ruling, knowledge: Knowledge, audience: str) -> str:
    """Why a claim is right or not: what the facts say that settle it."""
    if claim.predicate not in knowledge.predicates or claim.also or audience in READERS:
        return _told(ruling.facts, knowledge, audience)
    return why_of(claim._replace(denied=False), (ruling.verdict is Verdict.ENTAILED) is not claim.denied, knowledge)


def _told(facts: Iterable[str], knowledge: Knowledge, audience: str) -> str:
    """What facts say, to those who read it."""
    return " ".join(_says(knowledge.facts[fact], knowledge, audience) for fact in dict.fromkeys(facts))


def _says(fact: Fact, knowledge: Knowledge, audience: str) -> str:
    plainly = fact.plain or " ".join(sentences_of(fact, knowledge, audience)) if audience in READERS else ""
    return plainly or said(fact, knowledge)


def _options(interaction: Interaction) -> Iterator[Option]:
    """What is offered as an option of its own."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            yield from options
        case DropDowns(blanks) | Linked(blanks):
            yield from (option for blank in blanks for option in blank.options)
        case BowTie() as bow_tie:
            yield from (option for side in bow_tie.sides for option in side.options)
        case Highlight() as highlight:
            yield from highlight.segments
        case Grid() | Order() | TypedText() | Number():
            return
        case _:
            assert_never(interaction)
