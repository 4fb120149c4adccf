import pytest

from questions.responses import DontKnow, Response
from quizapp.web.study.verdicts import verdict
from tests.web.study.cases import CASES

pytestmark = pytest.mark.usefixtures("in_english")
ANY_OF, ANSWER = CASES["any_of"]


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
    said = verdict(ANY_OF, response, marks, 2)
    assert (said.words, said.right) == (words, right)


def test_marks_are_told_where_there_are_several_and_some_are_missing() -> None:
    assert verdict(ANY_OF, ANSWER, 1, 2).sentences == ("You have 1 of 2 marks.", "Each wrong choice takes one mark away.")
    assert verdict(ANY_OF, ANSWER, 0, 2).sentences == ("You have 0 of 2 marks.",)
    assert verdict(*CASES["one_of"], 0, 1).sentences == ()
    assert verdict(ANY_OF, ANSWER, 2, 2).sentences == ()


def test_who_was_certain_and_wrong_is_told_to_look_closely() -> None:
    (sentence,) = verdict(*CASES["one_of"], 0, 1, confident_error=True).sentences
    assert sentence.startswith("You were certain")
