"""The list of the requirements of OWASP's ASVS is whole, and names nothing that is not there."""

import ast
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
REQUIREMENTS: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "tests/asvs.toml").read_text(encoding="utf-8"))
IN_THE_STANDARD = {  # chapter: how many requirements of level 1, and of level 2
    1: (8, 19),
    2: (4, 7),
    3: (8, 11),
    4: (2, 8),
    5: (4, 5),
    6: (13, 22),
    7: (6, 12),
    8: (4, 3),
    9: (4, 3),
    10: (5, 24),
    11: (3, 11),
    12: (3, 6),
    13: (1, 12),
    14: (2, 7),
    15: (3, 10),
    16: (0, 16),
    17: (0, 7),
}
every_requirement = pytest.mark.parametrize("number", REQUIREMENTS)


@cache
def claims_in(path: Path) -> frozenset[str]:
    """The names of the tests of a file."""
    return frozenset(
        node.name
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


@cache
def headings_in(path: Path) -> frozenset[str]:
    """The headings of a document, as links name them."""
    found = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in found)


def is_there(shown_by: str) -> bool:
    """Whether there is such a test, or such a part of a document."""
    file, _, name = shown_by.partition("::" if "::" in shown_by else "#")
    path = ROOT / file
    return path.is_file() and name in (claims_in(path) if path.suffix == ".py" else headings_in(path))


def test_every_requirement_of_levels_one_and_two_is_listed_in_its_chapter() -> None:
    listed = Counter((int(number.removeprefix("v5.0.0-").split(".")[0]), entry["level"]) for number, entry in REQUIREMENTS.items())
    assert listed == Counter(
        {(chapter, level): count for chapter, counts in IN_THE_STANDARD.items() for level, count in enumerate(counts, 1)}
    )
    assert len(REQUIREMENTS) == 70 + 183


def test_requirements_stand_in_their_order() -> None:
    assert all(re.fullmatch(r"v5\.0\.0-\d+\.\d+\.\d+", number) for number in REQUIREMENTS)
    numbers = [tuple(map(int, number.removeprefix("v5.0.0-").split("."))) for number in REQUIREMENTS]
    assert numbers == sorted(numbers)


@every_requirement
def test_a_requirement_is_shown_or_open_or_there_is_nothing_that_it_could_apply_to(number: str) -> None:
    entry = REQUIREMENTS[number]
    assert set(entry) <= {"level", "asks", "shown_by", "open", "not_here"}
    assert entry["asks"]
    assert ("not_here" in entry) != bool({"shown_by", "open"} & set(entry))
    assert all(entry.get(field, "said") for field in ("shown_by", "open", "not_here"))


@pytest.mark.parametrize(("said", "done_by"), [("upload", "request.files"), ("download", "as_attachment"), ("XML", "openpyxl")])
def test_nothing_is_said_to_be_missing_that_the_pages_do(said: str, done_by: str) -> None:
    if any(done_by in path.read_text(encoding="utf-8") for path in (ROOT / "quizapp/web").rglob("*.py")):
        denial = re.compile(rf"\b(no|nobody|nothing)\b[^;:,]*\b{said}")
        assert not [number for number, entry in REQUIREMENTS.items() if denial.search(entry.get("not_here", ""))]


@every_requirement
def test_what_shows_a_requirement_is_there(number: str) -> None:
    assert not [one for one in REQUIREMENTS[number].get("shown_by", ()) if not is_there(one)]


@pytest.mark.parametrize(
    "missing",
    [
        "tests/test_asvs.py::test_that_nobody_wrote",
        "tests/test_nowhere.py::test_every_requirement_of_levels_one_and_two_is_listed_in_its_chapter",
        "quizapp/docs/security.md#a-part-that-nobody-wrote",
        "tests/test_asvs.py::is_there",
    ],
)
def test_what_is_not_there_is_noticed(missing: str) -> None:
    assert not is_there(missing)
