from quizapp.models.transactions import changing
from quizapp.queries.practice import Choice
from quizapp.scheduling.cards import CardState
from quizapp.usecases.reset_topic import reset_topic
from quizapp.usecases.take_back_reset import take_back_reset
from tests.learner import Learner
from tests.usecases.attempts import answers, begins, looks_at

BANK = "metastatic-cancer"


def resets(student: Learner, topic: str = "spread", bank: str = BANK) -> int:
    return changing(student.session, lambda: reset_topic(student.session, student.id, bank, topic, student.at))


def takes_back(student: Learner, topic: str = "spread") -> int:
    return changing(student.session, lambda: take_back_reset(student.session, student.id, BANK, topic, student.at))


def kidney(student: Learner) -> int:
    return student.objective("metastatic-cancer/spread.kidney#sites")


def studied_for_two_days(student: Learner) -> int:
    for _ in range(2):
        student.answers(kidney(student))
        student.let_pass(days=1)
    return kidney(student)


def test_a_topic_is_new_again_and_its_answers_stay_in_the_log_and_count_nowhere(student: Learner) -> None:
    objective = studied_for_two_days(student)
    assert resets(student) == 2
    assert student.card(objective) == CardState() == student.folded(objective)
    assert [(one.undone_at, one.reset_at) for one in student.log(objective)] == [(student.at, student.at)] * 2


def test_a_turn_is_never_used_again(student: Learner) -> None:
    objective = studied_for_two_days(student)
    resets(student)
    assert (student.asked(objective).turn, student.answers(objective).turn) == (3, 3)
    assert [one.step for one in student.log(objective)] == [0, 1, 0]


def test_other_topics_and_other_learners_keep_all_they_know(student: Learner, outsider: Learner) -> None:
    elsewhere = next(one for one in student.objectives() if "spread" not in student.asked(one).item.objective)
    student.answers(elsewhere)
    outsider.answers(kidney(outsider))
    before = student.card(elsewhere), outsider.card(kidney(outsider))
    studied_for_two_days(student)
    resets(student)
    assert (student.card(elsewhere), outsider.card(kidney(outsider))) == before


def test_an_answer_that_had_been_taken_back_is_none_of_the_resets(student: Learner) -> None:
    objective = kidney(student)
    student.answers(objective)
    student.undoes()
    student.let_pass(minutes=1)
    assert resets(student) == 0
    assert student.log(objective)[0].reset_at is None


def test_a_reset_is_taken_back_and_all_is_as_it_was(student: Learner) -> None:
    objective = studied_for_two_days(student)
    before = student.card(objective)
    resets(student)
    assert takes_back(student) == 2
    assert student.card(objective) == before == student.folded(objective)
    assert takes_back(student) == 0


def test_a_reset_stands_once_something_is_answered_anew_until_that_is_taken_back(student: Learner) -> None:
    objective = studied_for_two_days(student)
    before = student.card(objective)
    resets(student)
    student.let_pass(minutes=1)
    student.answers(objective)
    assert takes_back(student) == 0
    student.undoes()
    assert takes_back(student) == 2
    assert student.card(objective) == before


def test_what_is_not_studied_is_not_reset(student: Learner) -> None:
    assert resets(student, "no such topic") == resets(student, bank="no\0bank") == 0


def test_a_question_that_was_open_meanwhile_is_not_counted_for_another_step(student: Learner) -> None:
    objective = studied_for_two_days(student)
    student.let_pass(days=7)
    question = student.asked(objective)
    resets(student)
    assert type(student.sends(question, {"dont-know": ["1"]})).__name__ == "Outdated"
    assert student.card(objective) == CardState()


def test_what_keeps_slipping_rests_no_more_once_its_topic_is_new_and_again_when_that_is_taken_back(student: Learner) -> None:
    objective = kidney(student)
    for _ in range(6):
        student.answers(objective)
        student.let_pass(days=1)
        student.answers(objective, right=False)
        student.let_pass(days=1)
    assert student.suspended(objective)
    resets(student)
    assert not student.suspended(objective)
    takes_back(student)
    assert student.suspended(objective)


def test_answers_in_quizzes_are_reset_with_the_others_and_the_quiz_keeps_its_result(student: Learner) -> None:
    student.answers(kidney(student))
    sheet = begins(student, 3, choice=Choice(topics=(f"{BANK}/spread",)))
    for one in sheet.asked:
        answers(student, sheet.number, one.position)
    first = sheet.asked[0].objective.id
    before = student.card(first)
    assert resets(student) == 4
    assert student.card(first).fsrs is None
    assert looks_at(student, sheet.number).marks > 0
    assert takes_back(student) == 4
    assert student.card(first) == before
