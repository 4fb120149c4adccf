"""One question, ready to be asked: a pure value, made again at any time from what its fields name."""

from dataclasses import dataclass
from typing import assert_never

from questions.interactions import AnyOf, BowTie, DropDowns, Grid, Highlight, Interaction, Linked, NOf, Number, OneOf, Order, TypedText


@dataclass(frozen=True, slots=True)
class Source:
    """Where the document says so: its title, the section's heading and the paragraph in it, counted from 1, where they are counted."""

    document: str
    section: str
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """A question in canonical order: stem, way of answering, rationale; a pure function of the fields from `template` to `language`.

    `source` is where its main fact stands, `sources` all places on which its right answer rests.
    """

    objective: str
    facts: tuple[str, ...]
    topic: str
    aim: str
    template: str
    version: int
    level: str
    nearness: float
    item_type: str
    seed: str
    revision: str
    audience: str
    language: str
    stem: str
    hint: str
    interaction: Interaction
    why: str
    source: Source
    currency: str
    note: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings of the sections on which the right answer rests, each once."""
        return tuple(dict.fromkeys(source.section for source in self.sources))

    def words(self) -> int:
        """How many words there are to read before it can be answered: stem and all that is offered."""
        return sum(len(text.split()) for text in (self.stem, *texts_offered(self.interaction)))


def texts_offered(interaction: Interaction) -> tuple[str, ...]:
    """Every text that a person reads in order to answer, but for the stem."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            return tuple(option.text for option in options)
        case Grid(columns, rows, _):
            return (*(column.text for column in columns), *(row.text for row in rows))
        case DropDowns(blanks) | Linked(blanks):
            return tuple(text for blank in blanks for text in (blank.label, *(option.text for option in blank.options)))
        case BowTie() as bow_tie:
            return tuple(text for side in bow_tie.sides for text in (side.label, *(option.text for option in side.options)))
        case Highlight(blocks):
            return tuple(text for block in blocks for text in (block.label, *(segment.text for segment in block.segments)) if text)
        case Order(steps):
            return tuple(step.text for step in steps)
        case TypedText() | Number():
            return ()
        case _:
            assert_never(interaction)
