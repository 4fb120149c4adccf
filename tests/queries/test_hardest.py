"""What is hardest, against a log that can be counted by hand."""

import pytest

from quizapp.queries.hardest import Hard, hardest
from tests.learner import Learner
from tests.queries.logs import Entry, logs


def test_the_share_that_fails_at_least_is_the_lower_end_of_wilsons_interval() -> None:
    def lower(failed: int, answers: int) -> float:
        return Hard(1, "", "", "", answers, failed).surely_failed

    # as R's binom::binom.wilson(x, n) and statsmodels' proportion_confint(x, n, method="wilson") give it
    assert lower(5, 10) == pytest.approx(0.236593, abs=1e-5)
    assert lower(1, 2) == pytest.approx(0.094531, abs=1e-5)
    assert lower(3, 3) == pytest.approx(0.438503, abs=1e-5)
    assert lower(0, 4) == 0


def test_what_fails_most_surely_stands_first_and_what_was_asked_once_is_not_called_hard(student: Learner) -> None:
    logs(
        student,
        [
            *(Entry(0, day, 1) for day in range(6)),
            *(Entry(1, day, 1 if day % 2 else 4) for day in range(6)),
            *(Entry(2, day, 4) for day in range(6)),
            Entry(3, 0, 1),
            *(Entry(4, day, 1) for day in range(2)),
            *(Entry(5, 1, 1, {"kind": "drill"}) for _ in range(5)),
            *(Entry(6, day, 4, {"lowered_to": 2, "lowered_at": student.at}) for day in range(2)),
        ],
    )
    student.session.rollback()
    objectives = student.objectives()
    told = [(one.objective_id, one.failed, one.answers) for one in hardest(student.session, student.id, 10)]
    assert told == [(objectives[0], 6, 6), (objectives[4], 2, 2), (objectives[6], 2, 2), (objectives[1], 3, 6)]
    assert len(hardest(student.session, student.id, 2)) == 2


def test_nobody_elses_misses_are_told(student: Learner, outsider: Learner) -> None:
    logs(outsider, [Entry(0, day, 1) for day in range(3)])
    assert hardest(student.session, student.id, 10) == ()
