"""`questions items`"""

from argparse import Namespace
from pathlib import Path

from questions.command import SEED, VARIANTS, command
from questions.knowledge import Knowledge
from questions.printing import item_as_json
from questions.variants import variants


@command("print items", VARIANTS, SEED)
def items(knowledge: Knowledge, folder: Path, options: Namespace) -> int:
    """Print N items of each objective, one JSON object a line."""
    for item in variants(knowledge, options.seed, options.variants):
        print(item_as_json(item))
    return 0
