import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, func, select
from sqlalchemy.orm import Session

from questions.bank import Bank
from questions.interactions import AnyOf, OneOf, ids_shown, key_ids
from questions.responses import DontKnow, Malformed, response_from_json
from quizapp.models import Review
from quizapp.models.transactions import begin_writing, changing
from quizapp.queries.items import item_asked
from quizapp.scheduling.balancing import window
from quizapp.scheduling.grading import MAPPING_VERSION
from quizapp.usecases.answer_question import (
    ONE_BEFORE,
    AlreadyAnswered,
    AskedAgain,
    Logged,
    Outdated,
    Retired,
    SignedOut,
    answer_question,
)
from quizapp.usecases.ask_question import Question
from quizapp.usecases.sign_in import SignedIn, sign_in
from quizapp.usecases.sign_out import sign_out
from quizapp.usecases.tickets import read_ticket, signed
from tests.learner import KEY, Learner, published, right_answer
from tests.ui.ways import wrong_answer
from tests.usecases.test_publish_bank import without


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """Every statement that goes to the database meanwhile, whoever hands it to the driver."""
    seen: list[str] = []

    def listen(connection: Connection) -> None:
        raw: Any = connection.connection.dbapi_connection
        if engine.dialect.name == "sqlite":
            raw.set_trace_callback(seen.append)
        else:
            raw.cursor_factory = noting(raw.cursor_factory, seen)

    event.listen(engine, "begin", listen)
    yield seen
    event.remove(engine, "begin", listen)


def noting(cursor: type, seen: list[str]) -> type:
    """A cursor of this kind that notes what it is given."""

    def execute(self: Any, statement: Any, *rest: Any, **more: Any) -> Any:
        seen.append(statement)
        return cursor.execute(self, statement, *rest, **more)  # type: ignore[attr-defined]

    return type("Noting", (cursor,), {"execute": execute})


def test_an_answer_costs_at_most_four_statements(engine: Engine, student: Learner) -> None:
    first, second = student.objectives()[:2]
    student.answers(first)
    question = student.asked(second)
    with statements(engine) as seen:
        assert isinstance(student.sends(question, right_answer(question.item.interaction)), Logged)
    verbs = [statement.split()[0] for statement in seen]
    assert [verb for verb in verbs if verb not in ("BEGIN", "COMMIT")] == ["SELECT", "INSERT", "INSERT"]


def test_the_log_keeps_all_that_is_needed_to_judge_the_answer_again(student: Learner) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    item = question.item
    student.sends(question, right_answer(item.interaction) | {"sure": ["certain"], "milliseconds": ["45000"]})
    review = student.log(objective)[0]
    assert (review.turn, review.step, review.kind, review.scheduler, review.mapping) == (1, 0, "scheduled", "sm2", MAPPING_VERSION)
    assert (review.revision, review.template, review.version, review.seed) == (item.revision, item.template, item.version, item.seed)
    assert (review.level, review.audience, review.language) == (item.level, "nursing", "en")
    assert (review.shown, review.keys) == (ids_shown(item.interaction), key_ids(item.interaction))
    assert (review.certainty, review.milliseconds, review.reading_milliseconds) == ("certain", 45_000, 1000 + 200 * item.words())
    assert (review.marks, review.grade, review.recalled_before) == (review.maximum, 4, False)
    assert (review.repetitions_before, review.interval_before, review.easiness_before, review.due_before) == (0, 0, 250, None)
    assert (review.repetitions_after, review.interval_after, review.easiness_after, review.due_after) == (1, 1, 250, date(2026, 3, 3))
    assert (review.study_day, review.zone, review.answered_at, review.received_at) == (date(2026, 3, 2), "UTC", student.at, student.at)
    assert (review.lowered_to, review.undone_at) == (None, None)
    assert item_asked(student.session, review) == item


