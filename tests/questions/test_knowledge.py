"""Any claim is entailed, contradicted or unknown, by the rules of proof."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from questions.bank import bank_of, shipped_banks
from questions.claims import Claim, Verdict
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank

ENTAILED, CONTRADICTED, UNKNOWN = Verdict.ENTAILED, Verdict.CONTRADICTED, Verdict.UNKNOWN
ARTICLE = {"section": "Rivers", "paragraph": 1}


@pytest.fixture(scope="module")
def article() -> Knowledge:
    return Knowledge(read_bank(shipped_banks()[0]))


@pytest.mark.parametrize(
    ("subject", "object", "verdict", "why"),
    [
        ("kidney", "skin", ENTAILED, "the row lists it"),
        ("kidney", "abdominal-cavity", CONTRADICTED, "a closed list lacks it"),
        ("kidney", "adrenals", UNKNOWN, "another source lists it"),
        ("prostate", "adrenals", UNKNOWN, "another source lists it"),
        ("colon-rectum", "abdominal-cavity", UNKNOWN, "another source lists it"),
        ("pancreas", "abdominal-cavity", UNKNOWN, "another source lists it"),
        ("breast", "skin", ENTAILED, "the prose adds it"),
        ("colon-rectum", "lymph-nodes", ENTAILED, "nodes next to the bowels are lymph nodes"),
        ("colon-rectum", "nodes.abdomen", ENTAILED, "nodes next to the bowels lie in the abdomen"),
        ("colon-rectum", "nodes.neck", CONTRADICTED, "the neck is declared apart from the abdomen"),
        ("pancreas", "nodes.bowel", UNKNOWN, "nodes in the abdomen may lie next to the bowels"),
        ("ovary", "nodes.abdomen", UNKNOWN, "pelvis and abdomen are not declared apart"),
        ("kidney", "nodes.abdomen", UNKNOWN, "whether those next to the kidney lie in the abdomen is not said"),
        ("sarcoma", "nodes.neck", UNKNOWN, "the row names lymph nodes without a place"),
        ("lung", "other-lung", ENTAILED, "the row lists it"),
        ("lung", "lungs", ENTAILED, "the other lung is a lung"),
        ("kidney", "other-lung", UNKNOWN, "it is part of the lungs, which the row lists"),
        ("sarcoma", "liver", CONTRADICTED, "a closed list lacks it"),
    ],
)
def test_the_spread_table_settles_what_it_can(article: Knowledge, subject: str, object: str, verdict: Verdict, why: str) -> None:
    assert article.settle(Claim(subject, "spreads-to", object)).verdict is verdict, why


def test_what_is_denied_is_settled_the_other_way_round(article: Knowledge) -> None:
    for object in ("skin", "abdominal-cavity", "adrenals"):
        told, denied = (article.settle(Claim("kidney", "spreads-to", object, denied)).verdict for denied in (False, True))
        assert {told, denied} in ({ENTAILED, CONTRADICTED}, {UNKNOWN})


@pytest.mark.parametrize(
    ("objects", "verdict"),
    [(("skin", "bone"), ENTAILED), (("skin", "adrenals"), UNKNOWN), (("adrenals", "abdominal-cavity", "skin"), CONTRADICTED)],
)
def test_things_said_at_once_hold_together_and_fail_with_one(article: Knowledge, objects: tuple[str, ...], verdict: Verdict) -> None:
    claim = Claim("kidney", "spreads-to", objects[0], also=objects[1:])
    assert article.settle(claim).verdict is verdict
    assert (article.settle(claim._replace(denied=True)).verdict is UNKNOWN) == (verdict is UNKNOWN)


def test_lymph_nodes_lungs_and_liver_are_not_asked_backwards(article: Knowledge) -> None:
    asked = {id.rpartition("#")[2] for id in article.objectives if "/spread#to." in id}
    assert asked == {"to.adrenals", "to.abdominal-cavity", "to.bone", "to.brain", "to.skin"}


def test_both_the_kidney_and_the_breast_answer_for_the_skin(article: Knowledge) -> None:
    matter = article.objectives["metastatic-cancer/spread#to.skin"].matter
    assert {option.id for option in matter.keys} == {"kidney", "breast"}  # type: ignore[union-attr]


def test_an_organ_that_the_kidney_does_not_reach_is_one_alone(article: Knowledge) -> None:
    matter = article.objectives["metastatic-cancer/spread.kidney#sites"].matter
    organs = {option.id for option in matter.distractors if not option.id.startswith("nodes.")}  # type: ignore[union-attr]
    assert organs == {"abdominal-cavity"}


def rivers(*tables: tuple[str, Mapping[str, Any]], apart: Sequence[str] = ()) -> Knowledge:
    """A small bank about rivers, with these tables besides its terms."""
    file: dict[str, Any] = {
        "apart": [{"terms": list(apart)}],
        "topic": {"id": "rivers", "title": "Rivers", "about": "Where rivers flow."},
        "kind": [{"id": "river", "one": "river", "many": "rivers"}, {"id": "place", "one": "place", "many": "places"}],
        "predicate": [predicate("passes", single=False), predicate("ends-in", single=True)],
        "term": [{"id": id, "name": id, "kind": "river"} for id in ("rhine", "danube", "canal")]
        + [{"id": id, "name": id, "kind": "place"} for id in ("basel", "vienna", "north-sea", "black-sea", "sea")]
        + [{"id": "old-basel", "name": "old basel", "kind": "place", "part_of": ["basel"]}],
    }
    for kind, table in tables:
        file.setdefault(kind, []).append({"source": ARTICLE, **table})
    about = {"name": "rivers", "title": "Rivers", "edition": "1", "licence": "CC0", "date": "2026-01-01", "document": "Rivers"}
    return Knowledge(bank_of({"bank": {**about, "sections": ["Rivers"], "age": "New."}, "files": [file]}))


def predicate(id: str, *, single: bool) -> dict[str, Any]:
    words = dict.fromkeys(("aspect", "one", "many", "subject_one", "subject_many", "objects", "subjects", "says", "denies", "aim"), "x")
    return {"id": id, "single": single, **words}


def relation(id: str, predicate: str, *objects: str, list: str = "closed", **more: Any) -> tuple[str, dict[str, Any]]:
    return "relation", {
        "id": id,
        "subject": id,
        "predicate": predicate,
        "list": list,
        "objects": [{"term": term} for term in objects],
        **more,
    }


@pytest.mark.parametrize("list", ["open", "incomplete"])
def test_nothing_follows_from_an_open_or_incomplete_list(list: str) -> None:
    knowledge = rivers(relation("rhine", "passes", "basel", list=list))
    assert knowledge.settle(Claim("rhine", "passes", "basel")).verdict is ENTAILED
    assert knowledge.settle(Claim("rhine", "passes", "vienna")).verdict is UNKNOWN


def test_a_closed_list_refutes_what_it_lacks_by_rule_a() -> None:
    ruling = rivers(relation("rhine", "passes", "basel")).settle(Claim("rhine", "passes", "vienna"))
    assert (ruling.verdict, ruling.rule, ruling.facts) == (CONTRADICTED, "a", ("rhine",))


def test_a_closed_list_says_nothing_of_parts_of_what_it_holds() -> None:
    assert rivers(relation("rhine", "passes", "basel")).settle(Claim("rhine", "passes", "old-basel")).verdict is UNKNOWN


def test_a_whole_is_reached_where_a_part_of_it_is() -> None:
    assert rivers(relation("rhine", "passes", "old-basel")).settle(Claim("rhine", "passes", "basel")).verdict is ENTAILED


def test_a_single_value_refutes_the_others_by_rule_b() -> None:
    ruling = rivers(relation("rhine", "ends-in", "north-sea", list="open")).settle(Claim("rhine", "ends-in", "black-sea"))
    assert (ruling.verdict, ruling.rule) == (CONTRADICTED, "b")


def definition(id: str, term: str, *also_fits: str) -> tuple[str, dict[str, Any]]:
    return "definition", {"id": id, "term": term, "means": f"what {term} is", "also_fits": list(also_fits)}


def test_another_terms_meaning_is_refuted_unless_it_also_fits() -> None:
    knowledge = rivers(definition("d.rhine", "rhine", "canal"), definition("d.danube", "danube"), definition("d.canal", "canal"))
    assert knowledge.settle(Claim("rhine", "means", "d.rhine")).verdict is ENTAILED
    assert knowledge.settle(Claim("danube", "means", "d.rhine")) == (CONTRADICTED, ("d.danube",), "b")
    assert knowledge.settle(Claim("canal", "means", "d.rhine")).verdict is UNKNOWN


def contrast(*, apart: bool) -> Knowledge:
    sign = {"id": "salt", "text": "It is salty", "of": "sea", "why": "Seas are."}
    both = {"id": "wet", "text": "It is wet", "of": "sea", "why": "Water is.", "also_fits": ["rhine"]}
    seas = ("contrast", {"id": "water", "one": "sea", "other": "rhine", "differs": [sign, both]})
    return rivers(seas, apart=["sea", "rhine"] if apart else [])


def test_a_sign_of_one_thing_is_refuted_of_another_that_is_apart_by_rule_c() -> None:
    ruling = contrast(apart=True).settle(Claim("water.salt", "is a case of", "rhine"))
    assert (ruling.verdict, ruling.rule) == (CONTRADICTED, "c")


def test_a_sign_settles_nothing_where_things_are_not_declared_apart_or_it_fits_both() -> None:
    assert contrast(apart=False).settle(Claim("water.salt", "is a case of", "rhine")).verdict is UNKNOWN
    assert contrast(apart=True).settle(Claim("water.wet", "is a case of", "rhine")).verdict is UNKNOWN


def test_a_fact_that_says_no_refutes_by_rule_d_and_is_never_asked() -> None:
    denial = ("not", {"id": "no", "subject": "rhine", "predicate": "passes", "object": "basel", "who": "An atlas"})
    knowledge = rivers(denial)
    assert knowledge.settle(Claim("rhine", "passes", "basel")) == (CONTRADICTED, ("no",), "d")
    assert knowledge.settle(Claim("rhine", "passes", "old-basel")).verdict is CONTRADICTED
    assert knowledge.settle(Claim("danube", "passes", "basel")).verdict is UNKNOWN
    assert not knowledge.objectives


def test_a_misconception_is_refuted_by_the_statement_that_answers_it_by_rule_e() -> None:
    wrong = [{"id": "up", "text": "Upwards", "why": "Water falls.", "claim": "Rivers flow upwards"}]
    words = {
        "aim": "Say how rivers flow",
        "asks": "How do rivers flow?",
        "holds": "Downwards",
        "claim": "Rivers flow downwards",
        "why": "Gravity.",
    }
    knowledge = rivers(("statement", {"id": "flow", **words, "misconceptions": wrong}))
    assert knowledge.settle(Claim("flow", "holds", "flow")).verdict is ENTAILED
    assert knowledge.settle(Claim("flow", "holds", "flow.up")) == (CONTRADICTED, ("flow",), "e")
    assert knowledge.settle(Claim("flow", "holds", "flow.sideways")).verdict is UNKNOWN


def test_a_step_in_anothers_place_is_refuted_by_rule_f() -> None:
    steps = [{"id": id, "text": id} for id in ("spring", "stream", "mouth")]
    knowledge = rivers(("sequence", {"id": "course", "title": "a river", "aim": "Order it", "steps": steps}))
    assert knowledge.settle(Claim("course", "step 1", "course.spring")).verdict is ENTAILED
    assert knowledge.settle(Claim("course", "step 1", "course.mouth")) == (CONTRADICTED, ("course",), "f")


def test_a_term_that_the_bank_does_not_speak_of_is_unknown() -> None:
    assert rivers().settle(Claim("rhine", "passes", "basel")).verdict is UNKNOWN


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        relation("rhine", "passes", "basel", "vienna"),
        ("definition", {"id": "e", "term": "rhine", "means": "a river"}),
        (
            "classification",
            {"id": "e", "term": "sea", "phrase": "seas", "one": "sea", "many": "seas", "members": ["north-sea"], "complete": True},
        ),
        ("sequence", {"id": "e", "title": "a river", "aim": "Order it", "steps": [{"id": id, "text": id} for id in "abcde"]}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_error_of_the_source_is_neither_believed_nor_asked(kind: str, table: dict[str, Any]) -> None:
    believed, mistaken = rivers((kind, table)), rivers((kind, {**table, "currency": "error in source"}))
    assert list(believed.stated_claims())
    assert not list(mistaken.stated_claims())
    assert not mistaken.objectives
    for stated, _ in believed.stated_claims():
        assert mistaken.settle(stated.claim).verdict is UNKNOWN


def test_a_whole_and_its_part_are_never_apart() -> None:
    knowledge = rivers(apart=["basel", "old-basel"])
    assert not knowledge.are_apart("basel", "old-basel")


def test_places_across_an_arguable_boundary_and_twins_refute_nothing() -> None:
    steps = [
        {"id": "a", "text": "a", "arguable": True},
        {"id": "b", "text": "b", "twin": True},
        {"id": "c", "text": "c"},
        {"id": "d", "text": "d", "twin": True},
    ]
    knowledge = rivers(("sequence", {"id": "s", "title": "a river", "aim": "Order it", "steps": steps}))
    verdicts = {(place, id): knowledge.settle(Claim("s", f"step {place}", f"s.{id}")).verdict for place in (1, 2, 3, 4) for id in "abcd"}
    assert {pair for pair, verdict in verdicts.items() if verdict is UNKNOWN} == {(1, "b"), (2, "a"), (2, "d"), (4, "b")}
    assert verdicts[3, "a"] is CONTRADICTED


def test_objectives_that_the_bank_keeps_a_day_apart_share_a_mark(article: Knowledge) -> None:
    kin = {id.partition("/")[2]: set(objective.kin) for id, objective in article.objectives.items()}
    assert kin["basics.cup#means"] & kin["basics.unknown-primary#holds"]
    assert not kin["basics.cup#means"] & kin["basics.naming#holds"]
    assert kin["spread.breast#sites"] == set()
