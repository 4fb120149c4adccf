"""The code is as the project wants it: one shape, no known mistakes, types that hold, templates that are well formed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_code_has_one_shape() -> None:
    run("ruff", "format", "--check", ".")


def test_no_code_makes_a_known_mistake() -> None:
    run("ruff", "check", ".")


def test_types_hold() -> None:
    run("mypy")


def test_templates_are_well_formed() -> None:
    run("djlint", "--lint", "--quiet", "quizapp/web/templates")