def test_a_learner_meets_what_sm_2_says_over_the_weeks(student: Learner) -> None:
    objective = student.objectives()[0]
    waits = []
    for _ in range(4):
        student.answers(objective)
        card, today = student.card(objective), student.at.date()
        assert card.due is not None
        assert card.due in window(today, today + timedelta(days=card.memory.interval))
        waits.append(card.memory.interval)
        student.let_pass(days=(card.due - today).days)
    assert waits == [1, 6, 15, 38]


# What happens with one question in several hands


def test_a_reload_asks_the_same_question(student: Learner) -> None:
    objective = student.objectives()[0]
    assert student.asked(objective) == student.asked(objective)


def test_a_double_click_logs_one_answer_and_shows_its_feedback(student: Learner) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    form = right_answer(question.item.interaction)
    assert student.sends(question, form) == Logged(objective, 1)
    assert student.sends(question, form) == AlreadyAnswered(objective, 1)
    assert len(student.log(objective)) == 1


def test_the_same_form_from_many_at_the_same_moment_is_logged_once(engine: Engine, student: Learner) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    form = {"ticket": [question.ticket], **right_answer(question.item.interaction)}
    outcomes: list[object] = []
    together = threading.Barrier(6)

    def send() -> None:
        with Session(engine) as own:
            together.wait()
            outcomes.append(changing(own, lambda: answer_question(own, student.signed_up.token, objective, form, student.at, KEY)))

    _all_at_once([send] * 6)
    assert sorted(map(repr, outcomes)) == sorted(map(repr, [Logged(objective, 1), *[AlreadyAnswered(objective, 1)] * 5]))
    assert student.card(objective) == student.folded(objective)
    assert student.turns(objective) == 1


def test_the_second_of_two_tabs_sees_what_the_first_one_got(student: Learner) -> None:
    objective = student.objectives()[0]
    one, other = student.asked(objective), student.asked(objective)
    assert student.sends(one, {"dont-know": ["1"]}) == Logged(objective, 1)
    assert student.sends(other, right_answer(other.item.interaction)) == AlreadyAnswered(objective, 1)
    assert [review.grade for review in student.log(objective)] == [0]


def test_the_second_of_two_devices_sees_what_the_first_one_got(student: Learner) -> None:
    objective = student.objectives()[0]
    phone = changing(student.session, lambda: sign_in(student.session, "student", "lamp orbit velvet", "192.0.2.1", student.at, KEY))
    assert isinstance(phone, SignedIn)
    question = student.asked(objective)
    form = right_answer(question.item.interaction)
    assert student.sends(question, form, token=phone.token) == Logged(objective, 1)
    assert student.sends(question, form) == AlreadyAnswered(objective, 1)


def test_two_devices_answer_two_questions_at_once_and_lose_neither(engine: Engine, student: Learner) -> None:
    questions = [student.asked(objective) for objective in student.objectives()[:6]]
    together = threading.Barrier(len(questions))

    def send(question: Question) -> None:
        form = {"ticket": [question.ticket], **right_answer(question.item.interaction)}
        with Session(engine) as own:
            together.wait()
            changing(own, lambda: answer_question(own, student.signed_up.token, question.objective_id, form, student.at, KEY))

    _all_at_once([lambda question=question: send(question) for question in questions])
    student.session.rollback()
    assert student.session.scalar(select(func.count()).select_from(Review)) == len(questions)


def test_back_and_check_again_shows_the_feedback_even_with_another_answer_or_none(student: Learner) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    student.sends(question, right_answer(question.item.interaction))
    assert student.sends(question, {"dont-know": ["1"]}) == AlreadyAnswered(objective, 1)
    assert student.sends(question, {}) == AlreadyAnswered(objective, 1)


def test_an_answer_taken_back_counts_only_when_it_is_checked_once_more(student: Learner) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    form = right_answer(question.item.interaction)
    student.sends(question, form)
    student.undoes()
    replayed = student.sends(question, form)
    assert isinstance(replayed, AskedAgain)
    assert replayed.question.item == question.item
    assert student.sends(question, form) == replayed  # a browser that repeats itself logs nothing
    assert [review.undone_at is None for review in student.log(objective)] == [False]
    assert student.sends(replayed.question, form) == Logged(objective, 2)
    assert student.sends(replayed.question, form) == AlreadyAnswered(objective, 2)


