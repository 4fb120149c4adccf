"""What the article says of treatments and research: what follows from it, and what does not."""

import pytest

from questions.bank import shipped_banks
from questions.claims import Claim, Verdict
from questions.content_words import content_words
from questions.fact import Currency
from questions.facts.denial import Denial
from questions.interactions import OneOf, claims_made
from questions.knowledge import Knowledge
from questions.matters import Listing
from questions.readers.toml_files import read_bank
from questions.writing import templates_of, write_item

ENTAILED, CONTRADICTED, UNKNOWN = Verdict.ENTAILED, Verdict.CONTRADICTED, Verdict.UNKNOWN
INCOMPLETE = ("in-brain-or-cord", "in-liver", "in-lung")


@pytest.fixture(scope="module")
def article() -> Knowledge:
    return Knowledge(read_bank(next(bank for bank in shipped_banks() if bank.name == "metastatic-cancer")))


@pytest.mark.parametrize(
    ("subject", "predicate", "object", "verdict", "why"),
    [
        ("in-bone", "treated-with", "bisphosphonates", ENTAILED, "the row lists them"),
        ("in-bone", "treated-with", "bone-stimulation", CONTRADICTED, "the row is whole and lacks it"),
        ("in-bone", "treated-with", "ablation", UNKNOWN, "it is used for bone today"),
        ("in-bone", "treated-with", "embolization", UNKNOWN, "it is used for bone today"),
        ("in-bone", "treated-with", "denosumab", UNKNOWN, "it is an alternative today"),
        ("in-bone", "treated-with", "internal-radiation", UNKNOWN, "radioactive drugs are a form of it"),
        ("in-liver", "treated-with", "external-beam", UNKNOWN, "the row has lost a line"),
        ("in-lung", "treated-with", "ablation", UNKNOWN, "the row has lost a line"),
        ("in-brain-or-cord", "treated-with", "bone-surgery", UNKNOWN, "the row has lost a line"),
        ("in-liver", "treated-with", "growth-hormone", CONTRADICTED, "an outside source says that it is not to be given"),
        ("chemotherapy", "targets", "fast-dividing-cells", ENTAILED, "the article says so"),
        ("radiation-therapy", "targets", "fast-dividing-cells", ENTAILED, "the article says so"),
        ("gene-therapy", "targets", "fast-dividing-cells", UNKNOWN, "nobody says anything of it"),
        ("chemotherapy", "main-treatment-of", "breast", UNKNOWN, "the list is open"),
        ("hormone-therapy", "used-for", "thyroid", UNKNOWN, "the list is open"),
        ("biological-therapy", "means", "research.angiogenesis-inhibitor", UNKNOWN, "some of these drugs are biological"),
    ],
)
def test_a_claim_on_treatment_is_settled_by_what_is_said(
    article: Knowledge, subject: str, predicate: str, object: str, verdict: Verdict, why: str
) -> None:
    assert article.settle(Claim(subject, predicate, object)).verdict is verdict, why


def test_nothing_is_refuted_by_what_a_row_that_lost_a_line_lacks(article: Knowledge) -> None:
    for subject in INCOMPLETE:
        for term in article.terms:
            ruling = article.settle(Claim(subject, "treated-with", term))
            if ruling.verdict is CONTRADICTED:
                denials = [fact for id in ruling.facts if isinstance(fact := article.facts[id], Denial)]
                assert [bool(denial.who) for denial in denials] == [True], term


def test_what_was_hope_is_asked_as_the_word_of_the_article_and_told_as_it_stands_today(article: Knowledge) -> None:
    hopes = {"research.immunotherapy", "research.against-angiogenesis", "research.thalidomide", "research.gene-aims"}
    hopes |= {"research.growth-factors", "research.bone-metastasis", "treatments.biological-effect", "treatments.biological-direct"}
    asked = [objective for objective in article.objectives.values() if objective.fact in hopes]
    assert len(asked) == len(hopes)
    for objective in asked:
        assert article.facts[objective.fact].currency is Currency.DATED
        for template in templates_of(article, objective.id):
            item = write_item(article, objective.id, *template, seed="hope")
            assert "according to this article" in item.stem.casefold()
            assert article.facts[objective.fact].note in item.note


def test_bisphosphonates_are_told_together_with_their_alternative(article: Knowledge) -> None:
    for id in ("by-site.bone", "by-site.bisphosphonates", "by-site.bone-strength", "research.bisphosphonates-use"):
        assert "enosumab" in article.facts[id].note


def test_the_two_treatments_that_hit_fast_dividing_cells_are_never_rivals_for_it(article: Knowledge) -> None:
    objective = article.objectives["metastatic-cancer/treatments.targets#of.fast-dividing-cells"]
    for template in templates_of(article, objective.id):
        for seed in range(20):
            item = write_item(article, objective.id, *template, seed=str(seed))
            for claim, correct in claims_made(item.interaction):
                if claim.subject in ("chemotherapy", "radiation-therapy") and not claim.denied:
                    assert correct


def test_what_a_named_source_refutes_is_explained_by_what_it_is_for_and_not_by_a_row_that_lost_a_line(article: Knowledge) -> None:
    matter = article.objectives["metastatic-cancer/by-site.lung#treatments"].matter
    assert isinstance(matter, Listing)
    explained = matter.distractors
    assert {option.id: option.why.partition(": ")[2] for option in explained}[
        "hpv-vaccination"
    ] == "it prevents an infection and treats no cancer."
    assert not any("the table lists" in option.why for option in explained)


@pytest.mark.parametrize("site", ["brain", "liver", "lung", "bone"])
def test_what_is_no_treatment_of_a_site_shares_no_word_that_the_treatment_lacks(article: Knowledge, site: str) -> None:
    for seed in range(30):
        item = write_item(article, f"metastatic-cancer/by-site.{site}#treatments", "which_is_listed", 2, str(seed))
        assert isinstance(item.interaction, OneOf)
        wrong = [content_words(option.text) for option in item.interaction.options if not option.correct]
        assert not frozenset.intersection(*wrong)
