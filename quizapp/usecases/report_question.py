"""Report a problem with a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from quizapp.models import Report, Review
from quizapp.models.reports import LONGEST_WORDS, PROBLEMS
from quizapp.models.transactions import begin_counting
from quizapp.queries.reports import reported_since
from quizapp.usecases.put_aside_by_itself import put_aside_by_reports
from quizapp.usecases.tickets import Ticket
from quizapp.usecases.wording import Problems, sentence

MOST_A_DAY, A_DAY = 20, timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Enough:
    """So many reports were sent today that the next has to wait so long."""

    seconds: int
    why: str = sentence("You have sent 20 reports within a day, thank you. Please keep this one until tomorrow.")


def report_question(
    session: Session, learner_id: int, asked: Review | Ticket, problem: str, words: str, at: datetime
) -> Report | Problems | Enough:
    """Keep what a learner says of a question, with all it takes to write the question again. The same once more is the same report."""
    words = words.replace("\r\n", "\n").strip()
    if problems := _problems(problem, words):
        return problems
    begin_counting(session, Report)
    lately = session.scalars(reported_since(learner_id, at - A_DAY)).all()
    report = _report(learner_id, asked, problem, words, at)
    if again := next((one for one in lately if _same(one, report)), None):
        return again
    if len(lately) >= MOST_A_DAY:
        return Enough(_wait(lately, at))
    session.add(report)
    session.flush()
    put_aside_by_reports(session, learner_id, report.objective_id, report.template, at)
    return report


def _problems(problem: str, words: str) -> Problems:
    problems: Problems = {}
    if problem not in PROBLEMS:
        problems["problem"] = sentence("Choose what is wrong with the question.")
    if "\0" in words:
        problems["words"] = sentence("A character in your words cannot be read. Type them with letters, digits and signs only.")
    elif len(words) > LONGEST_WORDS:
        problems["words"] = sentence("Shorten what you say to 1,000 characters.")
    elif problem == "other" and not words:
        problems["words"] = sentence("Say in a few words what is wrong.")
    return problems


def _report(learner_id: int, asked: Review | Ticket, problem: str, words: str, at: datetime) -> Report:
    answered = isinstance(asked, Review)
    return Report(
        learner_id=learner_id,
        objective_id=asked.objective_id if isinstance(asked, Review) else asked.objective,
        turn=asked.turn if answered else None,
        revision=asked.revision,
        template=asked.template,
        version=asked.version,
        seed=asked.seed,
        audience=asked.audience,
        language=asked.language,
        problem=problem,
        words=words,
        reported_at=at,
    )


def _same(one: Report, other: Report) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("objective_id", "turn", "template", "seed", "problem", "words"))


def _wait(lately: Sequence[Report], at: datetime) -> int:
    """How long until the first of the last twenty is a day old."""
    return max(1, -int((at - lately[-MOST_A_DAY].reported_at - A_DAY).total_seconds() // 1))
