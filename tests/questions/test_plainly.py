"""Patients are asked in plain words, about what is proved all the same."""

import re

import msgspec
import pytest

from questions.bank import shipped_banks
from questions.facts.statement import Statement
from questions.flaw import choices, flaws_of
from questions.interactions import AnyOf, OneOf
from questions.items import Item
from questions.knowledge import Knowledge
from questions.matters import Truth
from questions.plainly import FAMILY, PATIENT, READERS
from questions.readers.toml_files import read_bank
from questions.writing import UnknownTemplate, choose_template, plain_template, templates_of, write_item

ARTICLE = Knowledge(read_bank(shipped_banks()[0]))
ASKED = tuple(f"{ARTICLE.bank.name}/{id}" for part in ARTICLE.bank.self_test for id in part.objectives)
PLAIN = tuple(id for id, one in ARTICLE.objectives.items() if PATIENT in one.audiences)
NURSES = next(name for name in templates_of(ARTICLE, f"{ARTICLE.bank.name}/basics.naming#holds") if name.name == "what_holds")
SEEDS = ("a", "b", "c", "d", "e")
UNKIND = re.compile(r"\b(outlook|prognosis|die[sd]?|dying|deaths?|dead(ly)?|surviv\w+|fatal|incurable|hopeless|cure[sd]?)\b", re.IGNORECASE)
UNKNOWN = re.compile(
    r"\b(capillar\w+|malignan\w+|systemic|lymphatic|angiogenesis|extracellular|axilla\w*|renal|hepatic|patholog\w+)\b", re.IGNORECASE
)
TO_A_PATIENT = re.compile(r"\b(in your (body|case)|your (body|doctors?|care team|treatment|cancer|cells)|for you)\b", re.IGNORECASE)


def asked(objective: str, reader: str, seed: str = "a") -> Item:
    template = plain_template(ARTICLE, objective, reader)
    return write_item(ARTICLE, objective, *template, seed, reader)


def texts(item: Item) -> list[str]:
    assert isinstance(item.interaction, OneOf | AnyOf)
    return [item.stem, item.why, *(option.text for option in item.interaction.options)]


def test_the_self_test_asks_eight_to_ten_things_each_once() -> None:
    assert 8 <= len(ASKED) <= 10
    assert len(set(ASKED)) == len(ASKED)


def test_a_patient_with_an_account_has_something_to_learn_in_most_topics() -> None:
    assert set(ASKED) < set(PLAIN)
    assert len(PLAIN) >= 50
    assert len({ARTICLE.objectives[one].topic for one in PLAIN}) >= 10


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("objective", PLAIN)
def test_what_patients_are_asked_is_proved_and_has_no_flaw(objective: str, reader: str) -> None:
    assert PATIENT in ARTICLE.objectives[objective].audiences
    for seed in SEEDS:
        item = asked(objective, reader, seed)
        assert not list(flaws_of(item, ARTICLE)), item
        assert 2 <= len(re.findall(r"[.?!”](?:\s|$)", item.why)) <= 4, item.why


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("objective", PLAIN)
def test_nothing_that_frightens_is_asked(objective: str, reader: str) -> None:
    assert ARTICLE.objectives[objective].topic not in ("risk", "prevention", "figures")
    assert not [text for text in texts(asked(objective, reader)) if UNKIND.search(text)]


@pytest.mark.parametrize("objective", PLAIN)
def test_whoever_helps_somebody_is_not_taken_for_the_patient(objective: str) -> None:
    assert not [text for text in texts(asked(objective, FAMILY)) if TO_A_PATIENT.search(text)]


def test_wording_changes_for_whoever_helps() -> None:
    changed = [objective for objective in ASKED if texts(asked(objective, PATIENT)) != texts(asked(objective, FAMILY))]
    assert len(changed) >= 5


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("objectives", [ASKED, PLAIN], ids=["self-test", "all"])
def test_how_long_an_answer_is_is_no_sign_of_the_right_one(objectives: tuple[str, ...], reader: str) -> None:
    items = [asked(objective, reader).interaction for objective in objectives]
    lengths = [sorted((len(option.text), option.correct) for option in item.options) for item in items if isinstance(item, OneOf)]
    assert len(lengths) == len(objectives)
    assert sum(options[-1][1] for options in lengths) <= len(lengths) / 2
    assert sum(options[0][1] for options in lengths) <= len(lengths) / 2
    assert sum(options[1][1] for options in lengths if len(options) == 3) <= len(lengths) / 2


