"""What no file of the program may do, since it would have to be guarded at each place."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = {
    path: ast.parse(path.read_text(encoding="utf-8")) for room in ("quizapp", "questions") for path in sorted((ROOT / room).rglob("*.py"))
}
TEMPLATES = sorted((ROOT / "quizapp/web/templates").rglob("*.html"))
MODULES = sorted((ROOT / "quizapp/web/static").glob("*.js"))
RUNS_PROGRAMS = {"subprocess", "os.system", "os.popen", "pty", "multiprocessing.shared_memory"}
UNPACKS_OBJECTS = {"pickle", "marshal", "shelve", "yaml", "xml", "lxml", "dill", "jsonpickle"}
SPEAKS_TO_OTHERS = {"smtplib", "socket", "urllib.request", "http.client", "requests", "httpx", "aiohttp", "ftplib", "telnetlib", "ldap3"}
TAKES_FILES = "request.files"
MAY_SPEAK = {
    "quizapp/letters.py": {"smtplib"},
    "quizapp/web/accounts/writing.py": {"smtplib"},  # the name of an error alone
    "quizapp/serving.py": {"socket"},
}
MAY_DRAW = {
    "quizapp/models/transactions.py",  # how long to wait before trying again
    "quizapp/scheduling/planning.py",  # made-up courses of a forecast, by seed
}


def calls(module: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(source), names=names):
                yield source
                yield from (f"{source}.{name.name}" for name in names)


def where(found: Iterator[tuple[Path, object]]) -> list[str]:
    return [f"{path.relative_to(ROOT)}: {what}" for path, what in found]


def named(module: ast.Module, forbidden: set[str]) -> set[str]:
    names = set(imported(module)) | {name for name, _ in calls(module)}
    return {one for one in forbidden if any(name == one or name.startswith(f"{one}.") for name in names)}


def test_no_text_is_run_as_code() -> None:
    dynamic = {"eval", "exec", "compile", "__import__", "render_template_string", "flask.render_template_string"}
    assert not where((path, name) for path, module in CODE.items() for name, _ in calls(module) if name in dynamic)


def test_no_other_program_is_run() -> None:
    assert not where((path, one) for path, module in CODE.items() for one in named(module, RUNS_PROGRAMS))


def test_nothing_is_unpacked_that_could_bring_objects_with_it() -> None:
    assert not where((path, one) for path, module in CODE.items() for one in named(module, UNPACKS_OBJECTS))


def test_only_letters_leave_the_program_and_only_the_server_listens() -> None:
    strangers = where(
        (path, one)
        for path, module in CODE.items()
        for one in named(module, SPEAKS_TO_OTHERS) - MAY_SPEAK.get(path.relative_to(ROOT).as_posix(), set())
    )
    assert not strangers


def test_no_statement_is_put_together_from_what_people_type() -> None:
    """SQL as text stands in the room of models alone, which sees names of tables and never what was typed into them."""
    found = where(
        (path, name)
        for path, module in CODE.items()
        if not path.is_relative_to(ROOT / "quizapp/models")
        for name, call in calls(module)
        if name.rpartition(".")[2] in ("text", "exec_driver_sql", "literal_column")
        and call.args
        and "sqlalchemy" in " ".join(imported(module))
    )
    assert not found


def test_no_pattern_and_no_format_of_the_pages_is_made_at_run_time() -> None:
    room = [(path, module) for path, module in CODE.items() if path.is_relative_to(ROOT / "quizapp")]
    patterns = {f"re.{name}" for name in ("compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer")}
    assert not where(
        (path, name)
        for path, module in room
        for name, call in calls(module)
        if name in patterns and not isinstance(call.args[0], ast.Constant)
    )
    assert not where(
        (path, name)
        for path, module in room
        for name, call in calls(module)
        if name.endswith((".format", ".format_map")) and not isinstance(getattr(call.func, "value", None), ast.Constant)
    )


def test_what_nobody_may_guess_is_drawn_from_secrets() -> None:
    """Seeded chance is for what is shown; the demonstration is seeded throughout."""
    found = where(
        (path, "random")
        for path, module in CODE.items()
        if path.is_relative_to(ROOT / "quizapp")
        and not path.is_relative_to(ROOT / "quizapp/demo")
        and path.relative_to(ROOT).as_posix() not in MAY_DRAW
        and named(module, {"random", "uuid"})
    )
    assert not found


def test_no_view_takes_for_sent_what_stood_in_the_address() -> None:
    assert not where((path, "request.values") for path, module in CODE.items() if "request.values" in ast.unparse(module))


def test_files_are_taken_by_the_roster_alone() -> None:
    """Which reads them: nothing that somebody sent is put onto the disk. A form that could not be taken names those to be chosen again."""
    takers = {path.relative_to(ROOT).as_posix(): module for path, module in CODE.items() if TAKES_FILES in ast.unparse(module)}
    assert set(takers) == {"quizapp/web/courses/inviting.py", "quizapp/web/errors/sent_again.py"}
    assert not [name for name, _ in calls(takers["quizapp/web/errors/sent_again.py"]) if name.endswith((".read", ".stream"))]
    assert not [name for module in takers.values() for name, _ in calls(module) if name.endswith(".save")]


def test_no_file_is_named_as_a_request_says() -> None:
    names = {
        f"{path.relative_to(ROOT)}: {ast.unparse(word.value)}": ast.unparse(word.value)
        for path, module in CODE.items()
        for _, call in calls(module)
        for word in call.keywords
        if word.arg == "download_name"
    }
    assert names
    assert not [where for where, name in names.items() if "request" in name]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_template_escapes_whatever_it_shows_and_holds_no_script(template: Path) -> None:
    text = template.read_text(encoding="utf-8").replace("{{ shapes[name] | safe }}", "")  # drawings that stand in this very template
    assert not re.search(r"\|\s*safe\b|autoescape|Markup", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son(?!ly=)\w+=|javascript:|<style|\sstyle=", text)
    assert not re.search(r"=\{\{", text), "an attribute without quotes"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_a_module_of_the_pages_writes_text_and_never_markup(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    forbidden = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "postMessage",
        "localStorage",
        "indexedDB",
    )
    assert not [one for one in forbidden if one in text]
    assert not re.search(r"https?://|__proto__|Object\.assign|addEventListener\(\"(paste|copy|message)\"", text)
