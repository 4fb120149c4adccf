"""Every library that is installed is named in a lock, in one version and with the hashes of its files."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, str]:
    """The rest of each entry of a lock, by the name of its library."""
    text = (ROOT / ".locked" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    found = re.findall(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==(\S+.*)$", text, re.MULTILINE | re.IGNORECASE)
    return {same(library): rest for library, rest in found}


def same(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~ ]", name)[0]).lower()


@pytest.mark.parametrize(
    ("lock", "declared"),
    [
        ("run.txt", PROJECT["project"]["dependencies"]),
        ("pdf.txt", PROJECT["project"]["optional-dependencies"]["pdf"]),
        ("develop.txt", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["develop"]),
    ],
)
def test_every_library_is_locked_with_its_hashes(lock: str, declared: list[str]) -> None:
    entries = locked(lock)
    assert {same(library) for library in declared} <= set(entries)
    assert all("--hash=sha256:" in rest for rest in entries.values())


def test_what_only_developers_need_is_not_installed_where_people_learn() -> None:
    assert not {same(library) for library in PROJECT["dependency-groups"]["develop"]} & set(locked("run.txt"))


def test_what_the_extra_for_pdf_adds_is_tried_in_the_versions_that_are_installed() -> None:
    assert versions("pdf.txt").items() <= versions("develop.txt").items()


def versions(lock: str) -> dict[str, str]:
    return {library: re.split(r"[ ;]", rest)[0] for library, rest in locked(lock).items()}
