"""`questions check`"""

from argparse import Namespace
from itertools import chain, count
from pathlib import Path

from questions.checking import Found, flaws_in
from questions.command import SEED, VARIANTS, command
from questions.flaw import flaws_of
from questions.knowledge import Knowledge
from questions.readers.toml_files import Flaw, place_of
from questions.variants import pictures, plain_items, variants


@command("look for every flaw, in the bank and in its items", VARIANTS, SEED)
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


def _placed(found: Found, knowledge: Knowledge, folder: Path) -> Flaw:
    """A flaw at the fact on which the item hangs; one that many items have together at the head of the bank."""
    if found.item is None:
        return Flaw(str(folder / "bank.toml"), 1, f"{found.name}: {found.what}")
    item = found.item
    file, line = place_of(folder, item.objective.partition("/")[2].partition("#")[0])
    return Flaw(file, line, f"{found.name}: {found.what} ({item.objective}, {item.template}, seed {item.seed})")
