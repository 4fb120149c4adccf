"""A topic reads as a short text, for each audience in their words."""

import re

import pytest

from questions.bank import shipped_banks
from questions.fact import Currency
from questions.facts.prompt import Prompt
from questions.knowledge import Knowledge
from questions.passages import Rows, Saying, Steps
from questions.plainly import FAMILY, READERS
from questions.readers.toml_files import read_bank
from questions.topic_text import TopicText, topic_text

ARTICLE = Knowledge(read_bank(shipped_banks()[0]))

every_topic = pytest.mark.parametrize("topic", [topic.id for topic in ARTICLE.bank.topics])


def texts(text: TopicText) -> list[str]:
    return [*(sentence for paragraph in text.paragraphs for sentence in paragraph), *text.questions]


@every_topic
@pytest.mark.parametrize("audience", ["nursing", "patient"])
def test_every_topic_can_be_read_and_says_nothing_twice(topic: str, audience: str) -> None:
    text = topic_text(ARTICLE, topic, audience)
    assert texts(text) or text.words or text.figures
    assert len(texts(text)) == len(set(texts(text)))
    assert all(1 <= len(paragraph) <= 4 for paragraph in text.paragraphs)


def test_questions_to_take_along_are_a_list_and_no_prose() -> None:
    for reader in ("nursing", *READERS):
        text = topic_text(ARTICLE, "questions", reader)
        assert len(text.questions) == 12
        assert not [sentence for paragraph in text.paragraphs for sentence in paragraph if sentence.endswith("?")]


def test_what_a_table_is_about_is_said_before_its_details() -> None:
    assert texts(topic_text(ARTICLE, "spread", "patient"))[0].startswith("Each kind of cancer has places")
    assert texts(topic_text(ARTICLE, "phases", "patient"))[0].startswith("Cancer spreads in steps")


def test_what_several_texts_close_with_is_told_once() -> None:
    (electrolytes,) = (bank for bank in map(read_bank, shipped_banks()) if bank.name == "electrolytes")
    text = " ".join(texts(topic_text(Knowledge(electrolytes), "ranges", "patient")))
    assert text.count("Healthy adults have") == 6
    assert text.count("A laboratory may print a slightly different range.") == 1


def test_patients_read_plain_words_and_nurses_the_terms() -> None:
    plain, full = (topic_text(ARTICLE, "basics", audience) for audience in ("patient", "nursing"))
    assert Saying("The part of the body where the cancer first started.", "Primary site") in plain.words
    assert Saying("The organ or tissue in which a cancer first began to grow.", "Primary site") in full.words


def test_a_sentence_for_patients_stands_by_itself_wherever_it_is_read() -> None:
    pointing = re.compile(r"^(it|they)\b|\b(this|these|such a|such) (fluid|cells|medicines?|substances|drugs)\b", re.IGNORECASE)
    for topic in ARTICLE.bank.topics:
        for paragraph in topic_text(ARTICLE, topic.id, "patient").paragraphs:
            assert not [sentence for sentence in paragraph if pointing.search(sentence)]


def test_what_a_statement_says_as_well_is_told_once() -> None:
    told = [sentence for paragraph in topic_text(ARTICLE, "tests", "nursing").paragraphs for sentence in paragraph]
    assert [sentence for sentence in told if "enlarged lymph node" in sentence] == [
        "A CT scan can identify enlarged lymph nodes and masses in internal organs."
    ]


def test_what_is_not_meant_for_patients_is_not_told_to_them() -> None:
    outlook = "Cancer cells that settle in lymph nodes may go on growing, which makes the prognosis poorer."
    assert outlook in texts(topic_text(ARTICLE, "basics", "nursing"))
    assert not [text for text in texts(topic_text(ARTICLE, "basics", "patient")) if "prognosis" in text or "Cancer cells can grow" in text]


def test_an_error_of_the_source_is_not_told() -> None:
    assert "Laparotomy" not in [word.lead for word in topic_text(ARTICLE, "tests", "nursing").words]


def test_a_table_is_shown_as_a_table_and_its_rows_not_once_more() -> None:
    text = topic_text(ARTICLE, "spread", "nursing")
    (table,) = [figure for figure in text.figures if isinstance(figure, Rows)]
    sites = ("Bones", "brain", "liver", "lungs", "lymph nodes under the arm", "skin (regional spread)")
    assert dict(table.rows)["Breast cancer"] == sites
    assert not [sentence for sentence in texts(text) if "kidney" in sentence and "skin" in sentence]


def test_steps_stand_in_their_order() -> None:
    (steps,) = [figure for figure in topic_text(ARTICLE, "phases", "patient").figures if isinstance(figure, Steps)]
    assert steps.steps[0] == "Cells of the first tumour divide as it grows"
    assert len(steps.steps) == 8


def test_what_has_changed_is_told_with_who_says_so() -> None:
    changes = topic_text(ARTICLE, "tests", "nursing").changes
    assert {change.currency for change in changes} <= {Currency.DATED, Currency.DISPUTED}
    assert changes
    assert all(change.about and change.note and change.who for change in changes)


def test_patients_are_told_what_has_changed_in_plain_words_and_by_nobody_else() -> None:
    changes = topic_text(ARTICLE, "tests", "patient").changes
    assert "Today a PET scan is mostly made together with a CT scan." in [change.note for change in changes]
    assert all(change.about and not change.who for change in changes)


def test_nothing_to_read_about_a_topic_takes_whoever_helps_for_the_patient() -> None:
    for knowledge in map(Knowledge, map(read_bank, shipped_banks())):
        for topic in knowledge.bank.topics:
            text = topic_text(knowledge, topic.id, FAMILY)
            told = [*texts(text), *(saying.text for saying in text.words), *(one.note for one in text.changes), topic.plain]
            assert not [one for one in told if re.search(r"\b(your|yours|my|me)\b", one, re.IGNORECASE)]


def test_whoever_helps_reads_the_questions_for_the_doctor_as_somebody_close_asks_them() -> None:
    prompt = ARTICLE.facts["questions.kind-of-spread"]
    assert isinstance(prompt, Prompt)
    assert prompt.family
    patients, family = (texts(topic_text(ARTICLE, "questions", reader)) for reader in READERS)
    assert (prompt.plain in patients, prompt.family in patients) == (True, False)
    assert (prompt.plain in family, prompt.family in family) == (False, True)
