from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from quizapp.models import Person
from quizapp.models.transactions import changing
from quizapp.queries.today import study_day_of, today
from quizapp.usecases.change_settings import change_settings
from quizapp.usecases.wording import Problems
from tests.learner import Learner, signs_up

GIVEN = {"reviews_a_day": "60", "new_a_day": "10", "zone": "UTC", "language": "en"}


def changes(learner: Learner, **given: str) -> Person | Problems:
    whole = {**GIVEN, **given}
    return changing(
        learner.session,
        lambda: change_settings(
            learner.session,
            learner.id,
            learner.at,
            reviews_a_day=whole["reviews_a_day"],
            new_a_day=whole["new_a_day"],
            zone=whole["zone"],
            language=whole["language"],
            languages=("en", "de"),
        ),
    )


def day_of(learner: Learner, at: str) -> date:
    learner.at = datetime.fromisoformat(at).replace(tzinfo=UTC)
    return study_day_of(learner.session, learner.signed_up.person, learner.at)


def test_limits_count_at_once_for_the_day_that_goes_on(student: Learner) -> None:
    def new() -> tuple[int, int]:
        day = today(student.session, student.signed_up.person, student.at)
        return day.new, day.held_new

    ten, held = new()
    assert ten == 10
    changes(student, new_a_day="12")
    assert new() == (12, held - 2)
    for objective in student.objectives()[:3]:
        student.answers(objective)
    changes(student, reviews_a_day="2", new_a_day="2")
    assert new()[0] == 0
    assert today(student.session, student.signed_up.person, student.at).waiting == 0


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"reviews_a_day": "0"}, "reviews_a_day"),
        ({"reviews_a_day": "501"}, "reviews_a_day"),
        ({"reviews_a_day": "many"}, "reviews_a_day"),
        ({"reviews_a_day": "²"}, "reviews_a_day"),
        ({"reviews_a_day": "9" * 5000}, "reviews_a_day"),
        ({"new_a_day": "-1"}, "new_a_day"),
        ({"new_a_day": "101", "reviews_a_day": "500"}, "new_a_day"),
        ({"new_a_day": "11", "reviews_a_day": "10"}, "new_a_day"),
        ({"new_a_day": ""}, "new_a_day"),
        ({"zone": "Europe/Atlantis"}, "zone"),
        ({"zone": "../../etc/passwd"}, "zone"),
        ({"language": "fr"}, "language"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field_and_changes_nothing(session: Session, given: dict[str, str], field: str) -> None:
    learner = signs_up(session)
    problems = changes(learner, **given)
    assert isinstance(problems, dict)
    assert set(problems) == {field}
    person = learner.signed_up.person
    assert (person.reviews_a_day, person.new_a_day, person.zone, person.language) == (60, 10, "UTC", "en")


@pytest.mark.parametrize(("reviews", "new"), [("1", "0"), ("1", "1"), ("500", "100"), (" 70 ", "7")])
def test_what_is_offered_is_kept(session: Session, reviews: str, new: str) -> None:
    learner = signs_up(session)
    person = changes(learner, reviews_a_day=reviews, new_a_day=new, language="de")
    assert isinstance(person, Person)
    assert (person.reviews_a_day, person.new_a_day, person.language) == (int(reviews), int(new), "de")


def test_a_new_zone_counts_from_the_next_study_day_on(session: Session) -> None:
    learner = signs_up(session, zone="America/New_York")
    assert day_of(learner, "2026-06-02 00:00") == date(2026, 6, 1)  # eight in the evening there
    changes(learner, zone="Asia/Tokyo")
    assert day_of(learner, "2026-06-02 07:59") == date(2026, 6, 1)
    assert day_of(learner, "2026-06-02 08:00") == date(2026, 6, 2)
    assert day_of(learner, "2026-06-02 19:00") == date(2026, 6, 3)  # four in the morning in Tokyo


def test_the_zone_that_counts_holds_out_while_somebody_changes_their_mind(session: Session) -> None:
    learner = signs_up(session, zone="America/New_York")
    day_of(learner, "2026-06-02 00:00")
    changes(learner, zone="Asia/Tokyo")
    learner.let_pass(hours=1)
    changes(learner, zone="Europe/Berlin")
    assert day_of(learner, "2026-06-02 07:59") == date(2026, 6, 1)
    assert day_of(learner, "2026-06-03 01:59") == date(2026, 6, 2)  # before four in Berlin, and long after it in Tokyo
    assert day_of(learner, "2026-06-03 02:00") == date(2026, 6, 3)


def test_the_same_zone_again_is_no_move(session: Session) -> None:
    learner = signs_up(session)
    person = changes(learner, reviews_a_day="20")
    assert isinstance(person, Person)
    assert (person.moved_from, person.moved_at) == (None, None)


def test_an_answer_on_the_day_of_the_move_is_logged_in_the_old_zone_and_none_goes_back(student: Learner) -> None:
    first, second, third = student.objectives()[:3]
    student.at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    changes(student, zone="Pacific/Honolulu")
    student.answers(first)
    student.at = datetime(2026, 3, 3, 12, tzinfo=UTC)  # two in the morning of 3 March in Honolulu: its study day is 2 March
    student.answers(second)
    student.at = datetime(2026, 3, 3, 14, tzinfo=UTC)
    student.answers(third)
    logged = [(review.zone, review.study_day) for one in (first, second, third) for review in student.log(one)]
    assert logged == [("UTC", date(2026, 3, 2)), ("Pacific/Honolulu", date(2026, 3, 2)), ("Pacific/Honolulu", date(2026, 3, 3))]
