"""`questions report`"""

from argparse import Namespace
from pathlib import Path

from questions.command import command
from questions.knowledge import Knowledge
from questions.printing import report_in_words
from questions.report import report_on


@command("print what an editor should look at")
def report(knowledge: Knowledge, folder: Path, options: Namespace) -> int:
    """Print what an editor should look at: objectives and facts that lack something, facts in doubt, and how hard each topic is to read."""
    for line in report_in_words(report_on(knowledge)):
        print(line)
    return 0
