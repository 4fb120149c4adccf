"""Answer a question of an attempt: for good in study mode, until the end in an exam."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from questions.items import Item
from questions.responses import Answers, DontKnow, Malformed, Response, read_response, response_to_json
from questions.scoring import exam_score, score
from quizapp.models import AttemptAnswer, Person
from quizapp.models.transactions import begin_writing
from quizapp.queries.all_answers import last_received
from quizapp.queries.attempts import Asked, Sheet, is_over
from quizapp.queries.cards import own_card
from quizapp.queries.items import item_in_attempt
from quizapp.queries.study_days import moved_of, study_day_of
from quizapp.scheduling.days import zone_in_force
from quizapp.scheduling.grading import LONGEST_TIME, MAPPING_VERSION, Certainty, counted_time, grade_answer
from quizapp.usecases.ending import end, note_known_end, open_to_change
from quizapp.usecases.refolding import remember_practice
from quizapp.usecases.wording import sentence

UNREADABLE = sentence("A character in your answer cannot be read. Type it with letters and digits only.")


@dataclass(frozen=True, slots=True)
class Saved:
    """The answer is kept: for good, or until it is changed. The last one of a quiz in study mode ends it, and so does one on the stroke of
    the time limit. Where it took the place of another that was saved after the page was opened, in another tab: when that was."""

    final: bool
    ended: bool = False
    replaced: datetime | None = None


@dataclass(frozen=True, slots=True)
class CountedBefore:
    """This question has an answer for good, given here or in another tab."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The attempt has ended, and this answer came too late; `by_time` if it is the time limit that ended it."""

    by_time: bool


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The question is not asked any more, and counts nowhere."""


Outcome = Saved | CountedBefore | Ended | Withdrawn | Malformed


def answer_in_attempt(session: Session, person: Person, attempt: int, position: int, answers: Answers, at: datetime) -> Outcome:
    """Keep an answer, or in an exam that there is none any more. LookupError if this learner has no such question."""
    begin_writing(session)
    found = open_to_change(session, person.id, attempt)
    asked = found.at(position) if found else None
    if found is None or asked is None:
        raise LookupError(f"There is no question {position} in attempt {attempt}.")
    if found.open and is_over(found.attempt.ends_at, at):
        assert found.attempt.ends_at
        end(session, found, "time", found.attempt.ends_at)
    if not found.open:
        return Ended(by_time=found.attempt.ended_because == "time")
    note_known_end(found, answers)
    if asked.answer.final_at is not None:
        return CountedBefore()
    item = None if asked.withdrawn else item_in_attempt(session, asked.answer)
    if item is None:
        return Withdrawn()
    return _answer(session, person, found, asked, item, answers, at)


def _answer(session: Session, person: Person, found: Sheet, asked: Asked, item: Item, answers: Answers, at: datetime) -> Outcome:
    if any("\0" in value for values in answers.values() for value in values):
        return Malformed(UNREADABLE)
    before = (asked.answer.response, asked.answer.certainty, asked.answer.received_at)
    if found.exam and _blank(answers):
        if "clear" in answers or "kept" in answers:
            _clear(asked.answer)
        return Saved(final=False, ended=_on_the_stroke(session, found, at), replaced=_replaced(asked.answer, answers, *before))
    response = read_response(item.interaction, answers, item.language, partly=found.exam)
    if isinstance(response, Malformed):
        return Saved(final=False, ended=True) if found.exam and _on_the_stroke(session, found, at) else response
    _keep(session, person, asked.answer, item, response, answers, exam=found.exam, at=at)
    if found.exam:
        return Saved(final=False, ended=_on_the_stroke(session, found, at), replaced=_replaced(asked.answer, answers, *before))
    asked.answer.final_at = asked.answer.received_at
    if not found.quiz.trial:
        remember_practice(session, person.id, [asked.objective.id])
    if not found.unanswered:
        end(session, found, "finished", at)
    return Saved(final=True, ended=not found.open)


def _replaced(
    answer: AttemptAnswer, answers: Answers, response: str | None, certainty: str | None, received: datetime | None
) -> datetime | None:
    """When the answer before was saved, if it said something else and the form, which names the one that it was opened with, knows nothing
    of it."""
    known = next(iter(answers.get("saved", ())), None)
    if known is None or received is None or (answer.response, answer.certainty) == (response, certainty):
        return None
    return received if known != received.isoformat() else None


def _on_the_stroke(session: Session, found: Sheet, at: datetime) -> bool:
    """Whether this was the last moment, so that the attempt ends with what was sent."""
    if found.attempt.ends_at is None or at < found.attempt.ends_at:
        return False
    end(session, found, "time", found.attempt.ends_at)
    return True


def _keep(
    session: Session, person: Person, answer: AttemptAnswer, item: Item, response: Response, answers: Answers, *, exam: bool, at: datetime
) -> None:
    got = exam_score(item.interaction, response) if exam else score(item.interaction, response)
    card, day = session.scalar(own_card(person.id, answer.objective_id)), study_day_of(session, person, at)
    zone, last = zone_in_force(at, person.zone, moved_of(person)), session.scalar(last_received(person.id))
    answer.response, answer.marks = response_to_json(response), got.marks
    answer.certainty = _certainty(answers)
    answer.milliseconds = _time(answer.milliseconds, answers)
    answer.recalled_before = card is not None and card.recalled_before
    answer.mapping = MAPPING_VERSION
    answer.grade = grade_answer(
        got.marks,
        got.maximum,
        answer.certainty,
        dont_know=isinstance(response, DontKnow),
        recalled_before=answer.recalled_before,
        milliseconds=answer.milliseconds,
        words=item.words(),
    )
    answer.study_day, answer.zone = day, zone
    answer.answered_at = at
    answer.received_at = at if last is None else max(at, last + timedelta(microseconds=1))  # the order in which answers came


def _clear(answer: AttemptAnswer) -> None:
    """Leave the question without an answer; the time that was spent on it stays."""
    answer.response = answer.marks = answer.certainty = answer.recalled_before = answer.mapping = answer.grade = None
    answer.study_day = answer.zone = answer.answered_at = answer.received_at = None


def _blank(answers: Answers) -> bool:
    """Whether nothing was chosen, or all of it was taken back: this where the form says `clear`, or was drawn with a `kept` answer. One
    that was opened before the answer was kept, in another tab, takes nothing back."""
    if answers.get("clear"):
        return True
    fields = (values for name, values in answers.items() if name in ("answer", "dont-know") or name.startswith(("row.", "blank.", "step.")))
    return not any(value.strip() for values in fields for value in values)


def _certainty(answers: Answers) -> Certainty | None:
    said = next(iter(answers.get("sure", ())), "")
    return Certainty(said) if said in tuple(Certainty) else None


def _time(before: int | None, answers: Answers) -> int | None:
    """How long the question was looked at in all, where a script told it."""
    said = next(iter(answers.get("milliseconds", ())), "")
    now = counted_time(int(said)) if said.isascii() and said.isdigit() and len(said) < 16 else None
    return before if now is None else min(now + (before or 0), LONGEST_TIME)
