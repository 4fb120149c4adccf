"""Misconceptions: by option, of those who were certain, with what is right and why."""

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.orm import Session

from questions.bank import Bank
from quizapp.models import Assignment, Course, Objective, Person, Review
from quizapp.models.transactions import begin_writing
from quizapp.queries.item_statistics import item_statistics
from quizapp.queries.misconceptions import Misconception, misconceptions
from tests.classes import answers_of_class, asked_singly, joins_class
from tests.learner import MONDAY_NOON
from tests.teaching import first, opens_course, sets_kinds
from tests.usecases.correcting import corrects, says


@pytest.fixture
def course(session: Session, bank: Bank) -> Course:
    return opens_course(session, bank)


@pytest.fixture
def assignment(session: Session, course: Course) -> Assignment:
    return sets_kinds(session, course)


def found(session: Session, course: Course, most: int = 20) -> tuple[int, tuple[Misconception, ...]]:
    session.rollback()
    return misconceptions(session, course.id, MONDAY_NOON, most)


def test_what_most_were_certain_of_comes_first_with_what_is_right_and_why(session, course, assignment):
    objectives = [session.get_one(Objective, id) for id in first(session, assignment, 6)]
    misleading = asked_singly(session, objectives)
    begin_writing(session)
    learners = joins_class(session, course.id, 20, MONDAY_NOON)
    answers_of_class(session, learners, objectives, MONDAY_NOON, misled=misleading.id, sure="certain")
    session.commit()
    number, held = found(session, course)
    one = held[0]
    assert (one.objective.id, one.learners, one.answered, one.share) == (misleading.id, 10, 20, 0.5)
    assert one.option
    assert one.option not in one.right
    assert all((one.question, one.right, one.why, one.why_not))
    assert number >= len(held) > 1
    assert [len(found(session, course, 1)[1]), found(session, course, 1)[0]] == [1, number]
    begin_writing(session)
    session.execute(update(Review).values(certainty="fairly"))
    session.commit()
    assert found(session, course) == (0, ())


def test_queries_do_not_grow_with_learners_nor_with_what_is_listed(session, course, assignment):
    objectives = [session.get_one(Objective, id) for id in first(session, assignment, 6)]

    course_id = course.id

    def counted(most: int) -> int:
        session.rollback()
        statements: list[str] = []
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", listen := lambda *heard: statements.append(heard[2]))
        assert len(misconceptions(session, course_id, MONDAY_NOON, most)[1]) == most
        event.remove(engine, "before_cursor_execute", listen)
        return len([one for one in statements if one.lstrip().startswith("SELECT")])

    def answer(learners: int) -> None:
        begin_writing(session)
        answers_of_class(session, joins_class(session, course.id, learners, MONDAY_NOON), objectives, MONDAY_NOON, sure="certain")
        session.commit()

    answer(20)
    counted(1)  # which reads the bank
    few = counted(1)
    answer(30)
    assert counted(8) == counted(1) == few <= 5


def test_what_an_editor_words_anew_is_told_apart_from_what_was_chosen(session, course, assignment):
    """Those who chose the old words are told under them, and counted apart from those who chose the new ones."""
    objectives = [session.get_one(Objective, id) for id in first(session, assignment, 12)]
    misleading = asked_singly(session, [one for one in objectives if "differs" in (says(session, fact_of(one)) or {})])
    fact = fact_of(misleading)
    session.rollback()

    def answer(learners: int) -> None:
        begin_writing(session)
        class_ = joins_class(session, course.id, learners, MONDAY_NOON)
        answers_of_class(session, class_, [misleading], MONDAY_NOON, misled=misleading.id, sure="certain")
        session.commit()

    def held() -> dict[str, int]:
        return {one.option: one.learners for one in found(session, course)[1] if one.objective.id == misleading.id}

    answer(20)
    before = held()

    def reworded(table: dict[str, object]) -> None:
        for sign in table["differs"]:  # type: ignore[attr-defined]
            sign["text"] = f"Anew: {sign['text']}"

    editor = session.scalars(select(Person.id)).all()[0]
    corrects(session, editor, fact, reworded, MONDAY_NOON)
    assert held() == before
    answer(12)
    after = held()
    assert {words: learners for words, learners in after.items() if "Anew: " not in words} == before
    assert sum(learners for words, learners in after.items() if "Anew: " in words) == 6
    session.rollback()
    statistics = item_statistics(session, course, MONDAY_NOON)
    (question,) = (one for one in statistics.questions if one.objective.id == misleading.id)
    by_words = {statistics.apart.in_words(misleading, one.id): one.figures.count for one in statistics.options(question) if not one.correct}
    assert sum(count for words, count in by_words.items() if "Anew: " not in words) == sum(before.values())
    assert sum(count for words, count in by_words.items() if "Anew: " in words) == 6


def fact_of(objective: Objective) -> str:
    return objective.key.partition("/")[2].partition("#")[0]
