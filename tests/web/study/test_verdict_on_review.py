import pytest

from questions.responses import DontKnow, Response, response_to_json
from quizapp.models import Review
from quizapp.web.study.verdict_on_review import verdict_on_review
from tests.web.study.cases import CASES

pytestmark = pytest.mark.usefixtures("in_english")
ANY_OF, ANSWER = CASES["any_of"]
READ = 5_000  # milliseconds


def logged(response: Response, marks: int, maximum: int, certainty: str | None = None, milliseconds: int | None = None) -> Review:
    return Review(
        response=response_to_json(response),
        marks=marks,
        maximum=maximum,
        certainty=certainty,
        milliseconds=milliseconds,
        reading_milliseconds=READ,
    )


@pytest.mark.parametrize(
    ("response", "marks", "words", "right"),
    [
        (ANSWER, 2, "Right", True),
        (ANSWER, 1, "Partly right", False),
        (ANSWER, 0, "Not this time", False),
        (DontKnow(), 0, "Here is the answer", False),
    ],
)
def test_the_verdict_is_said_in_two_or_three_words(response: Response, marks: int, words: str, right: bool) -> None:
    said = verdict_on_review(ANY_OF, response, logged(response, marks, 2))
    assert (said.words, said.right) == (words, right)


@pytest.mark.parametrize(
    ("way", "marks", "maximum", "sentences"),
    [
        ("any_of", 1, 2, ("You have 1 of 2 marks.", "Each wrong choice takes one mark away.")),
        ("any_of", 0, 2, ("You have 0 of 2 marks.",)),
        ("one_of", 0, 1, ()),
        ("any_of", 2, 2, ()),
    ],
)
def test_marks_are_told_where_there_are_several_and_some_are_missing(way: str, marks: int, maximum: int, sentences: tuple[str]) -> None:
    interaction, answer = CASES[way]
    assert verdict_on_review(interaction, answer, logged(answer, marks, maximum)).sentences == sentences


def test_who_was_certain_and_wrong_is_told_to_look_closely() -> None:
    interaction, answer = CASES["one_of"]
    (sentence,) = verdict_on_review(interaction, answer, logged(answer, 0, 1, "certain")).sentences
    assert sentence.startswith("You were certain")


def test_who_was_too_quick_is_told_that_it_counts_as_a_guess_and_how_it_would_not() -> None:
    (sentence,) = verdict_on_review(ANY_OF, ANSWER, logged(ANSWER, 2, 2, milliseconds=READ - 1)).sentences
    assert "counts as a guess" in sentence
    assert "Say how sure you are" in sentence
    for unhurried in (logged(ANSWER, 2, 2, milliseconds=READ), logged(ANSWER, 2, 2, "certain", 0), logged(ANSWER, 2, 2)):
        assert verdict_on_review(ANY_OF, ANSWER, unhurried).sentences == ()
