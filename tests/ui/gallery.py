"""Everything there is to see, each scene at hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from questions.interactions import Interaction
from quizapp.app import create_app
from quizapp.clock import told_by
from quizapp.models import Objective
from quizapp.models.engines import keep_safely
from quizapp.models.transactions import changing
from quizapp.preparing import prepare
from quizapp.settings import read_settings
from quizapp.usecases.answer_question import Logged
from quizapp.usecases.next_question import next_question
from quizapp.usecases.set_role import set_role
from quizapp.usecases.sign_up import SignedUp, sign_up
from quizapp.usecases.start_topics import start_topics
from quizapp.web.extensions import db
from tests.learner import Form, Learner, right_answer
from tests.standing_clock import StandingClock
from tests.ui.site import BANK, Site, serving
from tests.ui.ways import WAYS, WEEKS, meets_every_way, others_first, wrong_answer

BEGIN = datetime(2026, 3, 2, 20, tzinfo=UTC)
PASSWORD = "lamp orbit velvet"


@dataclass
class Gallery:
    """A program with people in it who have come to every page."""

    site: Site
    people: dict[str, Learner] = field(default_factory=dict)
    asked: dict[tuple[str, str], int] = field(default_factory=dict)  # by whom and way: the objective

    def moves_in(self, name: str, *topics: str) -> Learner:
        """Somebody signs up and starts topics."""
        at, session = self.site.clock.at, self.site.session
        signed_up = changing(session, lambda: sign_up(session, name, PASSWORD, "Europe/Berlin", at))
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
def opened(folder: Path) -> Iterator[Gallery]:
    """A gallery with its people, open to visitors meanwhile."""
    clock, url = StandingClock(BEGIN), f"sqlite:///{folder / 'quizapp.sqlite3'}"
    with told_by(clock):
        app = prepare(create_app(read_settings({"QUIZAPP_DATA": str(folder), "QUIZAPP_DATABASE_URL": url})))
        engine = create_engine(url)
        keep_safely(engine)
        with serving(app) as address, Session(engine, expire_on_commit=False) as session:
            yield _filled(Gallery(Site(address, app, clock, session)))
        engine.dispose()
        with app.app_context():
            db.engine.dispose()


def _filled(gallery: Gallery) -> Gallery:
    gallery.meets_every_way("asked")
    _answers_every_way(gallery, "right", right_answer)
    _answers_every_way(gallery, "wrong", wrong_answer)
    gallery.moves_in("settles")
    editor = gallery.moves_in("edits").signed_up.person.id
    changing(gallery.site.session, lambda: set_role(gallery.site.session, editor, "editor"))
    gallery.moves_in("begins", "spread")
    _finishes(gallery.site.session, gallery.moves_in("done", "kinds"))
    for name in ("guesses", "undoes", "wonders"):
        _answers_one(gallery, gallery.moves_in(name, "kinds"), right=name != "wonders")
    gallery.people["guesses"].was_guessing(gallery.asked["guesses", ""], 1)
    gallery.people["undoes"].undoes()
    return gallery


def _answers_every_way(gallery: Gallery, name: str, answer: Callable[[Interaction], Form]) -> None:
    learner = gallery.meets_every_way(name)
    for way in WAYS:
        question = learner.asked(gallery.asked[name, way])
        assert isinstance(learner.sends(question, answer(question.item.interaction)), Logged)
        learner.let_pass(seconds=30)


def _answers_one(gallery: Gallery, learner: Learner, right: bool) -> None:
    objective = next_question(gallery.site.session, learner.signed_up.person, learner.at)
    assert objective
    gallery.asked[learner.signed_up.person.name, ""] = objective
    learner.answers(objective, right=right)


def _finishes(session: Session, learner: Learner) -> None:
    while (objective := next_question(session, learner.signed_up.person, learner.at)) is not None:
        learner.answers(objective)
        learner.let_pass(seconds=30)
