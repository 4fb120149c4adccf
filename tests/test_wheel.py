"""The program works from a wheel, in an environment that holds nothing else, started from another folder."""

import subprocess
import sys
from pathlib import Path

from tests.program import fetch, served

ROOT = Path(__file__).parents[1]


def test_a_wheel_in_an_empty_environment_serves_its_bank_from_another_folder(tmp_path: Path) -> None:
    python = tmp_path / "empty" / "bin" / "python"
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", ROOT)
    run(sys.executable, "-m", "venv", tmp_path / "empty")
    run(python, "-m", "pip", "install", "-q", "-r", ROOT / ".locked/run.txt")
    run(python, "-m", "pip", "install", "-q", "--no-deps", *(tmp_path / "dist").glob("*.whl"))
    run(python, "-m", "pip", "check")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with served(tmp_path / "data", python.with_name("quizapp"), elsewhere) as address:
        status, page = fetch(address)
        assert status == 200
        style = next(part for part in page.split('"') if part.endswith(".css"))
        assert fetch(address + style.lstrip("/"))[0] == 200
    run(python.with_name("questions"), "check", "metastatic-cancer", "--variants", "1", cwd=elsewhere)


def run(*command: str | Path, cwd: Path | None = None) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
