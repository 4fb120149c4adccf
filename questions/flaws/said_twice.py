"""An explanation that says a sentence twice."""

from collections import Counter
from collections.abc import Iterator

from questions.flaw import flaw
from questions.items import Item
from questions.knowledge import Knowledge
from questions.offers import parts
from questions.wording import sentences


@flaw
def said_twice(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """No sentence stands twice in the explanation of the item, nor in the reason of anything offered."""
    reasons = dict.fromkeys((item.why, *(offer.why for part in parts(item.interaction) for offer in part.offers)))
    for reason in reasons:
        yield from (f"“{said}” stands twice in “{reason}”; say it once" for said, times in Counter(sentences(reason)).items() if times > 1)
