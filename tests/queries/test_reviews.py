from sqlalchemy import select, update

from quizapp.models import Card, Review
from quizapp.models.transactions import begin_writing
from quizapp.queries.cards import columns_of, own_card, state_of
from quizapp.queries.reviews import ReviewPage, own_review, review_page, reviews_of_day
from quizapp.scheduling.cards import CardState
from quizapp.scheduling.why import Reason
from tests.learner import Learner


def page(student: Learner, objective: int, turn: int) -> ReviewPage:
    found = review_page(student.session, student.signed_up.person, objective, turn, student.at)
    assert found is not None
    return found


def test_the_page_of_an_answer_shows_the_item_as_it_was_asked(student: Learner) -> None:
    objective = student.objectives()[0]
    item = student.asked(objective).item
    student.answers(objective)
    found = page(student, objective, 1)
    assert found.item == item
    assert (found.objective.id, found.objective.aim) == (objective, item.aim)


def test_an_answer_whose_wording_is_gone_is_told_in_the_words_of_the_bank(student: Learner) -> None:
    objective = student.objective("metastatic-cancer/spread.kidney#sites")
    student.answers(objective)
    begin_writing(student.session)
    gone = {"template": "gone", "shown": ("lungs", "cup", "long-gone"), "keys": ("lungs",)}
    student.session.execute(update(Review).values(gone))
    student.session.commit()
    student.session.expire_all()
    found = page(student, objective, 1)
    assert found.item is None
    assert (found.offered, found.right) == (("Lungs", "cancer of unknown primary", "long-gone"), ("Lungs",))


def test_what_can_be_done_about_an_answer(student: Learner) -> None:
    first, second = student.objectives()[:2]
    student.answers(first)
    assert _can(page(student, first, 1)) == {"undo", "lower", "last"}
    student.answers(second, right=False)
    assert _can(page(student, first, 1)) == {"undo", "lower"}
    assert _can(page(student, second, 1)) == {"undo", "drilled", "last"}
    student.answers(second)
    assert _can(page(student, second, 1)) == {"undo"}
    assert _can(page(student, second, 2)) == {"undo", "lower", "last"}
    student.undoes()
    assert _can(page(student, second, 2)) == {"drilled"}
    student.let_pass(days=1)
    assert _can(page(student, first, 1)) == set()


def test_the_page_of_every_answer_knows_why_the_day_is_what_it_is(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective, right=False)
    student.answers(objective)
    for turn in (1, 2):
        found = page(student, objective, turn)
        assert found.why
        assert (found.why.reason, found.why.due) == (Reason.FAILED, found.review.due_after)
    student.undoes()
    assert page(student, objective, 2).why is None


def test_an_outsider_cannot_tell_that_an_answer_or_a_card_exists(student: Learner, outsider: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective)
    assert review_page(outsider.session, outsider.signed_up.person, objective, 1, outsider.at) is None
    assert outsider.session.scalar(own_review(outsider.id, objective, 1)) is None
    assert outsider.session.scalar(own_card(outsider.id, objective)) is None
    assert not outsider.session.scalars(reviews_of_day(outsider.id, outsider.at.date())).all()


def test_the_answers_of_a_day_come_in_their_order_without_those_taken_back(student: Learner) -> None:
    objectives = list(student.objectives()[:4])
    for objective in reversed(objectives):
        student.answers(objective)
    student.undoes()
    found = student.session.scalars(reviews_of_day(student.id, student.at.date()))
    assert [review.objective_id for review in found] == objectives[:0:-1]


def test_a_card_is_kept_column_by_column_and_read_back_the_same(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective, right=False)
    card = student.session.scalars(select(Card)).one()
    state = state_of(card)
    assert columns_of(state).items() <= {name: getattr(card, name) for name in Card.__table__.columns.keys()}.items()  # noqa: SIM118
    assert state == student.folded(objective)
    assert state_of(None) == CardState()


def _can(found: ReviewPage) -> set[str]:
    answers = {"undo": found.may_undo, "lower": found.may_lower, "drilled": found.drilled, "last": found.is_last}
    return {name for name, yes in answers.items() if yes}
