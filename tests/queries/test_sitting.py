from datetime import date

from quizapp.models.transactions import changing
from quizapp.queries.sitting import Sitting, days_this_week, sitting, summary
from quizapp.usecases.suspend_objective import suspend_objective
from tests.learner import Learner


def now(student: Learner) -> Sitting:
    return sitting(student.session, student.signed_up.person, student.at)


def limit(student: Learner, new_a_day: int) -> None:
    from quizapp.models.transactions import begin_writing, changing

    def change() -> None:
        begin_writing(student.session)
        student.signed_up.person.new_a_day = new_a_day

    changing(student.session, change)


def test_before_the_first_answer_the_first_question_comes(student: Learner) -> None:
    assert now(student) == Sitting(answered=0, done=0, number=1, of=10, minutes_left=6, portion_done=False)


def test_each_answer_moves_the_sitting_on(student: Learner) -> None:
    for objective in student.objectives()[:3]:
        student.answers(objective)
        student.let_pass(minutes=29)
    there = now(student)
    assert (there.answered, there.done, there.number, there.portion_done) == (3, 3, 4, False)


def test_half_an_hour_of_rest_ends_a_sitting(student: Learner) -> None:
    student.answers(student.objectives()[0])
    student.let_pass(minutes=30)
    assert (now(student).answered, now(student).number) == (0, 1)


def test_twelve_answers_are_a_portion_and_the_next_one_begins_another(student: Learner) -> None:
    limit(student, 20)
    objectives = student.objectives()
    for objective in objectives[:12]:
        student.answers(objective)
    assert (now(student).done, now(student).number, now(student).portion_done) == (12, 1, True)
    student.answers(objectives[12])
    assert (now(student).done, now(student).number, now(student).portion_done) == (1, 2, False)


def test_a_question_that_comes_once_more_lets_no_count_grow(student: Learner) -> None:
    limit(student, 2)
    missed, other = student.objectives()[:2]
    assert (now(student).number, now(student).of, now(student).again) == (1, 2, 0)
    for times in range(3):
        student.answers(missed, right=False)
        there = now(student)
        assert (there.number, there.of, there.again, there.seen, there.repeated) == (2, 2, 1, frozenset([missed]), times > 0)
    student.answers(other)
    assert (now(student).done, now(student).of, now(student).again, now(student).repeated) == (2, 2, 1, False)
    student.answers(missed)
    assert (now(student).done, now(student).of, now(student).again, now(student).repeated) == (2, 2, 0, True)


def test_in_a_portion_that_is_full_what_comes_once_more_takes_the_place_of_others(student: Learner) -> None:
    limit(student, 20)
    first, *others = student.objectives()
    student.answers(first, right=False)
    counted = [now(student).of]
    for place, objective in enumerate(others[:11]):
        student.answers(first if place in (3, 7) else objective, right=False)
        counted.append(now(student).of)
    assert counted[:-1] == [12, 12, 12, 12, 11, 11, 11, 11, 10, 10, 10]
    there = now(student)
    assert (there.portion_done, there.done) == (True, 10)


def test_what_was_missed_in_a_portion_before_is_counted_in_the_next_one(student: Learner) -> None:
    limit(student, 12)
    first, *others = student.objectives()[:12]
    student.answers(first, right=False)
    for objective in others:
        student.answers(objective)
    assert (now(student).portion_done, now(student).number, now(student).of, now(student).again) == (True, 1, 1, 0)
    student.answers(first, right=False)
    assert (now(student).number, now(student).of, now(student).again) == (2, 1, 1)


def test_an_answer_taken_back_is_not_counted(student: Learner) -> None:
    before = now(student)
    student.answers(student.objectives()[0])
    student.undoes()
    assert now(student) == before


def test_the_summary_tells_what_was_got_and_what_to_look_at_again(student: Learner) -> None:
    got, missed, mended = student.objectives()[:3]
    student.answers(got)
    student.answers(missed, right=False)
    student.answers(mended, right=False)
    student.answers(mended)
    found = summary(student.session, student.signed_up.person, student.at)
    assert [one.objective_id for one in found.got] == [got, mended]
    assert [(one.objective_id, one.turn, one.due) for one in found.again] == [(missed, 1, date(2026, 3, 3))]
    assert found.days_this_week == 1


def test_what_rests_is_not_to_be_looked_at_again_and_a_guess_is_called_one(student: Learner) -> None:
    missed, guessed, *_ = student.objectives()
    student.answers(missed, right=False)
    student.answers(guessed, sure="guessing")
    found = summary(student.session, student.signed_up.person, student.at)
    assert [(one.objective_id, one.guessed) for one in found.again] == [(missed, False), (guessed, True)]
    changing(student.session, lambda: suspend_objective(student.session, student.id, missed, student.at))
    found = summary(student.session, student.signed_up.person, student.at)
    assert [one.objective_id for one in found.again] == [guessed]
    assert found.answered == 2


def test_the_summary_stays_when_the_sitting_is_over_and_holds_its_last_portion(student: Learner) -> None:
    limit(student, 20)
    for objective in student.objectives()[:14]:
        student.answers(objective)
    student.let_pass(hours=3)
    found = summary(student.session, student.signed_up.person, student.at)
    assert [one.objective_id for one in found.got] == list(student.objectives()[12:14])


def test_the_summary_of_nothing_is_empty(student: Learner, outsider: Learner) -> None:
    student.answers(student.objectives()[0])
    found = summary(outsider.session, outsider.signed_up.person, outsider.at)
    assert (found.got, found.again, found.days_this_week) == ((), (), 0)


def test_days_are_counted_from_monday_on_and_each_once(student: Learner) -> None:
    objectives = student.objectives()
    for place, hours in enumerate([0, 2, 24, 72]):
        student.at = student.at.replace(day=2)
        student.let_pass(hours=hours)
        student.answers(objectives[place])
    assert days_this_week(student.session, student.id, date(2026, 3, 8)) == 3
    assert days_this_week(student.session, student.id, date(2026, 3, 3)) == 2
    assert days_this_week(student.session, student.id, date(2026, 3, 9)) == 0
