"""The command `questions`: check a bank, print its items, its facts, and what an editor should look at."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from itertools import chain, count
from pathlib import Path

from questions.bank import shipped_banks
from questions.checking import Found, flaws_in
from questions.flaw import flaws_of
from questions.items import Item
from questions.knowledge import Knowledge
from questions.picturing import picture
from questions.printing import facts_as_json, item_as_json, report_in_words
from questions.readers.toml_files import BankError, Flaw, place_of, read_bank
from questions.report import report_on
from questions.sampling import sample as drawn
from questions.sampling import sheet
from questions.writing import plain_template, templates_of, write_item

READER_LEFT = 141  # what a shell makes of a process that wrote to a closed pipe


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status: 0, 1 where a bank has flaws, 2 where it cannot be found."""
    _print_the_same_bytes_everywhere()
    options = _parser().parse_args(arguments)
    try:
        status = _run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to print at the end has somewhere to go
        return READER_LEFT
    return status


def variants(knowledge: Knowledge, seed: str, how_many: int, objectives: Iterable[str] | None = None) -> Iterator[Item]:
    """So many items of each objective (or of these alone), its templates in turn, each from a seed of its own."""
    for objective in knowledge.objectives if objectives is None else objectives:
        templates = templates_of(knowledge, objective)
        for number in range(how_many):
            template = templates[number % len(templates)]
            yield write_item(knowledge, objective, template.name, template.version, f"{seed}/{number}")


def pictures(knowledge: Knowledge, seed: str, how_many: int) -> Iterator[Item]:
    """So many items with a picture for each row of each table that has a map, each from a seed of its own."""
    for fact in knowledge.bank.facts:
        for number in range(how_many * len(knowledge.rows_of(fact.id)) if fact.drawn() else 0):
            yield picture(knowledge, fact.id, f"{seed}/{number}").item


def plain_items(knowledge: Knowledge, seed: str) -> Iterator[Item]:
    """Each question that is put in plain words, as patients and as those close to them are asked it."""
    for objective in knowledge.objectives.values():
        for reader in objective.plain:
            name, version = plain_template(knowledge, objective.id, reader)
            yield write_item(knowledge, objective.id, name, version, seed, reader)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="questions", description="Facts in, items out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for run, help in (
        (check, "look for every flaw, in the bank and in its items"),
        (items, "print items"),
        (facts, "print facts"),
        (report, "print what an editor should look at"),
        (sample, "write a sheet of items that a person can read"),
    ):
        command = commands.add_parser(run.__name__, help=help, description=run.__doc__)
        command.add_argument("bank", metavar="BANK", help="the name of a shipped bank, or a folder")
        command.set_defaults(run=run)
        if run in (check, items):
            command.add_argument("--variants", type=_count, default=20, metavar="N", help="items of each objective (20)")
        if run is sample:
            command.add_argument("--items", type=_count, default=200, metavar="N", help="how many items (200)")
            command.add_argument("file", metavar="FILE", type=Path, help="where to write it")
        if run in (check, items, sample):
            command.add_argument("--seed", default="1", metavar="S", help="where chance begins (1)")
    return parser


def check(knowledge: Knowledge, folder: Path, options: Namespace) -> int:
    """Look for every flaw in N items of each objective; exit status 1 if there is one."""
    looked_at, found = count(1), 0
    asked = (item for item, _ in zip(variants(knowledge, options.seed, options.variants), looked_at, strict=False))
    apart = chain(pictures(knowledge, options.seed, options.variants), plain_items(knowledge, options.seed))
    others = (item for item, _ in zip(apart, looked_at, strict=False))
    for flaw in (*flaws_in(asked, knowledge), *(Found(*flaw, item) for item in others for flaw in flaws_of(item, knowledge))):
        found += 1
        print(_placed(flaw, knowledge, folder))
    print(f"{next(looked_at) - 1} items looked at, {found} flaws found.")
    return 1 if found else 0


def items(knowledge: Knowledge, folder: Path, options: Namespace) -> int:
    """Print N items of each objective, one JSON object a line."""
    for item in variants(knowledge, options.seed, options.variants):
        print(item_as_json(item))
    return 0


def facts(knowledge: Knowledge, folder: Path, options: Namespace) -> int:
    """Print every fact, one JSON object a line."""
    for line in facts_as_json(knowledge):
        print(line)
    return 0


def report(knowledge: Knowledge, folder: Path, options: Namespace) -> int:
    """Print what an editor should look at: objectives and facts that lack something, facts in doubt, and how hard each topic is to read."""
    for line in report_in_words(report_on(knowledge)):
        print(line)
    return 0


def sample(knowledge: Knowledge, folder: Path, options: Namespace) -> int:
    """Write N items to a file, with what is right, why, and where the source says so.

    Exit status 1 if the bank has nothing to ask, 2 if the file cannot be written.
    """
    if not knowledge.objectives:
        print(Flaw(str(folder / "bank.toml"), 1, "nothing of it can be asked; `questions report` names the facts that lack something"))
        return 1
    try:
        lines = sheet(drawn(knowledge, options.items, options.seed), knowledge)
        options.file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    except OSError as error:
        print(f"{options.file} cannot be written ({error.strerror}); name another file.", file=sys.stderr)
        return 2
    print(f"{options.items} items written to {options.file}.")
    return 0


def _placed(found: Found, knowledge: Knowledge, folder: Path) -> Flaw:
    """A flaw at the fact on which the item hangs; one that many items have together at the head of the bank."""
    if found.item is None:
        return Flaw(str(folder / "bank.toml"), 1, f"{found.name}: {found.what}")
    item = found.item
    file, line = place_of(folder, item.objective.partition("/")[2].partition("#")[0])
    return Flaw(file, line, f"{found.name}: {found.what} ({item.objective}, {item.template}, seed {item.seed})")


def _run(options: Namespace) -> int:
    folder = _folder(options.bank)
    if folder is None:
        names = ", ".join(path.name for path in shipped_banks())
        print(f"There is no bank “{options.bank}”. Name one of these, or a folder that holds a bank.toml: {names}", file=sys.stderr)
        return 2
    try:
        knowledge = Knowledge(read_bank(folder))
    except BankError as error:
        print(error)
        return 1
    return int(options.run(knowledge, folder, options))


def _folder(named: str) -> Path | None:
    shipped = {path.name: path for path in shipped_banks()}
    return shipped.get(named) or (Path(named) if (Path(named) / "bank.toml").is_file() else None)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” is not a number of items; write 1 or more")
    return int(text)


def _print_the_same_bytes_everywhere() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
