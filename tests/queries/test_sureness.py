"""Calibration and confident errors, against a log that can be counted by hand."""

from datetime import timedelta

from questions.responses import DontKnow, response_to_json
from quizapp.queries.sureness import confident_errors, sureness
from tests.learner import Learner
from tests.queries.logs import MONDAY, Entry, logs


def said(certainty: str | None, marks: int, **more: object) -> dict[str, object]:
    return {"certainty": certainty, "marks": marks, "maximum": 4, **more}


def calibration(student: Learner) -> dict[str, tuple[int, int]]:
    student.session.rollback()
    return {str(one.certainty): (one.answers, one.right) for one in sureness(student.session, student.id, student.at)}


def test_how_often_each_certainty_was_right_throughout(student: Learner) -> None:
    certain = [4] * 8 + [3, 0]
    logs(
        student,
        [
            *(Entry(place, 0, 4, said("certain", marks)) for place, marks in enumerate(certain)),
            Entry(20, 0, 4, said("fairly", 4)),
            Entry(21, 0, 1, said("fairly", 1)),
            Entry(22, 0, 3, said("guessing", 4)),
            Entry(23, 0, 4, said(None, 4)),
        ],
    )
    assert calibration(student) == {"certain": (10, 8), "fairly": (2, 1), "guessing": (1, 1)}


def test_what_tells_nothing_of_sureness_is_not_counted(student: Learner) -> None:
    logs(
        student,
        [
            Entry(0, 0, 5, said("certain", 4, kind="drill")),
            Entry(1, 0, 5, said("certain", 4, undone_at=student.at)),
            Entry(2, 0, 0, said("certain", 0, response=response_to_json(DontKnow()))),
        ],
    )
    assert calibration(student) == {"certain": (0, 0), "fairly": (0, 0), "guessing": (0, 0)}
    assert confident_errors(student.session, student.id, student.at) == ()


def test_a_confident_error_is_certain_and_under_half_of_the_marks(student: Learner) -> None:
    logs(
        student,
        [
            Entry(0, 0, 0, said("certain", 1)),
            Entry(0, 5, 0, said("certain", 0)),
            Entry(1, 1, 2, said("certain", 2)),  # half
            Entry(2, 1, 1, said("fairly", 0)),
            Entry(3, 2, 0, said("certain", 0)),
            Entry(3, 3, 4, said("guessing", 4)),
            Entry(4, 1, 0, said("certain", 0)),
            Entry(4, 2, 3, said("certain", 3)),
        ],
    )
    student.session.rollback()
    objectives = student.objectives()
    told = [(one.objective_id, one.times, one.day, one.right_since) for one in confident_errors(student.session, student.id, student.at)]
    assert told == [
        (objectives[0], 2, MONDAY + timedelta(days=5), False),
        (objectives[4], 1, MONDAY + timedelta(days=1), False),  # most of the marks are not all
        (objectives[3], 1, MONDAY + timedelta(days=2), True),
    ]


def test_nobody_elses_errors_are_told(student: Learner, outsider: Learner) -> None:
    logs(outsider, [Entry(0, 0, 0, said("certain", 0))])
    assert confident_errors(student.session, student.id, student.at) == ()
    assert len(confident_errors(outsider.session, outsider.id, outsider.at)) == 1


def test_a_drill_of_the_same_day_makes_no_error_right_since(student: Learner) -> None:
    logs(student, [Entry(0, 0, 0, said("certain", 0)), Entry(0, 0, 4, said("certain", 4, kind="drill"))])
    assert [one.right_since for one in confident_errors(student.session, student.id, student.at)] == [False]
