import pytest

from questions.interactions import Column, Grid, Row
from questions.responses import DontKnow, Picked, Placed, Typed
from quizapp.web.marking import MarkedBlock, MarkedOption, MarkedRow, answer_in_words, marked
from tests.web.study.cases import CASES, CLAIM

pytestmark = pytest.mark.usefixtures("in_english")


def test_each_option_says_whether_it_was_picked_and_whether_it_is_right() -> None:
    assert marked(*CASES["any_of"]) == (
        MarkedOption("Lung", picked=True, correct=True, alone=False),
        MarkedOption("Bone", picked=False, correct=True, alone=False),
        MarkedOption("Skin", picked=True, correct=False, alone=False),
    )


def test_the_only_right_option_stands_alone() -> None:
    assert [option.alone for option in marked(*CASES["one_of"]) if isinstance(option, MarkedOption)] == [True, True]


def test_each_row_of_a_grid_says_what_was_given_and_what_is_right() -> None:
    assert marked(*CASES["grid"]) == (
        MarkedRow("Lung", "Listed", "Listed", good=True, marks=1),
        MarkedRow("Skin", "Listed", "Not listed", good=False, marks=0),
    )


def test_a_grid_that_is_marked_by_column_gives_no_marks_to_rows() -> None:
    columns = (Column("lung", "Lung"), Column("bone", "Bone"))
    rows = (Row("a", "A", ("lung", "bone"), "", (), (CLAIM, CLAIM)), Row("b", "B", (), "", (), (CLAIM, CLAIM)))
    response = Placed((("a", ("bone",)), ("b", ())))
    assert marked(Grid(columns, rows, one_per_row=False), response) == (
        MarkedRow("A", "Bone", "Lung, Bone", good=False),
        MarkedRow("B", "", "none of them", good=True),
    )


def test_each_drop_down_says_what_was_given_and_what_is_right() -> None:
    assert marked(*CASES["drop_downs"]) == (
        MarkedRow("Rays", "X-ray", "X-ray", good=True, marks=1),
        MarkedRow("Sound", "X-ray", "Ultrasound", good=False, marks=0),
    )


def test_linked_lists_have_no_marks_of_their_own() -> None:
    assert marked(*CASES["linked"]) == (
        MarkedRow("Rays", "X-ray", "X-ray", good=True),
        MarkedRow("Sound", "X-ray", "Ultrasound", good=False),
    )


def test_beside_a_wrong_target_of_a_bow_tie_stands_what_nobody_put_elsewhere() -> None:
    assert marked(*CASES["bow_tie"]) == (
        MarkedRow("Do 1", "Skin", "Lung", good=False, marks=0),
        MarkedRow("Do 2", "Bone", "Bone", good=True, marks=1),
        MarkedRow("It is", "X-ray", "X-ray", good=True, marks=1),
        MarkedRow("Watch 1", "Bone", "Bone", good=True, marks=1),
        MarkedRow("Watch 2", "Lung", "Lung", good=True, marks=1),
    )


def test_each_segment_says_whether_it_was_highlighted_and_whether_it_should_be() -> None:
    assert marked(*CASES["highlight"]) == (
        MarkedBlock(
            "",
            (
                MarkedOption("Lung", picked=True, correct=True, alone=False),
                MarkedOption("Bone", picked=False, correct=True, alone=False),
                MarkedOption("Skin", picked=True, correct=False, alone=False),
            ),
        ),
    )


def test_a_typed_figure_stands_beside_the_right_one() -> None:
    key = MarkedOption("7.5 %", picked=False, correct=True, alone=True)
    assert marked(*CASES["number"]) == (MarkedOption("8", picked=True, correct=False, alone=True), key)
    assert marked(CASES["number"][0], Typed("7,5")) == (MarkedOption("7,5", picked=True, correct=True, alone=True), key)


def test_steps_are_shown_in_their_right_order() -> None:
    assert marked(*CASES["order"]) == (
        MarkedRow("First", "place 1", "place 1", good=True, marks=1),
        MarkedRow("Second", "place 3", "place 2", good=False, marks=0),
        MarkedRow("Third", "place 2", "place 3", good=False, marks=0),
    )


def test_a_typed_answer_stands_beside_the_right_one() -> None:
    interaction, _ = CASES["text"]
    kidney = MarkedOption("Kidney", picked=False, correct=True, alone=True)
    assert marked(interaction, Typed("liver")) == (MarkedOption("liver", picked=True, correct=False, alone=True), kidney)
    assert marked(interaction, Typed("renal")) == (MarkedOption("renal", picked=True, correct=True, alone=True), kidney)
    assert marked(interaction, Typed("kidney")) == (MarkedOption("kidney", picked=True, correct=True, alone=True),)


@pytest.mark.parametrize("name", CASES)
def test_whoever_does_not_know_has_given_nothing(name: str) -> None:
    for one in marked(CASES[name][0], DontKnow()):
        match one:
            case MarkedOption():
                assert not one.picked
            case MarkedRow():
                assert not one.given
                assert not one.good
            case MarkedBlock(segments=segments):
                assert not any(segment.picked for segment in segments)


def test_an_answer_to_another_question_marks_nothing() -> None:
    assert not any(isinstance(one, MarkedRow) and one.good for one in marked(CASES["grid"][0], Picked(("lung",))))


@pytest.mark.parametrize(
    ("name", "words"),
    [("one_of", "Lung"), ("any_of", "Lung; Bone"), ("n_of", "Lung; Bone"), ("text", "Kidney"), ("number", "7.5 %"), ("grid", "")],
)
def test_the_right_answer_is_said_in_words(name: str, words: str) -> None:
    assert answer_in_words(CASES[name][0]) == words
