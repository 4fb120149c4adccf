"""A disk, and chance, whose seed is printed, so that what went wrong can be met again: QUIZAPP_TEST_SEED sets it."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.memory_disk import on_disk


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    yield from on_disk()


@pytest.fixture
def chance() -> Random:
    seed = os.environ.get("QUIZAPP_TEST_SEED") or secrets.token_hex(4)
    print(f"QUIZAPP_TEST_SEED={seed}")
    return Random(seed)
