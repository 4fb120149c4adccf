"""Who may use which route: every route has a row, every role a column, and each meeting of the two is tried."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from flask import Flask
from sqlalchemy import make_url, select
from werkzeug.wrappers import Response

from questions.fact import AUDIENCES, Fact
from quizapp.app import create_app
from quizapp.clock import now, told_by
from quizapp.models import Assignment, Correction, Course, Enrolment, Invitation, Objective, Opening, Person, SignInAttempt, Study
from quizapp.models.courses import COURSE_ROLES, SEES_CONTENT, TEACHES, CourseRole
from quizapp.models.people import ROLES
from quizapp.models.tokens import read_token
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.items import current_knowledge
from quizapp.settings import Settings, read_settings
from quizapp.usecases.begin_exam import begin_exam
from quizapp.usecases.enrolling import enrol
from quizapp.usecases.exam_terms import ExamTerms
from quizapp.usecases.invite_people import Line, invite_people
from quizapp.usecases.make_calendar import make_calendar
from quizapp.usecases.make_reset_link import make_reset_link
from quizapp.usecases.name_exam import name_exam
from quizapp.usecases.open_course import open_course
from quizapp.usecases.opening import open_session
from quizapp.usecases.plan_break import plan_break
from quizapp.usecases.set_assignment import set_assignment
from quizapp.usecases.set_role import set_role
from quizapp.usecases.sign_up import SignedUp
from quizapp.usecases.start_topics import start_topics
from quizapp.web.extensions import db
from quizapp.web.roles import EDITORS, EVERYONE, SIGNED_IN, check_roles, everyone
from tests.conftest import BEGINNING
from tests.databases import KINDS, Copies, upon
from tests.learner import Learner
from tests.standing_clock import StandingClock
from tests.web.arrivals import at_home, came
from tests.web.browser import Browser
from tests.web.people import answers, question_form, signs_up, starts_everything
from tests.web.test_account import signs_in
from tests.web.test_patients import everything

OWN = "whoever it belongs to"
"""For those who are signed in, and about something of one learner's: nobody else finds it, whatever they may do elsewhere."""

MEMBERS, CONTENT, TEACHERS, HEADS = "whoever is in the course", "who sees its content", "who teaches it", "its owner"
LEARNERS = "who learns in it"
THEIRS = "who teaches it, and the learner whose page it is"
"""For those who are signed in, and about one course, which the student owns: found by those who have such a place in it."""

