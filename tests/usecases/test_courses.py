"""Courses: who gets in, as what, and what leaving means."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TypeVar

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.models import Course, Enrolment, Invitation, Section
from quizapp.models.transactions import begin_writing
from quizapp.models.transactions import changing as in_one_go
from quizapp.queries.assignments import assignments_of
from quizapp.queries.courses import own_places, people_of, place_in
from quizapp.usecases.accept_invitation import accept_invitation
from quizapp.usecases.add_section import ENOUGH, add_section
from quizapp.usecases.archive_course import archive_course
from quizapp.usecases.change_enrolment import change_enrolment
from quizapp.usecases.copy_course import copy_course
from quizapp.usecases.course_codes import ALPHABET, grouped
from quizapp.usecases.end_course_code import end_course_code
from quizapp.usecases.enrolling import FULL, PATIENTS
from quizapp.usecases.erase_person import erase_person
from quizapp.usecases.exam_terms import ExamTerms
from quizapp.usecases.hand_over_course import hand_over_course
from quizapp.usecases.invite_people import REFERENCE, TOO_MANY, Line, Roster, invite_people
from quizapp.usecases.inviting import LASTS
from quizapp.usecases.join_course import WRONG, join_course
from quizapp.usecases.leave_course import leave_course
from quizapp.usecases.open_course import open_course
from quizapp.usecases.pseudonyms import BIRDS, COLOURS, new_pseudonym
from quizapp.usecases.remove_section import remove_section
from quizapp.usecases.renew_course_code import renew_course_code
from quizapp.usecases.set_assignment import Picked, set_assignment
from quizapp.usecases.take_back_invitation import take_back_invitation
from quizapp.usecases.throttling import Throttled
from tests.learner import KEY, MONDAY_NOON, Learner, published, signs_up

T = TypeVar("T")


def changing(session: Session, change: Callable[[], T]) -> T:
    """Do a change as the pages do: in a transaction that writes from its beginning."""

    def once() -> T:
        begin_writing(session)
        return change()

    return in_one_go(session, once)


@pytest.fixture
def instructor(session: Session) -> Learner:
    return signs_up(session, "instructor")


@pytest.fixture
def course(session: Session, instructor: Learner) -> Course:
    outcome = changing(session, lambda: open_course(session, instructor.signed_up.person, " Oncology  nursing ", "UTC", MONDAY_NOON))
    assert isinstance(outcome, Course)
    return outcome


@pytest.fixture
def code(session: Session, course: Course) -> str:
    return changing(session, lambda: renew_course_code(session, course, MONDAY_NOON))


def joins(learner: Learner, code: str, called: str = "Ann Lee") -> object:
    person = learner.signed_up.person
    return changing(learner.session, lambda: join_course(learner.session, person, code, called, "192.0.2.1", learner.at, KEY))


def roles(session: Session, course: Course) -> dict[str, str]:
    session.rollback()
    return {member.enrolment.called: member.enrolment.role for member in people_of(session, course.id)}


def test_whoever_opens_a_course_owns_it(session, course):
    assert course.title == "Oncology nursing"
    assert roles(session, course) == {"instructor": "owner"}


@pytest.mark.parametrize(
    ("title", "zone", "field"), [("", "UTC", "title"), ("x" * 121, "UTC", "title"), ("a\0b", "UTC", "title"), ("a", "Mars", "zone")]
)
def test_a_course_that_is_badly_described_is_not_opened(session, instructor, title, zone, field):
    outcome = open_course(session, instructor.signed_up.person, title, zone, MONDAY_NOON)
    assert isinstance(outcome, dict)
    assert set(outcome) == {field}
    assert session.scalar(select(Course)) is None


def test_a_learner_joins_by_the_code_however_it_is_typed(session, course, code):
    assert re.fullmatch(f"[{ALPHABET}]{{8}}", code)
    assert not set("IL1O0") & set(ALPHABET)
    ann = signs_up(session, "ann")
    place = joins(ann, f" {grouped(code).lower()} ")
    assert isinstance(place, Enrolment)
    assert roles(session, course) == {"instructor": "owner", "Ann Lee": "learner"}


def test_joining_twice_is_joining_once(session, course, code):
    ann = signs_up(session, "ann")
    first = joins(ann, code)
    assert isinstance(first, Enrolment)
    joined, pseudonym = first.joined_at, first.pseudonym
    ann.let_pass(days=1)
    again = joins(ann, code, "Somebody Else")
    assert isinstance(again, Enrolment)
    assert (again.joined_at, again.pseudonym, again.called) == (joined, pseudonym, "Ann Lee")


def test_a_code_that_was_renewed_or_ended_or_is_old_opens_nothing(session, course, code):
    ann = signs_up(session, "ann")
    ann.let_pass(days=60)
    assert joins(ann, code) == {"code": WRONG}
    fresh = changing(session, lambda: renew_course_code(session, course, ann.at))
    assert joins(ann, code) == {"code": WRONG}
    changing(session, lambda: end_course_code(session, course))
    assert joins(ann, fresh) == {"code": WRONG}


def test_codes_cannot_be_tried_without_end(session, course, code):
    ann = signs_up(session, "ann")
    for _ in range(10):
        assert joins(ann, "AAAAAAAA") == {"code": WRONG}
    assert isinstance(joins(ann, code), Throttled)
    ann.let_pass(minutes=16)
    assert isinstance(joins(ann, code), Enrolment)


def test_a_patients_account_stays_outside_every_course(session, course, code):
    patient = signs_up(session, "pat", audience="patient")
    assert joins(patient, code) == {"code": PATIENTS}


def test_a_full_course_says_so(session, course, code, monkeypatch):
    monkeypatch.setattr("quizapp.usecases.enrolling.MOST_PEOPLE", 1)
    assert joins(signs_up(session, "ann"), code) == {"code": FULL}


def test_no_two_people_of_a_course_have_one_pseudonym(session, course, code):
    people = [joins(signs_up(session, f"learner-{number}"), code, f"Learner {number}") for number in range(40)]
    pseudonyms = {place.pseudonym for place in people if isinstance(place, Enrolment)}
    assert len(pseudonyms) == 40
    assert all(not re.search(r"learner|\d", name, re.IGNORECASE) for name in pseudonyms)


def test_who_leaves_is_gone_and_comes_back_to_the_same_place(session, course, code):
    ann = signs_up(session, "ann")
    place = joins(ann, code)
    assert isinstance(place, Enrolment)
    pseudonym = place.pseudonym
    changing(session, lambda: leave_course(session, place, ann.at, take_along=False))
    assert not session.execute(own_places(ann.id)).all()
    assert session.execute(place_in(ann.id, course.id)).one_or_none() is None
    ann.let_pass(days=3)
    again = joins(ann, code)
    assert isinstance(again, Enrolment)
    assert (again.pseudonym, again.joined_at, again.left_at) == (pseudonym, ann.at, None)


def test_who_takes_everything_along_leaves_not_even_a_name(session, course, code):
    ann = signs_up(session, "ann")
    place = joins(ann, code)
    assert isinstance(place, Enrolment)
    changing(session, lambda: leave_course(session, place, ann.at, take_along=True))
    assert place.withdrawn
    assert place.called == place.pseudonym


def test_an_owner_hands_over_before_leaving(session, course, code, instructor):
    own = session.execute(place_in(instructor.id, course.id)).one()[1]
    assert isinstance(leave_course(session, own, MONDAY_NOON, take_along=False), dict)
    session.rollback()
    ann = signs_up(session, "ann")
    place = joins(ann, code)
    assert isinstance(place, Enrolment)
    changing(session, lambda: change_enrolment(session, place, "instructor", "", "Ann Lee", MONDAY_NOON))
    changing(session, lambda: hand_over_course(session, own, place))
    assert roles(session, course) == {"instructor": "instructor", "Ann Lee": "owner"}


def test_nobody_becomes_an_owner_by_a_change_of_role(session, course, code, instructor):
    place = joins(signs_up(session, "ann"), code)
    assert isinstance(place, Enrolment)
    own = session.execute(place_in(instructor.id, course.id)).one()[1]
    for whose, role in ((place, "owner"), (own, "learner"), (place, "emperor")):
        assert isinstance(change_enrolment(session, whose, role, "", "Ann", MONDAY_NOON), dict)
    assert isinstance(change_enrolment(session, place, "learner", "99", "Ann", MONDAY_NOON), dict)


def test_a_course_whose_owner_is_erased_goes_to_who_taught_in_it_the_longest(session, course, code, instructor):
    places = []
    for number, name in enumerate(("ann", "ben")):
        learner = signs_up(session, name)
        learner.let_pass(days=number)
        place = joins(learner, code, name)
        assert isinstance(place, Enrolment)
        places.append(place)
    for place in places:
        changing(session, partial(change_enrolment, session, place, "instructor", "", place.called, MONDAY_NOON))
    changing(session, lambda: erase_person(session, instructor.id, KEY))
    assert roles(session, course) == {"ann": "owner", "ben": "instructor"}


def test_a_course_that_nobody_else_teaches_goes_with_its_owner(session, course, code, instructor):
    ann = signs_up(session, "ann")
    joins(ann, code)
    changing(session, lambda: erase_person(session, instructor.id, KEY))
    session.rollback()
    assert session.scalar(select(Course)) is None
    assert not session.execute(own_places(ann.id)).all()


def test_an_archived_course_lets_nobody_in(session, course, code):
    changing(session, lambda: archive_course(session, course, MONDAY_NOON))
    assert joins(signs_up(session, "ann"), code) == {"code": WRONG}


def test_a_copy_has_the_sections_and_none_of_the_people(session, course, code, instructor):
    joins(signs_up(session, "ann"), code)
    changing(session, lambda: add_section(session, course, "Ward 3"))
    made = changing(session, lambda: copy_course(session, course, instructor.signed_up.person, MONDAY_NOON))
    assert roles(session, made) == {"instructor": "owner"}
    assert session.scalars(select(Section.title).where(Section.course_id == made.id)).all() == ["Ward 3"]


def test_a_copy_has_what_is_set_without_dates(session, course, instructor, bank):
    published(session, bank)
    terms = ExamTerms(True, "3", "2", "20", "60")
    everything = Picked(banks=[bank.name])
    changing(
        session,
        lambda: set_assignment(session, course, "End", [], "", "2026-03-02", "2026-03-20", MONDAY_NOON, picked=everything, exam=terms),
    )
    copied = changing(session, lambda: copy_course(session, course, instructor.signed_up.person, MONDAY_NOON))
    (one, held), (other, other_held) = (session.execute(assignments_of(id)).one() for id in (course.id, copied.id))
    assert (other.title, other.number, other.attempts, other.seconds, other.pass_mark, other_held) == ("End", 3, 2, 1200, 60, held)
    assert other.opens_at is other.due_at is None
    assert other.seed != one.seed


def test_whoever_was_in_a_section_that_is_taken_out_stays_in_the_course(session, course, code):
    place = joins(signs_up(session, "ann"), code)
    assert isinstance(place, Enrolment)
    section = changing(session, lambda: add_section(session, course, "Ward 3"))
    assert isinstance(section, Section)
    assert isinstance(add_section(session, course, " Ward  3"), dict)
    changing(session, lambda: change_enrolment(session, place, "learner", str(section.section), "Ann Lee", MONDAY_NOON))
    assert [member.section for member in people_of(session, course.id)] == [None, "Ward 3"]
    assert changing(session, lambda: remove_section(session, course.id, section.section))
    session.rollback()
    assert [member.section for member in people_of(session, course.id)] == [None, None]


def invites(session: Session, course: Course, *lines: Line, only_look: bool = False) -> Roster:
    return changing(session, lambda: invite_people(session, course, lines, MONDAY_NOON, only_look=only_look))


ANN = Line(2, "Ann Lee", "ann@example.org", "17", "Ward 3")
BEN = Line(3, "Ben Ode", "", "", "Ward 4", "reviewer")


def test_a_roster_makes_no_more_sections_than_a_course_may_have(session, course):
    lines = [Line(number, f"Learner {number}", section=f"Ward {number}") for number in range(1, 103)]
    changing(session, lambda: add_section(session, course, "Ward 0"))
    outcome = changing(session, lambda: invite_people(session, course, lines, MONDAY_NOON))
    assert [(bad.number, bad.why) for bad in outcome.bad] == [(number, ENOUGH) for number in (100, 101, 102)]
    assert session.scalars(select(Section.title)).all() == ["Ward 0"]


def test_no_more_invitations_wait_than_a_course_may_have(session, course, monkeypatch):
    monkeypatch.setattr("quizapp.usecases.invite_people.MOST_WAITING", 3)
    lines = [Line(number, f"Learner {number}") for number in range(2, 7)]
    assert [(bad.number, bad.why) for bad in invites(session, course, *lines, only_look=True).bad] == [(5, TOO_MANY)]
    assert not invites(session, course, *lines[:2]).bad
    (bad,) = invites(session, course, *lines).bad
    assert bad.number == 5
    assert len(session.scalars(select(Invitation)).all()) == 2
    first = session.scalars(select(Invitation)).first()
    changing(session, lambda: take_back_invitation(session, first))
    assert not invites(session, course, *lines[1:4]).bad


def test_a_roster_makes_an_invitation_and_a_section_for_each_line_once(session, course):
    first = invites(session, course, ANN, BEN)
    assert [one.line for one in first.new] == [ANN, BEN]
    assert first.sections == ("Ward 3", "Ward 4")
    again = invites(session, course, ANN, BEN)
    assert (again.new, again.before, again.sections) == ((), 2, ())
    assert len(session.scalars(select(Invitation)).all()) == 2


def test_looking_first_changes_nothing(session, course):
    looked = invites(session, course, ANN, BEN, only_look=True)
    assert len(looked.new) == 2
    session.rollback()
    assert session.scalar(select(Invitation)) is None
    assert session.scalar(select(Section)) is None


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (Line(7, ""), "Write a name in this line"),
        (Line(7, "Cid", "cid@"), "whole e-mail address"),
        (Line(7, "Cid", role="boss"), "role"),
        (Line(7, "Cid", section="x" * 121), "section"),
        (Line(7, "Cid", reference="9" * 61), "student number"),
        (Line(7, "C\0id"), "cannot be read"),
        (Line(7, "Another Ann", "ANN@example.org"), "line %(other)s"),
    ],
)
def test_one_bad_line_is_named_and_nothing_is_kept(session, course, line, says):
    outcome = invites(session, course, ANN, line)
    assert [bad.number for bad in outcome.bad] == [7]
    assert says in outcome.bad[0].why
    assert session.scalar(select(Invitation)) is None


def test_an_invitation_gives_its_place_once(session, course):
    (invited,) = invites(session, course, ANN).new
    ann, other = signs_up(session, "ann"), signs_up(session, "other")
    place = changing(session, lambda: accept_invitation(session, ann.signed_up.person, invited.token, MONDAY_NOON))
    assert isinstance(place, Enrolment)
    assert (place.called, place.reference, place.section) == ("Ann Lee", "17", 1)
    assert changing(session, lambda: accept_invitation(session, other.signed_up.person, invited.token, MONDAY_NOON)) is None
    assert changing(session, lambda: accept_invitation(session, other.signed_up.person, "made up", MONDAY_NOON)) is None


def test_an_invitation_ends(session, course):
    (invited,) = invites(session, course, ANN).new
    ann = signs_up(session, "ann")
    late = MONDAY_NOON + LASTS + timedelta(seconds=1)
    assert changing(session, lambda: accept_invitation(session, ann.signed_up.person, invited.token, late)) is None


def test_a_roster_says_the_same_whether_or_not_somebody_has_an_account(session, course):
    signs_up(session, "ann@example.org")
    known, unknown = invites(session, course, ANN), invites(session, course, Line(2, "Ann Lee", "nobody@example.org", "18"))
    assert (len(known.new), known.before, known.bad) == (len(unknown.new), unknown.before, unknown.bad)


def test_what_an_invitation_kept_of_somebody_goes_with_them(session, course):
    (invited,) = invites(session, course, ANN).new
    ann = signs_up(session, "ann")
    changing(session, lambda: accept_invitation(session, ann.signed_up.person, invited.token, MONDAY_NOON))
    changing(session, lambda: erase_person(session, ann.id, KEY))
    session.rollback()
    assert session.scalar(select(Invitation)) is None


def test_two_thousand_lines_take_moments(session, course):
    lines = [
        Line(number, f"Learner {number}", f"learner-{number}@example.org", str(number), f"Ward {number % 4}") for number in range(2000)
    ]
    outcome = invites(session, course, *lines)
    assert len(outcome.new) == 2000
    assert invites(session, course, *lines).before == 2000


def test_an_account_for_patients_neither_opens_a_course_nor_uses_an_invitation(session, course):
    patient = signs_up(session, "pat", audience="patient")
    assert open_course(session, patient.signed_up.person, "Mine", "UTC", MONDAY_NOON) == {"title": PATIENTS}
    (invited,) = invites(session, course, ANN).new
    outcome = changing(session, lambda: accept_invitation(session, patient.signed_up.person, invited.token, MONDAY_NOON))
    assert outcome == {"invitation": PATIENTS}


def test_whoever_is_in_the_course_leaves_an_invitation_to_whom_it_is_for(session, course, instructor):
    (invited,) = invites(session, course, ANN).new
    mine = changing(session, lambda: accept_invitation(session, instructor.signed_up.person, invited.token, MONDAY_NOON))
    assert isinstance(mine, Enrolment)
    assert mine.role == "owner"
    ann = signs_up(session, "ann")
    place = changing(session, lambda: accept_invitation(session, ann.signed_up.person, invited.token, MONDAY_NOON))
    assert isinstance(place, Enrolment)
    assert place.called == "Ann Lee"


def test_who_joined_by_the_code_gets_the_number_and_section_of_their_invitation(session, course, code):
    (invited,) = invites(session, course, ANN).new
    ann = signs_up(session, "ann")
    assert isinstance(joins(ann, code), Enrolment)
    place = changing(session, lambda: accept_invitation(session, ann.signed_up.person, invited.token, MONDAY_NOON))
    assert isinstance(place, Enrolment)
    assert (place.reference, place.section) == ("17", 1)
    other = signs_up(session, "other")
    assert changing(session, lambda: accept_invitation(session, other.signed_up.person, invited.token, MONDAY_NOON)) is None


def test_somebody_with_a_number_of_their_own_leaves_the_invitation_of_another(session, course, code):
    (invited,) = invites(session, course, ANN).new
    ben = signs_up(session, "ben")
    place = joins(ben, code)
    assert isinstance(place, Enrolment)
    changing(session, lambda: change_enrolment(session, place, "learner", "", "Ben", MONDAY_NOON, reference=" 18 "))
    assert place.reference == "18"
    assert changing(session, lambda: change_enrolment(session, place, "learner", "", "Ben", MONDAY_NOON, reference="1" * 61)) == {
        "reference": REFERENCE
    }
    changing(session, lambda: accept_invitation(session, ben.signed_up.person, invited.token, MONDAY_NOON))
    assert (place.reference, place.section) == ("18", None)


def test_who_left_can_be_invited_again(session, course):
    (invited,) = invites(session, course, ANN).new
    ann = signs_up(session, "ann")
    place = changing(session, lambda: accept_invitation(session, ann.signed_up.person, invited.token, MONDAY_NOON))
    assert isinstance(place, Enrolment)
    changing(session, lambda: leave_course(session, place, MONDAY_NOON, take_along=True))
    assert len(invites(session, course, ANN).new) == 1


def test_a_name_that_is_an_address_is_not_shown_to_a_course(session):
    ann = signs_up(session, "ann@example.org")
    mine = changing(session, lambda: open_course(session, ann.signed_up.person, "Mine", "UTC", MONDAY_NOON))
    assert isinstance(mine, Course)
    assert roles(session, mine) == {"ann": "owner"}


def test_what_was_answered_in_another_role_stays_unseen(session, course, code):
    ann = signs_up(session, "ann")
    place = joins(ann, code)
    assert isinstance(place, Enrolment)
    later = MONDAY_NOON + timedelta(days=3)
    changing(session, lambda: change_enrolment(session, place, "reviewer", "", "Ann Lee", later))
    assert place.joined_at == MONDAY_NOON
    changing(session, lambda: change_enrolment(session, place, "learner", "", "Ann Lee", later))
    assert place.joined_at == later


def test_a_pseudonym_is_found_where_all_are_taken():
    taken = {f"{colour} {bird}" for colour in COLOURS for bird in BIRDS}
    assert new_pseudonym(taken) not in taken
    (free,) = sorted(taken)[:1]
    assert new_pseudonym(taken - {free}) == free
