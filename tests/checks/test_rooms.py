"""The rooms and the arrows between them are as DESIGN has them."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIBRARIES = {
    "questions": {"questions", "msgspec"},
    "quizapp/scheduling": {"fsrs", "questions", "quizapp"},
    "quizapp/analysis": {"questions", "quizapp"},
    "quizapp/models": {"questions", "quizapp", "sqlalchemy", "alembic", "psycopg"},
    "quizapp/queries": {"questions", "quizapp", "sqlalchemy"},
    "quizapp/usecases": {"questions", "quizapp", "sqlalchemy", "argon2", "itsdangerous", "zxcvbn"},
}
FEATURES = sorted(path.parent.name for path in (ROOT / "quizapp/web").glob("*/__init__.py"))
ASKS_THE_TIME = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
}


def code_of(folder: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / folder).rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(source)):
                yield source


def test_imports_go_one_way_only() -> None:
    done = subprocess.run([Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("room", LIBRARIES)
def test_a_room_knows_no_library_that_is_not_its_own(room: str) -> None:
    allowed = LIBRARIES[room] | sys.stdlib_module_names
    strangers = {f"{path}: {name}" for path, module in code_of(room) for name in imported(module) if name.partition(".")[0] not in allowed}
    assert not strangers


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_of_the_pages_does_not_import_another(feature: str) -> None:
    others = {f"quizapp.web.{other}" for other in FEATURES if other != feature}
    strangers = {f"{path}: {name}" for path, module in code_of(f"quizapp/web/{feature}") for name in imported(module) if name in others}
    assert not strangers


def test_only_the_clock_asks_what_time_it_is() -> None:
    asking = {
        f"{path}:{node.lineno}"
        for room in ("quizapp", "questions")
        for path, module in code_of(room)
        if path != ROOT / "quizapp/clock.py"
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (node.value.id, node.attr) in ASKS_THE_TIME
    }
    assert not asking
