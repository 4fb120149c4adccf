"""Who may use which route: every route has a row, every role a column, and each meeting of the two is tried."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.wrappers import Response

from quizapp.clock import now
from quizapp.models import Person, Study
from quizapp.models.people import AUDIENCES, ROLES
from quizapp.models.tokens import read_token
from quizapp.models.transactions import begin_writing, changing
from quizapp.usecases.make_reset_link import make_reset_link
from quizapp.usecases.set_role import set_role
from quizapp.web.extensions import db
from quizapp.web.roles import EDITORS, EVERYONE, SIGNED_IN, check_roles, everyone
from tests.web.browser import Browser
from tests.web.people import answers, question_form, signs_up, starts_everything
from tests.web.test_account import signs_in

OWN = "whoever it belongs to"
"""For those who are signed in, and about something of one learner's: nobody else finds it, whatever they may do elsewhere."""

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
    ("POST", "/account/sessions/ended"): OWN,
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
    ("POST", "/studies/pauses"): OWN,
    ("GET", "/topics/<bank>/<topic>"): EVERYONE,
    ("GET", "/words"): EVERYONE,
    ("GET", "/words/<bank>/<term>"): EVERYONE,
    ("GET", "/search"): EVERYONE,
    ("GET", "/maps/<bank>/<table>"): EVERYONE,
    ("GET", "/maps/<bank>/<table>/quiz"): EVERYONE,
    ("GET", "/editing"): EDITORS,
    ("GET", "/editing/<bank>"): EDITORS,
    ("GET", "/today"): SIGNED_IN,
    ("GET", "/study"): SIGNED_IN,
    ("GET", "/study/summary"): SIGNED_IN,
    ("GET", "/study/<int:objective_id>"): OWN,
    ("POST", "/study/<int:objective_id>/reviews"): OWN,
    ("GET", "/study/<int:objective_id>/reviews/<int:turn>"): OWN,
    ("POST", "/study/<int:objective_id>/reviews/<int:turn>/lowering"): OWN,
    ("POST", "/study/undone"): SIGNED_IN,
    ("GET", "/study/set-aside"): SIGNED_IN,
    ("POST", "/study/<int:objective_id>/suspension"): OWN,
    ("POST", "/study/<int:objective_id>/suspension/end"): OWN,
    ("POST", "/study/<int:objective_id>/flag"): OWN,
    ("POST", "/study/<int:objective_id>/flag/end"): OWN,
    ("GET", "/study/<int:objective_id>/report"): OWN,
    ("GET", "/study/<int:objective_id>/reviews/<int:turn>/report"): OWN,
    ("POST", "/study/<int:objective_id>/reports"): OWN,
    ("GET", "/study/reports"): SIGNED_IN,
}
SHOWN, SIGN_IN, NOT_FOUND = "shown", "asked to sign in", "not found"
COLUMNS = {
    EVERYONE: {"guest": SHOWN, "owner": SHOWN, "learner": SHOWN, "patient": SHOWN, "editor": SHOWN, "administrator": SHOWN},
    SIGNED_IN: {"guest": SIGN_IN, "owner": SHOWN, "learner": SHOWN, "patient": SHOWN, "editor": SHOWN, "administrator": SHOWN},
    EDITORS: {
        "guest": NOT_FOUND,
        "owner": NOT_FOUND,
        "learner": NOT_FOUND,
        "patient": NOT_FOUND,
        "editor": SHOWN,
        "administrator": SHOWN,
    },
    OWN: {
        "guest": SIGN_IN,
        "owner": SHOWN,
        "learner": NOT_FOUND,
        "patient": NOT_FOUND,
        "editor": NOT_FOUND,
        "administrator": NOT_FOUND,
    },
}
LAST = ("/studies", "/account/erasure", "/sessions/end")  # what changes who owns what, or who is asking
FOR_THE_SIGNED_IN = [route for route, who in ROUTES.items() if who in (SIGNED_IN, OWN)]


@dataclass
class Owned:
    """Something that belongs to the student, and what a form about it sends."""

    path: Mapping[str, str]
    form: Mapping[str, str]


