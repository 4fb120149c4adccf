"""Item analysis in the browser: the page, the files and the function say the same; nobody's name is in it."""

import csv
import io
import re
from dataclasses import fields
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import insert, select, update

from quizapp.analysis.item_analysis import ItemFigures, TestFigures, analyse
from quizapp.clock import now
from quizapp.models import AssignedObjective, Assignment, Course, Objective, Review
from quizapp.models.transactions import begin_writing
from quizapp.queries.assignments import objectives_in
from quizapp.queries.item_statistics import Statistics, by_need, item_statistics
from quizapp.web.extensions import db
from tests.amounts import amount
from tests.classes import answers_of_class, asked_singly, joins_class
from tests.web.browser import Browser, Page
from tests.web.test_teaching import sets


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """SQLite alone: pages cannot tell one database from another."""
    return f"sqlite:///{tmp_path / 'quizapp.sqlite3'}"


@pytest.fixture
def course(app: Flask, outsider: Browser) -> str:
    """The address of a course of the outsider's, in which twenty learners answered six things; in one the strong chose another option."""
    page = outsider.send(outsider.open("/courses/new").form("/courses"), {"title": ["Oncology nursing"]})
    address = page.path.removesuffix("/people")
    sets(outsider, address, "kinds")
    with app.app_context():
        begin_writing(db.session())
        objectives = list(db.session.scalars(objectives_in(1).order_by(Objective.id)))[:6]
        single = asked_singly(db.session(), objectives)
        answers_of_class(db.session(), joins_class(db.session(), 1, 20, now()), objectives, now(), misled=single.id)
        db.session.commit()
    return address


def statistics(app: Flask, about: int | None = None) -> Statistics:
    with app.app_context():
        course, assignment = db.session.get_one(Course, 1), db.session.get(Assignment, about) if about else None
        return item_statistics(db.session(), course, now(), assignment, each_template=about is None)


def table(browser: Browser, address: str) -> list[dict[str, str]]:
    content = browser.client.get(address).get_data()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def numbers(page: Page) -> list[float | None]:
    """The figures of a page, exactly."""
    return [float(value) if (value := one.attributes["value"]) else None for one in page.root.all("data")]


def exactly(row: dict[str, str], kind: type) -> list[float | None]:
    return [float(row[field.name]) if row[field.name] else None for field in fields(kind)]


def figures_of(figures: ItemFigures | TestFigures) -> list[float | None]:
    return [getattr(figures, field.name) for field in fields(figures)]


