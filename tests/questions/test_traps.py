"""The traps of the article (ITEMS.md §1 and §3), each tried over many variants of every objective in every way of asking.

What the bank says of single claims is in test_knowledge.py and test_treatments.py; here it is what people would be asked.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations, pairwise

import pytest

from questions.bank import shipped_banks
from questions.claims import Claim, Verdict
from questions.fact import Currency
from questions.facts.denial import Denial
from questions.facts.relation import Relation
from questions.flaw import choices
from questions.interactions import AnyOf, Grid, Highlight, NOf, OneOf, Option, Order, TypedText, arrange, claims_made
from questions.items import Item, texts_offered
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.responses import Picked, Placed
from questions.scoring import maximum, score
from questions.spelling import named_by
from questions.writing import templates_of, write_item
from tests.amounts import amount

SEEDS = amount(12, 200)
TODAY_ELSEWHERE = {("kidney", "adrenals"), ("prostate", "adrenals"), ("colon-rectum", "abdominal-cavity"), ("pancreas", "abdominal-cavity")}
USED_TODAY_ELSEWHERE = {"ablation", "embolization", "denosumab", "internal-radiation", "bone-surgery"}


@cache
def article() -> Knowledge:
    return Knowledge(read_bank(next(folder for folder in shipped_banks() if folder.name == "metastatic-cancer")))


@cache
def items() -> tuple[Item, ...]:
    """Every way of asking each objective, with many seeds."""
    return tuple(
        write_item(article(), id, *template, f"trap {seed}")
        for id in article().objectives
        for template in templates_of(article(), id)
        for seed in range(SEEDS)
    )


def claims() -> Iterator[tuple[Claim, bool, Item]]:
    """Every claim that an answer to them can make, and whether it counts as right."""
    return ((claim, correct, item) for item in items() for claim, correct in claims_made(item.interaction))


def offered() -> Iterator[tuple[Option, Item]]:
    """Everything that can be picked in them."""
    return ((option, item) for item in items() for _, options in choices(item) for option in options)


def test_an_error_of_the_source_is_never_asked_offered_or_given_as_a_reason() -> None:
    wrong = {id for id, fact in article().facts.items() if fact.currency is Currency.ERROR}
    assert wrong == {"tests.laparotomy"}
    assert not [id for id, objective in article().objectives.items() if wrong & set(objective.facts)]
    assert not [option.text for option, _ in offered() if wrong & set(option.facts) or option.id == "laparotomy"]
    for item in items():
        told = (item.stem, item.why, *texts_offered(item.interaction))
        assert not [text for text in told if "small cut" in text or "small incision" in text or "aparotomy" in text]


def test_growth_into_a_neighbour_is_never_called_a_metastasis() -> None:
    right = {claim for claim, correct, _ in claims() if correct and not claim.denied}
    local = {f"basics.local-or-metastasis.{id}" for id in ("throat", "wall", "neighbour")}
    assert not {claim for claim in right if claim.subject in local and claim.object == "metastasis"}
    assert not {claim for claim in right if claim == Claim("metastasis", "means", "basics.local-spread")}


def test_no_wrong_answer_is_another_name_of_the_right_one_or_a_part_of_it_or_holds_it() -> None:
    for _, options in chain.from_iterable(choices(item) for item in items()):
        terms = [option for option in options if option.id in article().terms]
        keys, wrong = ([option.id for option in terms if option.correct is right] for right in (True, False))
        assert not [(key, other) for key in keys for other in wrong if article().related(key, other)]
        spellings = [set(map(str.casefold, article().terms[option.id].spellings)) for option in terms]
        assert all(one.isdisjoint(other) for one, other in combinations(spellings, 2) if one is not other), options


@pytest.mark.parametrize(("subject", "object"), sorted(TODAY_ELSEWHERE))
def test_what_other_sources_list_is_offered_neither_as_right_nor_as_wrong(subject: str, object: str) -> None:
    assert not [
        item.stem for claim, _, item in claims() if (claim.subject, claim.predicate, claim.object) == (subject, "spreads-to", object)
    ]


def test_what_is_used_today_is_no_wrong_answer_where_the_articles_list_lacks_it() -> None:
    for claim, correct, item in claims():
        if claim.predicate == "treated-with" and claim.object in USED_TODAY_ELSEWHERE and not claim.denied:
            assert correct, item.stem


def test_nothing_is_wrong_because_an_open_or_incomplete_list_lacks_it() -> None:
    lists = {(fact.subject, fact.predicate) for fact in article().bank.facts if isinstance(fact, Relation) and fact.list != "closed"}
    closed = {(fact.subject, fact.predicate) for fact in article().bank.facts if isinstance(fact, Relation) and fact.list == "closed"}
    for claim, correct, item in claims():
        if not correct and not claim.denied and (claim.subject, claim.predicate) in lists - closed:
            said_no = [fact for id in article().settle(claim).facts if isinstance(fact := article().facts[id], Denial)]
            assert said_no, (claim, item.stem)


def test_every_right_answer_follows_from_the_bank_and_every_wrong_one_is_refuted() -> None:
    for claim, correct, item in claims():
        assert article().settle(claim).verdict is (Verdict.ENTAILED if correct else Verdict.CONTRADICTED), (claim, item.stem)


def test_tests_that_overlap_are_never_asked_for_by_what_they_show() -> None:
    """Several tests show masses, so that what is asked is what one test shows, and what is wrong is what it cannot do."""
    for item in items():
        showing = [(claim, correct) for claim, correct in claims_made(item.interaction) if claim.predicate == "can-show"]
        assert len({claim.subject for claim, _ in showing}) <= 1, item.stem
        assert {claim.object for claim, correct in showing if not correct and not claim.denied} <= {"cancer-type", "cancer-origin"}, (
            item.stem
        )


def test_no_name_of_a_site_tells_which_cancer_reaches_it() -> None:
    for id in (id for id in article().objectives if "/spread." in id):
        organ = id.split("/spread.")[1].split("#")[0].replace("colon-rectum", "bowel").replace("sarcoma", "soft")
        asked = [item for item in items() if item.objective == id and item.template not in ("compare_lists", "highlight_in_rows")]
        assert asked
        for item in asked:
            assert not [text for text in texts_offered(item.interaction) if organ in text.casefold()], item


def test_no_order_rests_on_a_boundary_that_can_be_argued_or_on_what_happens_twice() -> None:
    orders = [item.interaction for item in items() if isinstance(item.interaction, Order)]
    assert orders
    for order in orders:
        places = [int(step.claim.predicate.removeprefix("step ")) for step in order.steps]
        assert not {2, 7} & set(places)
        assert not {(4, 5), (7, 8)} & set(pairwise(places))
        for seed in "abcdefgh":
            shown = arrange(order, seed)
            assert isinstance(shown, Order)
            assert [step.id for step in shown.steps] != [step.id for step in order.steps]


def test_what_comes_next_is_not_asked_across_such_a_boundary_nor_of_what_happens_twice() -> None:
    texts = {stage.text: stage.position for stage in article().objectives["metastatic-cancer/phases.of-metastasis#order"].matter.stages}  # type: ignore[union-attr]
    asked = [item for item in items() if item.template == "what_comes_next"]
    assert asked
    for item in asked:
        before = texts[item.stem.split("“")[1].removesuffix("”")]
        assert before not in (1, 2, 4, 6, 7), item.stem


def test_vessels_that_form_twice_are_told_apart_wherever_they_are_offered() -> None:
    for item in items():
        for _, options in choices(item):
            forming = [option for option in options if option.text in ("Angiogenesis", "New vessels form")]
            assert not (forming and "phases of metastasis" in item.stem)


def test_every_figure_says_who_counted_and_those_on_death_and_late_diagnosis_are_not_for_patients() -> None:
    asked = [item for item in items() if item.topic == "figures" and item.template in ("what_holds", "type_the_number", "which_measure")]
    assert asked
    for item in asked:
        told = " ".join((item.stem, *texts_offered(item.interaction)))
        assert "American Cancer Society" in told or "article" in told, item
    for id in ("lifestyle", "at-diagnosis", "deaths-from-metastases", "advanced-deaths"):
        assert article().facts[f"figures.{id}"].audiences == ("nursing",)


def test_nobody_earns_more_than_half_by_ticking_everything_one_column_or_so_many_at_random() -> None:
    for item in items():
        whole = maximum(item.interaction)
        match item.interaction:
            case AnyOf(options):
                assert 2 * score(item.interaction, Picked(tuple(option.id for option in options))).marks <= whole, item
            case Highlight() as highlight:
                assert 2 * score(item.interaction, Picked(tuple(segment.id for segment in highlight.segments))).marks <= whole, item
            case NOf(n, options):
                assert 2 * n <= len(options), item
            case Grid(columns, rows, one_per_row=False):
                everything = Placed(tuple((row.id, tuple(column.id for column in columns)) for row in rows))
                assert 2 * score(item.interaction, everything).marks <= whole, item
            case Grid(columns, rows, one_per_row=True):
                for column in columns:
                    down = Placed(tuple((row.id, (column.id,)) for row in rows))
                    assert 2 * score(item.interaction, down).marks <= whole, item
            case OneOf(options):
                assert len(options) > 2, item
            case _:
                pass


def test_no_reason_says_that_a_cancer_does_not_spread_where_it_is_only_not_listed() -> None:
    for option, item in offered():
        if option.claim.predicate == "spreads-to" and not option.correct:
            assert "the article lists" in option.why or "the article does not list" in option.why, item
            assert "not spread" not in option.why


def test_a_reason_that_is_wrong_is_the_articles_reason_for_something_else_or_a_misconception() -> None:
    causes = [item for item in items() if item.objective.endswith("#because") and isinstance(item.interaction, OneOf)]
    assert causes
    for item in causes:
        for claim, correct in claims_made(item.interaction):
            ruling = article().settle(claim)
            assert correct or ruling.rule == "e" or ruling.verdict is Verdict.CONTRADICTED, item


def test_the_doctors_questions_are_kept_and_never_asked_and_stand_in_no_order() -> None:
    prompts = {id for id, fact in article().facts.items() if fact.kind == "prompt"}
    assert len(prompts) == 12
    assert not prompts & {fact for objective in article().objectives.values() for fact in objective.facts}
    assert not prompts & {fact for option, _ in offered() for fact in option.facts}


@pytest.mark.parametrize(
    ("objective", "typed", "meant"),
    [
        ("basics.cup#term", "CUPS", "cup"),
        ("basics.cup#term", "cancer of unknown primary site", "cup"),
        ("tests.ct#term", "CAT scan", "ct"),
        ("tests.ct#term", "computed axial tomography", "ct"),
        ("tests.mri#term", "magnetic resonance imaging", "mri"),
        ("basics.metastatic-tumour#term", "metastatic tumor", "metastatic-tumour"),
        ("tests.tumour-markers#term", "tumor markers", "tumour-markers"),
    ],
)
def test_a_name_of_the_article_its_american_spelling_and_todays_name_are_all_right(objective: str, typed: str, meant: str) -> None:
    item = write_item(article(), f"metastatic-cancer/{objective}", "type_heading", article_version("type_heading"), "1")
    assert isinstance(item.interaction, TypedText)
    assert named_by(typed, item.interaction) == meant


def article_version(template: str) -> int:
    return next(one.version for fit in article().templates.values() for one in fit if one.name == template)