ROUTES = {
    ("GET", "/"): EVERYONE,
    ("GET", "/about"): EVERYONE,
    ("GET", "/help"): EVERYONE,
    ("GET", "/accessibility"): EVERYONE,
    ("GET", "/privacy"): EVERYONE,
    ("GET", "/self-test"): EVERYONE,
    ("POST", "/visits"): EVERYONE,
    ("GET", "/self-test/questions/<int:number>"): EVERYONE,
    ("POST", "/self-test/questions/<int:number>/answers"): EVERYONE,
    ("GET", "/self-test/questions/<int:number>/answer"): EVERYONE,
    ("POST", "/self-test/questions/<int:number>/clearness"): EVERYONE,
    ("GET", "/self-test/learned"): EVERYONE,
    ("GET", "/self-test/telling"): EVERYONE,
    ("GET", "/self-test/outlook"): EVERYONE,
    ("GET", "/self-test/outlook/figures"): EVERYONE,
    ("POST", "/self-test/outlook/figures"): EVERYONE,
    ("GET", "/blank"): EVERYONE,
    ("POST", "/visits/ended"): EVERYONE,
    ("GET", "/doctor-questions"): EVERYONE,
    ("POST", "/doctor-questions"): EVERYONE,
    ("GET", "/doctor-questions.pdf"): EVERYONE,
    ("GET", "/health-privacy"): EVERYONE,
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
    ("GET", "/calendar"): SIGNED_IN,
    ("POST", "/calendar"): SIGNED_IN,
    ("POST", "/calendar/end"): SIGNED_IN,
    ("GET", "/calendars/<token>.ics"): EVERYONE,
    ("GET", "/progress"): SIGNED_IN,
    ("GET", "/progress/days"): SIGNED_IN,
    ("GET", "/progress/memory"): SIGNED_IN,
    ("GET", "/progress/mistakes"): SIGNED_IN,
    ("POST", "/progress/mistakes/practice"): SIGNED_IN,
    ("GET", "/exports"): SIGNED_IN,
    ("POST", "/exports/<name>"): SIGNED_IN,
    ("GET", "/display"): EVERYONE,
    ("POST", "/display"): EVERYONE,
    ("GET", "/settings"): SIGNED_IN,
    ("POST", "/settings"): SIGNED_IN,
    ("POST", "/settings/schedule"): SIGNED_IN,
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
    ("GET", "/editing/<bank>/questions"): EDITORS,
    ("GET", "/editing/<bank>/topics/<topic>"): EDITORS,
    ("GET", "/editing/<bank>/terms"): EDITORS,
    ("GET", "/editing/<bank>/facts/<fact>"): EDITORS,
    ("POST", "/editing/<bank>/facts/<fact>/checks"): EDITORS,
    ("POST", "/editing/<bank>/facts/<fact>/corrections"): EDITORS,
    ("GET", "/editing/<bank>/facts/<fact>/retirement"): EDITORS,
    ("POST", "/editing/<bank>/facts/<fact>/retirement"): EDITORS,
    ("GET", "/editing/<bank>/additions"): EDITORS,
    ("POST", "/editing/<bank>/additions/checks"): EDITORS,
    ("POST", "/editing/<bank>/additions"): EDITORS,
    ("GET", "/editing/<bank>/corrections"): EDITORS,
    ("GET", "/editing/<bank>/corrections/<int:number>"): EDITORS,
    ("POST", "/editing/<bank>/corrections/<int:number>/undoing"): EDITORS,
    ("POST", "/editing/<bank>/corrections/<int:number>/rescorings"): EDITORS,
    ("GET", "/today"): SIGNED_IN,
    ("GET", "/study"): SIGNED_IN,
    ("GET", "/study/summary"): SIGNED_IN,
    ("POST", "/study/more"): SIGNED_IN,
    ("GET", "/study/<int:objective_id>"): OWN,
    ("POST", "/study/<int:objective_id>/reviews"): OWN,
    ("POST", "/study/<int:objective_id>/skips"): OWN,
    ("GET", "/study/<int:objective_id>/reviews/<int:turn>"): OWN,
    ("POST", "/study/<int:objective_id>/reviews/<int:turn>/lowering"): OWN,
    ("POST", "/study/undone"): SIGNED_IN,
    ("GET", "/study/set-aside"): SIGNED_IN,
    ("GET", "/study/<int:objective_id>/about"): OWN,
    ("POST", "/study/<int:objective_id>/note"): OWN,
    ("POST", "/study/<int:objective_id>/knowledge"): OWN,
    ("POST", "/study/<int:objective_id>/sooner"): OWN,
    ("POST", "/study/<int:objective_id>/sooner/end"): OWN,
    ("POST", "/study/<int:objective_id>/suspension"): OWN,
    ("POST", "/study/<int:objective_id>/suspension/end"): OWN,
    ("POST", "/study/<int:objective_id>/flag"): OWN,
    ("POST", "/study/<int:objective_id>/flag/end"): OWN,
    ("GET", "/study/<int:objective_id>/report"): OWN,
    ("GET", "/study/<int:objective_id>/reviews/<int:turn>/report"): OWN,
    ("POST", "/study/<int:objective_id>/reports"): OWN,
    ("GET", "/study/reports"): SIGNED_IN,
    ("GET", "/studies/<bank>/<topic>/afresh"): OWN,
    ("POST", "/studies/<bank>/<topic>/resets"): OWN,
    ("POST", "/studies/<bank>/<topic>/resets/end"): OWN,
    ("GET", "/days-off"): SIGNED_IN,
    ("POST", "/days-off"): SIGNED_IN,
    ("POST", "/breaks/ended"): OWN,
    ("POST", "/breaks"): SIGNED_IN,
    ("GET", "/exams"): SIGNED_IN,
    ("POST", "/exams"): SIGNED_IN,
    ("GET", "/exams/<bank>"): OWN,
    ("POST", "/exams/<bank>/pace"): OWN,
    ("POST", "/exams/<bank>/practice"): OWN,
    ("POST", "/exams/<bank>/end"): OWN,
    ("GET", "/exams/set/<int:assignment_id>"): LEARNERS,
    ("POST", "/exams/set/<int:assignment_id>/practice"): LEARNERS,
    ("POST", "/exams/set/<int:assignment_id>/pace"): LEARNERS,
    ("GET", "/courses"): SIGNED_IN,
    ("GET", "/courses/new"): SIGNED_IN,
    ("POST", "/courses"): SIGNED_IN,
    ("GET", "/join"): SIGNED_IN,
    ("POST", "/enrolments"): SIGNED_IN,
    ("GET", "/invitations/<token>"): SIGNED_IN,
    ("POST", "/invitations/<token>"): SIGNED_IN,
    ("GET", "/courses/<int:course_id>"): MEMBERS,
    ("GET", "/courses/<int:course_id>/leaving"): MEMBERS,
    ("POST", "/courses/<int:course_id>/leaving"): MEMBERS,
    ("POST", "/courses/<int:course_id>/copies"): CONTENT,
    ("GET", "/courses/<int:course_id>/people"): TEACHERS,
    ("GET", "/courses/<int:course_id>/people/<int:person_id>/place"): TEACHERS,
    ("POST", "/courses/<int:course_id>/people/<int:person_id>/place"): TEACHERS,
    ("POST", "/courses/<int:course_id>/people/<int:person_id>/removal"): TEACHERS,
    ("POST", "/courses/<int:course_id>/code"): TEACHERS,
    ("POST", "/courses/<int:course_id>/code/end"): TEACHERS,
    ("POST", "/courses/<int:course_id>/sections"): TEACHERS,
    ("POST", "/courses/<int:course_id>/sections/<int:section>/removal"): TEACHERS,
    ("GET", "/courses/<int:course_id>/roster"): TEACHERS,
    ("POST", "/courses/<int:course_id>/roster"): TEACHERS,
    ("POST", "/courses/<int:course_id>/invitations/<int:invitation_id>/renewal"): TEACHERS,
    ("POST", "/courses/<int:course_id>/invitations/renewals"): TEACHERS,
    ("POST", "/courses/<int:course_id>/invitations/<int:invitation_id>/removal"): TEACHERS,
    ("GET", "/courses/<int:course_id>/settings"): TEACHERS,
    ("POST", "/courses/<int:course_id>/settings"): TEACHERS,
    ("GET", "/courses/<int:course_id>/map"): TEACHERS,
    ("GET", "/courses/<int:course_id>/tables"): TEACHERS,
    ("POST", "/courses/<int:course_id>/tables/<table>"): TEACHERS,
    ("GET", "/courses/<int:course_id>/report"): TEACHERS,
    ("GET", "/courses/<int:course_id>/analysis"): TEACHERS,
    ("GET", "/courses/<int:course_id>/analysis.csv"): TEACHERS,
    ("GET", "/courses/<int:course_id>/analysis/<int:objective_id>"): TEACHERS,
    ("GET", "/courses/<int:course_id>/misconceptions"): TEACHERS,
    ("GET", "/courses/<int:course_id>/questions"): CONTENT,
    ("GET", "/courses/<int:course_id>/questions/<int:objective_id>"): CONTENT,
    ("GET", "/courses/<int:course_id>/asides"): CONTENT,
    ("GET", "/courses/<int:course_id>/asides/<int:objective_id>"): TEACHERS,
    ("POST", "/courses/<int:course_id>/asides/<int:objective_id>"): TEACHERS,
    ("POST", "/courses/<int:course_id>/asides/<int:objective_id>/end"): TEACHERS,
    ("GET", "/courses/<int:course_id>/assignments/new"): TEACHERS,
    ("POST", "/courses/<int:course_id>/assignments"): TEACHERS,
    ("GET", "/courses/<int:course_id>/assignments/<int:assignment_id>"): THEIRS,
    ("GET", "/courses/<int:course_id>/assignments/<int:assignment_id>/settings"): TEACHERS,
    ("POST", "/courses/<int:course_id>/assignments/<int:assignment_id>/settings"): TEACHERS,
    ("GET", "/courses/<int:course_id>/assignments/<int:assignment_id>/paper"): TEACHERS,
    ("GET", "/courses/<int:course_id>/assignments/<int:assignment_id>/paper/<part>"): TEACHERS,
    ("POST", "/courses/<int:course_id>/assignments/<int:assignment_id>/trials"): TEACHERS,
    ("POST", "/courses/<int:course_id>/assignments/<int:assignment_id>/rescorings"): TEACHERS,
    ("GET", "/courses/<int:course_id>/assignments/<int:assignment_id>/learners/<int:person_id>/attempts/<int:attempt>"): TEACHERS,
    ("POST", "/courses/<int:course_id>/assignments/<int:assignment_id>/extensions"): TEACHERS,
    ("POST", "/courses/<int:course_id>/assignments/<int:assignment_id>/removal"): TEACHERS,
    ("POST", "/courses/<int:course_id>/assignments/<int:assignment_id>/beginnings"): LEARNERS,
    ("GET", "/courses/<int:course_id>/learners/<int:person_id>"): THEIRS,
    ("GET", "/courses/<int:course_id>/learners/<int:person_id>/objectives/<int:objective_id>"): THEIRS,
    ("POST", "/courses/<int:course_id>/learners/<int:person_id>/remarks"): TEACHERS,
    ("POST", "/courses/<int:course_id>/archive"): HEADS,
    ("POST", "/courses/<int:course_id>/archive/end"): HEADS,
    ("GET", "/courses/<int:course_id>/owner"): HEADS,
    ("POST", "/courses/<int:course_id>/owner"): HEADS,
    ("GET", "/practice"): SIGNED_IN,
    ("POST", "/practice/attempts"): SIGNED_IN,
    ("GET", "/practice/results"): SIGNED_IN,
    ("GET", "/practice/attempts/<int:attempt>"): OWN,
    ("GET", "/practice/attempts/<int:attempt>/<int:position>"): OWN,
    ("POST", "/practice/attempts/<int:attempt>/<int:position>"): OWN,
    ("GET", "/practice/attempts/<int:attempt>/<int:position>/report"): OWN,
    ("POST", "/practice/attempts/<int:attempt>/<int:position>/report"): OWN,
    ("GET", "/practice/attempts/<int:attempt>/check"): OWN,
    ("GET", "/practice/attempts/<int:attempt>/result"): OWN,
    ("GET", "/practice/attempts/<int:attempt>/leaving"): OWN,
    ("POST", "/practice/attempts/<int:attempt>/finish"): OWN,
    ("POST", "/practice/attempts/<int:attempt>/leaving"): OWN,
}
IN_COURSES: dict[str, tuple[CourseRole, ...]] = {
    MEMBERS: ("owner", "instructor", "reviewer", "learner"),
    CONTENT: SEES_CONTENT,
    TEACHERS: TEACHES,
    HEADS: ("owner",),
    LEARNERS: ("learner",),
    THEIRS: (*TEACHES, "learner"),
}
PLACES: dict[str, CourseRole] = {"owner": "owner", "co-instructor": "instructor", "reviewer": "reviewer", "fellow": "learner"}
"""The roles of the table that have a place in the course, and which one; an instructor elsewhere has one in another course."""
SHOWN, SIGN_IN, NOT_FOUND = "shown", "asked to sign in", "not found"
ELSEWHERE = "instructor elsewhere"
SIGNED_IN_ROLES = ("owner", "learner", "patient", "editor", "administrator", "co-instructor", "reviewer", "fellow", ELSEWHERE)


