"""`questions sample`"""

import sys
from argparse import Namespace
from pathlib import Path

from questions.command import SEED, Argument, command, count
from questions.knowledge import Knowledge
from questions.plainly import READERS
from questions.readers.toml_files import Flaw
from questions.sampling import NURSING, sheet
from questions.sampling import sample as drawn

FILE = Argument("file", {"metavar": "FILE", "type": Path, "help": "where to write it"})
READER = Argument("--for", {"dest": "audience", "choices": (NURSING, *READERS), "default": NURSING, "help": "who is asked (nursing)"})
ITEMS = Argument("--items", {"type": count, "default": 200, "metavar": "N", "help": "how many items (200)"})


@command("write a sheet of items that a person can read", ITEMS, READER, FILE, SEED)
def sample(knowledge: Knowledge, folder: Path, options: Namespace) -> int:
    """Write N items to a file, with what is right, why, and where the source says so.

    Exit status 1 if the bank has nothing to ask of such readers, 2 if the file cannot be written.
    """
    if not knowledge.objectives:
        print(Flaw(str(folder / "bank.toml"), 1, "nothing of it can be asked; `questions report` names the facts that lack something"))
        return 1
    items = list(drawn(knowledge, options.items, options.seed, options.audience))
    if not items:
        print(Flaw(str(folder / "bank.toml"), 1, f"nothing of it is put in words for {options.audience}; give facts what `plainly` asks"))
        return 1
    try:
        lines = sheet(items, knowledge)
        options.file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    except OSError as error:
        print(f"{options.file} cannot be written ({error.strerror}); name another file.", file=sys.stderr)
        return 2
    print(f"{options.items} items written to {options.file}.")
    return 0
