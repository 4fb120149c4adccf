"""The shapes in which an objective can be asked, whatever kind of fact it comes from. Kinds of fact give them, templates ask them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from questions.claims import Claim
from questions.interactions import Number, Option, Spelled


@dataclass(frozen=True, slots=True)
class Rival:
    """Another list beside this one: its name, by id what provably stands in it or provably does not, and all of it in a sentence."""

    id: str
    text: str
    options: dict[str, Option]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What belongs to a list and what provably does not.

    `phrase` completes "among …" (or "Which is …", where the list is `single`). `whole` says that the list is closed.
    `spelled` says how those that can be typed are written; what is neither key nor distractor the bank does not settle.
    `group` names for each option's id the sort of thing it is, where they are of different sorts; `near` how near a distractor is
    to the keys (0 to 1); `veiled` are those whose name would tell and is told otherwise.
    `beside` holds lists that can be told apart from this one, itself first; `asks_which` asks in which of two such lists things stand,
    `asks_each` what stands in each of several.
    """

    phrase: str
    subject: str
    one: str
    many: str
    single: bool
    keys: tuple[Option, ...]
    distractors: tuple[Option, ...]
    whole: bool
    why: str
    spelled: dict[str, Spelled]
    group: dict[str, str] = field(default_factory=dict)
    near: dict[str, float] = field(default_factory=dict)
    veiled: frozenset[str] = frozenset()
    beside: tuple[Rival, ...] = ()
    asks_which: str = ""
    asks_each: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be sorted: `claims` says for each heading's id that the entry belongs there.

    `homes` are the headings of which that is entailed, `against` those of which it is contradicted, with the facts that settle it.
    `told` is a sentence that says where it belongs and why.
    """

    id: str
    text: str
    told: str
    claims: dict[str, Claim]
    homes: dict[str, tuple[str, ...]]
    against: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Heading:
    """Where entries are sorted to: its name, how it stands in a sentence, how it is written.

    `told` is a sentence that tells what it is, "" where the bank does not say.
    """

    id: str
    text: str
    spoken: str
    told: str
    spelled: Spelled


@dataclass(frozen=True, slots=True)
class Sorting:
    """Entries under headings (descriptions and what they describe, signs and what they are signs of).

    `focus` holds the entries that the objective is about; the others are there to be told apart from them.
    `toward` says which side is asked for: "heading", "entry" or "both".
    Stems: `asks_heading` with {entry}, `asks_entry` with {heading} (and {other}, where there are two), `asks_two` with {heading} for two
    entries at once, `asks_some` with {heading} for one entry or more, and `asks_all` for the whole.
    """

    headings: tuple[Heading, ...]
    entries: tuple[Entry, ...]
    focus: tuple[str, ...]
    toward: str
    one: str
    asks_heading: str
    asks_entry: str
    asks_all: str
    asks_two: str = ""
    asks_some: str = ""

    def belonging(self, heading: Heading) -> list[Entry]:
        """The entries in focus that belong to a heading."""
        return [entry for entry in self.entries if entry.id in self.focus and heading.id in entry.homes]

    def refuted(self, heading: Heading) -> list[Entry]:
        """The entries, in focus or not, that are refuted for a heading."""
        return [entry for entry in self.entries if heading.id in entry.against]


@dataclass(frozen=True, slots=True)
class Case:
    """A question with its true answer and with misconceptions that answer it falsely."""

    asks: str
    holds: Option
    misconceptions: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """Something true that answers a misconception: the question itself, questions that apply it, and statements true or not.

    `claims` are sentences that stand alone, some right, some not; `others` are such sentences on the same topic.
    """

    cases: tuple[Case, ...]
    claims: tuple[Option, ...]
    others: tuple[Option, ...]
    topic: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A question that a number answers, and that number."""

    asks: str
    number: Number


@dataclass(frozen=True, slots=True)
class Figure(Truth):
    """A truth whose answer is an amount; the options of its first case have sizes.

    `reckonings` ask for the number itself; `measures` hold what is measured in the same unit, itself first: its options are
    the amounts that are provably its own or provably not.
    """

    reckonings: tuple[Reckoning, ...]
    measures: tuple[Rival, ...]


@dataclass(frozen=True, slots=True)
class Cause(Truth):
    """A truth whose answer is a reason, and the same as a sentence with gaps.

    `context` stands before that sentence. The question of each case is what stands before its gap: `because` has the reason in it,
    each of `effects` something that follows from the reason.
    """

    context: str
    because: Case | None
    effects: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Situation(Truth):
    """What is found in a case, as a truth: its first question asks what it is, the others what to do.

    `acts` are what to do and `mistakes` what not to do; `watch` holds what is to be watched and what provably is not, each `one` of
    which belongs to `phrase` ("the sites that …") or does not; `why_watch` tells all that does in a sentence.
    """

    case: str
    acts: tuple[Option, ...]
    mistakes: tuple[Option, ...]
    watch: tuple[Option, ...]
    one: str
    phrase: str
    why_watch: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a sequence; `firm` says that the boundary after it cannot be argued, `twin` that it happens twice."""

    id: str
    text: str
    position: int
    firm: bool
    twin: bool


@dataclass(frozen=True, slots=True)
class Sequencing:
    """Steps in their order; `title` completes "In …"."""

    id: str
    title: str
    stages: tuple[Stage, ...]


def in_firm_order(stages: Iterable[Stage]) -> bool:
    """Whether no two of the stages, in their order, lie on either side of a boundary that can be argued and next to it."""
    return all(one.firm or after.position > one.position + 1 for one, after in pairwise(stages))


def right_after(step: str) -> str:
    """What is said of a step that comes next after another."""
    return f"right after {step}"


Matter = Listing | Sorting | Truth | Figure | Cause | Situation | Sequencing
