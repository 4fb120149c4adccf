"""Many items of a bank, as they are looked at and printed: each objective in its ways, pictures, and what is asked in plain words."""

from collections.abc import Iterable, Iterator

from questions.items import Item
from questions.knowledge import Knowledge
from questions.picturing import picture
from questions.writing import plain_template, templates_of, write_item


def variants(knowledge: Knowledge, seed: str, how_many: int, objectives: Iterable[str] | None = None) -> Iterator[Item]:
    """So many items of each objective (or of these alone), its templates in turn, each from a seed of its own."""
    for objective in knowledge.objectives if objectives is None else objectives:
        templates = templates_of(knowledge, objective)
        for number in range(how_many):
            template = templates[number % len(templates)]
            yield write_item(knowledge, objective, template.name, template.version, f"{seed}/{number}")


def pictures(knowledge: Knowledge, seed: str, how_many: int) -> Iterator[Item]:
    """So many items with a picture for each row of each table that has a map, each from a seed of its own."""
    for fact in knowledge.bank.facts:
        for number in range(how_many * len(knowledge.rows_of(fact.id)) if fact.drawn() else 0):
            yield picture(knowledge, fact.id, f"{seed}/{number}").item


def plain_items(knowledge: Knowledge, seed: str) -> Iterator[Item]:
    """Each question that is put in plain words, as patients and as those close to them are asked it."""
    for objective in knowledge.objectives.values():
        for reader in objective.plain:
            name, version = plain_template(knowledge, objective.id, reader)
            yield write_item(knowledge, objective.id, name, version, seed, reader)
