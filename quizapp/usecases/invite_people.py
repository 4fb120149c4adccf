"""Invite people to a course, one by one or by a roster."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import and_, case, func, insert, select
from sqlalchemy.orm import Session

from quizapp.models import Course, Enrolment, Invitation, Section
from quizapp.models.courses import LONGEST_TITLE, CourseRole
from quizapp.models.transactions import begin_writing
from quizapp.usecases.add_section import ENOUGH as ENOUGH_SECTIONS
from quizapp.usecases.add_section import MOST as MOST_SECTIONS
from quizapp.usecases.add_section import section_key
from quizapp.usecases.called import called_problem
from quizapp.usecases.inviting import LASTS, new_token, token_hash
from quizapp.usecases.names import name_key, what_is_wrong_with_address
from quizapp.usecases.wording import sentence

INVITED_AS: dict[str, CourseRole] = {"learner": "learner", "instructor": "instructor", "reviewer": "reviewer"}
LONGEST_REFERENCE = 60
MOST_LINES = 5000
MOST_WAITING = 10_000

NAME = sentence("Write a name in this line, or leave the line out.")
ROLE = sentence("Write learner, instructor or reviewer as the role, or leave it out.")
REFERENCE = sentence("Shorten the student number to 60 characters.")
SECTION = sentence("Shorten the section to 120 characters.")
SIGNS = sentence("A character in this line cannot be read. Write it with letters, digits and signs only.")
TOO_MANY = sentence(
    "From this line on there are too many: 10,000 invitations to a course can wait to be used. "
    "Leave these lines out, or take back what nobody uses."
)
TWICE = sentence("This is the same person as in line %(other)s. Leave one of them out.")
NUMBER_TWICE = sentence("Line %(other)s has this student number too, with another person. Correct one of them, or leave it out.")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a roster, numbered from 1 as the file has it, without the space around what it holds."""

    number: int
    called: str
    email: str = ""
    reference: str = ""
    section: str = ""
    role: str = "learner"

    @property
    def key(self) -> str:
        """What makes two lines one person: the address, else the student number, else the name."""
        if self.email:
            return f"address {name_key(self.email)}"
        return f"number {name_key(self.reference)}" if self.reference else f"name {name_key(self.called)}"


