"""The disk is part of what is measured."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.memory_disk import on_disk


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    yield from on_disk()
