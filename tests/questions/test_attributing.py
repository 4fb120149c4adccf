"""Where the world has moved on, the question says whose word it asks for, as a person would say it."""

import pytest

from questions.attributing import attributed
from questions.wording import sayer


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("Which of these describes a CT scan?", "According to this article, which of these describes a CT scan?"),
        ("MRI or CT: which came first?", "According to this article, MRI or CT: which came first?"),
        (
            "A man is afraid. He asks: “Is it safe?” Which answer is right?",
            "A man is afraid. He asks: “Is it safe?” According to this article, which answer is right?",
        ),
        (
            "Which term is described here? “Cells grow elsewhere”",
            "According to this article, which term is described here? “Cells grow elsewhere”",
        ),
        ("Which two of these fit “gene therapy”?", "According to this article, which two of these fit “gene therapy”?"),
        (
            "To what share does it come? Answer in whole percent.",
            "According to this article, to what share does it come? Answer in whole percent.",
        ),
        ("Choose for each the test that it is.", "Choose for each the test that it is, according to this article."),
        ("What lies there, according to this article's table?", "What lies there, according to this article's table?"),
        ("According to this article, what was hoped for?", "According to this article, what was hoped for?"),
    ],
)
def test_a_question_says_whose_word_it_asks_for_and_says_it_once(stem: str, said: str) -> None:
    assert attributed(stem, sayer("en")) == said
