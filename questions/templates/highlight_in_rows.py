"""Highlight what belongs to each of several lists, in a table with a row for each."""

from dataclasses import replace
from random import Random

from questions.choosing import canonical, draw, main_group, mean
from questions.interactions import Block, Highlight, Option
from questions.matters import Listing, Rival
from questions.template import Draft, template
from questions.wording import Say, named

ROWS, RIGHT, WRONG = 3, 2, 3


@template(Listing, level="tell apart", version=5, called=named("Highlight in a table what is listed"))
def highlight_in_rows(listing: Listing, rng: Random, say: Say) -> Draft | None:
    """This list and two others as rows, in each of them one or two things that are listed and more that are not."""
    usable = [rival for rival in listing.beside if _fits(rival, listing)]
    if not listing.asks_each or len(usable) < ROWS or usable[0] is not listing.beside[0]:
        return None
    rivals = (usable[0], *draw(usable[1:], ROWS - 1, rng))
    blocks = tuple(_block(rival, listing, rng) for rival in rivals)
    return Draft(
        stem=listing.asks_each,
        hint=say("Highlight in each row whatever answers the question."),
        interaction=Highlight(blocks),
        item_type="highlight table",
        why=" ".join(rival.why for rival in rivals),
        nearness=_nearness(rivals, blocks),
    )


def _nearness(rivals: tuple[Rival, ...], blocks: tuple[Block, ...]) -> float:
    """The share of wrong segments that are right in another row."""
    placed = [
        (segment.claim.object, segment.correct, rival) for rival, block in zip(rivals, blocks, strict=True) for segment in block.segments
    ]
    wrong = [(thing, rival) for thing, correct, rival in placed if not correct]
    return mean(
        [any(other is not rival and other.options[thing].correct for other in rivals if thing in other.options) for thing, rival in wrong]
    )


def _fits(rival: Rival, listing: Listing) -> bool:
    right, wrong = (_things(rival, listing, correct=correct) for correct in (True, False))
    return bool(right) and len(wrong) > min(RIGHT, len(right))


def _things(rival: Rival, listing: Listing, *, correct: bool) -> list[Option]:
    """Those of the sort of which most keys are, each with the list in its id."""
    alike = [option for option in rival.options.values() if listing.group.get(option.id, "") == main_group(listing)]
    return [replace(option, id=f"{rival.id}={option.id}") for option in alike if option.correct is correct]


def _block(rival: Rival, listing: Listing, rng: Random) -> Block:
    right = draw(_things(rival, listing, correct=True), RIGHT, rng)
    wrong = draw(_things(rival, listing, correct=False), WRONG, rng)
    return Block(rival.text, canonical((*right, *wrong)))