def test_a_stale_tab_sees_the_answer_that_was_given_instead(student: Learner) -> None:
    objective = student.objectives()[0]
    stale = student.asked(objective)
    student.answers(objective, right=False)
    student.undoes()
    student.answers(objective)
    assert student.sends(stale, {"dont-know": ["1"]}) == AlreadyAnswered(objective, 2)
    assert [review.grade for review in student.log(objective) if not review.undone_at] == [4]


def test_a_question_that_was_open_while_the_one_before_it_was_taken_back_waits_for_its_step(student: Learner) -> None:
    objective = student.objectives()[0]
    first = student.asked(objective)
    student.answers(objective, right=False)
    drill = student.asked(objective)
    student.undoes()
    assert student.sends(drill, right_answer(drill.item.interaction)) == Outdated(objective, ONE_BEFORE)
    assert student.asked(objective).item == first.item
    student.answers(objective, right=False)
    assert student.asked(objective).item == drill.item
    assert [(review.step, review.seed) for review in student.log(objective)] == [(0, first.item.seed)] * 2


def test_answers_and_undoes_at_the_same_time_leave_the_card_that_the_log_says(engine: Engine, student: Learner) -> None:
    objective = student.objectives()[0]

    def work(seed: int) -> None:
        with Session(engine, expire_on_commit=False) as own:
            person = own.get_one(type(student.signed_up.person), student.id)
            busy = Learner(own, replace(student.signed_up, person=person), student.at)
            own.rollback()
            for place in range(8):
                if (seed + place) % 3 == 0:
                    busy.undoes()
                else:
                    question = busy.asked(objective)
                    own.rollback()
                    busy.sends(question, {"dont-know": ["1"]})

    _all_at_once([lambda seed=seed: work(seed) for seed in range(4)])
    assert student.card(objective) == student.folded(objective)
    log = student.log(objective)
    assert [review.turn for review in log] == list(range(1, student.turns(objective) + 1))
    assert len({review.step for review in log if not review.undone_at}) == student.card(objective).steps


def test_yesterdays_question_counts_today(student: Learner) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    student.let_pass(days=1)
    student.sends(question, right_answer(question.item.interaction))
    assert student.log(objective)[0].study_day == date(2026, 3, 3)


# What is refused, and how


def test_an_answer_that_is_not_well_formed_gets_the_same_question_and_what_to_do(student: Learner) -> None:
    for objective in student.objectives():
        question = student.asked(objective)
        for form in ({}, {"answer": ["nobody offered this"]}, {"answer": ["a\0b"]}):
            outcome = student.sends(question, form)
            if isinstance(outcome, Logged):  # a typed answer may be anything
                continue
            assert isinstance(outcome, AskedAgain)
            assert outcome.why
            assert outcome.question.item == question.item
            assert outcome.question.turn == 1


def test_too_many_picks_are_not_logged(student: Learner) -> None:
    for objective in student.objectives():
        question = student.asked(objective)
        if isinstance(question.item.interaction, OneOf):
            outcome = student.sends(question, {"answer": [option.id for option in question.item.interaction.options]})
            assert isinstance(outcome, AskedAgain)
            assert outcome.field == "answer"
            assert not student.log(objective)
            return
    pytest.fail("The bank asks nothing by single choice.")


def test_a_ticket_that_was_changed_is_refused_and_nothing_logged(student: Learner, outsider: Learner) -> None:
    first, second = student.objectives()[:2]
    question = student.asked(first)
    form = right_answer(question.item.interaction)
    ticket = read_ticket(question.ticket, KEY)
    assert ticket is not None
    middle = len(question.ticket) // 2
    mangled = question.ticket[:middle] + ("A" if question.ticket[middle] != "A" else "B") + question.ticket[middle + 1 :]
    forged = signed(ticket, "another key")
    foreign = outsider.asked(first).ticket
    for text in ("", "nonsense", mangled, forged, foreign, student.asked(second).ticket):
        assert isinstance(student.sends(replace(question, ticket=text), form), Malformed)
    assert not student.log(first)
    assert not outsider.log(first)


