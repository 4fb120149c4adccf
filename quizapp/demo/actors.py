"""A made-up person, who does through the use-cases what people do through the pages, by a clock of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.demo import forms
from quizapp.demo.minds import Mind, Trace, met, recall
from quizapp.models import Objective, Person
from quizapp.queries.study_days import study_day_of
from quizapp.queries.today import candidates
from quizapp.scheduling.grading import Certainty, milliseconds_to_read
from quizapp.usecases.answer_question import Logged, answer_question
from quizapp.usecases.ask_question import Question, ask_question
from quizapp.usecases.lower_grade import lower_grade
from quizapp.usecases.next_question import next_question
from quizapp.usecases.opening import open_session
from quizapp.usecases.start_topics import start_topics
from quizapp.usecases.undo_review import undo_review

SIGNS_IN_EVERY = timedelta(days=7)
SAYS_HOW_SURE = 0.85
TRIES_ANYHOW = 0.7
LUCKY = 0.2
SLIPS = 0.03
OWNS_UP = 0.5


@dataclass
class Actor:
    """Somebody who is signed in, what they remember, and what time it is for them."""

    session: Session
    key: str
    person: Person
    token: str
    began_at: datetime
    until: datetime
    mind: Mind
    chance: Random
    device: str
    traces: dict[int, Trace] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.at = self.began_at

    def day(self, ago: int, hour: int, minute: int = 0) -> datetime:
        """A time of day so many study days before the end."""
        day = study_day_of(self.session, self.person, self.until) - timedelta(days=ago)
        return datetime.combine(day, time(hour, minute), ZoneInfo(self.person.zone))

    def starts(self, *topics: str) -> None:
        """Begin to study these topics, or all that there are."""
        bank, *_ = self.session.scalars(select(Objective.bank).order_by(Objective.id).limit(1))
        offered: Sequence[str] = self.session.scalars(select(Objective.topic).where(Objective.bank == bank).distinct()).all()
        start_topics(self.session, self.person.id, bank, topics or sorted(offered), self.at)

    def sits(self, at: datetime, most: int) -> None:
        """Answer what is asked, up to so many questions."""
        self.at = at.astimezone(self.until.tzinfo)
        self._sign_in_again()
        for _ in range(most):
            objective_id = next_question(self.session, self.person, self.at)
            if objective_id is None:
                return
            self._answers(objective_id)

    def sits_through(self, at: datetime, most: int) -> None:
        """Answer what is due and then what is new, chosen once at the start: a sitting without drills, which takes less to make."""
        self.at = at.astimezone(self.until.tzinfo)
        self._sign_in_again()
        day = study_day_of(self.session, self.person, self.at)
        waiting = [one for one in candidates(self.session, self.person) if not one.suspended and (one.due is None or one.due <= day)]
        facts: set[str] = set()
        for one in sorted(waiting, key=lambda one: (one.due is None, one.due or day, one.position)):
            if most and not facts & one.facts:
                facts |= one.facts
                most -= 1
                self._answers(one.objective)

    def _sign_in_again(self) -> None:
        if self.at - self.began_at > SIGNS_IN_EVERY:
            self.began_at = self.at
            self.token = open_session(self.session, self.person.id, self.at, device=self.device)
            self.session.flush()

    def _answers(self, objective_id: int) -> None:
        trace = self.traces.get(objective_id)
        likely = recall(self.mind, trace, self.at)
        recalled = self.chance.random() < likely
        if recalled and self.chance.random() < SLIPS:
            self._sends(objective_id, likely, right=False)
            undo_review(self.session, self.person, self.at)
            self.session.flush()
        lucky = not recalled and self.chance.random() < LUCKY
        logged = self._sends(objective_id, likely, right=recalled or lucky)
        if lucky and self.chance.random() < OWNS_UP:
            lower_grade(self.session, self.person, objective_id, logged.turn, self.at)
            self.session.flush()
        self.traces[objective_id] = met(self.mind, trace, self.at, recalled=recalled)

    def _sends(self, objective_id: int, likely: float, *, right: bool) -> Logged:
        self.session.expunge_all()  # answers are written past what the session holds
        question = ask_question(self.session, self.person, objective_id, self.at, self.key)
        assert isinstance(question, Question)
        milliseconds = int(milliseconds_to_read(question.item.words()) * self.chance.uniform(0.9, 3))
        form = self._form(question, likely, right=right) | {"ticket": [question.ticket], "milliseconds": [str(milliseconds)]}
        self.at += timedelta(milliseconds=milliseconds)
        logged = answer_question(self.session, self.token, objective_id, form, self.at, self.key)
        assert isinstance(logged, Logged), logged
        self.at += timedelta(seconds=self.chance.randint(3, 20 if right else 40))
        return logged

    def _form(self, question: Question, likely: float, *, right: bool) -> forms.Form:
        if right:
            return forms.right(question.item.interaction) | self._sure(likely)
        if self.chance.random() < TRIES_ANYHOW:
            return forms.wrong(question.item.interaction, self.chance) | self._sure(likely)
        return {"dont-know": ["1"]}

    def _sure(self, likely: float) -> forms.Form:
        """How sure somebody says they are, who feels it only roughly, and does not always say so."""
        felt = self.chance.gauss(likely + self.mind.too_sure, 0.2)
        said = Certainty.CERTAIN if felt > 0.8 else Certainty.FAIRLY if felt > 0.5 else Certainty.GUESSING
        return {"sure": [str(said)]} if self.chance.random() < SAYS_HOW_SURE else {}