def column(shown: Collection[str], otherwise: str, guest: str) -> dict[str, str]:
    """What each role sees: those that are named the page, others that are signed in something else, and a guest."""
    return {"guest": guest, **{role: SHOWN if role in shown else otherwise for role in SIGNED_IN_ROLES}}


COLUMNS = {
    EVERYONE: column(SIGNED_IN_ROLES, SHOWN, SHOWN),
    SIGNED_IN: column(SIGNED_IN_ROLES, SHOWN, SIGN_IN),
    EDITORS: column(("editor", "administrator"), NOT_FOUND, NOT_FOUND),
    OWN: column(("owner",), NOT_FOUND, SIGN_IN),
    **{who: column([role for role, place in PLACES.items() if place in places], NOT_FOUND, SIGN_IN) for who, places in IN_COURSES.items()},
}
LAST = (
    "/studies",
    "/courses/<int:course_id>/assignments/<int:assignment_id>/removal",
    "/courses/<int:course_id>/people/<int:person_id>/removal",
    "/courses/<int:course_id>/archive",
    "/courses/<int:course_id>/archive/end",
    "/courses/<int:course_id>/owner",
    "/courses/<int:course_id>/leaving",
    "/invitations/<token>",
    "/account/erasure",
    "/sessions/end",
)  # what changes who owns what, or who is asking
KEY = "the key of the roles, as long as a key has to be"
FOR_THE_SIGNED_IN = [route for route, who in ROUTES.items() if who in (SIGNED_IN, OWN, *IN_COURSES)]