def test_patients_with_an_account_are_asked_in_plain_words_alone() -> None:
    for bank in map(Knowledge, map(read_bank, shipped_banks())):
        for id, objective in bank.objectives.items():
            if PATIENT in objective.audiences:
                plain, template = objective.plain[PATIENT], choose_template(bank, id, "recall", "a", PATIENT)
                assert isinstance(plain, Truth)
                assert (
                    write_item(bank, id, *template, "a", PATIENT).stem.replace("According to this article, w", "W") == plain.cases[0].asks
                )
            else:
                with pytest.raises(UnknownTemplate):
                    choose_template(bank, id, "recall", "a", PATIENT)
    assert any(PATIENT in one.audiences for one in ARTICLE.objectives.values())


def test_patients_are_told_no_note_but_of_what_has_changed() -> None:
    """Also where they were asked in the words of the profession, before there were plain ones alone."""
    key = f"{ARTICLE.bank.name}/basics.advanced-cancer#means"
    for template in templates_of(ARTICLE, key):
        assert "unlikely to be cured" in write_item(ARTICLE, key, *template, "a").note
        assert write_item(ARTICLE, key, *template, "a", PATIENT).note == ""


def test_patients_are_told_in_plain_words_what_has_changed_of_what_they_are_asked() -> None:
    changed = [one for one in PLAIN if ARTICLE.facts[ARTICLE.objectives[one].fact].changed]
    assert len(changed) >= 5
    for objective in changed:
        told = asked(objective, PATIENT).note
        assert told == ARTICLE.facts[ARTICLE.objectives[objective].fact].plain_note
        assert told
        assert not UNKIND.search(told)
        assert not re.search(r"\d", told)


def test_every_answer_that_is_not_so_is_explained_by_itself_and_in_plain_words() -> None:
    said_once = []
    for objective in PLAIN:
        item = asked(objective, FAMILY)
        assert isinstance(item.interaction, OneOf)
        key, others = item.why, [option.why for option in item.interaction.options if not option.correct]
        said_once += [objective for why in others if why == key]
        assert len(set(others)) == len(others)
        assert not [why for why in others if UNKIND.search(why) or TO_A_PATIENT.search(why)]
    assert [one.split("/")[1] for one in said_once] == ["basics.minimal#holds"]


@pytest.mark.parametrize("reader", READERS)
def test_no_answer_is_explained_by_a_word_that_needs_explaining(reader: str) -> None:
    items = {objective: asked(objective, reader) for objective in PLAIN}
    said = {(objective, option.why) for objective, item in items.items() for _, options in choices(item) for option in options}
    assert not [one for one in said if UNKNOWN.search(one[1])]


def test_what_is_explained_in_plain_words_has_to_be_offered() -> None:
    fact = ARTICLE.facts["basics.naming"]
    assert isinstance(fact, Statement)
    assert fact.plainly
    assert list(fact.unsound()) == []
    offered = {id: text for id, text in fact.plainly.instead.items() if id != "both"}
    astray = msgspec.structs.replace(fact, plainly=msgspec.structs.replace(fact.plainly, instead=offered))
    ((id, what),) = astray.unsound()
    assert (id, "mend the id" in what) == ("both", True)


def test_nurses_are_asked_as_before() -> None:
    item = write_item(ARTICLE, f"{ARTICLE.bank.name}/basics.naming#holds", *NURSES, "a", "nursing")
    assert item.stem == "How is a cancer named after it has spread to another organ?"


def test_what_nobody_has_put_in_plain_words_has_no_plain_template() -> None:
    with pytest.raises(UnknownTemplate):
        plain_template(ARTICLE, f"{ARTICLE.bank.name}/basics.not-local#holds", PATIENT)
    with pytest.raises(UnknownTemplate):
        write_item(ARTICLE, f"{ARTICLE.bank.name}/basics.metastatic-cancer#means", *NURSES, "a", "nursing")


def test_what_tells_of_an_outlook_is_asked_of_no_patient() -> None:
    told = {fact.id for fact in ARTICLE.bank.facts if fact.outlook}
    assert len(told) >= 5
    assert not [one.id for one in ARTICLE.objectives.values() if PATIENT in one.audiences and told & {one.fact, *one.facts}]
