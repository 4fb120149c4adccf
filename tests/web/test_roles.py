"""Who may use which route: the table is complete, or these tests fail."""

import pytest
from flask import Flask

from quizapp.web.roles import EVERYONE, SIGNED_IN, check_roles, everyone
from tests.web.browser import Browser

OBJECTIVE = 1
ROUTES = {
    ("GET", "/"): EVERYONE,
    ("GET", "/about"): EVERYONE,
    ("GET", "/help"): EVERYONE,
    ("GET", "/accessibility"): EVERYONE,
    ("GET", "/privacy"): EVERYONE,
    ("GET", "/healthz"): EVERYONE,
    ("GET", "/readyz"): EVERYONE,
    ("GET", "/static/<path:filename>"): EVERYONE,
    ("GET", "/sign-up"): EVERYONE,
    ("POST", "/people"): EVERYONE,
    ("GET", "/sign-in"): EVERYONE,
    ("POST", "/sessions"): EVERYONE,
    ("POST", "/sessions/end"): EVERYONE,
    ("GET", "/forgotten"): EVERYONE,
    ("GET", "/letters"): EVERYONE,
    ("POST", "/letters"): EVERYONE,
    ("GET", "/reset-links/<token>"): EVERYONE,
    ("POST", "/reset-links/<token>"): EVERYONE,
    ("GET", "/recovery"): EVERYONE,
    ("POST", "/recoveries"): EVERYONE,
    ("GET", "/account"): SIGNED_IN,
    ("POST", "/account/sessions/ended"): SIGNED_IN,
    ("POST", "/account/sessions/others/ended"): SIGNED_IN,
    ("GET", "/account/name"): SIGNED_IN,
    ("POST", "/account/name"): SIGNED_IN,
    ("GET", "/account/email"): SIGNED_IN,
    ("POST", "/account/email"): SIGNED_IN,
    ("GET", "/account/password"): SIGNED_IN,
    ("POST", "/account/password"): SIGNED_IN,
    ("GET", "/account/codes"): SIGNED_IN,
    ("POST", "/account/codes"): SIGNED_IN,
    ("GET", "/account/erasure"): SIGNED_IN,
    ("POST", "/account/erasure"): SIGNED_IN,
    ("GET", "/display"): EVERYONE,
    ("POST", "/display"): EVERYONE,
    ("GET", "/settings"): SIGNED_IN,
    ("POST", "/settings"): SIGNED_IN,
    ("GET", "/library"): EVERYONE,
    ("POST", "/studies"): SIGNED_IN,
    ("POST", "/studies/pauses"): SIGNED_IN,
    ("GET", "/today"): SIGNED_IN,
    ("GET", "/study"): SIGNED_IN,
    ("GET", "/study/summary"): SIGNED_IN,
    ("GET", "/study/<int:objective_id>"): SIGNED_IN,
    ("POST", "/study/<int:objective_id>/reviews"): SIGNED_IN,
    ("GET", "/study/<int:objective_id>/reviews/<int:turn>"): SIGNED_IN,
    ("POST", "/study/<int:objective_id>/reviews/<int:turn>/lowering"): SIGNED_IN,
    ("POST", "/study/undone"): SIGNED_IN,
    ("GET", "/study/set-aside"): SIGNED_IN,
    ("POST", "/study/<int:objective_id>/suspension"): SIGNED_IN,
    ("POST", "/study/<int:objective_id>/suspension/end"): SIGNED_IN,
    ("POST", "/study/<int:objective_id>/flag"): SIGNED_IN,
    ("POST", "/study/<int:objective_id>/flag/end"): SIGNED_IN,
    ("GET", "/study/<int:objective_id>/report"): SIGNED_IN,
    ("GET", "/study/<int:objective_id>/reviews/<int:turn>/report"): SIGNED_IN,
    ("POST", "/study/<int:objective_id>/reports"): SIGNED_IN,
    ("GET", "/study/reports"): SIGNED_IN,
}
FOR_THE_SIGNED_IN = [route for route, who in ROUTES.items() if who == SIGNED_IN]


def routes(app: Flask) -> dict[tuple[str, str], str]:
    static = app.static_url_path or ""
    return {
        (method, rule.rule.replace(static, "/static")): vars(app.view_functions[rule.endpoint])["who"]
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_route_has_a_row_in_the_table_and_says_the_same(app: Flask) -> None:
    assert routes(app) == ROUTES


@pytest.mark.parametrize(("method", "path"), FOR_THE_SIGNED_IN)
def test_a_guest_is_sent_to_sign_in(method: str, path: str, visitor: Browser) -> None:
    path = path.replace("<int:objective_id>", str(OBJECTIVE)).replace("<int:turn>", "1")
    token = visitor.open("/sign-in").root.all("input", name="csrf_token")[0].attributes["value"]
    answer = visitor.client.open(path, method=method, data={"csrf_token": token})
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/sign-in")


def test_an_app_with_a_route_that_does_not_say_who_may_use_it_does_not_start() -> None:
    app = Flask(__name__)
    everyone(app.view_functions["static"])
    check_roles(app)
    app.add_url_rule("/open-to-whom", "forgotten", lambda: "")
    with pytest.raises(LookupError, match="forgotten"):
        check_roles(app)
