"""The folder that keeps what the program must not lose."""

import os
import secrets
from pathlib import Path

from quizapp.errors import CannotStart

KEY_FILE = "secret-key"
ONLY_MINE = 0o600


def make_data_folder(folder: Path) -> None:
    """Make the folder, unless it is there, for its owner alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotStart(
            f"The data folder {folder} cannot be made ({error.strerror}): choose another with --data or QUIZAPP_DATA."
        ) from error


def kept_key(folder: Path) -> str:
    """The secret key of this folder, made the first time and the same for ever."""
    path = folder / KEY_FILE
    try:
        if not path.exists():
            _make_key(path)
        if path.stat().st_mode & 0o077:
            path.chmod(ONLY_MINE)
        return path.read_text(encoding="ascii")
    except OSError as error:
        raise CannotStart(
            f"The secret key {path} cannot be kept ({error.strerror}): choose another folder with --data or QUIZAPP_DATA."
        ) from error


def _make_key(path: Path) -> None:
    """Write a key beside its place, then put it there whole, unless another process was first."""
    draft = path.with_name(f"{KEY_FILE}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_MINE)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