@dataclass(frozen=True, slots=True)
class BadLine:
    """What is wrong with a line, with what the sentence names."""

    number: int
    why: str
    names: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Invited:
    """A new invitation and its token, which is told only now."""

    line: Line
    token: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A line of somebody who was there before, and stays in another section than it names ("" for none)."""

    line: Line
    section: str


@dataclass(frozen=True, slots=True)
class Roster:
    """What came of a roster: who is invited now, who was before, which sections are new, who stays in another one than the roster says, and
    which lines are bad (then nothing is kept)."""

    new: tuple[Invited, ...] = ()
    before: int = 0
    sections: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    bad: tuple[BadLine, ...] = ()


def invite_people(session: Session, course: Course, lines: Sequence[Line], at: datetime, *, only_look: bool = False) -> Roster:
    """Invite everybody on the lines who was not before: nobody at all where a line is bad, or where it is only looked at.

    Whether somebody has an account plays no part, so that nobody learns it here.
    """
    if bad := tuple(_bad(lines)):
        return Roster(bad=bad)
    if not only_look:
        begin_writing(session)
    known = _known(session, course.id)
    new = [line for line in lines if line.key not in known]
    waiting = session.scalar(select(func.count()).where(Invitation.course_id == course.id, Invitation.used_at.is_(None))) or 0
    if len(new) > (room := max(0, MOST_WAITING - waiting)):
        return Roster(bad=(BadLine(new[room].number, TOO_MANY),))
    titles = {section.section: section.title for section in session.scalars(select(Section).where(Section.course_id == course.id))}
    numbers = {section_key(title): section for section, title in titles.items()}
    fresh = {section_key(line.section): line.section for line in reversed(new) if line.section}  # as it stands first
    fresh = {key: fresh[key] for key in dict.fromkeys(section_key(line.section) for line in new) if key in fresh and key not in numbers}
    if too_many := set(list(fresh)[max(0, MOST_SECTIONS - len(numbers)) :]):
        return Roster(bad=tuple(BadLine(line.number, ENOUGH_SECTIONS) for line in new if section_key(line.section) in too_many))
    invited = tuple(Invited(line, new_token()) for line in new)
    if not only_look:
        _keep(session, course.id, invited, numbers, fresh, at)
    elsewhere = (
        Elsewhere(line, titles.get(known[line.key] or 0, ""))
        for line in lines
        if line.key in known and line.section and numbers.get(section_key(line.section)) != known[line.key]
    )
    return Roster(invited, len(lines) - len(new), tuple(fresh.values()), tuple(elsewhere))


def reference_problem(reference: str) -> str | None:
    """What is wrong with a student number."""
    if not reference.isprintable():
        return SIGNS
    return REFERENCE if len(reference) > LONGEST_REFERENCE else None


def _known(session: Session, course_id: int) -> dict[str, int | None]:
    """Who was invited before, each with the section they are in by now."""
    joined = and_(Enrolment.course_id == Invitation.course_id, Enrolment.person_id == Invitation.used_by)
    section = case((Enrolment.person_id.is_(None), Invitation.section), else_=Enrolment.section)
    rows = session.execute(select(Invitation.line, section).outerjoin(Enrolment, joined).where(Invitation.course_id == course_id))
    return dict(rows.tuples().all())


def _bad(lines: Sequence[Line]) -> Iterable[BadLine]:
    seen: dict[str, int] = {}
    numbered: dict[str, list[Line]] = {}
    for line in lines:
        if line.reference:
            numbered.setdefault(name_key(line.reference), []).append(line)
    for line in lines:
        if problems := tuple(_problems(line)):
            yield from (BadLine(line.number, why) for why in problems)
        elif line.key in seen:
            yield BadLine(line.number, TWICE, {"other": seen[line.key]})
        else:
            seen[line.key] = line.number
            others = numbered[name_key(line.reference)] if line.reference else []
            if other := next((one for one in others if one.key != line.key), None):
                yield BadLine(line.number, NUMBER_TWICE, {"other": other.number})


def _problems(line: Line) -> Iterable[str]:
    """All that is to be mended in a line, so that it is sent once more and not again and again."""
    if not all(text.isprintable() for text in (line.called, line.email, line.reference, line.section)):
        yield SIGNS
        return
    if problem := called_problem(line.called) if line.called else NAME:
        yield problem
    if line.email and (problem := what_is_wrong_with_address(line.email)):
        yield problem
    if line.role not in INVITED_AS:
        yield ROLE
    if problem := reference_problem(line.reference):
        yield problem
    if len(line.section) > LONGEST_TITLE:
        yield SECTION


def _keep(
    session: Session, course_id: int, invited: Sequence[Invited], numbers: dict[str, int], fresh: Mapping[str, str], at: datetime
) -> None:
    last = session.scalar(select(func.max(Section.section)).where(Section.course_id == course_id)) or 0
    numbers = numbers | {key: number for number, key in enumerate(fresh, last + 1)}
    if fresh:
        rows = [{"course_id": course_id, "section": numbers[key], "title": title} for key, title in fresh.items()]
        session.execute(insert(Section), rows)
    if invited:
        session.execute(insert(Invitation), [_row(course_id, one, numbers, at) for one in invited])


def _row(course_id: int, one: Invited, numbers: dict[str, int], at: datetime) -> dict[str, object]:
    return {
        "course_id": course_id,
        "line": one.line.key,
        "token_hash": token_hash(one.token),
        "role": INVITED_AS[one.line.role],
        "section": numbers.get(section_key(one.line.section)),
        "called": one.line.called,
        "email": one.line.email,
        "reference": one.line.reference,
        "made_at": at,
        "ends_at": at + LASTS,
    }
