"""A stem that asks what is not so without shouting it."""

import re
from collections.abc import Iterator

from questions.flaw import flaw, question_of
from questions.items import Item
from questions.knowledge import Knowledge

WORDS = re.compile(r"\b(not|except|least|cannot|never)\b")


@flaw
def negative_stem(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """A question (not the case before it) that turns on NOT or EXCEPT has it in capitals."""
    question = question_of(item)
    if question.endswith("?") and (found := WORDS.search(question)):
        yield f"“{found[0]}” in the question; ask what is so, or write it in capitals"