def same(one: list[float | None], other: list[float | None]) -> bool:
    return len(one) == len(other) and all(
        a is b if a is None or b is None else a == pytest.approx(b, abs=1e-6) for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize("about", [None, 1])
def test_the_page_the_file_and_the_function_say_the_same(app: Flask, outsider: Browser, course: str, about: int | None) -> None:
    found, query = statistics(app, about), f"assignment={about or ''}"
    outside = analyse(found.marks, found.maxima, found.guesses)
    page = outsider.open(f"{course}/analysis?{query}")
    assert same(numbers(page), figures_of(outside.test))
    assert same(exactly(table(outsider, f"{course}/analysis.csv?of=test&{query}")[0], TestFigures), figures_of(outside.test))
    rows = table(outsider, f"{course}/analysis.csv?{query}")
    assert len(rows) == len(found.questions) == 6
    for row, question in zip(rows, by_need(found.questions), strict=True):
        expected = figures_of(outside.items[found.questions.index(question)])
        assert same(exactly(row, ItemFigures), expected)
        path = f"{course}/analysis/{question.objective.id}?template={question.template}&{query}"
        options = [one for one in table(outsider, f"{course}/analysis.csv?of=options&{query}") if one["objective"] == row["objective"]]
        shown = numbers(outsider.open(path))
        names = ("offered", "count", "share", "canvas_point_biserial", "share_in_top", "share_in_middle", "share_in_bottom")
        assert same(shown, expected + [float(one[name]) if one[name] else None for one in options for name in names])


def test_what_needs_a_look_stands_first_in_words_and_leads_to_the_question(outsider: Browser, course: str) -> None:
    page = outsider.open(f"{course}/analysis")
    first = page.root.all("tbody")[0].all("tr")[0]
    assert "The strong learners chose “" in first.text()
    assert first.text().endswith("check the key.") or "check the key. 20 0.500" in first.text()
    question = outsider.open(first.all("a")[0].attributes["href"])
    assert "The strong learners chose “" in question.text
    assert "(right)" in question.text
    assert "Asked in this way: " in question.text
    assert not [one for one in question.root.all("code") if "_" in one.text()]
    assert not first.all("code")
    assert "1 of 20" in question.text
    again = outsider.open(question.link("Next"))
    assert "2 of 20" in again.text
    assert "Learner" not in page.text.replace("Learners", "")
    assert "Learner" not in question.text.replace("Learners", "")


def test_topics_and_pages_are_chosen_by_the_address(outsider: Browser, course: str) -> None:
    assert "6 questions" in outsider.open(f"{course}/analysis?topic=metastatic-cancer/kinds").text
    assert outsider.open(f"{course}/analysis?topic=x&page=7").status == 200
    assert outsider.open(f"{course}/analysis?assignment=99").status == 404
    assert outsider.open(f"{course}/analysis.csv?of=names").status == 404
    assert outsider.open(f"{course}/analysis/999999").status == 404


def test_few_answers_are_said_to_be_few(app: Flask, outsider: Browser, course: str) -> None:
    with app.app_context():
        begin_writing(db.session())
        another = list(db.session.scalars(objectives_in(1).order_by(Objective.id)))[6:7]
        answers_of_class(db.session(), joins_class(db.session(), 1, 3, now()), another, now())
        db.session.commit()
    page = outsider.open(f"{course}/analysis")
    last = page.root.all("tbody")[0].all("tr")[-1]
    assert last.attributes["class"] == "few"
    assert "3 answers are too few to say anything" in last.text()
    assert "Fewer than 10 answers" in outsider.open(last.all("a")[0].attributes["href"]).text


def test_misconceptions_are_a_list_to_teach_from_without_a_name(app: Flask, outsider: Browser, course: str) -> None:
    assert "Nobody was certain of anything" in outsider.open(f"{course}/misconceptions").text
    with app.app_context():
        begin_writing(db.session())
        db.session.execute(update(Review).values(certainty="certain"))
        db.session.commit()
    page = outsider.open(outsider.open(course).link("Misconceptions"))
    assert "10 learners of 20 who answered, 50 %" in page.root.all("article")[0].text()
    assert "They chose:" in page.text
    assert "Right is:" in page.text
    assert "Learner 1" not in page.text


def test_misconceptions_of_a_large_class_stand_some_on_a_page_of_little_weight(app: Flask, outsider: Browser, course: str) -> None:
    with app.app_context():
        begin_writing(db.session())
        objectives = db.session.scalars(select(Objective).order_by(Objective.id)).all()[:60]
        added = select(AssignedObjective.objective_id).where(AssignedObjective.assignment_id == 1)
        new = {one.id for one in objectives} - set(db.session.scalars(added))
        db.session.execute(insert(AssignedObjective), [{"assignment_id": 1, "objective_id": one} for one in new])
        learners = joins_class(db.session(), 1, amount(20, 500), now())
        answers_of_class(db.session(), learners, objectives, now(), sure="certain")
        db.session.commit()
    path, pages, shown = f"{course}/misconceptions", 0, []
    while path:
        page = outsider.open(path)
        pages += 1
        shown += [int(re.match(r"\d+", one.text())[0]) for one in page.root.all("p", class_="counts")]  # type: ignore[index]
        assert len(page.response.data) <= 50 * 1024
        path = next((one.attributes["href"] for one in page.root.all("a") if one.text() == "Next"), "")
    assert pages == -(-len(shown) // 12) > 2
    assert shown == sorted(shown, reverse=True)
    beyond = outsider.open(f"{course}/misconceptions?page=999")
    assert "Nobody was certain" not in beyond.text
    assert beyond.root.all("article")
    assert f"{pages} of {pages}" in beyond.text


def test_before_the_first_answer_the_page_says_so(app: Flask, student: Browser) -> None:
    page = student.send(student.open("/courses/new").form("/courses"), {"title": ["Empty"]})
    assert "No learner has answered anything" in student.open(page.path.replace("people", "analysis")).text
