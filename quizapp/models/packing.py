"""Files that are there whole or not at all, packed so that one damaged bit is noticed."""

import gzip
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

FAST = 1
AT_ONCE = 1 << 20


class Broken(Exception):
    """A file is not what was packed."""


@contextmanager
def side_folder(beside: Path) -> Iterator[Path]:
    """A folder for its owner alone, on the same disk as a file that is to be made; gone afterwards."""
    with TemporaryDirectory(dir=beside.parent, prefix=f".{beside.name}-") as folder:
        yield Path(folder)


def pack(source: Path, file: Path) -> None:
    """Pack a file, for its owner alone, and put it in its place once it is safely on the disk. What was there before is replaced."""
    with side_folder(file) as folder:
        draft = folder / "packed"
        with source.open("rb") as plain, os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as whole:
            with gzip.GzipFile(fileobj=whole, mode="wb", compresslevel=FAST, filename="", mtime=0) as packed:
                shutil.copyfileobj(plain, packed, AT_ONCE)
            whole.flush()
            os.fsync(whole.fileno())
        draft.replace(file)
        _sync(file.parent)


def unpack(file: Path, to: Path) -> None:
    """Unpack a file to another place. Raises Broken when it is not, to the last bit, what was packed."""
    try:
        with gzip.open(file, "rb") as packed, to.open("xb") as plain:
            shutil.copyfileobj(packed, plain, AT_ONCE)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise Broken from error


def _sync(folder: Path) -> None:
    """Let the disk keep the name of a file too, where folders can be opened."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
