"""Whatever term of the bank somebody types is right, wrong or handed back, as the bank says of it (ITEMS.md §3, rule 14)."""

from collections.abc import Iterator

import pytest

from questions.bank import shipped_banks
from questions.claims import Claim, Verdict
from questions.interactions import TypedText
from questions.items import Item
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.responses import Malformed, read_response
from questions.spelling import named_by, plain
from questions.variants import variants
from tests.questions.making import BREAD

KNOWN = {folder.name: Knowledge(read_bank(folder)) for folder in (BREAD, *shipped_banks())}
VARIANTS = 5

every_bank = pytest.mark.parametrize("knowledge", KNOWN.values(), ids=KNOWN)


def typed(knowledge: Knowledge) -> Iterator[tuple[Item, TypedText]]:
    for item in variants(knowledge, "typed", VARIANTS):
        if isinstance(item.interaction, TypedText):
            yield item, item.interaction


def claim_of(typing: TypedText, term: str) -> Claim:
    """What somebody says who types this term."""
    right = typing.accepted[0]
    return right.claim._replace(subject=term) if right.claim.subject == right.id else right.claim._replace(object=term)


@every_bank
def test_a_term_of_the_kind_that_is_asked_for_is_judged_as_the_bank_judges_it(knowledge):
    for item, typing in typed(knowledge):
        kind = knowledge.terms[typing.accepted[0].id].kind
        for term in knowledge.bank.terms:
            if term.kind != kind or named_by(term.name, typing):
                continue
            handed_back = isinstance(read_response(typing, {"answer": [term.name]}), Malformed)
            refuted = knowledge.settle(claim_of(typing, term.id)).verdict is Verdict.CONTRADICTED
            assert handed_back is not refuted, (item.stem, term.name)


@every_bank
def test_no_name_of_another_term_is_ever_taken_for_the_right_one(knowledge):
    for item, typing in typed(knowledge):
        right = {plain(way) for spelled in typing.spellings for way in spelled.spellings}
        for term in knowledge.bank.terms:
            for way in term.spellings:
                if plain(way) not in right:
                    assert not named_by(way, typing), (item.stem, way)
