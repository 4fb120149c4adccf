"""The glossary explains the words that the bank uses, and says where."""

import re

import pytest

from questions.bank import shipped_banks
from questions.glossary import glossary, word_of
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.spelling import plain, recognise

ARTICLE = Knowledge(read_bank(shipped_banks()[0]))
WORDS = {word.term.id: word for word in glossary(ARTICLE)}


def test_every_word_is_explained_and_used() -> None:
    assert all(word.plainly and word.facts and word.topics for word in WORDS.values())


def test_what_is_only_offered_as_a_wrong_answer_is_no_word_of_the_glossary() -> None:
    assert "benign-spread" not in WORDS
    assert not word_of(ARTICLE, "benign-spread").facts


def test_phrases_and_what_a_fact_only_denies_are_no_words_of_the_glossary() -> None:
    assert "mass-chest" not in WORDS
    assert not word_of(ARTICLE, "growth-hormone").facts


def test_words_stand_by_their_names() -> None:
    names = [plain(word.term.name) for word in glossary(ARTICLE)]
    assert names == sorted(names)


def test_no_word_stands_twice() -> None:
    for bank in map(Knowledge, map(read_bank, shipped_banks())):
        names = [{plain(name) for name in (word.term.name, word.term.plural) if name} for word in glossary(bank)]
        assert sum(map(len, names)) == len(set().union(*names))
    assert not {"lymph-node", "bone-surgery"} & WORDS.keys()
    assert {"lymph-nodes", "surgery"} <= WORDS.keys()


def test_a_word_tells_the_topics_and_facts_that_use_it() -> None:
    skin = WORDS["skin"]
    assert skin.topics == ("spread",)
    assert {"spread.kidney", "regional.breast-skin"} == {fact.id for fact in skin.facts}


def test_no_word_is_explained_by_itself() -> None:
    for bank in map(Knowledge, map(read_bank, shipped_banks())):
        for word in glossary(bank):
            named, told = (set(re.findall(r"\w{4,}", plain(text).replace("s ", " "))) for text in (word.term.name, f"{word.plainly} "))
            assert plain(word.term.name) not in plain(word.plainly), word.term.id
            assert told - named or not told, word.term.id


def test_another_name_is_told_once_and_not_in_each_number_and_spelling() -> None:
    assert word_of(ARTICLE, "lungs").also == ()
    assert word_of(ARTICLE, "angiogenesis").also == ("formation of blood vessels", "blood vessel formation", "neovascularization")


@pytest.mark.parametrize(
    ("term", "typed"),
    [("sarcoma", "soft tissue"), ("nodes.underarm", "armpit"), ("colon-rectum", "bowel"), ("bisphosphonates", "zoledronic acid")],
)
def test_what_is_taken_where_it_is_typed_and_is_no_name_is_not_told_as_one(term: str, typed: str) -> None:
    assert recognise(typed, [ARTICLE.spelled(term)])
    assert typed not in word_of(ARTICLE, term).also
