"""What can be picked has the ids that the key of an item has, in every way of answering."""

import pytest

from questions.bank import shipped_banks
from questions.interactions import Number, TypedText, key_ids
from questions.knowledge import Knowledge
from questions.offers import parts, picked, slot_of
from questions.readers.toml_files import read_bank
from questions.responses import DontKnow, Malformed, Typed, read_response
from questions.writing import templates_of, write_item
from tests.learner import right_answer


@pytest.mark.parametrize("folder", shipped_banks(), ids=lambda folder: folder.name)
def test_what_is_right_among_the_offers_is_the_key_and_is_what_a_right_answer_picks(folder):
    knowledge, ways = Knowledge(read_bank(folder)), set()
    for objective in list(knowledge.objectives)[::5]:
        for template in templates_of(knowledge, objective):
            interaction = write_item(knowledge, objective, *template, "1").interaction
            ways.add(type(interaction))
            right = [offer.id for part in parts(interaction) for offer in part.offers if offer.correct]
            assert sorted(right) == sorted(key_ids(interaction))
            assert all(offer.text and offer.why for part in parts(interaction) for offer in part.offers)
            response = read_response(interaction, right_answer(interaction))
            assert not isinstance(response, Malformed)
            if not isinstance(interaction, TypedText | Number):
                offered = [offer.id for part in parts(interaction) for offer in part.offers]
                assert set(picked(response, offered) or ()) <= set(right)
    assert len(ways) >= 5


def test_not_knowing_picks_nothing_and_what_is_typed_is_its_own_id():
    assert picked(DontKnow(), ()) is None
    assert picked(Typed("Angiogenesis"), ()) == ("angiogenesis",)
    assert slot_of("near=local") == "near"
    assert slot_of("lung") == ""