def test_the_key_of_an_item_does_not_travel_in_its_ticket(student: Learner) -> None:
    ticket = read_ticket(student.asked(student.objectives()[0]).ticket, KEY)
    assert ticket is not None
    assert "correct" not in repr(ticket)


def test_whoever_is_signed_out_is_told_so_whatever_they_send(student: Learner) -> None:
    question = student.asked(student.objectives()[0])
    changing(student.session, lambda: sign_out(student.session, student.signed_up.token, student.at))
    assert student.sends(question, right_answer(question.item.interaction)) == SignedOut()
    assert student.sends(replace(question, ticket="nonsense"), {}) == SignedOut()
    assert student.sends(question, {}, token="") == SignedOut()
    assert not student.log(question.objective_id)


def test_a_question_of_an_older_revision_counts(student: Learner, bank: Bank) -> None:
    kept = student.objective("metastatic-cancer/spread.lung#sites")
    question = student.asked(kept)
    published(student.session, without(bank, "spread.kidney"))
    assert student.asked(kept).item.revision != question.item.revision
    assert student.sends(question, right_answer(question.item.interaction)) == Logged(kept, 1)
    assert student.log(kept)[0].revision == bank.revision
    assert item_asked(student.session, student.log(kept)[0]) == question.item


def test_a_question_that_was_retired_meanwhile_is_not_logged_and_counts_again_when_it_returns(student: Learner, bank: Bank) -> None:
    objective = student.objective("metastatic-cancer/spread.kidney#sites")
    question = student.asked(objective)
    published(student.session, without(bank, "spread.kidney"))
    assert student.sends(question, right_answer(question.item.interaction)) == Retired(objective)
    assert not student.log(objective)
    published(student.session, bank)
    assert student.sends(question, right_answer(question.item.interaction)) == Logged(objective, 1)


def test_an_answer_that_is_sent_again_after_its_question_was_retired_still_counts_unless_it_was_taken_back(
    student: Learner, bank: Bank
) -> None:
    objective = student.objective("metastatic-cancer/spread.kidney#sites")
    question = student.asked(objective)
    right = right_answer(question.item.interaction)
    assert student.sends(question, right) == Logged(objective, 1)
    published(student.session, without(bank, "spread.kidney"))
    assert student.sends(question, right) == AlreadyAnswered(objective, 1)
    student.undoes()
    assert student.sends(question, right) == Retired(objective)


@pytest.mark.parametrize("change", [{"version": 999}, {"template": "never written"}, {"revision": "never published"}])
def test_a_question_that_cannot_be_written_any_more_is_outdated(student: Learner, change: dict[str, object]) -> None:
    question = student.asked(student.objectives()[0])
    ticket = read_ticket(question.ticket, KEY)
    assert ticket is not None
    old = replace(question, ticket=signed(replace(ticket, **change), KEY))  # type: ignore[arg-type]
    assert student.sends(old, right_answer(question.item.interaction)) == Outdated(question.objective_id)
    assert not student.log(question.objective_id)


# What else is sent and kept


@pytest.mark.parametrize(
    ("sure", "kept"), [("guessing", "guessing"), ("fairly", "fairly"), ("certain", "certain"), ("", None), ("?", None)]
)
def test_how_sure_the_learner_said_they_were_is_kept(student: Learner, sure: str, kept: str | None) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    student.sends(question, {"dont-know": ["1"], "sure": [sure]})
    assert student.log(objective)[0].certainty == kept


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("4500", 4500),
        ("0", 0),
        ("120001", 120_000),
        ("9" * 15, 120_000),
        ("9" * 40, None),
        ("-1", None),
        ("1.5", None),
        ("", None),
        ("²", None),
    ],
)
def test_the_time_is_kept_where_it_makes_sense(student: Learner, sent: str, kept: int | None) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    student.sends(question, {"dont-know": ["1"], "milliseconds": [sent]})
    assert student.log(objective)[0].milliseconds == kept


