"""True and false, or yes and no, as options of another type."""

import re
from collections.abc import Iterator

from questions.flaw import flaw
from questions.interactions import Grid
from questions.items import Item, texts_offered
from questions.knowledge import Knowledge

OWN_TYPE = "true/false"
BARE = re.compile(r"^(it is |that is |this is )?(true|not true|untrue|false|yes|no|right|wrong|correct|incorrect)[.!]?$", re.IGNORECASE)


@flaw
def true_false_options(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """True, false, yes and no stand alone only where the item is of that type, or as columns of a grid."""
    if item.item_type == OWN_TYPE:
        return
    texts = [row.text for row in item.interaction.rows] if isinstance(item.interaction, Grid) else texts_offered(item.interaction)
    yield from (f"“{text}” judges and does not answer" for text in texts if BARE.search(text))
