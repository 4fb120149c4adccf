"""Those who teach cannot tell that somebody used the patient side: there is nothing of it to be read anywhere."""

import re

from flask import Flask

from tests.web.browser import Browser
from tests.web.people import answers
from tests.web.test_patients import asks_for_figures, everything, visits
from tests.web.test_teaching import all_topics, course, sets

__all__ = ["course"]
TOKENS = re.compile(rb'name="(csrf_token|seed)" value="[^"]*"')


def test_a_learners_visit_changes_no_table_and_no_byte_of_what_a_course_shows_or_gives_out(
    app: Flask, student: Browser, outsider: Browser, course: str
) -> None:
    sets(outsider, course, *all_topics(outsider, course))
    answers(app, student, student.send(student.open(course).form(r".*/beginnings")))
    seen_by_course(app, outsider, course)  # whoever looks is noted, once
    rows, seen = everything(app), seen_by_course(app, outsider, course)
    visits(app, student)
    asks_for_figures(student)
    for path in ("/self-test/learned", "/self-test/outlook/figures", "/doctor-questions", "/doctor-questions.pdf", "/health-privacy"):
        assert student.client.get(path).status_code == 200
    student.send(student.open("/doctor-questions").form("/doctor-questions"), {"pick": ["questions.outlook"]})
    assert everything(app) == rows
    after = seen_by_course(app, outsider, course)
    assert {path for path in after if after[path] != seen[path]} == set()


def seen_by_course(app: Flask, instructor: Browser, course: str) -> dict[str, bytes]:
    """All that an instructor can open of a course, each address with what it answers, but for the tokens of its forms."""
    learner = re.search(r"/learners/(\d+)", instructor.open(f"{course}/map").response.text)
    assert learner
    objective = re.search(r"/answers/(\d+)|/objectives/(\d+)", instructor.open(f"{course}{learner[0]}").response.text)
    assert objective
    known = {"course_id": int(course.rsplit("/", 1)[1]), "person_id": int(learner[1]), "assignment_id": 1}
    known["objective_id"] = int(next(filter(None, objective.groups())))
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and "course_id" in rule.arguments]
    adapter = app.url_map.bind("localhost")
    paths = [
        adapter.build(rule.endpoint, {name: known[name] for name in rule.arguments}) for rule in rules if rule.arguments <= known.keys()
    ]
    answered = {path: instructor.client.get(path) for path in paths}
    found = {path: TOKENS.sub(b"", answer.data) for path, answer in answered.items() if answer.status_code == 200}
    assert len(found) >= 10
    return found
