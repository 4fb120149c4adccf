"""A test on paper: two forms, their answer sheets, and the key."""

from collections.abc import Iterator

from flask import Flask

from questions.interactions import AnyOf, NOf, OneOf
from quizapp.models import Assignment
from quizapp.usecases.exam_drawing import drawn_on_paper
from quizapp.web.extensions import db
from tests.web.browser import Browser, Element, Page
from tests.web.test_exams_of_courses import sets
from tests.web.test_teaching import course  # noqa: F401


def questions(page: Page) -> list[Element]:
    (printed,) = page.root.all("ol", class_="printed")
    return [one for one in printed.inside if one.tag == "li"]


def right_texts(question: Element, letters: str) -> set[str]:
    """What stands beside these letters."""
    options = {one.all("b")[0].text(): one.text() for one in question.all("ul", class_="lettered")[0].all("li")}
    return {options[letter].removeprefix(letter).strip() for letter in letters.split()}


def keys(page: Page, form: str) -> Iterator[tuple[int, str, int]]:
    """Number, right letters and the number in the other form, of questions with one place."""
    (table,) = [one for one in page.root.all("section") if one.attributes.get("aria-labelledby") == f"key-{form}"]
    for row in table.all("tbody")[0].all("tr"):
        right, _marks, elsewhere, _aim = row.all("td")
        if len(right.all("b")) == 1:
            yield int(row.all("th")[0].text()), right.text(), int(elsewhere.text())


def test_both_forms_hold_the_same_questions_and_the_key_is_right_for_each(
    app: Flask,
    outsider: Browser,
    student: Browser,
    course: str,  # noqa: F811
) -> None:
    page = sets(outsider, course)
    paper = outsider.open(page.link("On paper") + "?number=24&draw=3")
    assert "A test of 24 questions" in paper.text
    a, b, key = (outsider.open(paper.link(part)) for part in ("Form A", "Form B", "Key"))
    stems = [[one.all("p", class_="stem")[0].text() for one in questions(form)] for form in (a, b)]
    assert stems[0] != stems[1]
    assert len(stems[0]) == 24 == len(a.root.all("ol", class_="answers")[0].inside)
    with app.app_context():
        items = drawn_on_paper(db.session(), db.session.get_one(Assignment, 1), 24, 3, ("A", "B"), "en")
    checked = 0
    for number, letters, elsewhere in keys(key, "A"):
        match items["A"][number - 1].interaction:
            case OneOf(options) | AnyOf(options) | NOf(_, options):
                right = {option.text for option in options if option.correct}
                assert right_texts(questions(a)[number - 1], letters) == right
                (other,) = (told for place, told, _ in keys(key, "B") if place == elsewhere)
                assert right_texts(questions(b)[elsewhere - 1], other) == right
                checked += 1
    assert checked > 5
    assert outsider.open(f"{page.path}/paper/C").status == 404
    assert "Type a whole number from 1 to 100." in outsider.open(f"{page.path}/paper?number=1000").text
