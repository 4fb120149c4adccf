"""Whole days of studying in a real browser: with a mouse, without scripts, with keys alone and on a phone."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from quizapp.queries.reviews import answered
from tests.amounts import LONG
from tests.learner import signs_up
from tests.ui.hands import Hand, Keys, Mouse, Phone, WithoutScripts
from tests.ui.site import Site
from tests.ui.student import Student
from tests.ui.watch import Devices
from tests.ui.ways import WAYS, WEEKS, meets_every_way, others_first


@pytest.mark.parametrize(
    ("hand", "days"),
    [(Mouse, (0, 1, 8) if LONG else (0, 1)), (WithoutScripts, (0,)), (Keys, (0,)), (Phone, (0,))],
    ids=["mouse", "without scripts", "keys alone", "phone"],
)
def test_every_way_of_answering_comes_back_when_sm_2_says(site: Site, devices: Devices, hand: type[Hand], days: Sequence[int]) -> None:
    for number in range(len(others_first(site.knowledge()))):
        signs_up(site.session, f"other{number}")
    site.session.rollback()  # so that it sees who signs up from here on
    student = Student(site, hand(devices.open(**hand.device)))
    student.signs_up()
    student.starts_everything()
    _weeks_pass(student)
    student.signs_in()
    began = site.clock.at
    for day in days:
        site.clock.at = began + timedelta(days=day)
        due = student.mind.due(student.today)
        met = set(student.mind.cards)
        asked = student.lives_a_day()
        assert asked & met <= due
        assert all(_waits_for(site, one, asked) for one in due - asked)
    assert student.wrong == student.right == set(WAYS)
    _holds_what_sm_2_says(student, days)


def _weeks_pass(student: Student) -> None:
    """On another device, as long as every way of answering is due on one day."""
    learner = student.device
    student.site.clock.let_pass(days=WEEKS.days)
    for objective in meets_every_way(learner, student.site.knowledge(), student.site.clock.at).values():
        student.mind.cards[objective] = [answered(review) for review in learner.log(objective)]


def _waits_for(site: Site, objective: int, asked: set[int]) -> bool:
    """Whether a sibling that was asked today keeps this objective for another day."""
    known = site.knowledge().objectives
    one, others = known[site.key_of(objective)], [known[site.key_of(other)] for other in asked]
    return any(one.fact == other.fact for other in others)


def _holds_what_sm_2_says(student: Student, days: Sequence[int]) -> None:
    """New on the first day and right each time: a day, six days, and fifteen after them, as the method's own table has it."""
    waits = [1, 6, 15]
    for objective, answers in student.mind.cards.items():
        scheduled = [one for one in answers if one.kind == "scheduled"]
        if all(one.grade == 4 for one in scheduled):
            assert student.device.card(objective).memory.interval == ([*waits, 38, 95])[len(scheduled) - 1]
    new = [answers for answers in student.mind.cards.values() if answers[0].study_day == student.today - timedelta(days=days[-1])]
    assert len(new) >= 5
    if len(days) == 3:
        assert any([one.kind for one in answers if one.kind == "scheduled"] == ["scheduled"] * 3 for answers in new)
