"""Search finds what people mean, however they spell it, and shows safely where."""

import pytest

from questions.bank import shipped_banks
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.searching import LONGEST_QUERY, marked, most_missing, search

ARTICLE = Knowledge(read_bank(shipped_banks()[0]))


def first(query: str) -> str:
    words = search(ARTICLE, query, "patient").words
    return words[0].term.id if words else ""


@pytest.mark.parametrize(
    ("query", "term", "why"),
    [
        ("angiogenesis", "angiogenesis", "as it is written"),
        ("ANGIOGENESIS ", "angiogenesis", "in capitals"),
        ("angiogenisis", "angiogenesis", "by one slip"),
        ("angiog", "angiogenesis", "by its beginning"),
        ("metastasis", "metastasis", "before the names that hold more"),
        ("metastsis", "metastasis", "by a slip, before the names that hold more"),
        ("axillary", "nodes.underarm", "by another name"),
        ("tumor marker", "tumour-markers", "in American spelling"),
        ("xray", "xray", "without the hyphen"),
        ("what is a biopsy?", "biopsy", "as a question"),
        ("limph node", "lymph-nodes", "by a slip in a short word"),
        ("biopsies", "biopsy", "more of them"),
        ("a of the", "", "words that everything holds find nothing"),
        ("", "", "nothing finds nothing"),
    ],
)
def test_a_term_is_found(query: str, term: str, why: str) -> None:
    assert first(query) == term, why


def test_facts_and_objectives_are_found_that_hold_every_word() -> None:
    found = search(ARTICLE, "kidney spreads", "nursing")
    assert [one.objective.id for one in found.aims] == ["metastatic-cancer/spread.kidney#sites"]
    assert [one.fact for one in search(ARTICLE, "enzyme matrix", "nursing").sentences] == ["phases.enzyme"]
    assert not search(ARTICLE, "enzyme trombone", "nursing").sentences


def test_patients_find_their_own_words_and_nothing_that_is_not_meant_for_them() -> None:
    assert not search(ARTICLE, "prognosis poorer", "patient").sentences
    assert search(ARTICLE, "prognosis poorer", "nursing").sentences


def test_what_is_asked_is_found_as_the_reader_is_asked_it() -> None:
    told = {reader: [one.text for one in search(ARTICLE, "treatment depend", reader).aims] for reader in ("patient", "family", "nursing")}
    assert told["patient"] == ["What does your treatment depend on?"]
    assert told["family"] == ["What does the treatment depend on?"]
    assert told["nursing"] == ["Say what the treatment of a metastatic cancer depends on"]


def test_a_row_of_a_table_is_found_by_what_it_lists_and_what_it_is_about() -> None:
    for reader in ("patient", "nursing"):
        (row,) = search(ARTICLE, "where does kidney cancer spread?", reader).sentences
        assert row.text.startswith("Kidney cancer: Bones, brain, liver, ")
        assert row.topic == "spread"


def test_half_of_the_words_may_be_missing_where_nothing_holds_them_all() -> None:
    query = "breast cancer goes to the brain"
    assert most_missing(query) == 2
    assert not search(ARTICLE, query, "patient").sentences
    assert any(one.text.startswith("Breast cancer: ") for one in search(ARTICLE, query, "patient", missing=1).sentences)
    assert most_missing("trombone") == 0


def test_an_exact_word_is_not_mixed_with_what_looks_like_it() -> None:
    assert search(ARTICLE, "scan", "patient").matched == {"scan", "scanner", "scans"}


def test_a_question_without_end_is_cut_off() -> None:
    assert search(ARTICLE, "biopsy" + " " * LONGEST_QUERY + "trombone", "patient").words
    assert not search(ARTICLE, "x" * 10_000, "patient").words


def test_the_words_that_were_found_are_marked_and_nothing_is_lost() -> None:
    text = "An X-ray <b>shows</b> tumours, a tumor’s edge."
    pieces = list(marked(text, frozenset({"xray", "tumors", "tumor"})))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, found in pieces if found][:2] == ["X-ray", "tumours"]