@pytest.fixture
def owned(app: Flask, student: Browser) -> Owned:
    """An answer of the student's, a session of hers, and a link with which she can set a new password."""
    question = student.open("/study?more=1")
    objective_id = question_form(question)
    (ticket,) = question.form(r"/study/\d+/reviews").all("input", name="ticket")
    answers(app, student, question)
    phone = Browser(app.test_client())
    signs_in(phone)
    sid = phone.client.get_cookie("sid")
    assert sid
    with app.app_context():
        person_id = db.session.scalars(select(Person.id).where(Person.name == "student")).one()
        bank, topic = db.session.execute(select(Study.bank, Study.topic).where(Study.learner_id == person_id).limit(1)).one()
        link = changing(db.session(), lambda: make_reset_link(db.session(), person_id, now()))
    path = {
        "<int:objective_id>": objective_id,
        "<int:turn>": "1",
        "<token>": link,
        "<bank>": bank,
        "<topic>": topic,
        "<term>": "angiogenesis",
        "<table>": "spread",
        "/static/<path:filename>": f"{app.static_url_path}/app.css",
    }
    handle = read_token(sid.value).token_hash.hex()
    return Owned(
        path,
        {"objective": objective_id, "turn": "1", "ticket": ticket.attributes["value"], "session": handle, "bank": bank, "topic": topic},
    )


def somebody(app: Flask, role: str, student: Browser) -> Browser:
    """The browser of somebody in such a role."""
    browser = Browser(app.test_client())
    if role == "guest":
        return browser
    if role == "owner":
        return student
    signs_up(browser, f"another-{role}")
    with app.app_context():
        begin_writing(db.session())
        person = db.session.scalars(select(Person).where(Person.name == f"another-{role}")).one()
        if role in AUDIENCES:
            person.audience = role
        if role in ROLES:
            set_role(db.session(), person.id, role)
        db.session.commit()
    return browser


def asks(browser: Browser, method: str, path: str, owned: Owned) -> str:
    """Ask for a route, as a page of ours would, and say what is seen."""
    for placeholder, value in owned.path.items():
        path = path.replace(placeholder, value)
    token = browser.open("/display").root.all("input", name="csrf_token")[0].attributes["value"]
    form = {**owned.form, "csrf_token": token} if method == "POST" else None
    with browser.client.open(path, method=method, data=form) as answer:
        assert answer.status_code < 500, f"{method} {path}: {answer.status}"
        return seen(answer)


def seen(answer: Response) -> str:
    if answer.status_code == 404:
        return NOT_FOUND
    return SIGN_IN if answer.status_code == 303 and answer.headers["Location"].startswith("/sign-in") else SHOWN


def routes(app: Flask) -> dict[tuple[str, str], str]:
    static = app.static_url_path or ""
    return {
        (method, rule.rule.replace(static, "/static")): vars(app.view_functions[rule.endpoint])["who"]
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_route_has_a_row_in_the_table_and_says_the_same(app: Flask) -> None:
    assert routes(app) == {route: SIGNED_IN if who == OWN else who for route, who in ROUTES.items()}


def test_every_role_that_there_is_has_a_column() -> None:
    roles = {"guest", "owner", *ROLES, *AUDIENCES} - {"nursing"}  # learners here are, and owners
    assert all(set(column) == roles for column in COLUMNS.values())


def test_a_route_about_something_of_one_persons_is_in_the_table_as_such() -> None:
    assert all(who == OWN for (_, path), who in ROUTES.items() if "<int:" in path)


@pytest.mark.parametrize("role", COLUMNS[OWN])
def test_everybody_sees_what_is_theirs_to_see_and_nothing_else(app: Flask, student: Browser, owned: Owned, role: str) -> None:
    browser = somebody(app, role, student)
    in_order = sorted(ROUTES, key=lambda route: (LAST.index(route[1]) if route[1] in LAST else -1, route[0]))
    found = {(method, path): asks(browser, method, path, owned) for method, path in in_order}
    wrong = {route: what for route, what in found.items() if what != COLUMNS[ROUTES[route]][role]}
    assert not wrong


@pytest.mark.parametrize(("method", "path"), FOR_THE_SIGNED_IN)
def test_a_guest_is_sent_to_sign_in(method: str, path: str, visitor: Browser) -> None:
    path = path.replace("<int:objective_id>", "1").replace("<int:turn>", "1")
    token = visitor.open("/sign-in").root.all("input", name="csrf_token")[0].attributes["value"]
    answer = visitor.client.open(path, method=method, data={"csrf_token": token})
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/sign-in")


def test_what_is_somebody_elses_and_what_is_nowhere_are_one_page(app: Flask, student: Browser, outsider: Browser, owned: Owned) -> None:
    starts_everything(outsider)
    theirs = outsider.open(f"/study/{owned.path['<int:objective_id>']}/reviews/1")
    nowhere = outsider.open("/study/999999/reviews/1")
    assert theirs.status == nowhere.status == 404
    assert theirs.text == nowhere.text


def test_an_app_with_a_route_that_does_not_say_who_may_use_it_does_not_start() -> None:
    app = Flask(__name__)
    everyone(app.view_functions["static"])
    check_roles(app)
    app.add_url_rule("/open-to-whom", "forgotten", lambda: "")
    with pytest.raises(LookupError, match="forgotten"):
        check_roles(app)
