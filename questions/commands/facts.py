"""`questions facts`"""

from argparse import Namespace
from pathlib import Path

from questions.command import command
from questions.knowledge import Knowledge
from questions.printing import facts_as_json


@command("print facts")
def facts(knowledge: Knowledge, folder: Path, options: Namespace) -> int:
    """Print every fact, one JSON object a line."""
    for line in facts_as_json(knowledge):
        print(line)
    return 0
