"""What is hashed meanwhile, at a cost that nobody notices."""

from collections.abc import Callable
from typing import Literal

import pytest
from argon2 import PasswordHasher

from quizapp.usecases import passwords


def watched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The hashings from here on, each as "hash" or "verify"."""
    done: list[str] = []

    class Watched(PasswordHasher):
        def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
            done.append("hash")
            return super().hash(password, salt=salt)

        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            done.append("verify")
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_HASHER", Watched(time_cost=1, memory_cost=8, parallelism=1))
    return done


def meanwhile(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> None:
    """Let something be done by somebody else while the next password is checked."""
    left = [do]

    class Interrupted(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            while left:
                left.pop()()
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_HASHER", Interrupted(time_cost=2, memory_cost=19 * 1024, parallelism=1))
