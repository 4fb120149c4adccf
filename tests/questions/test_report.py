"""An editor's report names what a bank lacks."""

import pytest

from questions.bank import shipped_banks
from questions.fact import Currency
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.report import report_on
from tests.questions.making import BREAD

KNOWN = {folder.name: Knowledge(read_bank(folder)) for folder in (BREAD, *shipped_banks())}

every_bank = pytest.mark.parametrize("knowledge", KNOWN.values(), ids=KNOWN)


@every_bank
def test_an_objective_is_named_exactly_when_it_cannot_be_asked_in_three_ways_on_two_levels(knowledge: Knowledge) -> None:
    named = {one.objective for one in report_on(knowledge).few_ways}
    for id, fit in knowledge.templates.items():
        assert (id in named) == (len(fit) < 3 or len({template.level for template in fit}) < 2)


@every_bank
def test_a_fact_is_asked_or_named_or_never_to_be_asked(knowledge: Knowledge) -> None:
    report = report_on(knowledge)
    named = {fact.id for fact in (*report.unasked, *report.doubtful)}
    asked = {id for objective in knowledge.objectives.values() for id in (objective.fact, *objective.facts)}
    for fact in knowledge.bank.facts:
        rows = [row.id for row in knowledge.rows_of(fact.id)]
        assert fact.id in named | asked or not fact.asked or (rows and set(rows) <= asked), fact.id


@pytest.mark.parametrize("name", [folder.name for folder in shipped_banks()])
def test_in_a_shipped_bank_every_fact_is_asked_in_many_ways_and_put_in_plain_words(name: str) -> None:
    report = report_on(KNOWN[name])
    assert (report.few_ways, report.unasked, report.without_plain, report.unexplained) == ((), (), (), ())


@pytest.mark.parametrize("name", [folder.name for folder in shipped_banks()])
def test_in_a_shipped_bank_every_fact_is_put_in_plain_words_by_itself_or_by_its_table_whoever_is_asked_about_it(name: str) -> None:
    facts = KNOWN[name].facts
    assert not [fact.id for fact in facts.values() if fact.asked and not (fact.plain or (fact.row_of() and facts[fact.row_of()].plain))]


@pytest.mark.parametrize("name", [folder.name for folder in shipped_banks()])
def test_in_a_shipped_bank_every_fact_has_readers_and_a_place_and_whatever_is_not_as_stated_a_note_and_a_source(name: str) -> None:
    for fact in KNOWN[name].bank.facts:
        assert {"nursing"} <= set(fact.audiences) <= {"nursing", "patient"}, fact.id
        assert fact.source.section in KNOWN[name].bank.about.sections, fact.id
        assert fact.currency is Currency.AS_STATED or (fact.note and fact.who), fact.id


def test_what_a_relation_lists_is_asked_by_the_statement_that_covers_it() -> None:
    assert KNOWN["metastatic-cancer"].objectives["metastatic-cancer/tests.pet-hot-spots#holds"].facts == (
        "tests.pet-hot-spots",
        "tests.pet-shows",
    )


def test_dated_disputed_and_wrong_facts_are_named_and_confirmed_ones_are_not() -> None:
    doubtful = {fact.id for fact in report_on(KNOWN["metastatic-cancer"]).doubtful}
    assert {"tests.laparotomy", "basics.cup", "basics.local-spread"} <= doubtful
    assert "basics.naming" not in doubtful


def test_every_topic_has_a_grade_and_patients_can_read_it() -> None:
    grades = report_on(KNOWN["metastatic-cancer"]).grades
    assert [one.topic for one in grades] == [topic.id for topic in KNOWN["metastatic-cancer"].bank.topics]
    assert all(one.grade <= 8 for one in grades if one.words >= 100)
