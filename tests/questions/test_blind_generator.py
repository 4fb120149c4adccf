"""What would be asked without proof: items drawn blindly from the spread table, and what the checker says of them (ITEMS.md §3, rule 8)."""

from random import Random

import pytest

from questions.bank import shipped_banks
from questions.claims import Claim, Verdict
from questions.facts.relation import Relation
from questions.flaw import all_flaws
from questions.interactions import OneOf, Option
from questions.items import Item, Source
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.writing import templates_of, write_item

DRAWN = 4_000


@pytest.fixture(scope="module")
def article() -> Knowledge:
    return Knowledge(read_bank(shipped_banks()[0]))


def test_the_checker_refuses_about_nine_in_ten_of_items_drawn_blindly(article: Knowledge) -> None:
    rng = Random("blind")
    items = [blind_item(article, rng) for _ in range(DRAWN)]
    refused = sum(any(all_flaws()["unproved"](item, article)) for item in items) / DRAWN
    more_than_one_right = sum(rights(item, article) > 1 for item in items) / DRAWN
    print(f"refused {refused:.1%}, with more than one right answer {more_than_one_right:.1%}")
    assert 0.85 < more_than_one_right < 0.95
    assert more_than_one_right <= refused < 0.99  # the rest rests on what the bank does not know


def test_none_of_ours_is_refused(article: Knowledge) -> None:
    for objective in article.objectives:
        for template in templates_of(article, objective):
            for seed in range(10):
                item = write_item(article, objective, template.name, template.version, str(seed))
                assert not [*all_flaws()["unproved"](item, article), *all_flaws()["number_of_keys"](item, article)], item


def blind_item(article: Knowledge, rng: Random) -> Item:
    """A primary of the table, one of the targets that its row lists as the key, and three other targets of the table as distractors."""
    rows = [fact for fact in article.bank.facts if isinstance(fact, Relation) and fact.table == "spread"]
    row = rng.choice(rows)
    targets = sorted({whole(object.term, article) for each in rows for object in each.objects})
    key = rng.choice(sorted({whole(object.term, article) for object in row.objects}))
    others = rng.sample([target for target in targets if target != key], 3)
    options = tuple(option(row.subject, target, target == key) for target in (key, *others))
    source = Source("", row.source.section, row.source.paragraph)
    return Item("", (), "", "", "blind", 1, "", 0.0, "", "", "", "", "en", "Where does it spread?", "", OneOf(options), "", source, "")


def whole(term: str, article: Knowledge) -> str:
    """Lymph nodes without their place, as a writer who looks at the table's columns takes them."""
    return "lymph-nodes" if "lymph-nodes" in article.line_of(term) else term


def option(subject: str, target: str, correct: bool) -> Option:
    return Option(target, target, correct, "", (), Claim(subject, "spreads-to", target))


def rights(item: Item, article: Knowledge) -> int:
    assert isinstance(item.interaction, OneOf)
    return sum(article.settle(option.claim).verdict is Verdict.ENTAILED for option in item.interaction.options)
