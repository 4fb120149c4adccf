"""A bank as a folder of TOML files: bank.toml says what it is and names the others in their order."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from questions.bank import SHARED, About, Bank, Topic, bank_of, kinds_of_fact
from questions.soundness import Fault, faults

HEADER = re.compile(r"^\s*\[\[?\s*([\w-]+)\s*\]\]?\s*(#.*)?$")
IN_WORDS = {
    "str": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a date without quotes",
    "array": "a list in brackets",
    "object": "a table in braces",
}
NAMES = re.compile(r"^\s*(?:\[\[?\s*)?([\w-]+)\s*[.=]")
"""The first part of a dotted name, or what a value is given to."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is the matter with a bank: the file, the line from 1, and what to do about it."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class BankError(ValueError):
    """A bank that cannot be used, with every flaw that was found."""

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__("\n".join(map(str, flaws)))
        self.flaws = flaws


@dataclass(frozen=True)
class _File:
    """A file as it was read: its tables, and for each kind of table the lines on which they begin."""

    path: Path
    tables: dict[str, Any]
    lines: tuple[str, ...]

    def flaw(self, table: str, what: str, index: int = 0) -> Flaw:
        """A flaw of the table of this kind that comes at this index."""
        return Flaw(str(self.path), self.begins(table, index), what)

    def all_of(self, table: str) -> list[dict[str, Any]]:
        """The tables of this kind, of which a topic is the only one."""
        found = self.tables.get(table, [])
        return [found] if isinstance(found, dict) else found

    def begins(self, table: str, index: int) -> int:
        """The line on which the table of this kind begins that comes at this index, or on which something else has this name."""
        lines = [number for number, name in self._headers if name == table]
        return lines[index] if index < len(lines) else self._named.get(table, 1)

    def line_of(self, table: str, index: int, value: str = "") -> int:
        """The line within that table that holds the value, or on which the table begins."""
        first = self.begins(table, index)
        if not value:
            return first
        after = bisect_right(self._headers, first, key=lambda header: header[0])
        last = self._headers[after][0] if after < len(self._headers) else len(self.lines) + 1
        quoted = re.compile(rf"[\"']{re.escape(value)}[\"']")
        return next((number for number in range(first, last) if quoted.search(self.lines[number - 1])), first)

    @cached_property
    def _headers(self) -> tuple[tuple[int, str], ...]:
        """The lines on which a table begins, each with the kind of table."""
        return tuple((number, found[1]) for number, line in enumerate(self.lines, 1) if (found := HEADER.match(line)))

    @cached_property
    def _named(self) -> dict[str, int]:
        """The first line on which each other name stands in front."""
        named = ((number, found[1]) for number, line in enumerate(self.lines, 1) if (found := NAMES.match(line)))
        return {name: number for number, name in reversed(list(named))}


def read_bank(folder: Path) -> Bank:
    """The bank in this folder. Raises BankError with every flaw, each with file and line and what to do."""
    head = _parsed(folder / "bank.toml")
    if flaws := tuple(_check_head(head)):
        raise BankError(*flaws)
    files = [_parsed(folder / name) for name in head.tables["files"]]
    if flaws := tuple(flaw for file in files for flaw in _misshapen(file)):
        raise BankError(*flaws)
    bank = bank_of({"bank": head.tables["bank"], "files": [file.tables for file in files]})
    if flaws := tuple(_placed(fault, [head, *files]) for fault in faults(bank)):
        raise BankError(*flaws)
    return bank


@cache
def place_of(folder: Path, fact: str) -> tuple[str, int]:
    """The file and line on which a fact of a sound bank begins."""
    files = [_parsed(folder / name) for name in _parsed(folder / "bank.toml").tables["files"]]
    flaw = next(_placed(Fault(kind, fact, "", ""), files) for kind in kinds_of_fact() if _places(Fault(kind, fact, "", ""), files))
    return flaw.file, flaw.line


