"""What every fact has, whatever its kind, and the registry of kinds."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple, TypeVar

from msgspec import Struct

from questions.claims import Claim
from questions.matters import Matter
from questions.objectives import Objective
from questions.passages import Passage, Saying
from questions.plainly import PATIENT
from questions.terms import Stem
from questions.wording import sentence

if TYPE_CHECKING:
    from questions.knowledge import Knowledge


AUDIENCES: Final = ("nursing", PATIENT)


class Currency(StrEnum):
    """How a fact stands today."""

    AS_STATED = "as stated"
    CONFIRMED = "confirmed"
    DATED = "dated"
    DISPUTED = "disputed"
    ERROR = "error in source"


IN_DOUBT: Final = (Currency.DATED, Currency.DISPUTED, Currency.ERROR)


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the document states it: the section's heading, and the paragraph in it counted from 1, where they are counted."""

    section: str
    paragraph: int | None = None


class Stated(NamedTuple):
    """A claim that a fact makes."""

    claim: Claim
    qualifier: str = ""


class Drawn(NamedTuple):
    """What is shown on a map: the map's name, and the relation whose two sides are its regions."""

    map: str
    predicate: str


class Line(NamedTuple):
    """A fact as `questions facts` prints it; objects are (text, qualifier)."""

    subject: str
    predicate: str
    objects: tuple[tuple[str, str], ...]
    list: str = ""


class Fact(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One statement; `note` says what has changed since and `who` says so, `plain` and `plain_note` put it for patients.

    `outlook` says that it tells of survival, of death or of a poorer outlook: patients read it where they have asked for it, and are
    never asked about it.

    Kinds with a lower `introduced` come first in a topic; those that are not `asked` need no objective.
    """

    kind: ClassVar[str]
    introduced: ClassVar[int] = 9
    asked: ClassVar[bool] = True

    id: str
    source: Place
    currency: Currency = Currency.AS_STATED
    note: str = ""
    who: str = ""
    plain: str = ""
    plain_note: str = ""
    audiences: tuple[str, ...] = AUDIENCES
    outlook: bool = False

    @property
    def changed(self) -> bool:
        """Whether its note says what is otherwise today, or disputed; patients are told that, and no other note."""
        return self.currency in (Currency.DATED, Currency.DISPUTED)

    def terms_named(self) -> Iterable[tuple[str, str]]:
        """Ids of the terms that it names, each with the field that names it."""
        return ()

    def facts_named(self) -> Iterable[str]:
        """Ids of the facts that it names."""
        return ()

    def listed_once(self) -> Iterable[tuple[str, str]]:
        """Ids, of terms or of its own parts, that may stand only once where they are listed, each with what lists it."""
        return ()

    def predicates_named(self) -> Iterable[str]:
        """Ids of the predicates that it names."""
        return ()

    def additions(self) -> Iterable[str]:
        """Ids of the facts that add to what it lists."""
        return ()

    def meaning_of(self, term: str) -> str:
        """What it says that a term means, "" if it does not."""
        return ""

    def row_of(self) -> str:
        """The id of the table whose row it is, "" if of none."""
        return ""

    def stems(self) -> Iterable[Stem]:
        """What it says that is filled in with names."""
        return ()

    def unsound(self) -> Iterable[tuple[str, str]]:
        """What cannot be meant in it: the value in question, and what to do."""
        return ()

    def at_odds(self, knowledge: "Knowledge") -> Iterable[tuple[str, str]]:
        """What cannot be meant in it beside all else that the bank says, of which every id is sound: the value, and what to do."""
        return ()

    def stated(self) -> Iterable[Stated]:
        """The claims that it makes."""
        return ()

    def refutes(self, claim: Claim, knowledge: "Knowledge") -> str:
        """The rule of ITEMS.md §3 by which this fact contradicts a claim: "a" to "f", or "" if it does not."""
        return ""

    def reason_against(self) -> str:
        """Why what it contradicts is not so, in half a sentence; "" where what it states instead tells."""
        return ""

    def subjects_judged(self) -> Iterable[tuple[str, str]]:
        """Pairs of subject and predicate about which `refutes` may have something to say."""
        return ((stated.claim.subject, stated.claim.predicate) for stated in self.stated())

    def objectives(self, knowledge: "Knowledge") -> Iterator[Objective]:
        """What a learner should be able to do with it."""
        yield from ()

    def objective(
        self,
        knowledge: "Knowledge",
        aspect: str,
        aim: str,
        matter: Matter,
        facts: tuple[str, ...] = (),
        beside: tuple[str, ...] = (),
        plain: Mapping[str, Matter] = MappingProxyType({}),
    ) -> Objective:
        """An objective that hangs on this fact; it rests on this fact alone, unless others are named. Patients are asked what is put in
        plain words, and nothing else."""
        return Objective(
            id=f"{knowledge.bank.name}/{self.id}#{aspect}",
            fact=self.id,
            facts=facts or (self.id,),
            topic=knowledge.bank.topic_of[self.id],
            aim=sentence(aim),
            matter=matter,
            audiences=tuple(one for one in self.audiences if one != PATIENT or one in plain),
            beside=beside,
            kin=knowledge.kin_of(self.id),
            plain=plain,
        )

    def lines(self, knowledge: "Knowledge") -> Iterator[Line]:
        """How it is printed."""
        yield from ()

    def passages(self, knowledge: "Knowledge", audience: str) -> Iterator[Passage]:
        """What it says to somebody who reads about its topic: in plain words, unless its kind has others for those who know the terms."""
        if self.plain:
            yield Saying(self.plain)

    def drawn(self) -> Drawn | None:
        """The map on which it can be shown, if there is one."""
        return None

    def listed_elsewhere(self) -> Iterable[tuple[str, str]]:
        """Ids of terms that other sources list besides, each with who does."""
        return ()


KINDS: dict[str, type[Fact]] = {}


F = TypeVar("F", bound=Fact)


def kind_of_fact(kind: type[F]) -> type[F]:
    """Register a kind of fact under the name of its table in a bank."""
    KINDS[kind.kind] = kind
    return kind
