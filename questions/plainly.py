"""A question as it is put to patients and to those close to them: in plain words, about the same claims."""

from collections.abc import Callable, Iterable, Mapping

import msgspec
from msgspec import Struct

from questions.interactions import AnyOf, Interaction, OneOf, Option
from questions.matters import Case, Matter, Truth

PATIENT, FAMILY = "patient", "family"
READERS = (PATIENT, FAMILY)


def audience_of(reader: str) -> str:
    """The audience that a reader is of: what is for patients is for those close to them too."""
    return PATIENT if reader in READERS else reader


def asked_of(plain: Mapping[str, Matter], reader: str) -> str:
    """The question that a reader is asked in plain words; "" where nobody has put it so."""
    truth = plain.get(reader)
    return truth.cases[0].asks if isinstance(truth, Truth) else ""


class Words(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said otherwise to somebody who is close to a patient; "" where it is the same."""

    asks: str = ""
    holds: str = ""
    why: str = ""


class Plainly(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The question, its answer, what is offered `instead` (by the ids of false answers), and `why` in two or three sentences.

    `why_not` tells of some of these what `why` does not.
    """

    asks: str
    holds: str
    instead: dict[str, str]
    why: str
    why_not: dict[str, str] = {}
    family: Words = Words()

    def told_to(self, reader: str) -> "Plainly":
        """The same in the words for this reader."""
        others = {name: value for name, value in msgspec.structs.asdict(self.family).items() if value} if reader == FAMILY else {}
        return msgspec.structs.replace(self, **others)


PlainOption = Callable[[str, str, str], Option]
"""Makes an option of the id of an answer ("" for the true one), its text, and why."""


def plain_truths(plainly: Plainly | None, option: PlainOption, topic: str) -> Mapping[str, Truth]:
    """What there is to ask in plain words, by who reads it; nothing where nobody has put it so."""
    return {reader: _truth(plainly.told_to(reader), option, topic) for reader in READERS} if plainly else {}


def offered(interaction: Interaction) -> tuple[Option, ...]:
    """What somebody chooses among who is asked in plain words, in the order in which it is shown."""
    assert isinstance(interaction, OneOf | AnyOf), "patients are asked by choice alone"
    return interaction.options


def unknown_answers(plainly: Plainly | None, known: Iterable[str]) -> Iterable[str]:
    """Ids of false answers that are put in plain words and that there are none of, or that are explained and not put so."""
    return sorted((plainly.instead.keys() - set(known)) | (plainly.why_not.keys() - plainly.instead.keys())) if plainly else ()


def _truth(told: Plainly, option: PlainOption, topic: str) -> Truth:
    instead = tuple(option(id, text, told.why_not.get(id, told.why)) for id, text in told.instead.items())
    return Truth((Case(told.asks, option("", told.holds, told.why), instead),), (), (), topic)
