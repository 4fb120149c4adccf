"""An editor corrects, adds and retires facts in the browser."""

import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import pytest
from flask import Flask
from sqlalchemy import select

from questions.bank import kinds_of_fact, shipped_banks
from questions.correcting import table_of
from questions.readers.toml_files import read_bank
from quizapp.models import Correction, Objective, Person
from quizapp.queries.items import current_knowledge
from quizapp.web.editing import correcting
from quizapp.web.editing.checking import check as check_within
from quizapp.web.editing.fields import form_fields, leaves, raw_of, read_raw, read_table
from quizapp.web.extensions import db
from tests.web.browser import Browser, Page, filled_in
from tests.web.people import answers, starts_everything
from tests.web.practice.taking import begins
from tests.web.test_roles import somebody

BANK = "/editing/metastatic-cancer"
KIDNEY = f"{BANK}/facts/spread.kidney"


@pytest.fixture
def editor(app: Flask, outsider: Browser) -> Browser:
    return somebody(app, "editor", outsider)


@pytest.fixture
def administrator(app: Flask, outsider: Browser) -> Browser:
    return somebody(app, "administrator", outsider)


def said(app: Flask, fact: str) -> dict[str, object] | None:
    with app.app_context():
        found = table_of(current_knowledge(db.session(), "metastatic-cancer").bank, fact)
        return dict(found[2]) if found else None


def check(browser: Browser, page: Page, changes: dict[str, str]) -> Page:
    return browser.send(page.form(r".*/checks"), {name: [value] for name, value in changes.items()})


def publish(browser: Browser, page: Page, changes: dict[str, str]) -> Page:
    """Press the button that stands in the form that the checker has looked at."""
    form = page.form(r".*/checks")
    (button,) = [one for one in form.all("button") if one.text() == "Publish"]
    form.attributes["action"] = button.attributes["formaction"]
    return browser.send(form, {name: [value] for name, value in changes.items()})


@pytest.mark.parametrize("folder", shipped_banks(), ids=lambda folder: folder.name)
def test_every_fact_of_every_kind_comes_back_from_its_form_as_it_was(folder: object) -> None:
    content = json.loads(read_bank(folder).content)  # type: ignore[arg-type]
    for file in content["files"]:
        for kind, of in kinds_of_fact().items():
            for table in file.get(kind, ()):
                fields = form_fields(of, raw_of(table))
                form = {one.path: one.value for one in leaves(fields) if one.value or one.shape != "tick"}
                assert read_table(of, read_raw(form)) == (read_table(of, table)[0], {}), table["id"]


def test_an_editor_finds_a_fact_by_its_topic_changes_it_and_publishes_it(app: Flask, editor: Browser) -> None:
    page = editor.open(
        editor.open(BANK).link("How cancer spreads") if "How cancer spreads" in editor.open(BANK).text else f"{BANK}/topics/spread"
    )
    page = editor.open(page.link("spread.kidney"))
    assert page.heading == "spread.kidney"
    page = check(editor, page, {"note": "Looked at again."})
    assert page.status == 200, page.text
    assert "The checker finds nothing wrong" in page.text
    assert "Name the sites to which kidney cancer spreads" in page.text
    page = publish(editor, page, {"correction-why": ""})
    assert page.status == 422
    assert "Say in a few words why" in page.text
    page = publish(editor, page, {"correction-why": "The guideline changed"})
    assert page.heading == "Correction of spread.kidney"
    assert "Looked at again." in page.text
    assert "another-editor" in page.text
    assert "would change" in page.text
    assert "No answer would change" not in page.text
    looked = editor.open(page.link("See what scoring again would change")).text
    assert "No answer would change in quizzes that people took by themselves." in looked
    assert "Exams of courses are not among them" in looked
    kept = said(app, "spread.kidney")
    assert kept
    assert kept["note"] == "Looked at again."
    assert "The guideline changed" in editor.open(f"{BANK}/corrections").text
    page = editor.send(page.form(r".*/undoing"))
    assert "Taken back." in page.text
    kept = said(app, "spread.kidney")
    assert kept
    assert "note" not in kept


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(app: Flask, editor: Browser) -> None:
    page = check(editor, editor.open(KIDNEY), {"objects.0.term": "lungg", "note": "Typed with care"})
    assert page.status == 422
    assert page.title.startswith("Error: ")
    assert "did you mean “lung" in page.root.all("p", id_="objects.0.term-error")[0].text()
    assert "Typed with care" in page.text
    page = check(editor, editor.open(KIDNEY), {"subject": ""})
    assert "Subject: Fill this in." in page.root.all("p", id_="subject-error")[0].text()
    assert check(editor, editor.open(KIDNEY), {}).status == 422
    assert said(app, "spread.kidney") == read_kidney()