@dataclass
class Owned:
    """Something that belongs to the student, and what a form about it sends."""

    path: dict[str, str]
    form: dict[str, str]


_OWNED: dict[str, Owned] = {}  # by the kind of database


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings with a key that is known, as tickets and calendars are signed with it."""
    return _settings(database_url, tmp_path / "data")


@pytest.fixture
def app(make_app: Callable[[Settings], Flask], settings: Settings, clock: StandingClock, copies: Copies, lays_a_database: None) -> Flask:
    """The program after the student has done what leaves something of hers behind."""
    copies.lay(something_of_hers, settings.database)
    return make_app(settings)


@pytest.fixture
def owned(app: Flask, kind: str) -> Owned:
    """What belongs to the student."""
    return _OWNED[kind]


@pytest.fixture
def student(app: Flask) -> Browser:
    """The browser of the student."""
    return at_home(app, ("student",), "student")


@pytest.fixture
def outsider(app: Flask) -> Browser:
    """The browser of somebody who has nothing to do with the student."""
    return signs_up(Browser(app.test_client()), "outsider")


@upon(came(("student",)))
def something_of_hers(url: str) -> None:
    """Fill a database with what the student owns."""
    with TemporaryDirectory() as data, told_by(StandingClock(BEGINNING)):
        app = create_app(_settings(url, Path(data)))
        _OWNED[make_url(url).get_backend_name()] = _owned(app, at_home(app, ("student",), "student"))
        with app.app_context():
            db.engine.dispose()


def _settings(url: str, data: Path) -> Settings:
    return read_settings({"QUIZAPP_DATA": str(data), "QUIZAPP_DATABASE_URL": url, "QUIZAPP_SECRET_KEY": KEY})


def _owned(app: Flask, student: Browser) -> Owned:
    """An answer of the student's, an exam that she takes, a session of hers, her calendar, a link with which she can set a new password,
    and a course of hers."""
    question = student.open("/study?more=1")
    objective_id = question_form(question)
    (ticket,) = question.form(r"/study/\d+/reviews").all("input", name="ticket")
    answers(app, student, question)
    for _ in range(2):  # the second one is looked for: a fellow has a first one
        quiz = student.send(student.open("/practice").form("/practice/attempts"))
    student.send(quiz.form("/practice/attempts/2/1"), {"dont-know": ["1"]})
    phone = Browser(app.test_client())
    signs_in(phone)
    sid = phone.client.get_cookie("sid")
    assert sid
    with app.app_context():
        person_id = db.session.scalars(select(Person.id).where(Person.name == "student")).one()
        bank, topic = db.session.execute(select(Study.bank, Study.topic).where(Study.learner_id == person_id).limit(1)).one()
        link = changing(db.session(), lambda: make_reset_link(db.session(), person_id, now()))
        calendar = changing(db.session(), lambda: make_calendar(db.session(), person_id, now(), str(app.secret_key)))
        in_a_week = (now() + timedelta(days=7)).date().isoformat()
        changing(db.session(), lambda: name_exam(db.session(), person_id, [bank], bank, in_a_week, now()))
        changing(db.session(), lambda: plan_break(db.session(), person_id, in_a_week, "", now()))
        knowledge = current_knowledge(db.session(), bank)
        fact = knowledge.facts_in(topic)[0]
        changing(db.session(), lambda: corrected_once(knowledge.bank.revision, bank, topic, fact))
    course = a_course(app, int(objective_id))
    path = {
        **course.path,
        "/tables/<table>": "/tables/progress",
        "/calendars/<token>": f"/calendars/{calendar}",
        "<int:objective_id>": objective_id,
        "<int:turn>": "1",
        "<int:attempt>": "2",
        "<int:position>": "1",
        "<token>": link,
        "<bank>": bank,
        "<topic>": topic,
        "<term>": "angiogenesis",
        "<int:number>": "1",
        "<name>": "everything",
        "<table>": "spread",
        "<part>": "A",
        "<fact>": fact.id,
        "/static/<path:filename>": f"{app.static_url_path}/app.css",
    }
    handle = read_token(sid.value).token_hash.hex()
    return Owned(
        path,
        {"objective": objective_id, "turn": "1", "ticket": ticket.attributes["value"], "session": handle, "bank": bank, "topic": topic}
        | {"first": in_a_week, "last": in_a_week, "kind-of-fact": fact.kind, "in-topic": topic}
        | course.form,
    )


def corrected_once(revision: str, bank: str, topic: str, fact: Fact) -> None:
    """A correction of a fact that says what was said before."""
    begin_writing(db.session())
    said = {"shipped": "{}", "before": "{}", "after": "{}", "why": "A slip", "revision_before": revision, "revision_after": revision}
    db.session.add(Correction(bank=bank, kind=fact.kind, topic=topic, fact=fact.id, made_at=now(), **said))


def a_course(app: Flask, objective_id: int) -> Owned:
    """A course of the student's, with somebody in each place, a section, and somebody who is invited; and a course elsewhere."""
    for name in (*PLACES, ELSEWHERE):
        if name != "owner":
            signs_up(Browser(app.test_client()), name.replace(" ", "-"))
    with app.app_context():
        found = {person.name.replace("-elsewhere", " elsewhere"): person for person in db.session.scalars(select(Person))}
        course = changing(db.session(), lambda: _a_course(found | {"owner": found["student"]}))
        (topic,) = db.session.scalars(select(Objective.topic).where(Objective.id == objective_id))
        other = db.session.scalars(select(Objective).where(Objective.topic != topic).order_by(Objective.id)).first()
        assert other
        fellow = changing(db.session(), lambda: _begins(found["fellow"], other))
        Learner(db.session(), fellow, now(), now()).answers(other.id)
        place, exam = db.session.get_one(Enrolment, (fellow.person.id, 1)), db.session.scalars(select(Assignment)).one()
        assert changing(db.session(), lambda: begin_exam(db.session(), place, exam, now())) == 1
        course.path["/learners/<int:person_id>/attempts/<int:attempt>"] = f"/learners/{fellow.person.id}/attempts/1"
        course.path["/objectives/<int:objective_id>"] = f"/objectives/{other.id}"
        return Owned(dict(reversed(course.path.items())), course.form)


