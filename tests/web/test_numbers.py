import pytest

from quizapp.web.numbers import LARGEST, number


@pytest.mark.parametrize(("text", "found"), [("0", 0), ("12", 12), ("-1", -1), (str(LARGEST), LARGEST)])
def test_a_number_is_read(text: str, found: int) -> None:
    assert number(text) == found


@pytest.mark.parametrize("text", ["", "twelve", "1.0", str(LARGEST + 1), str(-LARGEST - 1), "9" * 30, "9" * 5000])
def test_what_no_database_counts_is_none(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (what is said is for nobody)
        number(text)