def test_i_dont_know_is_kept_as_such_and_grades_nothing(student: Learner) -> None:
    objective = student.objectives()[0]
    student.answers(objective, right=False)
    review = student.log(objective)[0]
    assert response_from_json(review.response) == DontKnow()
    assert (review.grade, review.marks) == (0, 0)


def test_a_right_answer_quicker_than_it_can_be_read_counts_as_a_guess(student: Learner) -> None:
    objective = student.objectives()[0]
    question = student.asked(objective)
    student.sends(question, right_answer(question.item.interaction) | {"milliseconds": ["900"]})
    review = student.log(objective)[0]
    assert review.grade == 3
    assert review.lost_by_haste


def test_who_was_certain_and_wrong_made_a_confident_error_and_who_did_not_know_made_none(student: Learner) -> None:
    wrong, unknown = student.objectives()[:2]
    question = student.asked(wrong)
    student.sends(question, wrong_answer(question.item.interaction) | {"sure": ["certain"]})
    student.answers(unknown, right=False, sure="certain")
    assert student.log(wrong)[0].confident_error
    assert not student.log(unknown)[0].confident_error
    assert not student.log(wrong)[0].lost_by_haste


def test_answers_keep_their_order_when_the_clock_stands_still_or_goes_back(student: Learner) -> None:
    objectives = student.objectives()[:4]
    for place, objective in enumerate(objectives):
        student.answers(objective)
        student.let_pass(minutes=-place)
    received = [student.log(objective)[0].received_at for objective in objectives]
    assert received == sorted(set(received))
    for objective in reversed(objectives):
        undone = student.undoes()
        assert undone is not None
        assert undone.objective_id == objective


def test_a_learner_who_travels_west_does_not_live_a_day_twice(student: Learner) -> None:
    _move(student, "Pacific/Auckland")
    student.answers(student.objectives()[0])
    _move(student, "America/Los_Angeles")
    student.answers(student.objectives()[1])
    days = [student.log(objective)[0].study_day for objective in student.objectives()[:2]]
    assert days == [date(2026, 3, 2), date(2026, 3, 2)]
    student.at -= timedelta(hours=12)
    student.answers(student.objectives()[2])
    assert student.log(student.objectives()[2])[0].study_day == date(2026, 3, 2)


def test_a_card_can_wait_no_longer_than_a_hundred_years(student: Learner) -> None:
    objective = student.objectives()[0]
    for _ in range(14):
        student.answers(objective, sure="certain")
        due = student.card(objective).due
        assert due is not None
        if due.year > 2150:
            break
        student.at += timedelta(days=(due - student.at.date()).days)
    assert student.card(objective).memory.interval <= 36_500
    assert student.card(objective) == student.folded(objective)


def test_what_any_of_asks_is_scored_by_right_and_wrong_picks(student: Learner) -> None:
    for objective in student.objectives():
        question = student.asked(objective)
        if isinstance(question.item.interaction, AnyOf):
            everything = [option.id for option in question.item.interaction.options]
            student.sends(question, {"answer": everything})
            review = student.log(objective)[0]
            assert review.marks == max(0, 2 * len(review.keys) - len(everything))
            return
    pytest.fail("The bank has nothing to select all of.")


def _move(student: Learner, zone: str) -> None:
    def move() -> None:
        begin_writing(student.session)
        student.signed_up.person.zone = zone

    changing(student.session, move)


def _all_at_once(jobs: list[object]) -> None:
    failures: list[BaseException] = []

    def run(job: object) -> None:
        try:
            job()  # type: ignore[operator]
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures, failures
