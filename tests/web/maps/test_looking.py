"""The map, the graph and the table say the same, both ways."""

from itertools import pairwise

import pytest

from questions.bank import shipped_banks
from questions.knowledge import Knowledge
from questions.mapping import map_table
from questions.readers.toml_files import read_bank
from quizapp.web.maps.body import BY_ID, FRAME, REGIONS
from quizapp.web.maps.drawing import LINE, Drawing, drawing, from_to
from quizapp.web.maps.graph import graph_of
from tests.web.browser import Browser, Page

MAP = "/maps/metastatic-cancer/spread"
BANKS = [Knowledge(read_bank(folder)) for folder in shipped_banks()]
DRAWN = [table for bank in BANKS for fact in bank.bank.facts if (table := map_table(bank, fact.id))]
(SPREAD,) = [table for table in DRAWN if table.fact.id == "spread"]


def shown(page: Page, state: str) -> set[str]:
    """The names beside regions in a state."""
    labels = [one for one in page.root.all("g") if one.attributes.get("class") == f"label {state}"]
    return {" ".join(text.text() for text in label.all("text")) for label in labels}


@pytest.mark.parametrize("row", SPREAD.rows, ids=lambda row: row.subject.id)
def test_for_each_primary_the_picture_and_the_table_show_its_row(visitor: Browser, row) -> None:
    page = visitor.open(f"{MAP}?from={row.subject.id}")
    sites = {term.name[:1].upper() + term.name[1:] for term, _ in row.objects}
    assert shown(page, "lit") == sites
    assert shown(page, "origin") == {row.subject.name[:1].upper() + row.subject.name[1:]}
    heads = {head.text().partition(" (")[0] for head in page.root.all("tbody")[0].all("th")}
    assert heads == sites


@pytest.mark.parametrize("whole", [term.id for term in SPREAD.wholes])
def test_for_each_site_the_picture_the_graph_and_the_table_show_the_same_primaries(visitor: Browser, whole: str) -> None:
    page = visitor.open(f"{MAP}?to={whole}")
    primaries = {term.name[:1].upper() + term.name[1:] for term in SPREAD.having(whole)}
    assert shown(page, "origin") == primaries
    assert {head.text() for head in page.root.all("tbody")[0].all("th")} == primaries
    assert all(cell.text() for cell in page.root.all("tbody")[0].all("td"))
    (curves,) = page.root.all("path", class_="on")
    assert curves.attributes["d"].count("M") == len(primaries)


def test_a_list_reads_as_one_and_no_column_says_the_same_in_each_row(visitor: Browser) -> None:
    everything = {row.all("th")[0].text(): row.all("td")[0].text() for row in visitor.open(MAP).root.all("tbody")[0].all("tr")}
    assert everything["Breast cancer"] == "Bones, brain, liver, lungs, lymph nodes under the arm, skin (regional spread)"
    assert not visitor.open(f"{MAP}?to=liver").root.all("tbody")[0].all("td")
    assert len(visitor.open(f"{MAP}?to=lymph-nodes").root.all("tbody")[0].all("td")) == 10


def test_what_others_list_is_told_and_not_drawn(visitor: Browser) -> None:
    page = visitor.open(f"{MAP}?from=kidney")
    assert "Not in the article, and listed by others: the adrenal glands (National Cancer Institute" in page.text
    assert "Adrenal glands" not in shown(page, "lit")


@pytest.mark.parametrize("query", ["?from=nothing", "?to=nothing", "?from=kidney&to=liver", "?from=liver"])
def test_what_is_not_in_the_table_has_no_map(visitor: Browser, query: str) -> None:
    assert visitor.open(MAP + query).status == 404


@pytest.mark.parametrize("path", ["/maps/nothing/spread", "/maps/metastatic-cancer/tests.fluids", "/maps/metastatic-cancer/spread.kidney"])
def test_what_is_no_table_with_a_map_is_not_found(visitor: Browser, path: str) -> None:
    assert visitor.open(path).status == visitor.open(f"{path}/quiz").status == 404


def test_every_term_of_a_table_with_a_map_has_its_regions_on_it() -> None:
    for table in DRAWN:
        for row in table.rows:
            for term in (row.subject, *(term for term, _ in row.objects)):
                assert term.drawn, term.id
                assert set(term.drawn) <= BY_ID.keys(), term.id


def test_every_region_is_used_and_an_organ_tells_where_it_lies_without_its_name() -> None:
    terms = {region: term for bank in BANKS for term in bank.bank.terms for region in term.drawn}
    for region in REGIONS:
        named = set(terms[region.id].name.casefold().split()) - {"the"}
        assert region.drawn == "dots" or not named & set(region.where.casefold().split()), region.id


@pytest.mark.parametrize("chosen", [("from", row.subject.id) for row in SPREAD.rows] + [("to", term.id) for term in SPREAD.wholes])
def test_labels_stay_in_the_frame_and_do_not_cover_each_other(chosen: tuple[str, str]) -> None:
    way, id = chosen
    row = SPREAD.row(id)
    terms = (
        from_to([row.subject], [term for term, _ in row.objects])
        if row
        else from_to(SPREAD.having(id), [term for term in SPREAD.wholes if term.id == id])
    )
    picture: Drawing = drawing(terms, {term.id: term.name for term, _ in terms})
    assert len(picture.labels) == len(terms)
    for left in (True, False):
        column = sorted((label for label in picture.labels if label.left is left), key=lambda label: label.lines[0].y)
        assert all(label.lines[0].y >= LINE - 4 and label.lines[-1].y <= FRAME[1] for label in column), way
        assert all(above.lines[-1].y < below.lines[0].y - 4 for above, below in pairwise(column))


def test_the_graph_has_a_curve_for_every_pair_and_marks_those_that_were_chosen() -> None:
    everything = graph_of(SPREAD)
    assert (len(everything.others), everything.chosen) == (len(SPREAD.leads), ())
    chosen = graph_of(SPREAD, subject="kidney")
    assert len(chosen.chosen) == sum(lead[0] == "kidney" for lead in SPREAD.leads)
    assert {*chosen.chosen, *chosen.others} == set(everything.others)
    assert [" ".join(line for line, _ in node.lines) for node in chosen.lefts if node.on] == ["Kidney cancer"]
