"""A distractor of another kind than the key."""

from collections.abc import Iterator

from questions.flaw import choices, flaw
from questions.interactions import Highlight
from questions.items import Item
from questions.knowledge import Knowledge


@flaw
def other_kind(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """Options that name terms name terms of one kind; the others, but for sentences of a text, are values stated by facts of one kind."""
    text = isinstance(item.interaction, Highlight)
    for _, options in choices(item):
        kinds = {"a sentence" if text and option.id not in knowledge.terms else _kind(option.id, knowledge) for option in options}
        if len(kinds) > 1:
            yield f"options are of {len(kinds)} kinds: {', '.join(sorted(kinds))}"


def _kind(id: str, knowledge: Knowledge) -> str:
    if id in knowledge.terms:
        return knowledge.terms[id].kind
    owner = next((fact for fact in (id, id.rpartition(".")[0], id.rpartition(".")[0].rpartition(".")[0]) if fact in knowledge.facts), None)
    return f"a value of a {knowledge.facts[owner].kind}" if owner else "unknown"
