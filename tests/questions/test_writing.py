"""From an objective to an item: templates by level and seed, and the same item from the same arguments."""

import pytest

from questions.bank import bank_content, bank_from_content, shipped_banks
from questions.claims import Verdict
from questions.fact import Currency
from questions.facts.statement import Statement
from questions.interactions import AnyOf, NOf, OneOf, TypedText, facts_of_keys
from questions.items import Item
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.template import LEVELS
from questions.writing import TemplateName, UnknownTemplate, choose_template, templates_of, write_item
from tests.amounts import amount

KIDNEY = "metastatic-cancer/spread.kidney#sites"


@pytest.fixture(scope="module")
def article() -> Knowledge:
    return Knowledge(read_bank(shipped_banks()[0]))


def test_the_same_arguments_give_the_same_item(article: Knowledge) -> None:
    again = Knowledge(bank_from_content(bank_content(article.bank)))
    for objective in article.objectives:
        for template in templates_of(article, objective):
            assert write_item(article, objective, *template, "7") == write_item(again, objective, *template, "7")


def test_other_seeds_give_other_items(article: Knowledge) -> None:
    template = TemplateName("which_are_listed", 2)
    assert len({write_item(article, KIDNEY, *template, str(seed)).interaction for seed in range(50)}) > 10


def test_each_objective_can_be_asked_in_two_ways_at_least(article: Knowledge) -> None:
    assert {id for id in article.objectives if len(templates_of(article, id)) < 2} == set()


def test_all_three_levels_are_asked(article: Knowledge) -> None:
    assert {template.level for fit in article.templates.values() for template in fit} == set(LEVELS)


def test_a_template_that_fits_can_write_from_any_seed(article: Knowledge) -> None:
    for objective in article.objectives:
        for template in templates_of(article, objective):
            items = [write_item(article, objective, *template, f"any {seed}") for seed in range(amount(12, 60))]
            assert all(isinstance(item, Item) for item in items)


@pytest.mark.parametrize("level", LEVELS)
def test_a_template_of_the_level_is_chosen_where_there_is_one(article: Knowledge, level: str) -> None:
    chosen = {choose_template(article, KIDNEY, level, str(seed)) for seed in range(40)}  # type: ignore[arg-type]
    levels = {template.level for template in article.templates[KIDNEY] if TemplateName(template.name, template.version) in chosen}
    assert levels == {level}


def test_where_a_level_is_lacking_the_one_below_it_serves(article: Knowledge) -> None:
    lacking = [id for id, fit in article.templates.items() if {template.level for template in fit} == {"recognise", "tell apart"}]
    assert lacking
    for id in lacking:
        name = choose_template(article, id, "recall", "1").name
        assert next(template.level for template in article.templates[id] if template.name == name) == "tell apart"


def test_an_unknown_template_or_version_is_refused(article: Knowledge) -> None:
    for name, version in (("which_are_listed", 99), ("no_such_template", 1), ("put_in_order", 2)):
        with pytest.raises(UnknownTemplate, match="does not ask"):
            write_item(article, KIDNEY, name, version, "1")


def test_an_unknown_objective_is_refused(article: Knowledge) -> None:
    with pytest.raises(KeyError):
        choose_template(article, "metastatic-cancer/spread.heart#sites", "recall", "1")


def test_a_key_that_rests_on_a_closed_list_says_whose_list_it_is(article: Knowledge) -> None:
    rows = {"spread", *(row.id for row in article.rows_of("spread"))}
    for id in (id for id, objective in article.objectives.items() if objective.fact in rows):
        for template in templates_of(article, id):
            assert "article" in write_item(article, id, *template, "1").stem


@pytest.mark.parametrize("fact", ["why.next-to-the-organ", "spread.other-lung"])
def test_a_statement_about_a_closed_list_says_whose_list_it_is_wherever_it_may_stand_alone(article: Knowledge, fact: str) -> None:
    told = article.facts[fact]
    assert isinstance(told, Statement)
    alone = (told.asks, told.claim, *(wrong.claim for wrong in told.misconceptions), *(case.asks for case in told.applied))
    assert all("article's table" in text for text in alone)


def test_a_dated_fact_is_asked_as_the_articles_and_says_what_has_changed(article: Knowledge) -> None:
    item = write_item(article, "metastatic-cancer/tests.ct#term", "which_heading", 4, "1")
    assert item.stem.startswith("According to this article, which imaging test is described here?")
    assert item.note.endswith(")")
    assert "CAT" in item.note


def test_every_option_says_why_from_facts(article: Knowledge) -> None:
    for id in article.objectives:
        for template in templates_of(article, id):
            item = write_item(article, id, *template, "3")
            assert item.why
            assert item.source.section in article.bank.about.sections
            if isinstance(item.interaction, OneOf | AnyOf | NOf):
                assert all(option.why and set(option.facts) <= set(article.facts) and option.facts for option in item.interaction.options)


def test_no_question_is_asked_under_two_aims(article: Knowledge) -> None:
    asked: dict[tuple[str, object], str] = {}
    for id in article.objectives:
        for template in templates_of(article, id):
            for seed in range(12):
                item = write_item(article, id, *template, f"twice {seed}")
                assert asked.setdefault((item.stem, item.interaction), id) == id, item.stem


def test_what_the_prose_adds_to_a_row_is_right_in_every_way_of_asking(article: Knowledge) -> None:
    breast = "metastatic-cancer/spread.breast#sites"
    assert "skin" in write_item(article, breast, "the_whole_list", 2, "1").why
    for seed in range(60):
        item = write_item(article, breast, "name_the_missing_one", 3, str(seed))
        assert isinstance(item.interaction, TypedText)
        named = {spelled.id for spelled in (*item.interaction.spellings, *item.interaction.given)}
        assert "skin" in named
        assert named.isdisjoint(spelled.id for spelled in (*item.interaction.refused, *item.interaction.unsettled))


def test_whatever_a_typed_item_refuses_is_refuted(article: Knowledge) -> None:
    typed = [(id, template) for id in article.objectives for template in templates_of(article, id) if article.templates[id]]
    items = [write_item(article, id, *template, "1") for id, template in typed]
    for item in items:
        if isinstance(item.interaction, TypedText):
            assert len(item.interaction.refuses) == len(item.interaction.refused)
            assert all(article.settle(claim).verdict is Verdict.CONTRADICTED for claim in item.interaction.refuses), item.stem


def test_an_item_that_rests_on_a_dated_fact_says_so_whichever_objective_it_is_for(article: Knowledge) -> None:
    dated = {id for id, fact in article.facts.items() if fact.currency is Currency.DATED}
    for id in article.objectives:
        for template in templates_of(article, id):
            item = write_item(article, id, *template, "5")
            rests_on_dated = bool({*facts_of_keys(item.interaction), article.objectives[id].fact} & dated)
            assert ("according to this article" in item.stem.casefold()) == rests_on_dated
            assert (item.currency == "dated") == rests_on_dated
            assert item.sources[0] == item.source
