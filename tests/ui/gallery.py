"""Everything there is to see, each scene at hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from questions import wording
from questions.bank import shipped_banks
from questions.interactions import Interaction
from questions.readers.toml_files import read_bank
from quizapp.app import create_app
from quizapp.clock import told_by
from quizapp.models import Assignment, Course, Enrolment, Extension, Objective
from quizapp.models.engines import keep_safely
from quizapp.models.transactions import begin_writing, changing
from quizapp.preparing import prepare
from quizapp.queries.assignments import objectives_in
from quizapp.queries.cards import own_card
from quizapp.settings import read_settings
from quizapp.usecases.answer_question import Logged
from quizapp.usecases.begin_exam import begin_exam
from quizapp.usecases.change_days_off import change_days_off
from quizapp.usecases.change_enrolment import change_enrolment
from quizapp.usecases.enrolling import enrol
from quizapp.usecases.exam_terms import ExamTerms
from quizapp.usecases.extend_assignment import extend_assignment
from quizapp.usecases.flag_objective import flag_objective
from quizapp.usecases.invite_people import Line, invite_people
from quizapp.usecases.name_exam import name_exam
from quizapp.usecases.next_question import next_question
from quizapp.usecases.open_course import open_course
from quizapp.usecases.plan_break import plan_break
from quizapp.usecases.renew_course_code import renew_course_code
from quizapp.usecases.set_assignment import set_assignment
from quizapp.usecases.set_role import set_role
from quizapp.usecases.sign_up import SignedUp, sign_up
from quizapp.usecases.start_topics import start_topics
from quizapp.usecases.suspend_objective import suspend_objective
from quizapp.usecases.write_note import write_note
from quizapp.web.extensions import db
from quizapp.web.languages import LAST_RESORT
from tests.classes import answers_of_class, asked_singly, joins_class
from tests.learner import Form, Learner, published, right_answer
from tests.pseudo import pseudo, pseudo_bank, write_catalogues
from tests.standing_clock import StandingClock
from tests.ui.site import BANK, Site, serving
from tests.ui.ways import WAYS, WEEKS, meets_every_way, others_first, wrong_answer
from tests.usecases import attempts
from tests.usecases.correcting import corrects, without_skin

BEGIN = datetime(2026, 3, 2, 20, tzinfo=UTC)
CORRECTED = "ranges.potassium"
PASSWORD = "lamp orbit velvet"


@dataclass
class Gallery:
    """A program with people in it who have come to every page."""

    site: Site
    language: str = LAST_RESORT
    people: dict[str, Learner] = field(default_factory=dict)
    asked: dict[tuple[str, str], int] = field(default_factory=dict)  # by whom and way: the objective

    def moves_in(self, name: str, *topics: str, **how: Any) -> Learner:
        """Somebody signs up and starts topics."""
        at, session = self.site.clock.at, self.site.session
        signed_up = changing(session, lambda: sign_up(session, name, PASSWORD, "Europe/Berlin", at, language=self.language, **how))
        assert isinstance(signed_up, SignedUp)
        if topics:
            changing(session, lambda: start_topics(session, signed_up.person.id, BANK, topics, at))
        self.people[name] = Learner(session, signed_up, at, at)
        return self.people[name]

    def meets_every_way(self, name: str) -> Learner:
        """Somebody who studies all there is, and is about to be asked in every way: the first whom chance lets."""
        self.site.clock.at = BEGIN
        for other in others_first(self.site.knowledge(), after=len(self.people)):
            self.moves_in(f"other{other}")
        learner = self.moves_in(name, *self.site.session.scalars(select(Objective.topic).where(Objective.bank == BANK).distinct()))
        self.site.clock.at = BEGIN + WEEKS
        for way, objective in meets_every_way(learner, self.site.knowledge(), self.site.clock.at).items():
            self.asked[name, way] = objective
        return learner

    def says(self, sentence: str) -> str:
        """What pages say in place of an English sentence."""
        return sentence if self.language == LAST_RESORT else pseudo(sentence)

    def question(self, name: str, way: str) -> str:
        return f"/study/{self.asked[name, way]}"

    def feedback(self, name: str, way: str) -> str:
        return f"{self.question(name, way)}/reviews/{self.people[name].turns(self.asked[name, way])}"

    def open(self, page: Page, path: str, name: str | None = None) -> None:
        """Show an address as this person sees it; without a name, as a guest does."""
        page.context.clear_cookies()
        if name:
            page.context.add_cookies([{"name": "sid", "value": self.people[name].token(), "url": self.site.address}])
        page.goto(path)


@contextmanager
def opened(folder: Path, language: str = LAST_RESORT) -> Iterator[Gallery]:
    """A gallery with its people, open to visitors meanwhile. In any language but English all is said in the one that nobody speaks."""
    clock, url = StandingClock(BEGIN), f"sqlite:///{folder / 'quizapp.sqlite3'}"
    with told_by(clock), spoken(folder / "catalogues", language):
        app = create_app(read_settings({"QUIZAPP_DATA": str(folder), "QUIZAPP_DATABASE_URL": url}))
        app.extensions["babel"].translation_directories.append(str(folder / "catalogues"))
        prepare(app)
        engine = create_engine(url)
        keep_safely(engine)
        with serving(app) as address, Session(engine, expire_on_commit=False) as session:
            gallery = Gallery(Site(address, app, clock, session), language)
            if language != LAST_RESORT:
                _say_it_in_pseudo(session, language)
            yield _filled(gallery)
        engine.dispose()
        with app.app_context():
            db.engine.dispose()


@contextmanager
def spoken(folder: Path, language: str) -> Iterator[None]:
    """A language more, with catalogues in this folder."""
    folder.mkdir()
    if language != LAST_RESORT:
        write_catalogues(folder, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wording, "CATALOGUES", folder)
        yield
    wording.sayer.cache_clear()


def _say_it_in_pseudo(session: Session, language: str) -> None:
    for bank in map(read_bank, shipped_banks()):
        published(session, pseudo_bank(bank, language), BEGIN)


def _filled(gallery: Gallery) -> Gallery:
    gallery.meets_every_way("asked")
    _answers_every_way(gallery, "right", right_answer)
    _answers_every_way(gallery, "wrong", wrong_answer)
    gallery.moves_in("settles")
    editor = gallery.moves_in("edits").signed_up.person.id
    changing(gallery.site.session, lambda: set_role(gallery.site.session, editor, "editor"))
    corrects(gallery.site.session, editor, CORRECTED, _say_more, BEGIN, "A newer count", "electrolytes")
    gallery.moves_in("begins", "spread")
    _practises(gallery.moves_in("practises", "spread", "kinds", "phases"))
    _finishes(gallery.site.session, gallery.moves_in("done", "kinds"))
    _teaches(gallery)
    _plans(gallery)
    _heals(gallery)
    for name in ("guesses", "undoes", "wonders"):
        _answers_one(gallery, gallery.moves_in(name, "kinds"), right=name != "wonders")
    gallery.people["guesses"].was_guessing(gallery.asked["guesses", ""], 1)
    gallery.people["undoes"].undoes()
    gallery.site.session.rollback()
    if gallery.language == LAST_RESORT:  # reasons are as somebody typed them, and a fact in one line is as its bank's files name it
        corrects(gallery.site.session, editor, "spread.kidney", without_skin, BEGIN + WEEKS, "The skin stands there no more")
    return gallery


def _say_more(table: dict[str, Any]) -> None:
    table["note"] = "A reference range is not the same in every laboratory."


def _answers_every_way(gallery: Gallery, name: str, answer: Callable[[Interaction], Form]) -> None:
    learner = gallery.meets_every_way(name)
    for way in WAYS:
        question = learner.asked(gallery.asked[name, way])
        assert isinstance(learner.sends(question, answer(question.item.interaction)), Logged)
        learner.let_pass(seconds=30)


def _practises(learner: Learner) -> None:
    """An exam that is finished, one that goes on, and a quiz in study mode with one answer."""
    for number, seed in ((1, "done"), (2, "going on")):
        attempts.begins(learner, 6, seed, mode="exam", seconds=3600)
        for position in (1, 2, 3):
            attempts.answers(learner, number, position, right=position != 2)
        attempts.flags(learner, number, 2)
    attempts.finishes(learner, 1)
    attempts.begins(learner, 6, "study")
    attempts.answers(learner, 3, 1, right=False)


def _heals(gallery: Gallery) -> None:
    """Somebody who learns in plain words has answered a question, and a quiz of theirs goes on; somebody else has just come."""
    gallery.moves_in("arrives", audience="patient")
    learner = gallery.moves_in("heals", "basics", "treatments", audience="patient")
    _answers_one(gallery, learner, right=False)
    attempts.begins(learner, 3, "calm")
    attempts.answers(learner, 1, 1, right=False)


def _answers_one(gallery: Gallery, learner: Learner, right: bool) -> None:
    objective = next_question(gallery.site.session, learner.signed_up.person, learner.at)
    assert objective
    gallery.asked[learner.signed_up.person.name, ""] = objective
    learner.answers(objective, right=right)


def _finishes(session: Session, learner: Learner) -> None:
    while (objective := next_question(session, learner.signed_up.person, learner.at)) is not None:
        learner.answers(objective)
        learner.let_pass(seconds=30)


def _plans(gallery: Gallery) -> None:
    """Somebody has an exam in two weeks, days off, a note, and a question that keeps slipping; somebody else has a day off."""
    session, at = gallery.site.session, gallery.site.clock.at
    learner, rests = gallery.moves_in("plans", "kinds", "spread"), gallery.moves_in("rests", "kinds")
    _answers_one(gallery, learner, right=False)
    objective, day = gallery.asked["plans", ""], at.date()

    def once() -> None:
        begin_writing(session)
        name_exam(session, learner.id, [BANK], "", (day + timedelta(days=9)).isoformat(), at)
        name_exam(session, rests.id, [BANK], "", (day + timedelta(days=300)).isoformat(), at)
        change_days_off(session, learner.id, ["6"])
        plan_break(session, learner.id, (day + timedelta(days=20)).isoformat(), (day + timedelta(days=30)).isoformat(), at)
        plan_break(session, rests.id, day.isoformat(), "", at)
        write_note(session, learner.id, objective, "What it brings along, not what it becomes.", at)
        flag_objective(session, learner.id, objective, at)
        card = session.scalars(own_card(learner.id, objective)).one()
        card.suspended_because, card.suspended_at = "leech", at
        known = learner.objective(f"{BANK}/spread.kidney#sites")
        suspend_objective(session, learner.id, known, at, "known")

    changing(session, once)


def _teaches(gallery: Gallery) -> None:
    """Somebody has opened a course, in which somebody is, and to which others are invited."""
    session, at = gallery.site.session, gallery.site.clock.at
    teacher, learner = gallery.moves_in("teaches").signed_up.person, gallery.people["begins"].signed_up.person
    sits = gallery.moves_in("sits")

    def once() -> None:
        begin_writing(session)
        course = open_course(session, teacher, "Oncology nursing, spring", "Europe/Berlin", at, called="Dr. Ada Lind")
        assert isinstance(course, Course)
        renew_course_code(session, course, at)
        invite_people(session, course, [Line(2, "Ben Ode", "ben@example.org", "18", "Ward 3"), Line(3, "Cid", section="Ward 4")], at)
        enrol(session, learner, course.id, "learner", at, called="Ann Lee", section=1)
        day = at.date()
        topics = (f"{BANK}/spread", f"{BANK}/kinds")
        assert isinstance(set_assignment(session, course, "How cancer spreads", topics, "90", f"{day}", f"{day + WEEKS}", at), Assignment)
        _class_answers(gallery, course.id, at)
        exam, terms = f"{day}", ExamTerms(True, "12", "2", "30", "60")
        made = set_assignment(session, course, "Mid-term exam", topics, "", exam, f"{day + WEEKS}", at, exam=terms)
        assert isinstance(made, Assignment)
        soon = f"{day + timedelta(days=5)}"
        made = set_assignment(session, course, "Before the first shift", topics[1:], "90", f"{day}", soon, at)
        assert isinstance(made, Assignment)
        enrol(session, sits.signed_up.person, course.id, "learner", at, called="Zoë Ames-Whitfield", section=1).extra_time = 25
        later = f"{day + WEEKS + timedelta(days=3)}"
        for more in (session.get_one(Assignment, 1), session.get_one(Assignment, 2)):
            assert isinstance(extend_assignment(session, course, more, sits.id, at, later, "1" if more.exam else None), Extension)

    changing(session, once)
    _sits(sits)


def _class_answers(gallery: Gallery, course_id: int, at: datetime) -> None:
    """Twelve more learners have answered a few things, and are misled by one of them."""
    session, language = gallery.site.session, gallery.language
    objectives = [one for one in session.scalars(objectives_in(1).order_by(Objective.id)) if one.topic == "kinds"][:6]
    learners, misled = joins_class(session, course_id, 12, at, language), asked_singly(session, objectives).id
    answers_of_class(session, learners, objectives[:-1], at, misled=misled, sure="certain", language=language)
    answers_of_class(session, learners[:4], objectives[-1:], at, language=language)


def _sits(learner: Learner) -> None:
    """Somebody takes an exam of the course, does not pass, and takes it again, in which they are given more time."""
    place, exam = (
        learner.session.scalars(select(Enrolment).where(Enrolment.person_id == learner.id)).one(),
        learner.session.get_one(Assignment, 2),
    )
    assert changing(learner.session, lambda: begin_exam(learner.session, place, exam, learner.at)) == 1
    for position in range(1, 11):
        attempts.answers(learner, 1, position, right=position % 3 == 1, sure=["certain"])
        learner.let_pass(seconds=30)
    attempts.finishes(learner, 1)
    assert changing(learner.session, lambda: begin_exam(learner.session, place, exam, learner.at)) == 2

    def more() -> object:
        begin_writing(learner.session)
        return change_enrolment(learner.session, place, "learner", "1", place.called, learner.at, "50")

    assert isinstance(changing(learner.session, more), Enrolment)
