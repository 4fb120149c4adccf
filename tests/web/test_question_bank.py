"""The question bank in the browser: what is looked for is found, questions are seen seed by seed, with facts, proof and reports."""

import re

from flask import Flask
from sqlalchemy import select

from quizapp.clock import now
from quizapp.models import Objective, Person
from quizapp.models.transactions import begin_writing
from quizapp.usecases.set_role import set_role
from quizapp.web.extensions import db
from tests.web.browser import Browser
from tests.web.test_analysis import course, database_url
from tests.web.test_teaching import all_topics, sets

__all__ = ["course", "database_url"]


def test_topics_words_and_doubts_are_looked_for(outsider: Browser, course: str) -> None:
    page = outsider.open(f"{course}/questions")
    topics = {row.all("th")[0].text(): [int(cell.text()) for cell in row.all("td")] for row in page.root.all("tbody")[0].all("tr")}
    assert len(topics) == 15
    assert sum(counts[1] for counts in topics.values()) == 41  # dated, disputed and in error
    found = outsider.open(f"{course}/questions?q=angiogenesis")
    assert "objectives" in found.text
    assert "angiogenesis" in found.text.casefold()
    assert "No objective No fact" in outsider.open(f"{course}/questions?q=zebra+crossing").text
    doubtful = outsider.open(f"{course}/questions?topic=research&only=doubtful")
    assert "dated" in [one.text() for one in doubtful.root.all("strong")]
    assert outsider.open(f"{course}/questions?topic=treatments").link("Next").endswith("page=2")
    assert outsider.open(f"{course}/questions?bank=nowhere").status == 404
    assert "15 facts" not in outsider.open(f"{course}/questions?only=aside").text


def test_a_question_is_seen_seed_by_seed_with_facts_and_proof(app: Flask, outsider: Browser, course: str) -> None:
    with app.app_context():
        objective = db.session.scalars(select(Objective).where(Objective.key == "metastatic-cancer/spread.kidney#sites")).one()
    page = outsider.open(f"{course}/questions/{objective.id}")
    assert page.heading == objective.aim
    stems = set()
    for _ in range(6):
        stems.add(page.root.all("ul", class_="offers")[0].text())
        page = outsider.open(page.link("Next variant"))
    assert "Variant 7" in page.text
    ways = page.root.all("nav", class_="switch")[0].text()
    assert "Which ones are listed" in ways
    assert "_" not in ways
    assert len(stems) > 2
    assert "(right)" in page.text
    assert "spread.kidney" in page.root.all("dl", class_="meanings")[0].text()
    assert "Risk factors and causes of metastatic cancer" in page.text
    assert "None that is open." in page.text
    assert outsider.open(page.link("Put it aside")).heading == "Put a question aside"
    assert outsider.open(f"{course}/questions/{objective.id}?seed=-4&template=nonsense").status == 200
    assert outsider.open(f"{course}/questions/999999").status == 404


def test_reports_of_learners_stand_there_without_a_name_and_what_the_analysis_says(
    app: Flask, student: Browser, outsider: Browser, course: str
) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    code = outsider.send(outsider.open(f"{course}/people").form(r".*/code"))
    student.send(
        student.open("/join").form("/enrolments"),
        {"code": [re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", code.text)[0]], "called": ["Ann Lee"]},  # type: ignore[index]
    )
    question = student.open("/study?more=1")
    objective_id = question.path.split("/")[2]
    report = student.open(f"/study/{objective_id}/report")
    student.send(report.form(r"/study/\d+/reports"), {"problem": ["unclear"], "words": ["Which of the two?"]})
    page = outsider.open(f"{course}/questions/{objective_id}")
    assert "It is unclear what is asked: “Which of the two?”" in page.text
    assert "student" not in page.text
    assert "Ann Lee" not in page.text
    assert "1 report" in outsider.open(f"{course}/questions?only=reported").text
    misleading = outsider.open(outsider.open(f"{course}/analysis").root.all("tbody")[0].all("a")[0].attributes["href"]).path
    number = re.search(r"analysis/(\d+)", misleading)[1]  # type: ignore[index]
    assert "The strong learners chose “" in outsider.open(f"{course}/questions/{number}").text


def test_editors_see_the_bank_too(app: Flask, student: Browser) -> None:
    with app.app_context():
        begin_writing(db.session())
        person = db.session.scalars(select(Person).where(Person.name == "student")).one()
        set_role(db.session(), person.id, "editor")
        db.session.commit()
        assert now()
    page = student.open(student.open("/editing/metastatic-cancer").link("Question bank"))
    topic = student.open(page.link("How"))
    question = student.open(topic.root.all("ul", class_="aims")[0].all("a")[0].attributes["href"])
    assert "Next variant" in question.text
    assert student.open("/editing/metastatic-cancer/questions?objective=nothing").status == 404