def _begins(person: Person, objective: Objective) -> SignedUp:
    """Somebody who is signed in and studies the topic of an objective, which is not the student's."""
    begin_writing(db.session())
    start_topics(db.session(), person.id, objective.bank, [objective.topic], now())
    return SignedUp(person, open_session(db.session(), person.id, now()))


def _a_course(people: Mapping[str, Person]) -> Owned:
    begin_writing(db.session())
    course = open_course(db.session(), people["owner"], "Nursing", "UTC", now())
    assert isinstance(course, Course)
    for name, role in PLACES.items():
        enrol(db.session(), people[name], course.id, role, now())
    elsewhere = open_course(db.session(), people[ELSEWHERE], "Elsewhere", "UTC", now())
    assert isinstance(elsewhere, Course)
    (invited,) = invite_people(db.session(), elsewhere, [Line(1, "Cid")], now()).new  # new links here leave that one as it is
    (removed,) = invite_people(db.session(), course, [Line(1, "Dee", section="A")], now()).new
    numbers = {one.called: one.id for one in db.session.scalars(select(Invitation))}
    assert removed
    path = {
        "/invitations/<token>": f"/invitations/{invited.token}",
        "<int:course_id>": str(course.id),
        "<int:person_id>": str(people["fellow"].id),
        "<int:section>": "1",
        "<int:invitation_id>": str(numbers["Dee"]),
        "<int:assignment_id>": str(everything_set(course)),
    }
    return Owned(
        path,
        {
            "person": str(people["co-instructor"].id),
            "learner": str(people["fellow"].id),
            "title": "Another",
            "zone": "UTC",
            "lines": "name\nEve",
            "words": "Hm",
        },
    )


