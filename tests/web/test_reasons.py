from dataclasses import replace

import pytest

from questions.interactions import OneOf
from quizapp.web.reasons import reasons
from tests.web.study.cases import CASES

pytestmark = pytest.mark.usefixtures("in_english")


def test_of_one_right_option_the_others_are_explained() -> None:
    assert reasons(CASES["one_of"][0]).each == (("Skin", "Why skin."),)


def test_what_was_said_of_the_right_option_is_not_said_again_of_the_others() -> None:
    one_of = CASES["one_of"][0]
    assert isinstance(one_of, OneOf)
    alike = OneOf(tuple(replace(option, why="Lung it is.") for option in one_of.options))
    assert reasons(alike).each == ()


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("any_of", ["Lung", "Bone", "Skin"]),
        ("n_of", ["Lung", "Bone", "Skin"]),
        ("grid", ["Lung", "Skin"]),
        ("drop_downs", ["Rays: X-ray", "Rays: Ultrasound", "Sound: X-ray", "Sound: Ultrasound"]),
        ("linked", ["Rays: X-ray", "Rays: Ultrasound", "Sound: X-ray", "Sound: Ultrasound"]),
        (
            "bow_tie",
            ["Do: Lung", "Do: Bone", "Do: Skin", "It is: X-ray", "It is: Ultrasound", "Watch: Lung", "Watch: Bone", "Watch: Skin"],
        ),
        ("highlight", ["Lung", "Bone", "Skin"]),
        ("number", ["7.5 %"]),
        ("order", ["First", "Second", "Third"]),
        ("text", ["Kidney"]),
    ],
)
def test_of_everything_else_all_that_was_offered_is_explained(name: str, texts: list[str]) -> None:
    assert [text for text, _ in reasons(CASES[name][0]).each] == texts
    assert all(why.startswith("Why") for _, why in reasons(CASES[name][0]).each)
