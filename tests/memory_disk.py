"""Where tests write: in memory where there is room, as waiting for a disk is a good part of what databases of tests cost.

Where the disk is part of what is tried (tests/faults, tests/benchmarks) they write to it.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

SHARED_MEMORY = Path("/dev/shm")
ROOM = 4 * 1024**3


def write_in_memory() -> None:
    """Let temporary folders of tests be in memory, where this machine has much of it for that and programs may be run from there."""
    if "PYTEST_DEBUG_TEMPROOT" not in os.environ and _is_roomy(SHARED_MEMORY):
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(SHARED_MEMORY)


def on_disk() -> Iterator[Path]:
    """A folder of a test's own where files usually are."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def _is_roomy(folder: Path) -> bool:
    if not os.access(folder, os.W_OK):
        return False
    there = os.statvfs(folder)
    return there.f_bavail * there.f_frsize >= ROOM and not there.f_flag & os.ST_NOEXEC
