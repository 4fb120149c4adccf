"""Log the answer to a question and set the day it comes back.

The one path that has to be fast: one SELECT, another where the day may be moved, and two writes (queries/answering.py). All that needs no
database is done before the write transaction opens, so that nobody waits for it in the queue of writers.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from questions.interactions import key_ids
from questions.items import Item
from questions.responses import Answers, DontKnow, Malformed, Response, read_response, response_to_json
from questions.scoring import Score, score
from quizapp.models.transactions import Door, begin_writing
from quizapp.queries.answering import answer_to, find, keep_card, load_between, log_once, turn_of_step
from quizapp.queries.cards import columns_of, state_of
from quizapp.queries.items import Gone, ask, knowledge_of
from quizapp.queries.signed_in import signed_in
from quizapp.queries.study_days import moved_of
from quizapp.scheduling.balancing import lightest
from quizapp.scheduling.cards import CardState, Kind, answer, days_near, kind_on
from quizapp.scheduling.days import effective_day, zone_in_force
from quizapp.scheduling.grading import MAPPING_VERSION, Certainty, counted_time, grade_answer, milliseconds_to_read
from quizapp.scheduling.leeches import makes_a_leech
from quizapp.scheduling.schedulers import due_by
from quizapp.usecases.asking import Question, put_again
from quizapp.usecases.tickets import Ticket, read_ticket
from quizapp.usecases.wording import sentence

CHANGED = sentence("This question could not be read as it was sent. Here it is again: please answer once more.")
TAKEN_BACK = sentence("You took this answer back. Check it once more to count it.")
REWORDED = sentence("This question has been reworded since you opened it. Please answer it as it is now.")
ONE_BEFORE = sentence("You took back your answer before this one, so here is that question again. Your last answer was not counted.")
UNREADABLE = sentence("A character in your answer cannot be read. Type it with letters and digits only.")


@dataclass(frozen=True, slots=True)
class Logged:
    """The answer counts."""

    objective_id: int
    turn: int


@dataclass(frozen=True, slots=True)
class AlreadyAnswered:
    """This turn was answered before: here or in another tab."""

    objective_id: int
    turn: int


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """The answer does not count yet; the same question, what to do, and the field that it is about."""

    why: str
    field: str | None
    question: Question


@dataclass(frozen=True, slots=True)
class Outdated:
    """The question that was asked is not the one to answer (any more), and why."""

    objective_id: int
    why: str = REWORDED


@dataclass(frozen=True, slots=True)
class Retired:
    """The objective is not asked any more; nothing was logged."""

    objective_id: int


@dataclass(frozen=True, slots=True)
class SignedOut:
    """The session has ended."""


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer as it was given: read and scored, but for what the database knows."""

    item: Item
    response: Response
    score: Score
    certainty: Certainty | None
    milliseconds: int | None


Outcome = Logged | AlreadyAnswered | AskedAgain | Malformed | Outdated | Retired | SignedOut


def answer_question(session: Door, token: str, objective_id: int, answers: Answers, at: datetime, key: str) -> Outcome:
    """Score a learner's answer, log it once, and set the day it comes back."""
    ticket = read_ticket(_one(answers, "ticket"), key)
    if ticket is None or ticket.objective != objective_id:
        return _malformed(session, token, at)
    item = _item(session, ticket)
    given = _read(item, answers) if item else None
    begin_writing(session)
    connection = session.connection()
    found = find(connection.dialect).first(connection, answer_to(token, objective_id, ticket.turn, at))
    if found is None or found.learner != ticket.learner:
        return SignedOut() if found is None else Malformed(CHANGED)
    if found.answered is not None and found.undone_at is None:
        return AlreadyAnswered(objective_id, ticket.turn)
    if found.retired_at is not None:
        return Retired(objective_id)
    state = state_of(found)
    if found.answered is not None:
        return _taken_back(session, ticket, item, found, state, at, key)
    if item is None or given is None:
        return Outdated(objective_id)
    if ticket.step != state.steps:
        # The answer before it was taken back meanwhile. Logged as that step, this question would be asked once more as the next one,
        # and the step would not meet its own question again: an item belongs to its step.
        return Outdated(objective_id, ONE_BEFORE)
    if isinstance(given, Malformed):
        question = put_again(ticket, item, ticket.turn, kind_on(state, _day(found, at)), key, timed="milliseconds" in answers)
        return AskedAgain(given.why, given.field, question)
    return _log(session, ticket, given, found, state, at)


def _malformed(session: Door, token: str, at: datetime) -> Malformed | SignedOut:
    return Malformed(CHANGED) if session.execute(signed_in(token, at)).first() else SignedOut()


def _item(session: Door, ticket: Ticket) -> Item | None:
    """The item that was asked, in the order in which it was shown; None where this program cannot write it any more."""
    try:
        knowledge = knowledge_of(session, ticket.revision)
        return ask(knowledge, ticket.key, ticket.template, ticket.version, ticket.seed, ticket.audience, ticket.language)
    except Gone:
        return None


def _read(item: Item, answers: Answers) -> _Given | Malformed:
    if any("\0" in value for values in answers.values() for value in values):
        return Malformed(UNREADABLE)
    response = read_response(item.interaction, answers, item.language)
    if isinstance(response, Malformed):
        return response
    return _Given(item, response, score(item.interaction, response), _certainty(answers), _milliseconds(answers))


