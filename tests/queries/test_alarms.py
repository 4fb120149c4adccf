from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.alarms import Alarm, alarms
from quizapp.queries.cards import own_card
from tests.learner import Learner
from tests.usecases.test_leeches import lapses

BANK = "metastatic-cancer"


def sinks(student: Learner, objective: int) -> None:
    """Let its easiness be what nine hard answers in a row would leave."""

    def change() -> None:
        begin_writing(student.session)
        student.session.scalars(own_card(student.id, objective)).one().easiness = 130

    changing(student.session, change)


def test_what_is_hard_for_most_comes_first_and_nobody_is_named(student: Learner, outsider: Learner) -> None:
    hard, harder, easy = student.objectives()[0], student.objectives()[10], student.objectives()[20]
    for learner in (student, outsider):
        for objective in (hard, harder, easy):
            learner.answers(objective)
    sinks(student, hard)
    sinks(student, harder)
    sinks(outsider, harder)
    found = alarms(student.session, BANK, 9)
    assert [(one.at_floor, one.leeches) for one in found] == [(2, 0), (1, 0)]
    assert all(isinstance(one, Alarm) and student.objective(one.key) in (hard, harder) for one in found)
    assert alarms(student.session, BANK, 1) == found[:1]
    assert alarms(student.session, "electrolytes", 9) == ()


def test_what_keeps_slipping_is_an_alarm_too(student: Learner) -> None:
    lapses(student, student.objectives()[0], 6)
    assert [(one.at_floor, one.leeches) for one in alarms(student.session, BANK, 9)] == [(0, 1)]
