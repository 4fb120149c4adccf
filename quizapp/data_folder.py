"""The folder that keeps what the program must not lose."""

import os
import secrets
import stat
from pathlib import Path

from sqlalchemy import URL

from quizapp.errors import CannotStart
from quizapp.settings import SHORTEST_KEY

KEY_FILE = "secret-key"
ONLY_MINE = 0o600
OF_OTHERS, WRITTEN_BY_OTHERS, WRITTEN_BY_ALL = 0o077, 0o022, 0o002
OURS = (KEY_FILE, "quizapp.sqlite3", "letters", "demonstration.json", "replaced-")
COMPANIONS = ("", "-wal", "-shm", "-writers")


def make_data_folder(folder: Path) -> None:
    """Make the folder for its owner alone. One that is there is closed to others, as far as it is ours to close."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _close_folder(folder)
    except OSError as error:
        raise CannotStart(
            f"The data folder {folder} cannot be made ({error.strerror}): choose another with --data or QUIZAPP_DATA."
        ) from error


def kept_key(folder: Path) -> str:
    """The secret key of this folder, made the first time and the same for ever. Raises CannotStart where it could be guessed."""
    path = folder / KEY_FILE
    try:
        if not path.exists():
            _make_key(path)
        _close_file(path)
        key = path.read_bytes().decode("ascii", "replace").strip()
    except OSError as error:
        raise CannotStart(
            f"The secret key {path} cannot be kept ({error.strerror}): choose another folder with --data or QUIZAPP_DATA."
        ) from error

    if len(key) < SHORTEST_KEY or not key.isascii():
        raise CannotStart(f"The secret key {path} is spoiled or too short: put the right one there, or remove the file and one is made.")
    return key


def close_database(url: URL) -> None:
    """Close the file of an SQLite database, with its companions, to everybody else. Raises CannotStart where that is not ours to do."""
    if url.get_backend_name() == "sqlite" and url.database:
        for path in (Path(f"{url.database}{companion}") for companion in COMPANIONS):
            try:
                _close_file(path)
            except (FileNotFoundError, NotADirectoryError):
                pass
            except OSError as error:
                raise CannotStart(f"Others may read {path} ({error.strerror}): take that from them, or choose another database.") from error


def _close_file(path: Path) -> None:
    if path.stat().st_mode & OF_OTHERS:
        path.chmod(ONLY_MINE)


def _close_folder(folder: Path) -> None:
    """A folder with other things in it, such as somebody's home, may be read by whom it was; nobody else may put anything there."""
    found = folder.stat()
    ours = os.name == "posix" and found.st_uid == os.geteuid() and not found.st_mode & stat.S_ISVTX
    if ours and found.st_mode & OF_OTHERS and all(path.name.startswith(OURS) for path in folder.iterdir()):
        folder.chmod(0o700)
    elif ours and found.st_mode & WRITTEN_BY_OTHERS:
        folder.chmod(stat.S_IMODE(found.st_mode) & ~WRITTEN_BY_OTHERS)
    elif os.name == "posix" and not ours and found.st_mode & WRITTEN_BY_ALL:
        raise CannotStart(f"Everybody may write into the data folder {folder}: choose one that is yours with --data or QUIZAPP_DATA.")


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
