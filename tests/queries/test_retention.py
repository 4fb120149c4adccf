"""True retention, against a log that can be counted by hand."""

from quizapp.queries.retention import retention_by_age
from tests.learner import Learner
from tests.queries.logs import Entry, logs


def bands(student: Learner) -> list[tuple[int, int | None, int, int]]:
    student.session.rollback()
    return [(one.first_day, one.last_day, one.answers, one.passed) for one in retention_by_age(student.session, student.id)]


def after(days: int, **more: object) -> dict[str, object]:
    return {"interval_before": days, **more}


def test_who_has_answered_nothing_has_bands_without_anything(student: Learner) -> None:
    assert bands(student) == [(1, 1, 0, 0), (2, 6, 0, 0), (7, 20, 0, 0), (21, 59, 0, 0), (60, None, 0, 0)]


def test_each_answer_counts_in_the_band_of_the_interval_it_had_and_passes_from_grade_3_on(student: Learner) -> None:
    logs(
        student,
        [
            *(Entry(0, day, grade, after(1)) for day, grade in enumerate((5, 4, 3, 2, 0))),
            Entry(1, 1, 4, after(2)),
            Entry(1, 2, 4, after(6)),
            Entry(1, 3, 1, after(7)),
            Entry(1, 4, 4, after(20)),
            Entry(1, 5, 4, after(21)),
            Entry(1, 6, 4, after(59)),
            Entry(1, 7, 1, after(60)),
            Entry(1, 8, 4, after(36_500)),
        ],
    )
    assert bands(student) == [(1, 1, 5, 3), (2, 6, 2, 2), (7, 20, 2, 1), (21, 59, 2, 2), (60, None, 2, 1)]


def test_what_tells_nothing_of_memory_is_not_counted(student: Learner) -> None:
    logs(
        student,
        [
            Entry(0, 0, 4, after(0)),  # new
            Entry(0, 1, 4, after(1, kind="drill")),  # its answer just read
            Entry(0, 2, 4, after(1, undone_at=student.at)),  # taken back
            Entry(0, 3, 4, after(1, lowered_to=2, lowered_at=student.at)),  # a guess, as it turned out
        ],
    )
    assert bands(student)[0] == (1, 1, 1, 0)


def test_nobody_elses_answers_are_counted(student: Learner, outsider: Learner) -> None:
    logs(outsider, [Entry(0, 0, 4, after(1))])
    assert bands(student)[0] == (1, 1, 0, 0)
    assert bands(outsider)[0] == (1, 1, 1, 1)
