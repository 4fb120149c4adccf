"""The reading grade is that of Flesch and Kincaid, with taught terms set aside."""

import pytest

from questions.readability import count_words, grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("make", 1),
        ("makes", 1),
        ("table", 2),
        ("spread", 1),
        ("jumped", 1),
        ("treated", 2),
        ("organ", 2),
        ("cancer", 2),
        ("bodies", 2),
        ("the", 1),
        ("biopsy", 3),
        ("radiation", 4),
        ("special", 2),
        ("X", 1),
    ],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_formula_is_as_published() -> None:
    text = "The cat sat on the mat. The dog ran to the big tree."  # 13 words, 2 sentences, 13 syllables
    assert grade(text) == max(0.0, round(0.39 * 6.5 + 11.8 - 15.59, 1))
    harder = "Physicians investigate metastatic carcinomas."  # 4 words, 1 sentence, 3 + 4 + 4 + 4 syllables
    assert grade(harder) == round(0.39 * 4 + 11.8 * 15 / 4 - 15.59, 1)


def test_longer_sentences_and_words_are_harder() -> None:
    assert grade("He ran. He hid. He slept.") < grade("He ran and then he hid and after that he slept until the morning came.")


def test_a_term_that_the_text_teaches_counts_as_one_short_word() -> None:
    text = "Angiogenesis feeds the lump. Then it grows."
    assert grade(text, ["angiogenesis"]) < grade(text)
    assert grade(text, ["nothing of it"]) == grade(text)


def test_no_words_have_no_grade() -> None:
    assert grade("") == 0.0
    assert count_words("One, two – three’s company; 4.") == 4
