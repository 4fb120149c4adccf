from base64 import urlsafe_b64decode
from hashlib import sha256

from quizapp.models.tokens import new_token, read_token


def test_a_token_holds_256_bits_and_none_comes_twice() -> None:
    tokens = [new_token(7) for _ in range(100)]
    assert len(set(tokens)) == 100
    assert all(len(urlsafe_b64decode(token.partition(".")[2] + "=")) * 8 == 256 for token in tokens)


def test_only_a_hash_of_256_bits_is_kept_of_it() -> None:
    token = new_token(7)
    assert read_token(token) == (7, sha256(token.partition(".")[2].encode()).digest())
