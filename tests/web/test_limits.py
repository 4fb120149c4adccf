import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.app import LARGEST_FORM
from quizapp.web.limits import KILOBYTE, USUAL

ROSTER = "/courses/<int:course_id>/roster"
LARGER = {
    "/study/<int:objective_id>/reviews": 64 * KILOBYTE,
    "/courses/<int:course_id>/learners/<int:person_id>/remarks": 32 * KILOBYTE,
    "/practice/attempts/<int:attempt>/<int:position>": 64 * KILOBYTE,
    "/editing/<bank>/facts/<fact>/checks": 64 * KILOBYTE,
    "/editing/<bank>/facts/<fact>/corrections": 64 * KILOBYTE,
    "/editing/<bank>/additions/checks": 64 * KILOBYTE,
    "/editing/<bank>/additions": 64 * KILOBYTE,
    ROSTER: 1024 * KILOBYTE,
}


def sending_routes(app: Flask) -> list[str]:
    return sorted(rule.rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ()))


def test_each_route_takes_as_much_as_it_needs_and_no_more(app: Flask, guest: FlaskClient) -> None:
    routes = sending_routes(app)
    assert set(LARGER) <= set(routes)
    for route in routes:
        limit = LARGER.get(route, USUAL)
        assert limit < LARGEST_FORM or route == ROSTER
        path = re.sub("<int:[a-z_]+>", "1", route)
        assert guest.post(path, data={"x": "x" * (limit - 100)}).status_code != 413, route
        assert guest.post(path, data={"x": "x" * limit}).status_code == 413, route


@pytest.mark.parametrize("path", ["/", "/nothing-is-here", "/readyz"])
def test_what_is_sent_to_a_page_that_takes_nothing_is_not_read(guest: FlaskClient, path: str) -> None:
    assert guest.get(path, data=b"x" * LARGEST_FORM).status_code < 500
