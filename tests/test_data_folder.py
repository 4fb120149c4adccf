import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from quizapp.data_folder import kept_key, make_data_folder
from quizapp.databases import usable
from quizapp.errors import CannotStart
from quizapp.models.engines import keep_safely


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_folder_is_made_with_all_above_it_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "quiz"
    make_data_folder(folder)
    make_data_folder(folder)
    assert folder.is_dir()
    assert mode(folder) == 0o700


def test_a_folder_that_cannot_be_made_is_named_with_what_to_do(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    with pytest.raises(CannotStart, match=r"cannot be made .*: choose another with --data or QUIZAPP_DATA\.$"):
        make_data_folder(in_the_way / "quiz")


def test_a_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    key = kept_key(tmp_path)
    assert len(key) == 64
    assert kept_key(tmp_path) == key
    assert mode(tmp_path / "secret-key") == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    assert kept_key(tmp_path / "one") != kept_key(tmp_path / "two")


def test_processes_that_start_at_once_agree_on_the_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(kept_key, [tmp_path] * 32))) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_key_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("known" * 10)
    (tmp_path / "secret-key").chmod(0o644)
    assert kept_key(tmp_path) == "known" * 10
    assert mode(tmp_path / "secret-key") == 0o600


@pytest.mark.parametrize("spoiled", [b"", b"\n" * 40, b"short", "ä".encode() * 40, b"\xff" * 64])
def test_a_key_that_is_spoiled_or_short_is_refused_with_what_to_do(tmp_path: Path, spoiled: bytes) -> None:
    (tmp_path / "secret-key").write_bytes(spoiled)
    with pytest.raises(CannotStart, match=r"^The secret key .*/secret-key is spoiled or too short: put the right one there, or remove"):
        kept_key(tmp_path)
    assert (tmp_path / "secret-key").read_bytes() == spoiled


@pytest.mark.parametrize(
    ("beside", "before", "after"),
    [
        ([], 0o755, 0o700),
        (["secret-key", "quizapp.sqlite3-wal"], 0o777, 0o700),
        (["letters", "diary.txt"], 0o755, 0o755),
        (["diary.txt"], 0o777, 0o755),
    ],
)
def test_a_folder_that_others_could_use_is_closed_and_one_with_other_things_to_writing(
    tmp_path: Path, beside: list[str], before: int, after: int
) -> None:
    for name in beside:
        (tmp_path / name).touch()
    tmp_path.chmod(before)
    make_data_folder(tmp_path)
    assert mode(tmp_path) == after


def test_a_folder_that_is_everybodys_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    with pytest.raises(CannotStart, match=r"^Everybody may write into the data folder"):
        make_data_folder(tmp_path)
    assert mode(tmp_path) == 0o1777


def test_a_database_file_and_its_companions_are_closed_to_others(tmp_path: Path) -> None:
    file = tmp_path / "quiz.sqlite3"
    engine = create_engine(f"sqlite:///{file}")
    keep_safely(engine)
    with usable(engine), engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    assert mode(file) == 0o600
    (tmp_path / "quiz.sqlite3-wal").touch()
    for path in tmp_path.iterdir():
        path.chmod(0o644)
    with usable(engine):
        assert {mode(path) for path in tmp_path.iterdir()} == {0o600}


def test_a_key_that_cannot_be_kept_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "secret-key").mkdir()
    with pytest.raises(CannotStart, match=r"^The secret key .* cannot be kept"):
        kept_key(tmp_path)
