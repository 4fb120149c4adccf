"""Chance, whose seed is printed, so that what went wrong can be met again: QUIZAPP_TEST_SEED sets it."""

import os
import secrets
from random import Random

import pytest


@pytest.fixture
def chance() -> Random:
    seed = os.environ.get("QUIZAPP_TEST_SEED") or secrets.token_hex(4)
    print(f"QUIZAPP_TEST_SEED={seed}")
    return Random(seed)
