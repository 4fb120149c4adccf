"""Items of a topic that tell each other's answers, so that no quiz on it can be made."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

from questions.giving_away import fit_together
from questions.items import Item
from questions.knowledge import Knowledge
from questions.tally import tally


@tally
class GivesAway:
    """One item of each objective: at least a third of the facts of a topic can be asked in one quiz without one telling another."""

    name: ClassVar[str] = "gives_away"

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.first: dict[str, dict[str, Item]] = defaultdict(dict)

    def look(self, item: Item) -> None:
        """Keep the first of each objective."""
        self.first[item.topic].setdefault(item.objective, item)

    def found(self) -> Iterator[str]:
        """Each topic of which too little fits in one quiz."""
        for topic, items in self.first.items():
            facts = {self.knowledge.objectives[objective].fact for objective in items}
            together = fit_together(items.values(), self.knowledge)
            if 3 * len(together) < len(facts):
                yield f"of {len(facts)} facts of {topic} only {len(together)} fit in one quiz; the others give each other away"
