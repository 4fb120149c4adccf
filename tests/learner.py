"""A learner who does through the use-cases what people do through pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import assert_never

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.bank import Bank
from questions.interactions import (
    AnyOf,
    Blank,
    BowTie,
    DropDowns,
    Grid,
    Highlight,
    Interaction,
    Linked,
    NOf,
    Number,
    OneOf,
    Order,
    TypedText,
)
from quizapp.models import Card, Objective, Person, Review, Study
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.card_logs import card_log
from quizapp.queries.cards import own_card, state_of
from quizapp.queries.reviews import reviews_of_card
from quizapp.scheduling.cards import CardState, fold
from quizapp.scheduling.schedulers import due_by
from quizapp.usecases.answer_question import Logged, Outcome, answer_question
from quizapp.usecases.ask_question import Question, ask_question
from quizapp.usecases.lower_grade import Lowered, lower_grade
from quizapp.usecases.opening import open_session
from quizapp.usecases.publish_bank import Published, publish_bank
from quizapp.usecases.resume_objective import resume_objective
from quizapp.usecases.sign_up import SignedUp, sign_up
from quizapp.usecases.start_topics import start_topics
from quizapp.usecases.suspend_objective import suspend_objective
from quizapp.usecases.undo_review import Undone, undo_review

KEY = "the key of the tests"
MONDAY_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
Form = dict[str, Sequence[str]]


@dataclass
class Learner:
    """Somebody who is signed in, and a clock of their own."""

    session: Session
    signed_up: SignedUp
    at: datetime = MONDAY_NOON
    began_at: datetime = MONDAY_NOON

    @property
    def id(self) -> int:
        return self.signed_up.person.id

    def let_pass(self, **span: float) -> None:
        self.at += timedelta(**span)

    def token(self) -> str:
        """Of a session that lasts: a new one every week."""
        if self.at - self.began_at > timedelta(days=7):
            self.signed_up = replace(self.signed_up, token=changing(self.session, self._open))
            self.began_at = self.at
        return self.signed_up.token

    def _open(self) -> str:
        begin_writing(self.session)
        return open_session(self.session, self.id, self.at)

    def objectives(self) -> Sequence[int]:
        return self.session.scalars(select(Objective.id).order_by(Objective.id)).all()

    def objective(self, key: str) -> int:
        return self.session.scalars(select(Objective.id).where(Objective.key == key)).one()

    def asked(self, objective_id: int) -> Question:
        return self.asked_on(objective_id, self.at)

    def asked_on(self, objective_id: int, at: datetime) -> Question:
        question = ask_question(self.session, self.signed_up.person, objective_id, at, KEY)
        assert isinstance(question, Question), question
        return question

    def sends(self, question: Question, form: Mapping[str, Sequence[str]], token: str | None = None) -> Outcome:
        whole = {"ticket": [question.ticket], **form}
        token = self.token() if token is None else token
        return changing(self.session, lambda: answer_question(self.session, token, question.objective_id, whole, self.at, KEY))

    def answers(self, objective_id: int, *, right: bool = True, sure: str | None = None) -> Logged:
        question = self.asked(objective_id)
        form = right_answer(question.item.interaction) if right else {"dont-know": ["1"]}
        outcome = self.sends(question, form | ({"sure": [sure]} if sure else {}))
        assert isinstance(outcome, Logged), outcome
        return outcome

    def undoes(self, only: tuple[int, int] | None = None) -> Undone | None:
        return changing(self.session, lambda: undo_review(self.session, self.signed_up.person, self.at, only=only))

    def was_guessing(self, objective_id: int, turn: int) -> Lowered | None:
        return changing(self.session, lambda: lower_grade(self.session, self.signed_up.person, objective_id, turn, self.at))

    def suspends(self, objective_id: int) -> None:
        changing(self.session, lambda: suspend_objective(self.session, self.id, objective_id, self.at))

    def resumes(self, objective_id: int) -> None:
        changing(self.session, lambda: resume_objective(self.session, self.signed_up.person, objective_id, self.at))

    def suspended(self, objective_id: int) -> bool:
        card = self._fresh_card(objective_id)
        return card is not None and card.suspended_at is not None

    def card(self, objective_id: int) -> CardState:
        return state_of(self._fresh_card(objective_id))

    def turns(self, objective_id: int) -> int:
        card = self._fresh_card(objective_id)
        return card.turns if card else 0

    def log(self, objective_id: int) -> Sequence[Review]:
        self.session.rollback()  # others may have written since
        return self.session.scalars(reviews_of_card(self.id, objective_id)).all()

    def folded(self, objective_id: int) -> CardState:
        self.session.rollback()
        person = self.session.get_one(Person, self.id)
        return fold(card_log(self.session, self.id, objective_id), due_by(person.scheduler), person.goal_recall)

    def _fresh_card(self, objective_id: int) -> Card | None:
        self.session.rollback()
        return self.session.scalar(own_card(self.id, objective_id))


def signs_up(session: Session, name: str = "student", zone: str = "UTC", audience: str = "nursing") -> Learner:
    outcome = changing(session, lambda: sign_up(session, name, "lamp orbit velvet", zone, MONDAY_NOON, audience=audience))
    assert isinstance(outcome, SignedUp)
    return Learner(session, outcome)


def studies(learner: Learner, bank: Bank) -> Learner:
    topics = sorted(set(learner.session.scalars(select(Objective.topic).where(Objective.bank == bank.name))))
    changing(learner.session, lambda: start_topics(learner.session, learner.id, bank.name, topics, learner.at))
    assert learner.session.scalars(select(Study.topic).where(Study.learner_id == learner.id)).all()
    return learner


def published(session: Session, bank: Bank, at: datetime = MONDAY_NOON) -> Published:
    return changing(session, lambda: publish_bank(session, bank, at))


def right_answer(interaction: Interaction) -> Form:
    """What a form sends that is right throughout."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            return {"answer": [option.id for option in options if option.correct]}
        case Grid(_, rows, _):
            return {f"row.{row.id}": list(row.correct) for row in rows}
        case DropDowns(blanks) | Linked(blanks):
            return _filled(blanks)
        case BowTie() as bow_tie:
            return _filled(bow_tie.blanks)
        case Highlight() as highlight:
            return {"answer": [segment.id for segment in highlight.segments if segment.correct]}
        case Order(steps):
            return {f"step.{step.id}": [str(step.position)] for step in steps}
        case TypedText(accepted):
            return {"answer": [accepted[0].text]}
        case Number(low=low):
            return {"answer": [str(low)]}
        case _:
            assert_never(interaction)