def read_kidney() -> dict[str, object]:
    found = table_of(read_bank(next(one for one in shipped_banks() if one.name == "metastatic-cancer")), "spread.kidney")
    assert found
    return dict(found[2])


def test_lists_grow_and_shrink_without_a_module(editor: Browser) -> None:
    page = editor.open(KIDNEY)
    before = len(page.root.all("fieldset", class_="entry"))
    page = check(editor, page, {"list-change": "more objects"})
    assert page.status == 200
    assert len(page.root.all("fieldset", class_="entry")) == before + 1
    first, second = (page.root.all("textarea", name=f"objects.{place}.term")[0].text() for place in (0, 1))
    page = check(editor, page, {"list-change": "up objects.1"})
    assert [page.root.all("textarea", name=f"objects.{place}.term")[0].text() for place in (0, 1)] == [second, first]
    page = check(editor, page, {"list-change": "out objects.0"})
    assert page.root.all("textarea", name="objects.0.term")[0].text() == first


def test_who_was_slower_is_told_and_keeps_what_they_typed(app: Flask, editor: Browser, administrator: Browser) -> None:
    mine, theirs = editor.open(KIDNEY), administrator.open(KIDNEY)
    theirs = publish(administrator, check(administrator, theirs, {"note": "Theirs"}), {"correction-why": "First"})
    page = check(editor, mine, {"note": "Mine"})
    assert page.status == 422
    assert "Somebody has changed this fact since you opened it" in page.text
    assert "Theirs" in page.text
    assert "Mine" in page.text
    page = publish(editor, check(editor, page, {}), {"correction-why": "Second"})
    kept = said(app, "spread.kidney")
    assert kept
    assert kept["note"] == "Mine"


def test_an_editor_adds_a_fact_and_retires_it_and_its_name_is_not_given_again(app: Flask, editor: Browser) -> None:
    page = editor.open(f"{BANK}/additions")
    page = editor.open(f"{BANK}/additions?in-topic=spread&kind-of-fact=prompt")
    page = check(editor, page, {**WHOLE, "new-id": "Not a name"})
    assert page.status == 422
    assert "short name" in page.root.all("p", id_="new-id-error")[0].text()
    page = check(editor, page, WHOLE)
    assert page.status == 200, page.text
    page = publish(editor, page, {"correction-why": "It was missing"})
    assert page.heading == "Correction of spread.testing", page.text
    assert said(app, "spread.testing")
    page = editor.open(f"{BANK}/facts/spread.testing/retirement")
    page = editor.send(page.form(r".*/retirement"), {"correction-why": ["A test"]})
    assert "Retired. It is not asked any more." in page.text
    assert "It is asked from now on" not in page.text
    assert said(app, "spread.testing") is None
    assert "spread.testing" in editor.open(f"{BANK}/topics/spread").text
    page = check(editor, editor.open(f"{BANK}/additions?in-topic=spread&kind-of-fact=prompt"), WHOLE)
    assert "There is, or was, a fact of this name" in page.text


