"""Looking things up works without a module, and shows whatever was typed as text."""

from tests.web.browser import Browser

MARKUP = "<script>alert(1)</script> biopsy {{7*7}}"


def test_what_is_looked_up_is_found_however_it_is_spelled(visitor: Browser) -> None:
    form = visitor.open("/library").form("/search")
    assert form.attributes["method"] == "get"
    page = visitor.open("/search?q=angiogenisis")
    assert page.link("angiogenesis") == "/words/metastatic-cancer/angiogenesis"
    assert page.root.all("mark")[0].text() == "angiogenesis"
    assert page.link("The phases of metastasis") == "/topics/metastatic-cancer/phases"


def test_what_was_typed_stands_in_the_field_as_text(visitor: Browser) -> None:
    page = visitor.open("/search?q=" + MARKUP.replace("{", "%7B").replace("}", "%7D"))
    assert page.root.all("input", type_="search")[0].attributes["value"] == MARKUP
    assert "<script>alert" not in page.response.text
    assert "49" not in page.text


def test_a_query_is_bounded(visitor: Browser) -> None:
    page = visitor.open("/search?q=" + "x" * 5000)
    assert page.status == 200
    assert len(page.root.all("input", type_="search")[0].attributes["value"]) == 100


def test_nothing_asked_shows_how_to_ask_and_nothing_found_where_else_to_look(visitor: Browser) -> None:
    assert "Small slips in spelling do no harm" in visitor.open("/search").text
    page = visitor.open("/search?q=trombone")
    assert "Nothing found" in page.text
    assert page.link("All words explained") == "/words"


def test_nursing_students_find_what_is_not_told_to_patients(visitor: Browser, outsider: Browser) -> None:
    assert "prognosis poorer" not in visitor.open("/search?q=prognosis+poorer").root.all("main")[0].text().partition("found")[2]
    assert "makes the prognosis poorer" in outsider.open("/search?q=prognosis+poorer").text


def test_a_question_finds_its_answer_or_what_comes_near_it_and_says_so(visitor: Browser) -> None:
    page = visitor.open("/search?q=where+does+kidney+cancer+spread")
    assert "1 thing found" in page.text
    assert page.link("Where cancers spread") == "/topics/metastatic-cancer/spread"
    near = visitor.open("/search?q=breast+cancer+goes+to+the+brain").text
    assert "Nothing holds all of these words" in near
    assert "lymph nodes under the arm" in near