def _filled(blanks: Sequence[Blank]) -> Form:
    """Each list right; of two places with one list each gets another of its right options."""
    form: dict[str, Sequence[str]] = {}
    for place, blank in enumerate(blanks):
        before = sum(blank.shared and other.options == blank.options for other in blanks[:place])
        form[f"blank.{blank.id}"] = [[option.id for option in blank.options if option.correct][before]]
    return form


def random_answer(interaction: Interaction, chance: Random) -> Form:
    """What a form sends when somebody picks at random: well formed, and sometimes right."""
    if chance.random() < 0.4:
        return right_answer(interaction)
    match interaction:
        case OneOf(options):
            return {"answer": [chance.choice(options).id]}
        case AnyOf(options):
            return {"answer": [option.id for option in chance.sample(options, chance.randint(1, len(options)))]}
        case NOf(n, options):
            return {"answer": [option.id for option in chance.sample(options, n)]}
        case Grid(columns, rows, _):
            return {f"row.{row.id}": [chance.choice(columns).id] for row in rows}
        case DropDowns(blanks):
            return {f"blank.{blank.id}": [chance.choice(blank.options).id] for blank in blanks}
        case Linked() | BowTie():
            return _chosen_apart(interaction.blanks, chance)
        case Highlight() as highlight:
            return {"answer": [one.id for one in chance.sample(highlight.segments, chance.randint(1, len(highlight.segments)))]}
        case Order(steps):
            places = chance.sample(range(1, len(steps) + 1), len(steps))
            return {f"step.{step.id}": [str(place)] for step, place in zip(steps, places, strict=True)}
        case TypedText():
            return {"answer": ["zebra crossing"]}
        case Number():
            return {"answer": [str(chance.randint(0, 100))]}
        case _:
            assert_never(interaction)


def _chosen_apart(blanks: Sequence[Blank], chance: Random) -> Form:
    """Something in each list, and never the same thing twice where a list stands twice."""
    form: dict[str, Sequence[str]] = {}
    for blank in blanks:
        free = [option.id for option in blank.options if not blank.shared or [option.id] not in form.values()]
        form[f"blank.{blank.id}"] = [chance.choice(free)]
    return form