def _parsed(path: Path) -> _File:
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors of Windows put a mark in front
        return _File(path, tomllib.loads(text), tuple(text.split("\n")))
    except OSError as error:
        raise BankError(
            Flaw(str(path), 1, f"cannot be read ({error.strerror}); make the file, or take its name out of bank.toml")
        ) from error
    except UnicodeDecodeError as error:
        line = bisect_right([place for place, byte in enumerate(path.read_bytes()) if byte == 10], error.start) + 1
        raise BankError(Flaw(str(path), line, "is not UTF-8; save it as UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else len(text.rstrip("\n").split("\n"))
        raise BankError(Flaw(str(path), line, f"is not TOML: {error}; mend what stands here")) from error
    except (ValueError, RecursionError) as error:  # a number without end, lists in lists in lists
        raise BankError(Flaw(str(path), 1, f"cannot be read ({error}); write it more simply")) from error


def _check_head(head: _File) -> Iterator[Flaw]:
    """What bank.toml lacks, and what it says that nothing reads."""
    for name in head.tables:
        if name not in ("bank", "files"):
            yield head.flaw(name, f"says {name}, which nothing reads; take it out, or move it to another file")
    files = head.tables.get("files")
    if not isinstance(files, list) or not all(isinstance(name, str) and name.isprintable() for name in files):
        yield head.flaw("files", 'needs files = ["…"], the names of the other files in their order')
    yield from _tables(head, "bank", About, head.tables.get("bank", {}))


def _misshapen(file: _File) -> Iterator[Flaw]:
    """Tables of no known kind, and tables that lack or add something."""
    known: dict[str, type[Struct]] = {**SHARED, **kinds_of_fact()}
    for name, tables in file.tables.items():
        if name == "topic":
            yield from _tables(file, name, Topic, tables)
        elif name not in known:
            yield file.flaw(name, f"[[{name}]] is no kind of fact or term; use one of {', '.join(sorted(known))}")
        elif not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            yield file.flaw(name, f"write [[{name}]], with two pairs of brackets, before each of them")
        else:
            yield from _tables(file, name, known[name], *tables)
    if "topic" not in file.tables and any(table in kinds_of_fact() for table in file.tables):
        yield Flaw(str(file.path), 1, "holds facts and no [topic]; say id, title and about of the topic that they belong to")


def _tables(file: _File, name: str, kind: type[Struct], *tables: Any) -> Iterator[Flaw]:
    """What tables of one name lack, or say that nothing reads."""
    for index, table in enumerate(tables):
        try:
            msgspec.convert(table, kind)
        except msgspec.ValidationError as error:
            if not isinstance(table, dict):
                yield file.flaw(name, f"write [{name}], with one pair of brackets, once")
            else:
                yield file.flaw(name, f"{table.get('id', name)}: {_in_words(error)}", index)


def _in_words(error: msgspec.ValidationError) -> str:
    """The library's message with what to do."""
    said = str(error)
    path = found[1] if (found := re.search(r" - at `\$\.([^`]+)`", said)) else ""
    place = re.sub(r"\[(\d+)\]", lambda counted: f" {int(counted[1]) + 1}", path)  # people count from 1
    within = f" in {place}" if place else ""
    if missing := re.search(r"missing required field `(\w+)`", said):
        return f"has no {missing[1]}{within}; add it"
    if unknown := re.search(r"unknown field `([\w-]+)`", said):
        return f"says {unknown[1]}{within}, which nothing reads; take it out or mend its name"
    if mistaken := re.match(r"Expected `(\w+)`, got `(\w+)`", said):
        wanted, given = (IN_WORDS.get(kind, kind) for kind in mistaken.groups())
        return f"{place} is {given} and should be {wanted}; mend the value"
    return f"{said}; mend the value"


def _placed(fault: Fault, files: list[_File]) -> Flaw:
    """The file and line of a fault, by the table, id and value that it names, the last if there are several."""
    if not (places := _places(fault, files)):
        return Flaw(str(files[0].path), 1, fault.what)
    found = [(file, file.begins(fault.table, index), file.line_of(fault.table, index, fault.value)) for file, index in places]
    file, _, line = next((place for place in reversed(found) if place[1] != place[2]), found[-1])
    return Flaw(str(file.path), line, f"{fault.id}: {fault.what}" if fault.id else fault.what)


def _places(fault: Fault, files: list[_File]) -> list[tuple[_File, int]]:
    """Each file with the index of a table in it that has this id."""
    return [(file, index) for file in files for index, table in enumerate(file.all_of(fault.table)) if table.get("id", "") == fault.id]