def test_what_the_checker_had_no_time_for_is_said(editor: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(correcting, "check", lambda draft: check_within(draft, 0.0))
    page = check(editor, editor.open(KIDNEY), {"note": "Looked at again."})
    assert "The checker finds nothing wrong in what it has looked at" in page.text
    assert re.search(r"there was no time for \d+ further variants", page.text)


def test_who_retires_a_fact_is_told_how_many_quizzes_it_left(app: Flask, editor: Browser, student: Browser) -> None:
    starts_everything(student)
    for _ in range(2):
        begins(student, topic=["metastatic-cancer/spread"], number=["50"], mode=["exam"])
    page = editor.send(editor.open(f"{KIDNEY}/retirement").form(r".*/retirement"), {"correction-why": ["A test"]})
    assert "Retired. It is not asked any more. It left 2 quizzes that go on." in page.text


WHOLE = {
    "new-id": "spread.testing",
    "asks": "Which places should be watched in my case?",
    "about": "Places to watch",
    "helps": "It helps to know what to report.",
    "source.section": "About metastatic cancer",
}


def test_a_fact_that_others_name_is_retired_after_them(app: Flask, editor: Browser) -> None:
    page = editor.open(f"{BANK}/facts/regional.breast-skin/retirement")
    assert f"{BANK}/facts/spread.breast" in [link.attributes["href"] for link in page.root.all("a")]
    assert not page.has_form(r".*/retirement")


def test_who_answered_before_is_told_that_the_question_was_corrected(app: Flask, editor: Browser, student: Browser) -> None:
    starts_everything(student)
    page = answers(app, student, student.open("/study?more=1"))
    address = page.path
    assert "corrected since" not in page.text
    with app.app_context():
        key = db.session.scalars(select(Objective.key).where(Objective.id == int(address.split("/")[2]))).one()
    fact = f"{BANK}/facts/{key.partition('/')[2].partition('#')[0]}"
    page = check(editor, editor.open(fact), {"note": "It is otherwise"})
    page = publish(editor, page, {"correction-why": "A newer count"})
    text = student.open(address).text
    assert "corrected since" in text
    assert "A newer count" in text


def test_nobody_else_can_correct_anything(app: Flask, student: Browser, visitor: Browser) -> None:
    for browser in (student, visitor):
        assert browser.open(KIDNEY).status == 404
        assert browser.client.post(f"{KIDNEY}/corrections", data={"correction-why": "x"}).status_code in (400, 404)
    with app.app_context():
        assert db.session.scalars(select(Correction)).all() == []
        assert db.session.scalars(select(Person.role)).all()


def heaviest(folder: Path) -> dict[str, str]:
    """Of each kind of fact in a bank, the one with the most fields."""
    found: dict[str, tuple[int, str]] = {}
    for file in json.loads(read_bank(folder).content)["files"]:
        for kind, of in kinds_of_fact().items():
            for table in file.get(kind, ()):
                found[kind] = max(found.get(kind, (0, "")), (len(list(leaves(form_fields(of, raw_of(table))))), table["id"]))
    return {kind: fact for kind, (_, fact) in found.items()}


def weight(browser: Browser, page: Page) -> int:
    """What a page and all that it asks for weigh."""
    asks = [one.attributes["href"] for one in page.root.all("link") if one.attributes.get("rel") == "stylesheet"]
    asks += [one.attributes["src"] for one in page.root.all("script")]
    assert len(asks) <= 2
    return len(page.response.get_data()) + sum(len(browser.client.get(one).get_data()) for one in asks)


@pytest.mark.parametrize("folder", shipped_banks(), ids=lambda folder: folder.name)
def test_the_form_of_no_fact_is_heavy_whichever_part_of_it_is_shown(editor: Browser, folder: Path) -> None:
    for fact in heaviest(folder).values():
        page = editor.open(f"/editing/{folder.name}/facts/{fact}")
        assert weight(editor, page) <= 50 * 1024, fact
        for button in [one for one in page.root.all("button") if one.text() == "Show all of it"]:
            opened = editor.send(page.form(r".*/checks"), {"list-change": [button.attributes["value"]]})
            assert weight(editor, opened) <= 50 * 1024, (fact, button.attributes["value"])
            assert filled(opened) == filled(page)


@pytest.mark.parametrize("folder", shipped_banks(), ids=lambda folder: folder.name)
def test_what_the_checker_says_of_a_fact_weighs_little_and_nothing_typed_is_lost(editor: Browser, folder: Path) -> None:
    for fact in heaviest(folder).values():
        page = editor.open(f"/editing/{folder.name}/facts/{fact}")
        checked = check(editor, page, {"note": "Looked at once more"})
        assert "The checker finds nothing wrong" in checked.text, fact
        assert weight(editor, checked) <= 50 * 1024, fact
        assert filled(checked) == filled(page) | {"note": ["Looked at once more"]}
        again = check(editor, checked, {"list-change": "open"})
        assert filled(again) == filled(checked)
        assert len(again.root.all("textarea")) == len(page.root.all("textarea"))


def test_what_the_checker_finds_wrong_in_a_long_form_weighs_little(editor: Browser) -> None:
    """Answers that are far longer than all that stands beside them."""
    long = "Always and never all of the above, since whatever was said so far holds for each and every one of them alike"
    found = Counter[int]()
    for field, fact in (("holds", "basics.naming"), ("because", "treatments.reach"), ("amount", "figures.at-diagnosis")):
        wrong = check(editor, editor.open(f"{BANK}/facts/{fact}"), {field: long})
        assert weight(editor, wrong) <= 50 * 1024, fact
        found[wrong.status] += "The questions are not good enough yet" in wrong.text
    assert found[422] == 3


@pytest.mark.parametrize("path", ["facts/basics.naming", "additions?kind-of-fact=statement&in-topic=basics"])
def test_what_changes_a_list_leads_where_the_form_does_from_whatever_page(editor: Browser, path: str) -> None:
    page = editor.open(f"/editing/metastatic-cancer/{path}")
    for _ in range(2):
        form = page.form(r".*/checks")
        changing = [one.attributes["formaction"] for one in form.all("button", name="list-change")]
        assert {urljoin(page.path, one).partition("#")[0] for one in changing} == {form.attributes["action"]}
        page = editor.send(form)


def filled(page: Page) -> dict[str, list[str]]:
    """What the form would send that says something."""
    form = filled_in(page.form(r".*/checks"))
    return {name: values for name, values in form.items() if any(values) and name not in ("csrf_token", "opened-part")}


def test_what_is_wrong_in_a_part_that_is_folded_is_shown_where_it_is(editor: Browser) -> None:
    page = editor.open(f"{BANK}/facts/treatments.reach")
    assert "linked.because.asks" not in [one.attributes["name"] for one in page.root.all("textarea")]
    page = check(editor, page, {"linked.because.asks": ""})
    assert page.status == 422
    assert "linked.because.asks" in [one.attributes["name"] for one in page.root.all("textarea")]
    page = check(editor, page, {"linked.because.asks": "Why does it reach so far?"})
    assert "linked.because.asks-error" not in [one.attributes.get("id") for one in page.root.all("p")]


def test_what_a_term_is_called_is_corrected_from_the_list_of_words(app: Flask, editor: Browser, visitor: Browser) -> None:
    page = editor.open(editor.open(BANK).link("Words"))
    assert len(page.response.get_data()) <= 50 * 1024
    form = editor.open(page.link("kidney cancer"))
    assert form.heading == "kidney cancer"
    assert not [one for one in form.root.all("a") if "Retire" in one.text()]
    typed = filled(form)
    assert typed["name"] == ["kidney cancer"]
    assert not {"id", "kind", "part_of", "drawn"} & typed.keys()
    empty = check(editor, form, {"name": ""})
    assert (empty.status, empty.title[:6]) == (422, "Error:")
    checked = check(editor, form, {"plain": "cancer that starts in a kidney"})
    assert "The checker finds nothing wrong" in checked.text
    done = publish(editor, checked, {"correction-why": "Plainer"})
    assert "Published." in done.text
    assert "cancer that starts in a kidney" in done.text
    said = said_of(app, "term:kidney")
    assert (said["plain"], said["kind"], said["drawn"]) == ("cancer that starts in a kidney", "primary cancer", ["kidney"])
    assert "corrected here" in editor.open(page.path).text
    assert "cancer that starts in a kidney" in visitor.open("/words/metastatic-cancer/kidney").text
    assert editor.open(f"{BANK}/facts/term:kidney/retirement").status == 404
    back = editor.send(done.form(r".*/undoing"))
    assert "Taken back" in back.text
    assert said_of(app, "term:kidney")["plain"] == "cancer that begins in a kidney"


def test_a_term_that_has_lost_its_plain_name_is_reached_from_what_to_look_at(editor: Browser) -> None:
    form = editor.open(f"{BANK}/facts/term:kidney")
    publish(editor, check(editor, form, {"plain": ""}), {"correction-why": "To be put better"})
    assert editor.open(editor.open(BANK).link("kidney cancer")).heading == "kidney cancer"


def said_of(app: Flask, name: str) -> dict[str, object]:
    found = said(app, name)
    assert found
    return found
