"""A stem that asks for nothing in particular."""

import re
from collections.abc import Iterator

from questions.flaw import flaw, question_of
from questions.items import Item
from questions.knowledge import Knowledge

VERDICT = r"(true|not true|false|correct|incorrect|right|wrong|accurate|best|appropriate)"
THING = r"(of (these|the following|those|them)|(statements?|answers?|options?|facts?|sentences?|claims?)( below| here)?)"
ASKS_FOR_A_VERDICT = re.compile(
    rf"\b(which|what)\b.*\b{THING}.*\b(is|are|holds?|apply|applies|fits?)( (the )?(most )?{VERDICT})?( (statements?|answers?|ones?))?"
    rf"( (of|to|about|for|regarding|concerning|on) [^,.:?]*)?\?$",
    re.IGNORECASE,
)
NO_RELATION = re.compile(rf"\b(is|are) (the )?(most )?{VERDICT}\b|\b(holds?|appl(y|ies))( of| to)?\b|\b(is|are)\?$", re.IGNORECASE)
ASKED_BY_SOMEBODY = re.compile(r"\b(asks|wonders|wants to know|says|tells)\b", re.IGNORECASE)
ASKS = re.compile(
    r"\?|_{2,}|…|\b(select|match|choose|put|say|name|type|tick|complete|fill|sort|mark|order|arrange|find|drag|highlight|pick|tell|give)\b",
    re.IGNORECASE,
)


@flaw
def unfocused_stem(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """The stem names subject and relation, so that it can be answered with the options covered."""
    question = question_of(item)
    if not ASKS.search(item.stem):
        yield f"“{item.stem}” names a subject and asks nothing of it"
    elif not ASKED_BY_SOMEBODY.search(item.stem) and ASKS_FOR_A_VERDICT.search(question) and NO_RELATION.search(question):
        yield f"“{question}” can only be answered by reading the options; name what is asked of the subject"
