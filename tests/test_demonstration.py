from pathlib import Path

from quizapp.demonstration import Demonstration, demonstration_in, mark


def test_a_folder_that_was_marked_says_who_is_in_it(tmp_path: Path) -> None:
    held = Demonstration({"ann": "somebody who is made up"}, "three small words")
    mark(tmp_path, held)
    assert demonstration_in(tmp_path) == held


def test_any_other_folder_holds_no_demonstration(tmp_path: Path) -> None:
    assert demonstration_in(tmp_path) is None
    assert demonstration_in(tmp_path / "nowhere") is None