def everything_set(course: Course) -> int:
    """All there is to know, set in a course."""
    today = now().date().isoformat()
    topics = [f"{objective.bank}/{objective.topic}" for objective in db.session.scalars(select(Objective))]
    exam = ExamTerms(True, "1", "20", "", "60")
    made = set_assignment(db.session(), course, "All", topics, "90", today, today, now(), exam=exam)
    assert isinstance(made, Assignment)
    return made.id


def somebody(app: Flask, role: str, student: Browser) -> Browser:
    """The browser of somebody in such a role."""
    browser = Browser(app.test_client())
    if role == "guest":
        return browser
    if role == "owner":
        return student
    if role in PLACES or role == ELSEWHERE:
        signs_in(browser, role.replace(" ", "-"))
        return browser
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
    form = {**owned.form, "csrf_token": token(browser)} if method == "POST" else None
    with browser.client.open(path, method=method, data=form) as answer:
        assert answer.status_code < 500, f"{method} {path}: {answer.status}"
        return seen(answer)


def token(browser: Browser) -> str:
    """What a form of ours carries for whoever looks at it."""
    return browser.open("/display").root.all("input", name="csrf_token")[0].attributes["value"]


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
    assert routes(app) == {route: SIGNED_IN if who in (OWN, *IN_COURSES) else who for route, who in ROUTES.items()}


