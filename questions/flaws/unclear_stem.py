"""A stem that can be read in two ways, or not at all."""

import re
from collections.abc import Iterator

from questions.flaw import flaw, without_aside
from questions.items import Item
from questions.knowledge import Knowledge

ENDS_WELL = re.compile(r"[?.:!]$|[?.!”\"]$|(_{2,}|…)\.?$")
UNSETTLED = (
    (re.compile(r"[{}]|%\(|\bTODO\b|\bNone\b"), "holds what should have been filled in"),
    (re.compile(r"\band/or\b|\b\w+/or\b", re.IGNORECASE), "leaves open whether it means “and” or “or”"),
    (re.compile(r"\betc\b|\band so on\b|\band the like\b", re.IGNORECASE), "leaves open what else it means"),
    (
        re.compile(
            r"\b(do|would|should|could) you (think|say|feel|believe|expect|consider|guess)\b|\bin your (opinion|view|experience)\b",
            re.IGNORECASE,
        ),
        "asks for an opinion",
    ),
    (
        re.compile(
            r"\b(not|never|no|except|without)\b[^.?:]*\b(not|never|except|unless|without|un(true|likely|common|related to none))\b",
            re.IGNORECASE,
        ),
        "denies twice",
    ),
    (re.compile(r"\bsets? [^?.]*\bapart\?$", re.IGNORECASE), "does not say from what"),
    (re.compile(r"^\s|\s$|\s{2}|\s[?.,;:]"), "has a space too many"),
)
QUOTED = re.compile(r"“[^”]*”")


@flaw
def unclear_stem(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """The stem is whole, asks one question, and leaves open neither what it means nor whose view it wants."""
    stem = item.stem
    own = QUOTED.sub("“”", stem)
    if not ENDS_WELL.search(without_aside(stem)):
        yield f"“{stem}” breaks off; end it as a question or an instruction"
    if own.count("?") > 1:
        yield f"“{stem}” asks {own.count('?')} questions; ask one"
    if stem.count("“") != stem.count("”"):
        yield f"“{stem}” opens a quotation that it does not close"
    yield from (f"“{stem}” {what}" for words, what in UNSETTLED if words.search(own))
