import pytest

from quizapp.usecases.passwords import hashed, matches

PASSWORD = "Lamp orbit Velvet"


@pytest.fixture
def kept(full_cost: None) -> str:
    return hashed(PASSWORD)


def test_a_password_counts_letter_for_letter(kept: str) -> None:
    assert matches(PASSWORD, kept)
    for other in (PASSWORD.lower(), PASSWORD.upper(), PASSWORD[:-1], PASSWORD + "x", PASSWORD + " ", " " + PASSWORD, ""):
        assert not matches(other, kept), other


def test_all_letters_of_a_long_password_count() -> None:
    kept = hashed("x" * 255 + "y")
    assert matches("x" * 255 + "y", kept)
    assert not matches("x" * 255 + "z", kept)


def test_a_password_is_kept_by_argon2id_at_the_cost_that_owasp_gives_as_the_least(kept: str) -> None:
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_two_hashes_of_one_password_differ(kept: str) -> None:
    assert hashed(PASSWORD) != kept