def _certainty(answers: Answers) -> Certainty | None:
    said = _one(answers, "sure")
    return Certainty(said) if said in tuple(Certainty) else None


def _milliseconds(answers: Answers) -> int | None:
    """How long the page was looked at, where a script told it; a clock that says nonsense says nothing."""
    said = _one(answers, "milliseconds")
    return counted_time(int(said)) if said.isascii() and said.isdigit() and len(said) < 16 else None


def _one(answers: Answers, field: str) -> str:
    return next(iter(answers.get(field, ())), "")


def _taken_back(session: Door, ticket: Ticket, item: Item | None, found: Any, state: CardState, at: datetime, key: str) -> Outcome:
    """What to show for a turn that was taken back: the question as it was filled in or, where it was given again, that feedback."""
    if ticket.step == state.steps and item is not None:
        question = put_again(ticket, item, found.turns + 1, kind_on(state, _day(found, at)), key, timed=False)
        return AskedAgain(TAKEN_BACK, None, question)
    given_again = session.scalar(turn_of_step(ticket.learner, ticket.objective, ticket.step))
    return AlreadyAnswered(ticket.objective, given_again or ticket.turn)


def _log(session: Door, ticket: Ticket, given: _Given, found: Any, before: CardState, at: datetime) -> Logged | AlreadyAnswered:
    day = _day(found, at)
    kind = kind_on(before, day)
    words = given.item.words()
    grade = grade_answer(
        given.score.marks,
        given.score.maximum,
        given.certainty,
        dont_know=isinstance(given.response, DontKnow),
        recalled_before=before.recalled_before,
        milliseconds=given.milliseconds,
        words=words,
    )
    after = _balanced(session, ticket, found, before, answer(before, grade, day, kind, due_by(found.scheduler), found.goal_recall), kind)
    review = {
        "learner_id": ticket.learner,
        "objective_id": ticket.objective,
        "turn": ticket.turn,
        "step": ticket.step,
        "revision": ticket.revision,
        "template": ticket.template,
        "version": ticket.version,
        "seed": ticket.seed,
        "level": given.item.level,
        "audience": ticket.audience,
        "language": ticket.language,
        "shown": ticket.shown,
        "keys": key_ids(given.item.interaction),
        "response": response_to_json(given.response),
        "marks": given.score.marks,
        "maximum": given.score.maximum,
        "certainty": given.certainty,
        "milliseconds": given.milliseconds,
        "reading_milliseconds": milliseconds_to_read(words),
        "recalled_before": before.recalled_before,
        "grade": grade,
        "mapping": MAPPING_VERSION,
        "kind": kind,
        "scheduler": found.scheduler,
        **{f"{name}_before": value for name, value in before.memory._asdict().items()},
        "due_before": before.due,
        "sooner_before": found.asked_sooner,
        **{f"{name}_after": value for name, value in after.memory._asdict().items()},
        "due_after": after.due,
        "study_day": day,
        "zone": zone_in_force(at, found.zone, moved_of(found)),
        "answered_at": at,
        "received_at": _received(found, at),
    }
    connection = session.connection()
    if not log_once(connection.dialect).run(connection, review).rowcount:
        return AlreadyAnswered(ticket.objective, ticket.turn)
    card = {
        "learner_id": ticket.learner,
        "objective_id": ticket.objective,
        "turns": max(found.turns or 0, ticket.turn),
        **columns_of(after),
        **_wishes(found, before, after, kind, at),
    }
    keep_card(connection.dialect).run(connection, card)
    return Logged(ticket.objective, ticket.turn)


def _balanced(session: Door, ticket: Ticket, found: Any, before: CardState, after: CardState, kind: Kind) -> CardState:
    """The card after a review, on the lightest day near the one that is due; the same one when the answer is given again."""
    days = [] if kind == "drill" else days_near(before, after, due_by(found.scheduler))
    if len(days) < 2:
        return after
    load, off = load_between(found, ticket.learner, ticket.objective, days, session.connection())
    return replace(after, due=lightest(days, load, ticket.seed, off))


def _wishes(found: Any, before: CardState, after: CardState, kind: Kind, at: datetime) -> dict[str, Any]:
    """What stands with the card beside its memory: a wish to be asked sooner is met by a review, and a leech rests."""
    rests = makes_a_leech(before, after) and found.suspended_at is None
    return {
        "asked_sooner": found.asked_sooner if kind == "drill" else None,
        "suspended_because": "leech" if rests else found.suspended_because,
        "suspended_at": at if rests else found.suspended_at,
    }


def _day(found: Any, at: datetime) -> date:
    days = [day for day in (found.last_study_day, found.last_quiz_day) if day is not None]
    return effective_day(at, found.zone, max(days, default=None), moved_of(found))


def _received(found: Any, at: datetime) -> datetime:
    """Later than all that was logged before, even where a clock stood still or went back: it says in which order answers came."""
    before: list[datetime] = [one for one in (found.last_received, found.last_quiz_received) if one is not None]
    return max([at, *(one + timedelta(microseconds=1) for one in before)])
