"""What every kind of fact promises; a new one is tested by arriving, and by a fact of it in the bank about bread."""

from typing import assert_never

import pytest

from questions.bank import kinds_of_fact, shipped_banks
from questions.claims import Verdict
from questions.flaw import flaws_of
from questions.interactions import claims_made
from questions.knowledge import Knowledge
from questions.passages import Rows, Saying, Sides, Steps
from questions.printing import facts_as_json
from questions.readers.toml_files import read_bank
from questions.writing import templates_of, write_item
from tests.questions.making import BREAD

DOCUMENTED = {"means", "has kind", "has step", "is", "differs from", "because", "holds", "can be asked"}
KNOWN = {folder.name: Knowledge(read_bank(folder)) for folder in (BREAD, *shipped_banks())}

every_bank = pytest.mark.parametrize("knowledge", KNOWN.values(), ids=KNOWN)
every_kind = pytest.mark.parametrize("kind", kinds_of_fact().values(), ids=kinds_of_fact())


def facts(kind):
    return [(fact, knowledge) for knowledge in KNOWN.values() for fact in knowledge.of_kind(kind) if type(fact) is kind]


@every_kind
def test_a_kind_is_used_and_explains_itself(kind):
    assert kind in {type(fact) for fact in KNOWN["bread"].bank.facts}
    assert kinds_of_fact()[kind.kind] is kind
    assert kind.__doc__


@every_kind
def test_what_it_states_follows_from_the_bank_and_from_itself(kind):
    for fact, knowledge in facts(kind):
        for stated in fact.stated():
            verdict, by, _ = knowledge.settle(stated.claim)
            assert verdict is Verdict.ENTAILED, stated
            assert fact.id in by, stated
            assert not fact.refutes(stated.claim, knowledge), stated


@every_kind
def test_it_is_asked_about_whatever_it_judges(kind):
    for fact, knowledge in facts(kind):
        judged = set(fact.subjects_judged())
        assert {stated.claim[:2] for stated in fact.stated()} <= judged
        for objective in fact.objectives(knowledge):
            for template in templates_of(knowledge, objective.id) if objective.id in knowledge.objectives else ():
                item = write_item(knowledge, objective.id, template.name, template.version, "1")
                for claim, _ in claims_made(item.interaction):
                    assert knowledge.settle(claim).verdict is not Verdict.UNKNOWN, claim


@every_kind
def test_its_objectives_have_ids_of_their_own_that_begin_with_the_bank_and_the_fact(kind):
    for fact, knowledge in facts(kind):
        ids = [objective.id for objective in fact.objectives(knowledge)]
        assert len(ids) == len(set(ids))
        assert all(id.startswith(f"{knowledge.bank.name}/{fact.id}#") for id in ids)


@every_kind
def test_its_objectives_rest_on_facts_of_the_bank_and_say_what_a_learner_will_be_able_to_do(kind):
    for fact, knowledge in facts(kind):
        for objective in fact.objectives(knowledge):
            assert objective.fact == fact.id
            assert {*objective.facts, *objective.beside} <= knowledge.facts.keys()
            assert objective.facts
            assert objective.topic == knowledge.bank.topic_of[fact.id]
            assert objective.aim[:1].isupper()
            assert not objective.aim.endswith(".")
            assert "{" not in objective.aim


@every_kind
def test_its_lines_have_predicates_that_are_documented(kind):
    for fact, knowledge in facts(kind):
        relations = set(knowledge.predicates)
        for line in fact.lines(knowledge):
            assert line.predicate in DOCUMENTED | relations | {f"not {relation}" for relation in relations}
            assert line.subject
            assert line.objects
            assert all(text for text, _ in line.objects)
            assert line.list in ("", "closed", "open", "incomplete")


@every_kind
@pytest.mark.parametrize("audience", ["nursing", "patient"])
def test_it_can_be_read_in_whole_sentences_by_every_audience(kind, audience):
    for fact, knowledge in facts(kind):
        for passage in fact.passages(knowledge, audience) if audience in fact.audiences else ():
            match passage:
                case Saying(text):
                    assert text[:1].isupper() or text[:1].isdecimal(), text
                    assert text.endswith((".", "?")), text
                case Steps(title, texts):
                    assert title
                    assert texts
                case Rows(title, heads, rows):
                    assert title
                    assert all(heads)
                    assert all(head and entries for head, entries in rows)
                case Sides(title, sides):
                    assert title
                    assert all(head and entries for head, entries in sides)
                case _:
                    assert_never(passage)


@every_kind
def test_the_terms_and_facts_that_it_names_are_in_the_bank(kind):
    for fact, knowledge in facts(kind):
        assert {term for term, _ in fact.terms_named()} <= knowledge.terms.keys()
        assert set(fact.facts_named()) <= knowledge.facts.keys()


@every_bank
def test_no_two_objectives_of_a_bank_have_one_id(knowledge):
    ids = [objective.id for fact in knowledge.bank.facts for objective in fact.objectives(knowledge)]
    assert len(ids) == len(set(ids))


@every_bank
def test_every_fact_but_a_table_is_printed(knowledge):
    printed = {fact.id for fact in knowledge.bank.facts if list(fact.lines(knowledge))}
    unprinted = {fact.id for fact in knowledge.bank.facts} - printed
    assert all(not list(knowledge.facts[id].stated()) for id in unprinted)
    assert len(list(facts_as_json(knowledge))) >= len(printed)


def test_the_bank_about_bread_has_no_flaw():
    knowledge = KNOWN["bread"]
    for objective in knowledge.objectives:
        for template in templates_of(knowledge, objective):
            for seed in range(30):
                item = write_item(knowledge, objective, template.name, template.version, str(seed))
                assert not list(flaws_of(item, knowledge)), item
