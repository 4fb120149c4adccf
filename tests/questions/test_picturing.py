"""Pictures are proved as items are, and cannot be answered without knowing."""

from collections import Counter

import pytest

from questions.bank import shipped_banks
from questions.claims import Claim, Verdict
from questions.flaw import flaws_of
from questions.interactions import claims_made
from questions.knowledge import Knowledge
from questions.picturing import WAYS, Picture, picture
from questions.readers.toml_files import read_bank

ARTICLE = Knowledge(read_bank(next(folder for folder in shipped_banks() if folder.name == "metastatic-cancer")))
PICTURES = [picture(ARTICLE, "spread", str(seed)) for seed in range(400)]


def test_no_picture_has_a_flaw_and_every_key_is_entailed_and_every_distractor_contradicted() -> None:
    for shown in PICTURES:
        assert not list(flaws_of(shown.item, ARTICLE)), shown
        for claim, right in claims_made(shown.item.interaction):
            assert ARTICLE.settle(claim).verdict is (Verdict.ENTAILED if right else Verdict.CONTRADICTED)


def test_every_way_of_asking_is_met_often_and_there_are_many_pictures() -> None:
    ways = Counter(shown.way for shown in PICTURES)
    assert set(ways) == set(WAYS)
    assert min(ways.values()) >= 60
    assert len({(shown.way, shown.lit, shown.subject) for shown in PICTURES}) >= 60


def options(shown: Picture) -> dict[str, bool]:
    return {claim.subject: right for claim, right in claims_made(shown.item.interaction)}


def test_primaries_that_share_a_set_of_sites_are_never_right_and_wrong_in_one_picture() -> None:
    for shown in PICTURES:
        if not shown.subject:
            for subject, right in options(shown).items():
                listed = {site for site in shown.lit if ARTICLE.settle(Claim(subject, "spreads-to", site)).verdict is Verdict.ENTAILED}
                assert (listed == set(shown.lit)) == right


@pytest.mark.parametrize("pair", [("breast", "pancreas"), ("colon-rectum", "prostate"), ("prostate", "thyroid")])
def test_those_who_share_a_set_do_stand_together_where_several_may_be_right(pair: tuple[str, str]) -> None:
    shown = (options(one) for one in (picture(ARTICLE, "spread", f"more/{seed}") for seed in range(600)) if one.way == WAYS[2])
    assert any(all(answers.get(subject) for subject in pair) for answers in shown)


def test_nothing_is_lit_that_would_tell_by_its_place_or_its_name() -> None:
    assert {term for shown in PICTURES for term in shown.lit} == {"adrenals", "abdominal-cavity", "bone", "brain", "liver", "lungs", "skin"}
    assert all("lungs" not in shown.lit or shown.subject != "lung" for shown in PICTURES)


def test_a_wrong_answer_is_told_what_is_listed_instead() -> None:
    wrong = [option for shown in PICTURES for option in shown.item.interaction.options if not option.correct]  # type: ignore[union-attr]
    assert all("does not list" in option.why and "; it lists" in option.why for option in wrong)


def test_the_stem_says_whose_list_it_is() -> None:
    assert all("the article lists" in shown.item.stem for shown in PICTURES)


def test_the_same_seed_gives_the_same_picture_and_a_table_without_a_map_none() -> None:
    assert picture(ARTICLE, "spread", "1") == PICTURES[1]
    with pytest.raises(KeyError):
        picture(ARTICLE, "spread.kidney", "1")