def test_every_role_that_there_is_has_a_column() -> None:
    roles = {"guest", "owner", *ROLES, *AUDIENCES, *PLACES, ELSEWHERE} - {"nursing"}  # learners here are, and owners
    assert set(PLACES.values()) == set(COURSE_ROLES)
    assert all(set(column) == roles for column in COLUMNS.values())


def test_a_route_about_something_of_one_persons_is_in_the_table_as_such() -> None:
    numbered = [(path, who) for (_, path), who in ROUTES.items() if "<int:" in path]
    assert all(
        who in (OWN, *IN_COURSES) or path.startswith(("/self-test/", "/editing/")) for path, who in numbered
    )  # questions and corrections are counted, and nobody's


@pytest.mark.parametrize(("role", "kind"), [*product(COLUMNS[OWN], KINDS[:1]), *product(("owner", "editor"), KINDS[1:])])
def test_everybody_sees_what_is_theirs_to_see_and_nothing_else(app: Flask, student: Browser, owned: Owned, role: str) -> None:
    """All roles on one database; on the other the two that see, between them, all that there is."""
    browser = somebody(app, role, student)
    in_order = sorted(ROUTES, key=lambda route: (LAST.index(route[1]) if route[1] in LAST else -1, route[0]))
    found = {(method, path): asks(browser, method, path, owned) for method, path in in_order}
    wrong = {route: what for route, what in found.items() if what != COLUMNS[ROUTES[route]][role]}
    assert not wrong


@pytest.mark.parametrize("role", ["owner", "editor"])
def test_looking_at_any_page_changes_nothing_but_notes_of_having_looked(app: Flask, student: Browser, owned: Owned, role: str) -> None:
    """Who looked at a learner is noted, and how often a calendar is read. The two see, between them, all that there is."""
    browser, notes = somebody(app, role, student), {Opening.__tablename__, SignInAttempt.__tablename__}
    before = everything(app)
    for method, path in ROUTES:
        if method == "GET":
            asks(browser, "GET", path, owned)
    after = everything(app)
    assert {table for table in before if before[table] != after[table]} <= notes


def test_a_guest_is_sent_to_sign_in_whether_or_not_there_is_such_a_thing(visitor: Browser) -> None:
    form = {"csrf_token": token(visitor)}
    found = {}
    for method, path in FOR_THE_SIGNED_IN:
        with visitor.client.open(re.sub("<[a-z]*:?[a-z_]+>", "999", path), method=method, data=form) as answer:
            found[method, path] = seen(answer)
    assert found == dict.fromkeys(FOR_THE_SIGNED_IN, SIGN_IN)


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
